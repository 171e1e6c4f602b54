"""A large number that someone acts on (ruta): what it counts, the number, and its state."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import RADIUS, Space, Tone
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label


class Tile(QFrame):
    """A number to press: it leads to where the work is."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._caption = label("", self, "caption")
        self._value = label("", self, "number")
        self._note = label("", self, "quiet", wrap=True)
        self._chip = Chip(Mark("", Tone.NEUTRAL, Shape.DASH), self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._caption.setWordWrap(True)
        self._value.setMinimumWidth(1)
        self._grid.addWidget(self._caption, 0, 0, 1, 2)
        self._grid.addWidget(self._value, 1, 0)
        self._grid.addWidget(self._chip, 1, 1)
        self._grid.addWidget(self._note, 3, 0, 1, 2)
        self._grid.setRowStretch(4, 1)

    def say(self, caption: str, value: str, note: str = "", mark: Mark | None = None) -> None:
        """Set what is counted, the number, quiet words and the state."""
        self._caption.setText(caption)
        self._value.setText(value)
        self._note.setText(note)
        self._chip.setVisible(mark is not None)
        if mark is not None:
            self._chip.show_mark(mark)
        self._arrange()
        words = [caption, value, mark.word if mark else "", note]
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

    def minimumSizeHint(self) -> QSize:
        """Return room for the whole state: cut to a letter or two it would say nothing."""
        least, chip = super().minimumSizeHint(), self._chip.sizeHint().width() + 2 * Space.M + 2 * self.frameWidth()
        return QSize(max(least.width(), 0 if self._chip.isHidden() else chip), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the state beneath the number where both do not fit in a row."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring when this has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current().colours.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            painter.end()

    def _arrange(self) -> None:
        both = self._value.sizeHint().width() + Space.S + self._chip.sizeHint().width()
        beside = both <= self.contentsRect().width() - 2 * Space.M
        self._grid.removeWidget(self._chip)
        if beside:
            self._grid.addWidget(self._chip, 1, 1)
        else:
            self._grid.addWidget(self._chip, 2, 0, 1, 2)
