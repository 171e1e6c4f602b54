"""The key that does the same (kortkommando), shown where the eye already is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space, Weight


class KeyHint(QWidget):
    """A key as a small key cap. Screen readers hear the short cut from the control itself."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = native(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._key)

    def sizeHint(self) -> QSize:
        """Return the room of the key cap."""
        theme = current()
        metrics = QFontMetrics(theme.font(Size.CAPTION, Weight.MEDIUM))
        side = theme.tight(Space.XS)
        return QSize(metrics.horizontalAdvance(self._key) + side * 2 + 2, metrics.height() + side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key cap."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colours.border), 1))
        painter.setBrush(QColor(theme.colours.sunken))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(theme.colours.quiet))
        painter.setFont(theme.font(Size.CAPTION, Weight.MEDIUM))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()


def native(key: str) -> str:
    """Return a key as this system writes it: "Ctrl+K", on a Mac "⌘K"."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
