"""What the manning needs from someone now (bemanningens behov): relief, handovers that wait, two in one role."""

from datetime import datetime

from krisapp.domain.incident import Incident
from krisapp.domain.leading.staff.endurance import strained
from krisapp.domain.leading.staff.handovers import Handovers
from krisapp.domain.leading.staff.staffing import Staffing, role_name
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.staff.staffing_rows import strain_mark
from krisapp.ui.views.log_words import when
from krisapp.ui.views.need import Need
from krisapp.ui.widgets.marks import Mark, Shape


def manning_needs(incident: Incident, now: datetime) -> list[Need]:
    """Return what the manning needs, two in one role first, then who has worked longest."""
    return [*_contested(incident), *_relief(incident, now), *_handovers(incident, now)]


def _contested(incident: Incident) -> list[Need]:
    staffing = incident.part(Staffing)
    mark = Mark(_("konflikt"), Tone.ALARM, Shape.CROSS)
    rows = []
    for post, register in staffing.posts.items():
        if register.contested:
            standing = staffing.standing(post)
            title = _("Två är inskrivna som {role}").format(role=role_name(incident, post))
            names = ", ".join(incident.name_of(spell.person) for spell in standing)
            rows.append(Need(f"role {post}", title, names, mark, "lead", f"staffing:duty {standing[-1].id}"))
    return rows


def _relief(incident: Incident, now: datetime) -> list[Need]:
    """Return one row for those who have to be relieved (row AC4): the one who has worked longest by name."""
    late = strained(incident, now)
    if not late:
        return []
    first = late[0]
    name = incident.name_of(first.person)
    title = ngettext("{name} ska avlösas", "{count} personer ska avlösas", len(late)).format(name=name, count=len(late))
    roles = ", ".join(role_name(incident, post) for post in first.posts)
    detail = _("{name}, {roles}. Avlösning senast {time}.").format(
        name=name, roles=roles, time=when(first.relieve_by, now)
    )
    return [Need("relief", title, detail, strain_mark(first, now), "lead", "staffing:relief")]


def _handovers(incident: Incident, now: datetime) -> list[Need]:
    rows = []
    mark = Mark(_("bekräfta"), Tone.WAIT, Shape.DIAMOND)
    for one in incident.part(Handovers).waiting():
        title = _("{name} ska bekräfta överlämningen av {role}").format(
            name=incident.name_of(one.offered.receiver), role=role_name(incident, one.offered.post)
        )
        detail = _("Erbjuden {time} av {name}").format(
            time=when(one.stamp.at, now), name=incident.name_of(one.offered.giver)
        )
        rows.append(Need(f"handover {one.id}", title, detail, mark, "lead", f"staffing:handover {one.id}"))
    return rows
