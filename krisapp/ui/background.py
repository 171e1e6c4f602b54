"""Slow work away from the window (bakgrundsarbete): plain values in, a signal back.

A job touches neither desk, journal nor widgets. Heavy Python belongs in a process of its own: a
busy thread makes the window wait for the interpreter.
"""

import sys
from collections.abc import Callable
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from krisapp.domain.words import Refused
from krisapp.store.bad_input import BadInput
from krisapp.store.trouble import Trouble

EXPECTED = (OSError, Trouble, Refused, BadInput)
"""What may go wrong without being a bug: disk and net, the rules, a file from outside."""


class Job(QObject):
    """One piece of work. `done` brings its result, `failed` the expected error that stopped it.

    An error that nobody expected is a bug and is raised in the window's thread as any other. When
    the parent is gone before the work is, the result is dropped.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin, in another thread; returns at once. What waits for others a long time has a `pool` of its own."""
        number = next(_numbers)
        _under_way[number] = self
        if not _carriers:
            _carriers.append(_Carrier())
        (pool or QThreadPool.globalInstance()).start(_Run(self._work, number, _carriers[0]))

    def arrive(self, result: object, error: BaseException | None) -> None:
        """Tell what came of the work; the carrier calls it."""
        if error is None:
            self.done.emit(result)
        elif isinstance(error, EXPECTED):
            self.failed.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


class _Carrier(QObject):
    """Carries every result to the window's thread, where it was made. One lives as long as the program.

    A carrier for each job could be let go, by either thread, with a result still on its way.
    """

    arrived = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._deliver)

    def _deliver(self, number: int, result: object, error: BaseException | None) -> None:
        job = _under_way.pop(number)
        if isValid(job):
            job.arrive(result, error)


_numbers = count()
_under_way: dict[int, Job] = {}
_carriers: list[_Carrier] = []


class _Run(QRunnable):
    """The work in the pool's thread."""

    def __init__(self, work: Callable[[], Any], number: int, carrier: _Carrier) -> None:
        super().__init__()
        self._work = work
        self._number = number
        self._carrier = carrier

    def run(self) -> None:
        """Do the work and send what came of it."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - a thread has no one above it; carried on and raised there
            self._carrier.arrived.emit(self._number, None, error)
        else:
            self._carrier.arrived.emit(self._number, result, None)
