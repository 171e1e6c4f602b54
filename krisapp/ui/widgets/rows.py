"""A table model that is fed with rows (rader): Qt's own model is the only store of what is shown.

It knows nothing of where rows come from and is tested without a window. A row is any value; what a
cell says, its mark, its detail and what a screen reader hears are functions of the row.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from krisapp.domain.words import _
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.plain import tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

_USER = int(Qt.ItemDataRole.UserRole)
KEY, ROW, MARK, DETAIL, NOTE = range(_USER, _USER + 5)
"""Roles: the row's key, the row itself, a `Mark`, a second quiet line, quiet words to the right."""


class Column(NamedTuple, Generic[R]):
    """A column: its name as marked with `N_`, and what it shows of a row.

    `spoken` is what a screen reader hears instead of text, mark and detail together.
    """

    name: str
    text: Callable[[R], str]
    mark: Callable[[R], Mark | None] | None = None
    detail: Callable[[R], str] | None = None
    note: Callable[[R], str] | None = None
    spoken: Callable[[R], str] | None = None
    right: bool = False
    stretch: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows in columns. `key` names a row, so that the chosen one stays chosen when rows come and go."""

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: tuple[R, ...] = ()
        self._keys: tuple[Hashable, ...] = ()

    def feed(self, rows: Sequence[R]) -> None:
        """Show these rows instead. Only what differs is told to the views."""
        new, old = tuple(rows), self._rows
        keys = tuple(map(self._key, new))
        shared = len(self._keys)
        if keys == self._keys:
            self._rows = new
            self._tell_changed(old, new, 0)
        elif shared and keys[:shared] == self._keys:
            self.beginInsertRows(QModelIndex(), shared, len(new) - 1)
            self._rows, self._keys = new, keys
            self.endInsertRows()
            self._tell_changed(old, new, 0)
        elif shared and keys[-shared:] == self._keys:
            first = len(new) - shared
            self.beginInsertRows(QModelIndex(), 0, first - 1)
            self._rows, self._keys = new, keys
            self.endInsertRows()
            self._tell_changed(old, new[first:], first)
        else:
            self.beginResetModel()
            self._rows, self._keys = new, keys
            self.endResetModel()

    @property
    def rows(self) -> tuple[R, ...]:
        """Return the rows shown, in order."""
        return self._rows

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """Return what names each row, in order."""
        return self._keys

    def row(self, index: Index) -> R | None:
        """Return the row of an index, or None."""
        return self._rows[index.row()] if index.isValid() else None

    def find(self, key: Hashable) -> QModelIndex:
        """Return the index of the row with this key, or an invalid one."""
        return self.index(self._keys.index(key), 0) if key in self._keys else QModelIndex()

    def retranslate(self) -> None:
        """Say headings and cells anew in the language in force."""
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what a cell shows in a role."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role == ROW:
            return row
        if role == KEY:
            return self._keys[index.row()]
        if role == MARK:
            return column.mark(row) if column.mark else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._words(column, row, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _(self.columns[section].name) if self.columns[section].name else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].right
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self, column: Column[R], row: R, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == DETAIL:
            return column.detail(row) if column.detail else ""
        if role == NOTE:
            return column.note(row) if column.note else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(column.text(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.spoken(row) if column.spoken else _spoken(column, row)
        return None

    def _tell_changed(self, old: tuple[R, ...], new: tuple[R, ...], first: int) -> None:
        """Tell of each row that is not what it was; `new` begins at row `first`."""
        last_column = len(self.columns) - 1
        for at, (before, after) in enumerate(zip(old, new, strict=False), first):
            if before is not after and before != after:
                self.dataChanged.emit(self.index(at, 0), self.index(at, last_column))


def _spoken(column: Column[R], row: R) -> str:
    """Say text, mark, detail and note as one sentence."""
    mark = column.mark(row) if column.mark else None
    words = [
        column.text(row),
        mark.word if mark else "",
        column.detail(row) if column.detail else "",
        column.note(row) if column.note else "",
    ]
    return ", ".join(word for word in words if word)
