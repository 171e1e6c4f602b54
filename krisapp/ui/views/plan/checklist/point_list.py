"""A list whose rows are moved by dragging (dra och släpp); by keyboard they are moved by the keys of the screen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from krisapp.ui.widgets.rows import KEY, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

Index = QModelIndex | QPersistentModelIndex


class DraggedRows(RowsModel[Any]):
    """Rows that can be dragged, each by its key, and dropped between others."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged, and dropped between rows but not on one."""
        drag, drop = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | (drag if index.isValid() else drop)

    def mimeTypes(self) -> list[str]:
        """Return what a dragged row is carried as."""
        return ["text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the key of the row."""
        carried = QMimeData()
        carried.setText(str(indexes[0].data(KEY)) if indexes else "")
        return carried

    def supportedDropActions(self) -> Qt.DropAction:
        """Move, never copy."""
        return Qt.DropAction.MoveAction


class PointList(WrappedList):
    """`dropped` brings the key of a row and the place from 1 it was dropped at; the list itself moves nothing."""

    dropped = Signal(str, int)

    def __init__(self, model: DraggedRows, name: str, parent: QWidget) -> None:
        super().__init__(model, name, parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where a row of this list was dropped."""
        model, key = self.model(), event.mimeData().text()
        assert isinstance(model, RowsModel)
        start = model.find(key)
        # The row must not be taken away by Qt: it moves when the plan has been changed.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.source() is not self or not start.isValid():
            return
        to = self._place(event) - (1 if self._place(event) > start.row() else 0)
        if to != start.row():
            self.dropped.emit(key, to + 1)

    def _place(self, event: QDropEvent) -> int:
        """Return before which row the pointer is, as many as there are rows for beneath the last."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (1 if point.y() > self.visualRect(index).center().y() else 0)
