"""A list of two-line rows (radlista): title, detail, and to the right a note and a mark."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from krisapp.ui.widgets.row_painting import RowPainting
from krisapp.ui.widgets.rows import KEY, RowsModel


class RowList(QListView):
    """Shows the first column of a `RowsModel`, with its detail, note and mark."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: RowsModel[Any], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: Hashable = None
        self.setAccessibleName(name)
        self.setItemDelegate(RowPainting(self, strong=True))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setProperty("bare", True)  # noqa: FBT003 - Qt takes no name here
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        model.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._choose)

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
