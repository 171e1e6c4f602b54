"""The grid of what works where (rutnätet): places down, things across, one key a state."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from krisapp.domain.reaching.gap import Verdict
from krisapp.domain.reaching.working import State
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.reaching.mark_painting import MarkPainting, mark_room
from krisapp.ui.views.reaching.telling import state_mark, verdict_mark
from krisapp.ui.widgets.cell_table import CellTable
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.plain import tip
from krisapp.ui.widgets.row_choice import stand_on
from krisapp.ui.widgets.rows import KEY, MARK

Index = QModelIndex | QPersistentModelIndex
Spot = tuple[str, str]
"""A place and what is asked of there."""

KEYS = {
    Qt.Key.Key_N: State.DOWN,
    Qt.Key.Key_F: State.WORKING,
    Qt.Key.Key_O: State.UNKNOWN,
}
"""The letters that set the chosen cells."""

NEXT = {State.UNKNOWN: State.DOWN, State.DOWN: State.WORKING, State.WORKING: State.UNKNOWN}
"""What Space turns a state into."""


class GridModel(QAbstractTableModel):
    """Marks in rows and columns, each with a sentence; rows and columns are keys with names."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.down: tuple[tuple[str, str], ...] = ()
        self.across: tuple[tuple[str, str], ...] = ()
        self._cells: dict[Spot, tuple[Mark, str]] = {}

    def feed(
        self,
        down: Sequence[tuple[str, str]],
        across: Sequence[tuple[str, str]],
        cells: Mapping[Spot, tuple[Mark, str]],
    ) -> None:
        """Show these cells instead. Only what differs is told."""
        same = [one[0] for one in down] == [one[0] for one in self.down]
        if not same or [one[0] for one in across] != [one[0] for one in self.across]:
            self.beginResetModel()
            self.down, self.across, self._cells = tuple(down), tuple(across), dict(cells)
            self.endResetModel()
            return
        before, self._cells = self._cells, dict(cells)
        if (tuple(down), tuple(across)) != (self.down, self.across):
            self.down, self.across = tuple(down), tuple(across)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(down) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(across) - 1)
        for row, (place, _name) in enumerate(self.down):
            for column, (thing, _word) in enumerate(self.across):
                if before.get((place, thing)) != self._cells.get((place, thing)):
                    index = self.index(row, column)
                    self.dataChanged.emit(index, index)

    def spot(self, index: Index) -> Spot | None:
        """Return the keys of a cell, or None."""
        return (self.down[index.row()][0], self.across[index.column()][0]) if index.isValid() else None

    def sentence(self, index: Index) -> str:
        """Return all a cell says."""
        spot = self.spot(index)
        return self._cells[spot][1] if spot in self._cells else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.down)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.across)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that only cells that mean something can be chosen."""
        return super().flags(index) if self.spot(index) in self._cells else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what a cell shows in a role."""
        spot = self.spot(index)
        if spot not in self._cells:
            return None
        mark, sentence = self._cells[spot]
        if role == KEY:
            return spot
        if role == MARK:
            return mark
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(sentence)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row, column = self.down[index.row()][1], self.across[index.column()][1]
            return f"{row}, {column}: {mark.word}. {sentence}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return the name of a row or a column."""
        names = self.across if orientation is Qt.Orientation.Horizontal else self.down
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and section < len(names):
            return names[section][1]
        return None


class Grid(CellTable):
    """Shows a `GridModel`. `moved` follows the cell chosen, `opened` gives the keys of the one Enter was pressed on."""

    moved = Signal()
    opened = Signal(object)

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setItemDelegate(MarkPainting(self))
        self.setModel(model)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.verticalHeader().setDefaultAlignment(left)
        model.modelReset.connect(self.measure)
        self.selectionModel().currentChanged.connect(self._move)

    @property
    def spot(self) -> Spot | None:
        """Return the keys of the cell the keyboard stands on."""
        return self._model.spot(self.currentIndex())

    @property
    def chosen(self) -> tuple[Spot, ...]:
        """Return the keys of the chosen cells, or of the one the keyboard stands on."""
        found = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        spots = tuple(spot for index in found if (spot := self._model.spot(index)))
        return spots or ((self.spot,) if self.spot else ())

    def go(self, spot: Spot) -> None:
        """Stand on a cell, if it is there."""
        rows, columns = [one[0] for one in self._model.down], [one[0] for one in self._model.across]
        if spot[0] in rows and spot[1] in columns:
            stand_on(self, self._model.index(rows.index(spot[0]), columns.index(spot[1])))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first cell when none is chosen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            stand_on(self, self._model.index(0, 0))

    def sizeHint(self) -> QSize:
        """Ask for room for all."""
        return QSize(self.verticalHeader().width() + self.horizontalHeader().length() + 4, self._height())

    def minimumSizeHint(self) -> QSize:
        """Keep every row in sight: what is not seen is not told; a low window scrolls the whole screen."""
        return QSize(current().px(320), self._height())

    def measure(self) -> None:
        """Give rows and columns the room of their marks and names at the text size in force."""
        header, side = self.horizontalHeader(), self.verticalHeader()
        rooms = [mark_room(mark) for mark in self.marks()]
        high = max(room.height() for room in rooms) + 2
        side.setDefaultSectionSize(high)
        header.setFixedHeight(high + 2)
        widest = max(room.width() for room in rooms)
        for column in range(self._model.columnCount()):
            header.resizeSection(column, max(widest, header.sectionSizeHint(column)))
        side.setFixedWidth(side.sizeHint().width() + current().tight(Space.S))
        self.updateGeometry()

    def marks(self) -> tuple[Mark, ...]:
        """Return every mark that may come, so that columns do not jump."""
        return tuple(verdict_mark(verdict) for verdict in Verdict)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the bar beneath where the columns do not fit."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _height(self) -> int:
        wide = self.verticalHeader().width() + self.horizontalHeader().length() + 4
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.width() else 0
        return self.horizontalHeader().height() + self.verticalHeader().length() + bar + 4

    def open_cell(self, index: QModelIndex) -> None:
        """Tell which cell was opened."""
        spot = self._model.spot(index)
        if spot is not None:
            self.opened.emit(spot)

    def _move(self, _to: QModelIndex, _from: QModelIndex) -> None:
        self.moved.emit()


class ThingsGrid(Grid):
    """The grid whose cells are set by keys. `turned` asks for Space, `set_to` for a state, `left` when focus goes."""

    turned = Signal()
    set_to = Signal(object)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by Space, set by letter."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.turned.emit()
        elif plain and event.key() in KEYS:
            self.set_to.emit(KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus goes, so that what was turned is written."""
        super().focusOutEvent(event)
        self.left.emit()

    def marks(self) -> tuple[Mark, ...]:
        """Return every state as a mark."""
        return (*(state_mark(state, follows=False) for state in State), state_mark(State.DOWN, follows=True))
