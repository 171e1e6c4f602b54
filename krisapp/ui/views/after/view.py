"""The screen Efter: what is done with the record of an incident, one page for each thing."""

from typing import TYPE_CHECKING

from krisapp.domain.words import N_
from krisapp.ui.views.tabbed import Tab, TabbedView, TabPage

if TYPE_CHECKING:
    from krisapp.ui.live import Live


def _papers() -> type[TabPage]:
    from krisapp.ui.views.after.papers_page import PapersPage

    return PapersPage


def _records() -> type[TabPage]:
    from krisapp.ui.views.after.records_page import RecordsPage

    return RecordsPage


def _requests() -> type[TabPage]:
    from krisapp.ui.views.after.requests_page import RequestsPage

    return RequestsPage


def _closing() -> type[TabPage]:
    from krisapp.ui.views.after.closing_page import ClosingPage

    return ClosingPage


def _replay() -> type[TabPage]:
    from krisapp.ui.views.after.replay_page import ReplayPage

    return ReplayPage


def _code() -> type[TabPage]:
    from krisapp.ui.views.after.code_page import CodePage

    return CodePage


def _score() -> type[TabPage]:
    from krisapp.ui.views.exercise.score.score_page import ScorePage

    return ScorePage


def _report() -> type[TabPage]:
    from krisapp.ui.views.exercise.score.report_page import ReportPage

    return ReportPage


def _papers_out(live: "Live") -> int:
    from krisapp.domain.records.papers import waiting

    return len(waiting(live.incident))


def _requests_waiting(live: "Live") -> int:
    from krisapp.domain.records.record_requests import waiting

    return len(waiting(live.incident))


class AfterView(TabbedView):
    """Papers back in, the record handed out and kept, and standing down."""

    NAME = N_("Efter")
    NOTE = N_("Pappren in, handlingarna ut, och det som ska bevaras.")
    TABS = (
        Tab("papers", N_("Pappersblad"), _papers, _papers_out),
        Tab("records", N_("Handlingar"), _records),
        Tab("requests", N_("Utlämning"), _requests, _requests_waiting),
        Tab("code", N_("Kontrollkod"), _code),
        Tab("closing", N_("Avslut"), _closing),
        Tab("replay", N_("Spela upp"), _replay),
        Tab("score", N_("Resultat"), _score),
        Tab("report", N_("Rapport"), _report),
    )
