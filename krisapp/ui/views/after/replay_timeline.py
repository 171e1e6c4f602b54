"""The line of time in a replay (tidslinjen): where one is, and where what one looks for happened."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from krisapp.domain.replaying import Recording, Turn
from krisapp.ui.theme.theme import current

SECOND = 1000
"""The slider counts in seconds, the recording in milliseconds."""


class Timeline(QSlider):
    """A slider over the whole of a recording, in seconds of playing. What is sought stands out as high marks."""

    def __init__(self, recording: Recording, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._recording = recording
        self._sought: Turn | None = None
        self.setRange(recording.place(recording.first) // SECOND, -(-recording.length // SECOND))
        self.setSingleStep(60)
        self.setPageStep(600)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def seek(self, sought: Turn | None) -> None:
        """Let the entries of a kind stand out; None lets all be alike."""
        self._sought = sought
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the marks above the line, and for the handle."""
        return QSize(300, current().px(40))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse is pressed, not a step towards it."""
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that step from entry to entry to the window."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _drag(self, event: QMouseEvent) -> None:
        side = self._edge()
        share = (event.position().x() - side) / max(self.width() - 2 * side, 1)
        self.setValue(round(self.minimum() + share * (self.maximum() - self.minimum())))
        event.accept()

    def _edge(self) -> int:
        return current().px(13)

    def _x(self, seconds: float) -> float:
        room = max(self.maximum() - self.minimum(), 1)
        return self._edge() + (seconds - self.minimum()) / room * (self.width() - 2 * self._edge())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the marks of all entries, those that are sought higher, the line, and the handle on it."""
        theme, colours = current(), current().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - theme.px(13)
        low, high = base - theme.px(8), theme.px(3)
        plain, sought = set[int](), set[int]()
        for number in range(self._recording.first, self._recording.last + 1):
            wanted = self._sought is not None and self._recording.turns[number - 1] is self._sought
            (sought if wanted else plain).add(round(self._x(self._recording.place(number) / SECOND)))
        painter.setPen(QPen(QColor(colours.border), 1))
        for x in plain:
            painter.drawLine(QPointF(x, low), QPointF(x, base))
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.accent))
        side = theme.px(3)
        for x in sought:
            painter.drawLine(QPointF(x, high + side), QPointF(x, base))
            top = QPolygonF([QPointF(x - side, high), QPointF(x + side, high), QPointF(x, high + 2 * side)])
            painter.drawPolygon(top)
        at = self._x(self.value())
        thick = theme.px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.border))
        left, right = self._x(self.minimum()), self._x(self.maximum())
        painter.drawRoundedRect(QRectF(left, base - thick / 2, right - left, thick), 2, 2)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(QRectF(left, base - thick / 2, at - left, thick), 2, 2)
        round_ = theme.px(7)
        painter.setPen(QPen(QColor(colours.focus if self.hasFocus() else colours.surface), 2))
        painter.drawEllipse(QPointF(at, base), round_, round_)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(at, base), round_ + 4, round_ + 4)
        painter.end()
