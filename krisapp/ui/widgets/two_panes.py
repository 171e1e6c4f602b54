"""Two parts side by side, or one above the other where the window is narrow or the text large (två delar)."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space


class TwoPanes(QWidget):
    """Holds two parts. `narrow` is the width in pixels at text size 100 % below which they are stacked."""

    def __init__(
        self, first: QWidget, second: QWidget, parent: QWidget, *, narrow: int, stretch: tuple[int, int] = (2, 3)
    ) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._parts = (first, second)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.M)
        for part, share in zip(self._parts, stretch, strict=True):
            self._box.addWidget(part, share)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the wider part only: they can always be stacked."""
        return QSize(max(self._widths()), self._box.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the parts or put them side by side."""
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_box"):
            self._turn()

    def _widths(self) -> list[int]:
        return [part.minimumSizeHint().expandedTo(part.minimumSize()).width() for part in self._parts]

    def _turn(self) -> None:
        direction = QBoxLayout.Direction
        both = sum(self._widths()) + self._box.spacing()
        stacked = self.width() < max(current().px(self._narrow), both)
        wanted = direction.TopToBottom if stacked else direction.LeftToRight
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()
