"""Doing things with the rows of a page (handlingar): each by one key, told in the toast, and taken back by Ctrl+Z."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from krisapp.domain.events import Event
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.row_choice import stand_on
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

Make = Callable[[], Iterable[Event]]
"""Asks the domain for what is to happen; it may refuse."""

UNDO = "undo"


class ActingList(WrappedList):
    """A list whose keys are acts: `acted` brings the act and the row; Ctrl+Z brings `UNDO`."""

    acted = Signal(str, object)

    def __init__(self, model: RowsModel[Any], keys: Mapping[int, str], parent: QWidget) -> None:
        super().__init__(model, "", parent)
        self._keys = dict(keys)

    def feed(self, rows: Sequence[Any]) -> None:
        """Show these rows. Where the chosen one is gone, the one in its place is chosen, or else the first."""
        model, at = self.model(), max(self.currentIndex().row(), 0)
        assert isinstance(model, RowsModel)
        if tuple(rows) != model.rows:
            model.feed(rows)
        if not self.currentIndex().isValid() and rows:
            stand_on(self, model.index(min(at, len(rows) - 1), 0), rows=True)

    def stand_first(self) -> None:
        """Choose the first row where none is chosen. Nothing is laid out for that: the list may not be shown yet."""
        if not self.currentIndex().isValid() and self.model().rowCount():
            stand_on(self, self.model().index(0, 0), rows=True)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z for this list, so that an act can be taken back long after it was made."""
        key = event if isinstance(event, QKeyEvent) else None
        if key and key.type() == QEvent.Type.ShortcutOverride and key.matches(QKeySequence.StandardKey.Undo):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act by a single key."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.acted.emit(UNDO, self.current)
            return
        act = self._keys.get(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if act is not None and plain and self.current is not None:
            self.acted.emit(act, self.current)
        else:
            super().keyPressEvent(event)


class Acting(QObject):
    """Does things on behalf of one page, and remembers how to take them back, latest first."""

    def __init__(self, live: Live, page: QWidget) -> None:
        super().__init__(page)
        self._live, self._page = live, page
        self._back: list[Make] = []

    @property
    def can_take_back(self) -> bool:
        """Return whether something of this visit can be taken back."""
        return bool(self._back)

    def do(self, said: str, make: Make, back: Make | None = None) -> bool:
        """Do what the domain makes and say `said`; a refusal is told by the page. Return whether it was done."""
        if not attempt(self._page, partial(self._do, make)):
            return False
        if back is not None:
            self._back.append(back)
        told(self._page, said, self.take_back if back is not None else None)
        return True

    def take_back(self) -> None:
        """Undo the latest act that still stands (ångra)."""
        if self._back:
            attempt(self._page, partial(self._do, self._back.pop()))

    def _do(self, make: Make) -> None:
        happened = tuple(make())
        if happened:
            self._live.do(*happened)
