"""What the panes of one enquiry, rumour or question have in common: acting on it, and saying why not (ruta)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from krisapp.domain.events import Event
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.views.questions.reason_dialog import ReasonDialog
from krisapp.ui.widgets.announcing import announce
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.plain import label


class Pane(Card):
    """Shows the one thing with `_id`, its state as a chip in the head, and a refusal at the top."""

    def __init__(self, live: Live, mark: Mark, parent: QWidget) -> None:
        super().__init__("", parent)
        self._live, self._id = live, ""
        self._chip = Chip(mark, self)
        self._fault = label("", self, "fault", wrap=True)
        self._fault.hide()
        self.body.addWidget(self._fault)
        self.head(self._chip)

    def refuse(self, sentence: str) -> None:
        """Say at the top of the pane why something was not saved; all that was typed stays."""
        self._fault.setText(sentence)
        self._fault.show()
        announce(self._fault)

    def do(self, make: Callable[[], Event]) -> bool:
        """Do something with what is shown; return whether it was done. With nothing shown nothing is."""
        if self.isHidden():
            return False
        self._fault.hide()
        return attempt(self, lambda: self._live.do(make()))

    def ask_why(self, title: str, make: Callable[[str], Event]) -> None:
        """Ask for a reason and do it."""
        dialog = ReasonDialog(title, lambda reason: self._live.do(make(reason)), self)
        dialog.run()
        dialog.deleteLater()
