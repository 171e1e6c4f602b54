"""Choosing a row (radval): the chosen row stays chosen when rows come and go, and Enter opens it."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from krisapp.ui.widgets.rows import KEY, RowsModel


def stand_on(view: QAbstractItemView, index: QModelIndex, *, rows: bool = False) -> None:
    """Choose a cell, or its row, and nothing else.

    Not `setCurrentIndex`: where several can be chosen that does something else while Ctrl is held, as it is when one
    comes here by a key.
    """
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows if rows else flags.ClearAndSelect)


class RowChoice(QObject):
    """Watches one list or table over a `RowsModel`. `opened` and `chosen` bring the row."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, view: QAbstractItemView, model: RowsModel[Any], *, enter: bool = True) -> None:
        super().__init__(view)
        self._view, self._model, self._enter = view, model, enter
        self._kept: Hashable = None
        model.modelAboutToBeReset.connect(self._keep)
        view.setModel(model)
        # After setModel, so that the view itself has taken the new rows in.
        model.modelReset.connect(self._restore)
        view.doubleClicked.connect(self._open)
        view.selectionModel().currentRowChanged.connect(self._choose)
        view.installEventFilter(self)

    @property
    def row(self) -> Any:
        """Return the chosen row, or None."""
        return self._model.row(self._view.currentIndex())

    def choose(self, key: Hashable) -> None:
        """Choose the row with this key, if it is there."""
        index = self._model.find(key)
        if index.isValid():
            stand_on(self._view, index, rows=True)
            self._view.scrollTo(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open by Enter, go by Home and End; choose the row the focus comes to, so that ring and choice are one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._enter and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._open(self._view.currentIndex())
                return True
            if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers() and self._model.rows:
                self._stand(0 if event.key() == Qt.Key.Key_Home else len(self._model.rows) - 1)
                return True
        elif event.type() == QEvent.Type.FocusIn:
            at = self._view.currentIndex()
            if not at.isValid() and self._model.rows:
                at = self._model.index(0, 0)
            stand_on(self._view, at, rows=True)
        return super().eventFilter(watched, event)

    def _stand(self, at: int) -> None:
        """Go to a row by its place; Qt's own Home goes to the first column of a table, where rows are chosen."""
        index = self._model.index(at, 0)
        stand_on(self._view, index, rows=True)
        self._view.scrollTo(index)

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.opened.emit(row)

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self._model.row(index))

    def _keep(self) -> None:
        self._kept = self._view.currentIndex().data(KEY)

    def _restore(self) -> None:
        if self._kept is not None:
            self.choose(self._kept)
