"""What is computed once for each sheet, since fifty texts are checked against the same one."""

from collections.abc import Callable
from typing import Generic, TypeVar

from krisapp.domain.sheet import Sheet

T = TypeVar("T")

_MOST = 8


class Remembered(Generic[T]):
    """The latest sheets' values, by identity: a sheet never changes, and is held so that no other gets its place."""

    def __init__(self, compute: Callable[[Sheet], T]) -> None:
        self._compute = compute
        self._latest: dict[int, tuple[Sheet, T]] = {}

    def of(self, sheet: Sheet) -> T:
        """Return the value of a sheet."""
        known = self._latest.get(id(sheet))
        if known and known[0] is sheet:
            return known[1]
        value = self._compute(sheet)
        if len(self._latest) >= _MOST:
            self._latest.clear()
        self._latest[id(sheet)] = (sheet, value)
        return value
