"""Slow work away from the window (bakgrundsarbete): plain values in, a signal back.

A job touches neither desk, journal nor widgets. Heavy Python belongs in a process of its own: a
busy thread makes the window wait for the interpreter.
"""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

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

    def start(self) -> None:
        """Begin, in another thread; returns at once."""
        carrier = _Carrier()
        carrier.arrived.connect(self._arrive)
        # Last: a carrier that is let go before the result is delivered takes the result with it.
        carrier.arrived.connect(carrier.end)
        _under_way.add(carrier)
        QThreadPool.globalInstance().start(_Run(self._work, carrier))

    def _arrive(self, result: object, error: BaseException | None) -> None:
        if error is None:
            self.done.emit(result)
        elif isinstance(error, EXPECTED):
            self.failed.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


class _Carrier(QObject):
    """Carries the result to the window's thread, where it was made and where it ends."""

    arrived = Signal(object, object)

    def end(self, _result: object, _error: object) -> None:
        """Let go of itself once the result is delivered."""
        _under_way.discard(self)


_under_way: set[_Carrier] = set()


class _Run(QRunnable):
    """The work in the pool's thread."""

    def __init__(self, work: Callable[[], Any], carrier: _Carrier) -> None:
        super().__init__()
        self._work = work
        self._carrier = carrier

    def run(self) -> None:
        """Do the work and send what came of it."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - a thread has no one above it; carried on and raised there
            self._carrier.arrived.emit(None, error)
        else:
            self._carrier.arrived.emit(result, None)
