"""A short word that something was done (kvittens), with a way back for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFrame, QHBoxLayout, QLineEdit, QWidget

from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.announcing import announce
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import label

SHOWN_FOR = 8000
"""Milliseconds a toast stays that can be undone: long enough to read it and reach Ctrl+Z."""
ONLY_TOLD_FOR = 5000
"""Milliseconds one stays that only tells."""
_NEEDED = (QAbstractButton, QLineEdit, QComboBox)
"""What a toast never lies over while there is room elsewhere."""


class Toast(QFrame):
    """Lies over the lower edge of a part of its window, never takes the focus, and leaves by itself."""

    def __init__(self, parent: QWidget, over: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home, self._over = parent, over or parent
        self.setProperty("ground", "card")
        self.setAutoFillBackground(True)
        self._undo: Callable[[], object] | None = None
        self._text = label("", self, "strong")
        self._back = Button(_("Ångra"), self.undo, self, icon="undo")
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.addWidget(self._text)
        row.addWidget(self._back)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        self._over.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show what was done; `undo` does the opposite (Ctrl+Z, or the button)."""
        self._undo = undo
        self._text.setText(text)
        self._back.say(_("Ångra (Ctrl+Z)"))
        self._back.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        QTimer.singleShot(0, self, self._place)  # once more when what was done has changed the screen
        self._timer.start(SHOWN_FOR if undo is not None else ONLY_TOLD_FOR)
        announce(self)

    def undo(self) -> bool:
        """Take back what was last done, if that still can be; return whether it was."""
        undo, self._undo = self._undo, None
        self._leave()
        if undo is None:
            return False
        undo()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Lie as far down to the right as can be without covering anything one presses or writes in.

        To the right: legends, hints and the buttons of a list stand to the left.
        """
        self.adjustSize()
        over, home = self._over, self._home
        origin = QPoint() if over is home else over.mapTo(home, QPoint())
        left = origin.x() + max(0, over.width() - self.width() - Space.L)
        low = origin.y() + over.height() - self.height() - Space.L
        parts = (part for kind in _NEEDED for part in over.findChildren(kind))
        needed = [
            QRect(part.mapTo(home, QPoint()), part.size())
            for part in parts
            if part.isVisible() and not self.isAncestorOf(part)
        ]
        places = [QRect(QPoint(left, y), self.size()) for y in range(low, origin.y(), -Space.M)]
        free = (place for place in places if not any(place.intersects(one) for one in needed))
        self.move(next(free, QRect(QPoint(left, low), self.size())).topLeft())

    def _leave(self) -> None:
        self._timer.stop()
        self._undo = None
        self.hide()
