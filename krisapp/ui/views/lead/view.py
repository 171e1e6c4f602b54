"""Stab: one tab for each thing a crisis team does besides writing. A page is a file, and one row here."""

from typing import TYPE_CHECKING

from krisapp.domain.events import KINDS
from krisapp.domain.words import N_
from krisapp.ui.views.tabbed import Tab, TabbedView, TabPage

if TYPE_CHECKING:
    from krisapp.ui.live import Live


def _alarm() -> type[TabPage]:
    from krisapp.ui.views.lead.alarm.calling_page import CallingPage

    return CallingPage


def _posts_to_ring(live: "Live") -> int:
    if "call.begun" not in KINDS:  # no journal of this run has held a call
        return 0
    from krisapp.ui.views.lead.alarm.calling_rows import left_to_ring

    return left_to_ring(live.incident, live.now())


def _staffing() -> type[TabPage]:
    from krisapp.ui.views.lead.staff.staffing_page import StaffingPage

    return StaffingPage


def _to_relieve(live: "Live") -> int:
    if "duty.taken" not in KINDS:  # as above
        return 0
    from krisapp.ui.views.lead.staff.staffing_rows import to_relieve

    return to_relieve(live.incident, live.now())


def _meetings() -> type[TabPage]:
    from krisapp.ui.views.lead.meeting.meetings_page import MeetingsPage

    return MeetingsPage


def _meeting_due(live: "Live") -> int:
    if "meeting.opened" not in KINDS:  # as above
        return 0
    from krisapp.domain.leading.meeting.meetings import overdue

    return int(overdue(live.incident, live.now()) is not None)


def _picture() -> type[TabPage]:
    from krisapp.ui.views.lead.picture.picture_page import PicturePage

    return PicturePage


def _decisions() -> type[TabPage]:
    from krisapp.ui.views.lead.decision.decisions_page import DecisionsPage

    return DecisionsPage


def _tasks() -> type[TabPage]:
    from krisapp.ui.views.lead.task.tasks_page import TasksPage

    return TasksPage


def _open_tasks(live: "Live") -> int:
    if "task.added" not in KINDS:  # no journal of this run has held a task
        return 0
    from krisapp.domain.leading.task import tasks

    return len(tasks.waiting(live.incident))


def _incoming() -> type[TabPage]:
    from krisapp.ui.views.lead.task.incoming_page import IncomingPage

    return IncomingPage


def _waiting_reports(live: "Live") -> int:
    if "incoming.received" not in KINDS:  # as above
        return 0
    from krisapp.domain.leading.task import incoming

    return len(incoming.waiting(live.incident))


def _law() -> type[TabPage]:
    from krisapp.ui.views.lead.law.legal_page import LegalPage

    return LegalPage


def _running_clocks(live: "Live") -> int:
    if "legal.started" not in KINDS:  # as above
        return 0
    from krisapp.domain.leading.law import legal_clocks
    from krisapp.store.law_clocks import law_clocks

    rules = law_clocks()
    return len(legal_clocks.running(live.incident, rules, live.now())) + len(legal_clocks.asked(live.incident, rules))


def _waiting_decisions(live: "Live") -> int:
    if "decision.made" not in KINDS:  # no journal of this run has held one
        return 0
    from krisapp.domain.leading.decision.decisions import Decisions

    return live.incident.part(Decisions).waiting(live.now())


class LeadView(TabbedView):
    """Alarm, manning, meetings, situation picture, decisions, tasks and what comes in, in that order."""

    NAME = N_("Stab")
    NOTE = N_("Larma, bemanna, mötas, besluta och följa upp")
    TABS = (
        Tab("alarm", N_("Larm"), _alarm, _posts_to_ring),
        Tab("staffing", N_("Bemanning"), _staffing, _to_relieve),
        Tab("meetings", N_("Möten"), _meetings, _meeting_due),
        Tab("picture", N_("Lägesbild"), _picture),
        Tab("decisions", N_("Beslut"), _decisions, _waiting_decisions),
        Tab("tasks", N_("Uppdrag"), _tasks, _open_tasks),
        Tab("incoming", N_("Inkommande"), _incoming, _waiting_reports),
        Tab("law", N_("Lagens tider"), _law, _running_clocks),
    )
