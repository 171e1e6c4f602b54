"""A state on its own, outside lists (etikett)."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.widgets.marks import Mark, mark_size, paint_mark
from krisapp.ui.widgets.plain import tooltip


class Chip(QWidget):
    """Shows a mark; its word is what a screen reader says."""

    def __init__(self, mark: Mark, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._mark = mark
        self.show_mark(mark)

    @property
    def mark(self) -> Mark:
        """Return the mark shown."""
        return self._mark

    def show_mark(self, mark: Mark) -> None:
        """Show another mark."""
        self._mark = mark
        self.setAccessibleName(mark.word)
        tooltip(self, mark.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the word needs."""
        return mark_size(self._mark, current())

    def minimumSizeHint(self) -> QSize:
        """Allow the word to be cut, but keep the shape and some letters."""
        full = self.sizeHint()
        return QSize(min(full.width(), full.height() * 3), full.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        paint_mark(painter, self.rect(), self._mark)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the room of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
