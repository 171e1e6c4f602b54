"""The matrix on the screen: cells chosen one by one, by row or all, and opened by Enter."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.views.messages.cells import Cell
from krisapp.ui.views.messages.gaps import Gap
from krisapp.ui.views.messages.grid import GridModel
from krisapp.ui.views.messages.grid_painting import WIDEST, AudienceHead, CellPainting, cell_size
from krisapp.ui.widgets.cell_table import CellTable
from krisapp.ui.widgets.row_choice import stand_on
from krisapp.ui.widgets.rows import KEY


class Matrix(CellTable):
    """Shows a `GridModel`. `opened` gives the id of the message to open, `chosen` follows cell and selection."""

    opened = Signal(str)
    chosen = Signal()

    def __init__(self, model: GridModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = model
        self._kept = ""
        self.setAccessibleName(name)
        self.setItemDelegate(CellPainting(self))
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        self.setVerticalHeader(AudienceHead(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentChanged.connect(self._move)
        self.selectionModel().selectionChanged.connect(self._select)
        self.measure()

    @property
    def cell(self) -> Cell | None:
        """Return the cell the keyboard stands on."""
        return self._grid.cell(self.currentIndex())

    @property
    def gap(self) -> Gap | None:
        """Return why the cell the keyboard stands on has no text yet, or None."""
        return self._grid.gap(self.currentIndex())

    @property
    def selected(self) -> tuple[Cell, ...]:
        """Return the selected cells in the order of the policy, or the one the keyboard stands on."""
        found = [(index.row(), index.column(), self._grid.cell(index)) for index in self.selectedIndexes()]
        cells = tuple(cell for _row, _column, cell in sorted(found, key=lambda one: one[:2]) if cell)
        return cells or ((self.cell,) if self.cell else ())

    def choose(self, id: str) -> bool:
        """Go to the cell of a message; return whether there is one."""
        cell = next((one for one in self._grid.cells if one.id == id), None)
        if cell is None:
            return False
        index = self._grid.index_of((cell.audience.id, cell.channel.id))
        stand_on(self, index)
        self.scrollTo(index)
        return True

    def choose_all(self, cells: tuple[Cell, ...]) -> None:
        """Select exactly these cells."""
        picked = QItemSelection()
        for cell in cells:
            index = self._grid.index_of((cell.audience.id, cell.channel.id))
            picked.select(index, index)
        self.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def measure(self) -> None:
        """Give cells and heads their room at the text size in force."""
        size = cell_size()
        header = self.horizontalHeader()
        header.setDefaultSectionSize(size.width())
        self.verticalHeader().setDefaultSectionSize(size.height())
        for column in range(self._grid.columnCount()):
            name = min(header.sectionSizeHint(column), current().px(WIDEST))
            header.resizeSection(column, max(size.width(), name))
        self.verticalHeader().setFixedWidth(self.verticalHeader().sizeHint().width())

    def open_cell(self, index: QModelIndex) -> None:
        """Open the message of a cell."""
        cell = self._grid.cell(index)
        if cell is not None:
            self.opened.emit(cell.id)

    def _move(self, _to: QModelIndex, _from: QModelIndex) -> None:
        self.chosen.emit()

    def _select(self, _added: QItemSelection, _gone: QItemSelection) -> None:
        self.chosen.emit()

    def _keep(self) -> None:
        self._kept = str(self.currentIndex().data(KEY) or "")

    def _restore(self) -> None:
        self.measure()
        if not (self._kept and self.choose(self._kept)) and self._grid.cells:
            self.choose(self._grid.cells[0].id)
            self.horizontalScrollBar().setValue(0)
