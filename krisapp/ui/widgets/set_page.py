"""A page of set type (satt sida): the view that pages of the plan and of the guide are written into."""

from abc import abstractmethod

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextBlockFormat, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from krisapp.ui.theme.theme import current


class SetPage(QTextBrowser):
    """Shows what `write` writes. Tab goes from link to link, Enter follows to `follow`; nothing is fetched."""

    _made = False

    def __init__(self, parent: QWidget, margin: int) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(margin)
        self.anchorClicked.connect(self.follow)
        self._made = True

    @abstractmethod
    def write(self) -> None:
        """Write the page anew, in the look in force; before there is one, nothing."""

    @abstractmethod
    def follow(self, link: QUrl) -> None:
        """Go where a link of the page goes."""

    def loadResource(self, _type: int, _name: QUrl | str) -> None:
        """Load nothing: what a page shows is put into it."""

    def changeEvent(self, event: QEvent) -> None:
        """Set the page anew in another scheme or text size."""
        super().changeEvent(event)
        # Qt asks for this while it makes the widget too, before there is anything to write.
        if event.type() == QEvent.Type.StyleChange and self._made:
            self.write()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and, with focus, the ring around it."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(current().colours.focus), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()


def hang(form: QTextBlockFormat, indent: int) -> None:
    """Let the mark of a point stand before its text, which begins so many pixels in, at text size 100 %."""
    room = current().px(indent)
    form.setLeftMargin(room)
    form.setTextIndent(-room)
    form.setTabPositions([QTextOption.Tab(room, QTextOption.TabType.LeftTab)])
