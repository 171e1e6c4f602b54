"""A page of a paper to look at (sida): whole, or as wide as there is room."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space

PPI = 130
"""Points to the inch of what is looked at: sharp when a page is as wide as a small screen has room for."""


class PageView(QScrollArea):
    """Shows one page; the arrow keys move about in it when it is wider than high."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet = _Sheet(self)
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._wide = False

    def show_page(self, content: bytes, name: str) -> None:
        """Show a page of PNG; `name` is what a screen reader says of it."""
        self.sheet.image = QImage.fromData(content)
        self.setAccessibleName(name)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def turn_wide(self) -> None:
        """Change between the whole page and its whole width."""
        self._wide = not self._wide
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.maximumViewportSize() - QSize(2 * Space.S, 2 * Space.S)
        size = self.sheet.image.size()
        if size.isEmpty():
            return
        if self._wide:
            bar = self.verticalScrollBar().sizeHint().width()
            wide = room.width() - bar
            fits = QSize(wide, round(wide * size.height() / size.width()))
        else:
            fits = QSizeF(size).scaled(QSizeF(room), Qt.AspectRatioMode.KeepAspectRatio).toSize()
        self.sheet.resize(fits)
        self.sheet.fit()


class _Sheet(QWidget):
    """The paper: always white, whatever the scheme, for so it will be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.image = QImage()
        self._fitted = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Make the page as large as the sheet: a painter that shrinks it leaves out every other point of a letter."""
        size = (QSizeF(self.size()) * self.devicePixelRatioF()).toSize()
        mode = Qt.TransformationMode.SmoothTransformation
        self._fitted = self.image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page and the edge of the paper."""
        painter = QPainter(self)
        painter.drawImage(QRectF(self.rect()), self._fitted)
        painter.setPen(QPen(QColor(current().colours.border), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
