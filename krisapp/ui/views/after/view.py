"""The screen Efter: what is done with the record of an incident, one page for each thing."""

from krisapp.domain.words import N_
from krisapp.ui.views.tabbed import Tab, TabbedView, TabPage


def _code() -> type[TabPage]:
    from krisapp.ui.views.after.code_page import CodePage

    return CodePage


class AfterView(TabbedView):
    """Papers back in, the record handed out and kept, and standing down."""

    NAME = N_("Efter")
    NOTE = N_("Pappren in, handlingarna ut, och det som ska bevaras.")
    TABS = (Tab("code", N_("Kontrollkod"), _code),)
