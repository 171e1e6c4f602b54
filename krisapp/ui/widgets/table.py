"""A table of rows (tabell): whole rows are chosen, Enter opens, the chosen row stays chosen."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space
from krisapp.ui.widgets.row_painting import RowPainting
from krisapp.ui.widgets.rows import KEY, RowsModel


class Table(QTableView):
    """Shows a `RowsModel`. Columns fit their text; those marked `stretch` share what is left."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: RowsModel[Any], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: Hashable = None
        self.setAccessibleName(name)
        self.setItemDelegate(RowPainting(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        model.modelReset.connect(self._restore)
        for at, column in enumerate(model.columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(at, mode.Stretch if column.stretch else mode.ResizeToContents)
        header.setResizeContentsPrecision(40)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self._measure()

    @property
    def current(self) -> Any:
        """Return the chosen row, or None."""
        return self._rows.row(self.currentIndex())

    def choose(self, key: Hashable) -> None:
        """Choose the row with this key, if it is there."""
        index = self._rows.find(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the row height of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        theme = current()
        lines = theme.px(Size.BODY) * 1.25
        if any(column.detail for column in self._rows.columns):
            lines += theme.px(Size.SMALL) * 1.25
        self.verticalHeader().setDefaultSectionSize(round(lines) + theme.tight(Space.M) + 2)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is not None:
            self.opened.emit(row)

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self._rows.row(index))

    def _keep(self) -> None:
        self._kept = self.currentIndex().data(KEY)

    def _restore(self) -> None:
        if self._kept is not None:
            self.choose(self._kept)
