"""Decisions (Beslut): what has been decided, by whom and when."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from krisapp.domain.words import _
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class DecisionsPage(TabPage):
    """Lists the decisions of the incident."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self._empty = Empty(self, "check")
        QVBoxLayout(self).addWidget(self._empty)

    def refresh(self) -> None:
        """Show what the desk holds now."""

    def retranslate(self) -> None:
        """Set every word."""
        self._empty.say(_("Inga beslut ännu"), _("Skriv beslutet i raden ovanför. Enter sparar."))
