"""Asking why something is written off (skäl)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from krisapp.domain.words import _
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field


class ReasonDialog(Dialog):
    """Takes one line and hands it to `act`, which may refuse."""

    def __init__(self, title: str, act: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(title, parent, _("Avskriv"))
        self._act = act
        self.reason = text_field("", self)
        self.body.addWidget(Field(_("Skäl"), self.reason, self, _("Frågan blir kvar och går att läsa.")))
        self.reason.setFocus()

    def decide(self) -> None:
        """Write off."""
        self._act(self.reason.text())
