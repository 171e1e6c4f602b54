"""A part made of several (sammansatt del): the focus given to the whole goes to the one where work begins."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Compound(QWidget):
    """A part that hands the focus on, by `leads_to`.

    Not by `setFocusProxy`: Tab then stops at the whole as well as at the part (Qt 6.11), so that it jumps over what
    stands between them, goes round among the first lines of a dialog, and is not undone by Shift+Tab.
    """

    _first: QWidget | None = None

    def leads_to(self, part: QWidget) -> None:
        """Let the focus given to this go to one of its parts."""
        self._first = part

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:
        """Give the focus to the part where work begins."""
        if self._first is not None:
            self._first.setFocus(reason)
        else:
            super().setFocus(reason)
