"""How high the rows of a list are (radhöjder): those in sight are measured at once, those of a long list in pauses.

A thousand rows measured before the first is seen would keep the window from answering for half a second.
"""

from collections.abc import Callable, Hashable, Iterable
from time import perf_counter
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from krisapp.ui.widgets.rows import Index, RowsModel

SHORT = 60
"""Rows of a list that is measured whole at once."""

SLICE, BETWEEN = 0.006, 10
"""Seconds of measuring in a pause, and milliseconds from one to the next."""


class RowHeights(QObject):
    """Keeps the heights of the rows of one list. `measure` tells a row's, `usual` that of most rows, `room` what both
    depend on: another width or text size. `measured` comes when a pause has found rows to be other than usual.
    """

    measured = Signal()

    def __init__(
        self,
        view: QWidget,
        model: RowsModel[Any],
        measure: Callable[[Index], int],
        usual: Callable[[], int],
        room: Callable[[], Hashable],
    ) -> None:
        super().__init__(view)
        self.laying = False
        self._model, self._measure, self._usual_now, self._room_now = model, measure, usual, room
        self._known: dict[Hashable, int] = {}
        """By the key of the row, so that rows may come and go."""
        self._doubted: set[Hashable] = set()
        """Rows that may say something else than when they were measured."""
        self._usual = 0
        self._room: Hashable = None
        self._other = False
        self._pause = QTimer(self)
        self._pause.setInterval(BETWEEN)
        self._pause.timeout.connect(self._measure_some)
        model.dataChanged.connect(self._change)
        model.modelReset.connect(self._reset)

    @property
    def busy(self) -> bool:
        """Return whether rows are still to be measured."""
        return self._pause.isActive()

    def begin(self, top: int, room: int) -> None:
        """Let a layout begin: until it ends, rows that have not been measured are taken to be as high as most.

        Those `room` pixels from `top` on are measured now, so that the first layout is seldom done again.
        """
        self._fit()
        keys = self._model.keys
        self.laying = len(keys) > SHORT
        if not self.laying:
            return
        reached = 0
        for row, key in enumerate(keys):
            high = self._known.get(key, self._usual)
            if reached + high > top:
                self.look_at((row,))
                high = self._known[key]
            reached += high
            if reached > top + room:
                return

    def end(self) -> None:
        """Let the layout end; what it took for granted is measured in the pauses."""
        self.laying = False
        if any(map(self._is_open, self._model.keys)):
            self._pause.start()

    def of(self, index: Index) -> int:
        """Return how high a row is."""
        row = index.row()
        if not self.laying:
            self._fit()
            self.look_at((row,))
        return self._known.get(self._model.keys[row], self._usual)

    def look_at(self, rows: Iterable[int]) -> bool:
        """Measure these rows, and return whether one was other than a layout takes it for."""
        other = False
        for row in rows:
            key = self._model.keys[row]
            if self._is_open(key):
                high = self._measure(self._model.index(row, 0))
                other = other or high != self._known.get(key, self._usual)
                self._known[key] = high
                self._doubted.discard(key)
        return other

    def _is_open(self, key: Hashable) -> bool:
        return key not in self._known or key in self._doubted

    def _fit(self) -> None:
        room = self._room_now()
        if room != self._room:
            self._room, self._usual = room, self._usual_now()
            self._known.clear()
            self._doubted.clear()

    def _measure_some(self) -> None:
        end = perf_counter() + SLICE
        for row, key in enumerate(self._model.keys):
            if self._is_open(key):
                self._other = self.look_at((row,)) or self._other
                if perf_counter() > end:
                    return
        self._pause.stop()
        if self._other:
            self._other = False
            self.measured.emit()

    def _change(self, first: QModelIndex, last: QModelIndex) -> None:
        self._doubted.update(self._model.keys[first.row() : last.row() + 1])

    def _reset(self) -> None:
        keys = self._model.keys
        self._known = {key: self._known[key] for key in keys if key in self._known}
        self._doubted = set(self._known)
