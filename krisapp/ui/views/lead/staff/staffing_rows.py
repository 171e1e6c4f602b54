"""How the manning is told in its list (bemanningens rader): what waits, who works, what is empty, what is planned."""

from datetime import datetime
from typing import NamedTuple

from krisapp.domain.incident import Incident
from krisapp.domain.leading.alarm.posts import in_calling_order
from krisapp.domain.leading.staff.endurance import Strain, Stretch, strained, working
from krisapp.domain.leading.staff.handovers import Handover, Handovers
from krisapp.domain.leading.staff.manning import unmanned
from krisapp.domain.leading.staff.shift_planning import Relief, reliefs
from krisapp.domain.leading.staff.shifts import Shift, Shifts
from krisapp.domain.leading.staff.staffing import AWAY_NAMES, Absent, Spell, Staffing, role_name
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

About = Handover | Spell | Shift | Absent | str
"""What a row is about; text is the code of a role nobody works in."""


class StaffRow(NamedTuple):
    """A row: its key, its words, its mark, and what it is about."""

    key: str
    title: str
    detail: str
    mark: Mark
    about: About
    relief: Relief | None = None


def staff_rows(incident: Incident, now: datetime) -> list[StaffRow]:
    """Return everything about the manning: handovers that wait, who works, empty roles, shifts, and who is away."""
    return [
        *_handovers(incident, now),
        *_working(incident, now),
        *_empty(incident),
        *_shifts(incident, now),
        *_away(incident, now),
    ]


def summary(rows: list[StaffRow], incident: Incident, now: datetime) -> str:
    """Return how the manning stands in one line: who works, what is empty, and who has to be relieved."""
    strain = strained(incident, now)
    stop = sum(one.strain(now) is Strain.STOP for one in strain)
    working = sum(isinstance(row.about, Spell) for row in rows)
    empty = sum(isinstance(row.about, str) for row in rows)
    parts = [
        _("{count} i tjänst").format(count=working),
        ngettext("{count} roll är obemannad", "{count} roller är obemannade", empty).format(count=empty)
        if empty
        else "",
        _("{count} ska avlösas").format(count=len(strain)) if strain else "",
        _("{count} har arbetat mer än 12 timmar").format(count=stop) if stop else "",
    ]
    return ", ".join(part for part in parts if part)


def to_relieve(incident: Incident, now: datetime) -> int:
    """Return how many have to be relieved, and how many handovers wait."""
    return len(incident.part(Handovers).waiting()) + len(strained(incident, now))


def strain_mark(stretch: Stretch, now: datetime) -> Mark:
    """Return how a stretch of work stands: hours in words, and a shape for ten and twelve."""
    worked = span(stretch.worked(now))
    strain = stretch.strain(now)
    if strain is Strain.STOP:
        return Mark(_("{worked}, måste avlösas").format(worked=worked), Tone.ALARM, Shape.TRIANGLE)
    if strain is Strain.RELIEVE:
        return Mark(_("{worked}, ska avlösas").format(worked=worked), Tone.WAIT, Shape.CLOCK)
    return Mark(_("i tjänst {worked}").format(worked=worked), Tone.GOOD, Shape.CHECK)


def _handovers(incident: Incident, now: datetime) -> list[StaffRow]:
    rows = []
    for one in incident.part(Handovers).waiting():
        giver, receiver = incident.name_of(one.offered.giver), incident.name_of(one.offered.receiver)
        title = _("{role}: {giver} lämnar över till {receiver}")
        words = title.format(role=role_name(incident, one.offered.post), giver=giver, receiver=receiver)
        detail = _("Väntar på att {receiver} bekräftar, sedan {time}").format(
            receiver=receiver, time=when(one.stamp.at, now)
        )
        rows.append(StaffRow(f"handover {one.id}", words, detail, Mark(_("bekräfta"), Tone.INFO, Shape.DIAMOND), one))
    return rows


