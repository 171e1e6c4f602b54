"""A row of controls that goes on in a new row where there is no room (flytande rad): no button is ever cut."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from krisapp.ui.theme.tokens import Space


class FlowRow(QLayout):
    """Lays controls out from left to right, as many in a row as there is room for, each at the size it asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(Space.S)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a control in, last."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many controls there are."""
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        """Return the control at a place, or None."""
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        """Let a control go."""
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more height than the rows need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Be higher in a narrower place."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows in this width."""
        return sum(high for _row, high in self._rows(width)) + self._between(width)

    def sizeHint(self) -> QSize:
        """Ask for one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Do with the width of the widest control."""
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, area: QRect) -> None:
        """Put the controls in their places."""
        super().setGeometry(area)
        top = area.top()
        for row, high in self._rows(area.width()):
            left = area.left()
            for item in row:
                size = item.sizeHint()
                size.setWidth(min(size.width(), area.width()))
                item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += high + self.spacing()

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    def _between(self, width: int) -> int:
        return self.spacing() * max(sum(1 for _row in self._rows(width)) - 1, 0)

    def _rows(self, width: int) -> Iterator[tuple[list[QLayoutItem], int]]:
        """Yield each row of controls with its height."""
        row: list[QLayoutItem] = []
        used = high = 0
        for item in self._shown():
            size = item.sizeHint()
            if row and used + size.width() > width:
                yield row, high
                row, used, high = [], 0, 0
            row.append(item)
            used += size.width() + self.spacing()
            high = max(high, size.height())
        if row:
            yield row, high
