"""What leading needs from someone now (stabens behov): clocks of law, late tasks, and units that are silent."""

from datetime import datetime

from krisapp.domain.events import KINDS
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.need import Need
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.marks import Mark, Shape


def led(incident: Incident, plan: Plan, now: datetime) -> list[Need]:
    """Return what needs someone, the law first. What no journal of this run holds is not even imported."""
    found = []
    if "legal.started" in KINDS:
        found += _law(incident, plan, now)
    if "decision.made" in KINDS:
        from krisapp.ui.views.lead.decision.decision_needs import decision_needs

        found += decision_needs(incident, now)
    if "duty.taken" in KINDS:
        from krisapp.ui.views.lead.staff.staffing_needs import manning_needs

        found += manning_needs(incident, now)
    if "meeting.opened" in KINDS:
        from krisapp.ui.views.lead.meeting.meeting_needs import meeting_needs

        found += meeting_needs(incident, now)
    if "task.added" in KINDS:
        found += _tasks(incident, now)
    if "incoming.received" in KINDS:
        found += _silent(incident, now)
    return found


def _law(incident: Incident, plan: Plan, now: datetime) -> list[Need]:
    """Return a row for each clock of law that runs, and for each question that may start one (row CH5)."""
    from krisapp.domain.leading.law.legal_clocks import asked, running
    from krisapp.store.law_clocks import law_clocks
    from krisapp.ui.views.lead.law.legal_rows import asked_row, clock_row

    rules = law_clocks()
    rows = [asked_row(one, now) for one in asked(incident, rules)]
    rows += [clock_row(one, incident, plan, now) for one in running(incident, rules, now)]
    return [Need(f"law {row.id}", row.title, row.detail, row.mark, "lead", f"law:{row.id}") for row in rows]


def _tasks(incident: Incident, now: datetime) -> list[Need]:
    """Return one row for the tasks whose time has passed."""
    from krisapp.domain.leading.task.tasks import overdue
    from krisapp.ui.views.lead.task.task_rows import owner_words, task_mark

    late = overdue(incident, now)
    if not late:
        return []
    title = ngettext("{count} uppdrag är försenat", "{count} uppdrag är försenade", len(late)).format(count=len(late))
    detail = _("{owner}: {title}").format(owner=owner_words(incident, late[0].owner), title=late[0].title)
    return [Need("tasks", title, detail, task_mark(late[0], now), "lead", f"tasks:{late[0].id}")]


def _silent(incident: Incident, now: datetime) -> list[Need]:
    """Return one row for the units that have not reported in their time, once reports are kept here (rule P54)."""
    from krisapp.domain.leading.task.incoming import Reports, silent_units

    reports = incident.part(Reports)
    silent = silent_units(incident, now) if reports.by_id or reports.units else []
    if not silent:
        return []
    title = ngettext("{count} verksamhet är tyst", "{count} verksamheter är tysta", len(silent))
    mark = Mark(_("tyst {span}").format(span=span(now - silent[0].since)), Tone.WAIT, Shape.TRIANGLE)
    names = ", ".join(one.name for one in silent)
    return [Need("silent", title.format(count=len(silent)), names, mark, "lead", "incoming:units")]
