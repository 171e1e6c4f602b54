"""Parts in a row that go on in a next row where room ends (flöde), as words in a text do."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from krisapp.ui.theme.tokens import Space


class Flow(QLayout):
    """Lays parts from left to right, and on a new row when they do not fit.

    With `first_wide` the first part takes what is left of its row, so that the others stand to the right.
    """

    def __init__(self, parent: QWidget | None = None, *, first_wide: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._first_wide = first_wide
        self.setSpacing(Space.S)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add a part at the end; Qt calls this for `addWidget`."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a part out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, room: QRect) -> None:
        """Lay the parts in a room."""
        super().setGeometry(room)
        self._lay(room, move=True)

    def sizeHint(self) -> QSize:
        """Return the room of everything in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        wide = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the room of the widest part: the least a row can be."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, room: QRect, *, move: bool) -> int:
        """Lay the rows and return their height together."""
        top = room.top()
        for row in self._rows(room.width()):
            height = max(size.height() for _item, size in row)
            left = room.left()
            for item, size in row:
                if move:
                    down = (height - size.height()) // 2
                    item.setGeometry(QRect(left, top + down, size.width(), size.height()))
                left += size.width() + self.spacing()
            top += height + self.spacing()
        return max(0, top - self.spacing() - room.top())

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Break the parts into rows, each with the size it gets."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 1 << 20))
            if not rows or left + size.width() > width:
                rows.append([])
                left = 0
            rows[-1].append((item, size))
            left += size.width() + self.spacing()
        if self._first_wide and rows:
            first, size = rows[0][0]
            used = sum(size.width() + self.spacing() for _item, size in rows[0]) - self.spacing()
            rows[0][0] = (first, QSize(size.width() + max(0, width - used), size.height()))
        return rows
