"""Stab: one tab for each thing a crisis team does besides writing. A page is a file, and one row here."""

from typing import TYPE_CHECKING

from krisapp.domain.events import KINDS
from krisapp.domain.words import N_
from krisapp.ui.views.tabbed import Tab, TabbedView, TabPage

if TYPE_CHECKING:
    from krisapp.ui.live import Live


def _alarm() -> type[TabPage]:
    from krisapp.ui.views.lead.calling_page import CallingPage

    return CallingPage


def _meetings() -> type[TabPage]:
    from krisapp.ui.views.lead.meetings_page import MeetingsPage

    return MeetingsPage


def _decisions() -> type[TabPage]:
    from krisapp.ui.views.lead.decisions_page import DecisionsPage

    return DecisionsPage


def _tasks() -> type[TabPage]:
    from krisapp.ui.views.lead.tasks_page import TasksPage

    return TasksPage


def _open_tasks(live: "Live") -> int:
    if "task.added" not in KINDS:  # no journal of this run has held a task
        return 0
    from krisapp.domain import tasks

    return len(tasks.waiting(live.incident))


def _incoming() -> type[TabPage]:
    from krisapp.ui.views.lead.incoming_page import IncomingPage

    return IncomingPage


def _waiting_reports(live: "Live") -> int:
    if "incoming.received" not in KINDS:  # as above
        return 0
    from krisapp.domain import incoming

    return len(incoming.waiting(live.incident))


def _law() -> type[TabPage]:
    from krisapp.ui.views.lead.legal_page import LegalPage

    return LegalPage


def _running_clocks(live: "Live") -> int:
    if "legal.started" not in KINDS:  # as above
        return 0
    from krisapp.domain import legal_clocks
    from krisapp.store.law_clocks import law_clocks

    rules = law_clocks()
    return len(legal_clocks.running(live.incident, rules, live.now())) + len(legal_clocks.asked(live.incident, rules))


class LeadView(TabbedView):
    """Alarm, manning, meetings, situation picture, decisions, tasks and what comes in, in that order."""

    NAME = N_("Stab")
    NOTE = N_("Larma, bemanna, mötas, besluta och följa upp")
    TABS = (
        Tab("alarm", N_("Larm"), _alarm),
        Tab("meetings", N_("Möten"), _meetings),
        Tab("decisions", N_("Beslut"), _decisions),
        Tab("tasks", N_("Uppdrag"), _tasks, _open_tasks),
        Tab("incoming", N_("Inkommande"), _incoming, _waiting_reports),
        Tab("law", N_("Lagens tider"), _law, _running_clocks),
    )
