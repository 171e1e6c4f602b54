"""Stab: one tab for each thing a crisis team does besides writing. A page is a file, and one row here."""

from krisapp.domain.words import N_
from krisapp.ui.views.tabbed import Tab, TabbedView, TabPage


def _decisions() -> type[TabPage]:
    from krisapp.ui.views.lead.decisions_page import DecisionsPage

    return DecisionsPage


class LeadView(TabbedView):
    """Alarm, manning, meetings, situation picture, decisions, tasks and what comes in, in that order."""

    NAME = N_("Stab")
    NOTE = N_("Larma, bemanna, mötas, besluta och följa upp")
    TABS = (Tab("decisions", N_("Beslut"), _decisions),)
