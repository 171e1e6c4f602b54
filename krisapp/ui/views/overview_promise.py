"""What has been promised and when (nästa besked), large enough to be read across the room."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.promises import Promise
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.clock import at, countdown
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label


class PromiseCard(QFrame):
    """Counts down to the next word, and says in red how late it is. Enter goes to the texts."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._caption = label("", self, "caption")
        self._left = label("", self, "hero")
        self._chip = Chip(Mark("", Tone.NEUTRAL, Shape.CLOCK), self)
        self._tone = Tone.NEUTRAL
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self._chip)
        column.addLayout(head)
        column.addWidget(self._left)
        column.addStretch(1)

    @property
    def words(self) -> str:
        """Return the large words."""
        return self._left.text()

    def tick(self, now: datetime, promise: Promise | None, planned: datetime | None, *, closed: bool = False) -> None:
        """Show what is left; `planned` is a time no text has promised yet; `closed` is that all is said."""
        due = promise.due if promise else planned
        mark = countdown(now, due)
        self._caption.setText(_("Slutbeskedet är ute") if closed and not promise else _caption(promise, planned))
        self._left.setText(mark.word if due else _("inget lovat"))
        passed = promise is not None and mark.tone is Tone.ALARM
        self._colour(Tone.ALARM if passed else Tone.NEUTRAL)
        self._chip.setVisible(due is not None)
        if due is not None:
            time = _("kl. {time}").format(time=at(due.astimezone(now.tzinfo)))
            self._chip.show_mark(Mark(time, mark.tone if promise else Tone.NEUTRAL, mark.shape))
        words = [self._caption.text(), self._left.text(), self._chip.mark.word if due else ""]
        self.setAccessibleName(", ".join(word for word in words if word))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Space or Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press by mouse."""
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def _colour(self, tone: Tone) -> None:
        colours = current().colours
        colour = colours.danger if tone is Tone.ALARM else colours.text
        sheet = f"color: {colour};"
        if self._left.styleSheet() != sheet:
            self._left.setStyleSheet(sheet)


def _caption(promise: Promise | None, planned: datetime | None) -> str:
    if promise is not None:
        count = len(promise.messages)
        words = ngettext("Lovat kl. {made} i {count} text", "Lovat kl. {made} i {count} texter", count)
        return words.format(count=count, made=at(promise.made))
    return _("Nästa besked, inget är lovat än") if planned else _("Sätt tid för nästa besked i Läge")
