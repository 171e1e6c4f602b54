"""Lists of items one works through with single keys (punktlistor): Space ticks, N, R and A do the rest."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from krisapp.domain.todo import Todo
from krisapp.ui.views.todo_form import GIVE, NOTE, SKIP
from krisapp.ui.views.todo_painting import ListPainting, NextPainting
from krisapp.ui.views.todo_rows import Row
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import RowsModel

TICK, UNDO, FOLD, UNFOLD = "tick", "undo", "fold", "unfold"
_KEYS: dict[int, str] = {
    Qt.Key.Key_Space: TICK,
    Qt.Key.Key_N: SKIP,
    Qt.Key.Key_R: GIVE,
    Qt.Key.Key_A: NOTE,
    Qt.Key.Key_Left: FOLD,
    Qt.Key.Key_Right: UNFOLD,
}


class ActList(RowList):
    """A list whose keys are acts: `acted` brings the act and the row."""

    acted = Signal(str, object)

    def __init__(self, model: RowsModel[Any], name: str, parent: QWidget) -> None:
        super().__init__(model, name, parent)
        self._last = 0

    def feed(self, rows: list[Any]) -> None:
        """Show these rows; when the chosen one has gone, the one that took its place is chosen."""
        model = self.model()
        assert isinstance(model, RowsModel)
        self._last = max(self.currentIndex().row(), 0)
        if tuple(rows) != model.rows:
            model.feed(rows)
        if not self.currentIndex().isValid() and rows:
            self.setCurrentIndex(model.index(min(self._last, len(rows) - 1), 0))

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z for this list, so that a tick can be taken back long after it was made."""
        key = event if isinstance(event, QKeyEvent) else None
        if key and key.type() == QEvent.Type.ShortcutOverride and key.matches(QKeySequence.StandardKey.Undo):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act by a single key."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.acted.emit(UNDO, self.current)
            return
        act = _KEYS.get(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if act is not None and plain and self.current is not None:
            self.acted.emit(act, self.current)
        else:
            super().keyPressEvent(event)


class NextList(ActList):
    """The next five, large. Rows are `Todo`."""

    def __init__(self, model: RowsModel[Todo], name: str, parent: QWidget) -> None:
        super().__init__(model, name, parent)
        self.setItemDelegate(NextPainting(self))


class AllLists(ActList):
    """The lists by phase. Rows are `Row`; headings cannot be chosen."""

    def __init__(self, model: RowsModel[Row], name: str, parent: QWidget) -> None:
        super().__init__(model, name, parent)
        self.setItemDelegate(ListPainting(self))

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Step past headings."""
        model = self.model()
        assert isinstance(model, RowsModel)
        index = super().moveCursor(action, modifiers)
        row = model.row(index)
        if not isinstance(row, Row) or row.kind != "phase":
            return index
        up = index.row() < self.currentIndex().row()
        other = model.index(index.row() + (-1 if up else 1), 0)
        return other if other.isValid() else self.currentIndex()
