"""Showing a page whole (hela sidan): it shrinks as far as it can, and only then scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from krisapp.ui.theme.tokens import SCROLL_BAR


class WholePage(QScrollArea):
    """Holds one page, so that no text is cut in a small window or at 200 % text.

    Qt's own resizable scroll area asks for the height a page would like; this asks for the least
    height it can do with, so that lists shrink before the page scrolls.
    """

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        self._painted = False
        page.installEventFilter(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Paint the first time in a turn of its own: a key pressed meanwhile does not wait for building and paint."""
        super().showEvent(event)
        if not self._painted:
            self._painted = True
            self.setUpdatesEnabled(False)
            QTimer.singleShot(0, self._paint)

    def _paint(self) -> None:
        self.setUpdatesEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page all the room there is, or the least it needs."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the page needs other room."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._page:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        width = max(room.width(), self._least(room.width()).width())
        needed = self._least(width)
        if needed.height() > room.height():
            # The bar takes of the width, and what is narrower may be higher.
            width = max(room.width() - SCROLL_BAR, needed.width())
            needed = self._least(width)
        self._page.resize(QSize(width, max(room.height(), needed.height())))

    def _least(self, width: int) -> QSize:
        least = self._page.minimumSizeHint()
        layout = self._page.layout()
        if layout is not None and layout.hasHeightForWidth():
            wide = max(width, least.width())
            return QSize(least.width(), layout.totalMinimumHeightForWidth(wide))
        return least