def _working(incident: Incident, now: datetime) -> list[StaffRow]:
    staffing = incident.part(Staffing)
    stretches = {one.person: one for one in working(incident)}
    coming = {one.spell.id: one for one in reliefs(incident, now)}
    rows = []
    for spell in staffing.running():
        stretch, relief = stretches[spell.person], coming.get(spell.id)
        mark = strain_mark(stretch, now)
        if staffing.register(spell.post).contested:
            mark = Mark(_("två i samma roll, välj en"), Tone.ALARM, Shape.CROSS)
        title = f"{role_name(incident, spell.post)}: {incident.name_of(spell.person)}"
        rows.append(StaffRow(f"duty {spell.id}", title, _relief_words(incident, relief, now), mark, spell, relief))
    order = [one.person for one in working(incident)]
    return sorted(rows, key=lambda row: order.index(row.about.person) if isinstance(row.about, Spell) else 0)


def _relief_words(incident: Incident, relief: Relief | None, now: datetime) -> str:
    if relief is None:
        return ""
    due = when(relief.due, now)
    if relief.planned is not None:
        name = incident.name_of(relief.planned.person)
        return _("Avlöses {time} av {name}").format(time=due, name=name)
    if relief.proposed:
        name = incident.name_of(relief.proposed)
        return _("Ingen avlösning planerad till {time}. Förslag: {name}").format(time=due, name=name)
    return _("Ingen avlösning planerad till {time}, och ingen ersättare är ledig").format(time=due)


def _empty(incident: Incident) -> list[StaffRow]:
    mark = Mark(_("ingen i tjänst"), Tone.WAIT, Shape.RING)
    rows = []
    for role in unmanned(incident):
        people = in_calling_order(incident.plan, role) if incident.plan else ()
        first = _("Ordinarie: {name}").format(name=incident.name_of(people[0])) if people else _("Ingen i planen")
        rows.append(StaffRow(f"role {role}", role_name(incident, role), first, mark, role))
    return rows


def _shifts(incident: Incident, now: datetime) -> list[StaffRow]:
    rows = []
    shifts = incident.part(Shifts)
    for one in shifts.standing():
        if one.end <= now:
            continue
        title = _("Pass: {role}, {name}").format(role=role_name(incident, one.post), name=incident.name_of(one.person))
        times = _("{start} till {end}").format(start=when(one.start, now), end=when(one.end, now))
        detail = (
            _("{times} · sekretess enligt {ground}").format(times=times, ground=one.ground) if one.ground else times
        )
        mark = Mark(_("planerat"), Tone.NEUTRAL, Shape.CLOCK)
        if shifts.register(one.id).contested:
            mark = Mark(_("ändrat av två, välj"), Tone.ALARM, Shape.CROSS)
        rows.append(StaffRow(f"shift {one.id}", title, detail, mark, one))
    return rows


def _away(incident: Incident, now: datetime) -> list[StaffRow]:
    staffing = incident.part(Staffing)
    people = dict.fromkeys(one.person for one in staffing.absences)
    rows = []
    for person in people:
        away = staffing.away(person, now)
        if away is not None:
            until = _("till {time}").format(time=when(away.until, now)) if away.until else _("tills vidare")
            words = f"{_(AWAY_NAMES[away.why])} {until}"
            mark = Mark(_("frånvarande"), Tone.NEUTRAL, Shape.DASH)
            rows.append(StaffRow(f"away {person}", incident.name_of(person), words, mark, away))
    return rows


def row_key(row: StaffRow) -> str:
    """Return what names a row."""
    return row.key


def _title(row: StaffRow) -> str:
    return row.title


def _detail(row: StaffRow) -> str:
    return row.detail


def _mark(row: StaffRow) -> Mark:
    return row.mark


COLUMNS = (Column[StaffRow](N_("Bemanning"), _title, mark=_mark, detail=_detail),)
