"""Parts with a line between them that can be drawn aside (delare)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from krisapp.ui.theme.theme import current


class Split(QSplitter):
    """Paints its line itself: a rule would hold only where the splitter wears a sheet, not where its parts do."""

    def createHandle(self) -> QSplitterHandle:
        """Give a line in the colours in force."""
        return _Line(self.orientation(), self)


class _Line(QSplitterHandle):
    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, in the accent while the pointer is over it."""
        colours = current().colours
        QPainter(self).fillRect(event.rect(), QColor(colours.accent if self.underMouse() else colours.line))
