"""PySide6 6.12.0 loses a reference to None with every void call, and aborts after thousands."""

import sys

from PySide6.QtCore import QMutex, QObject, Signal

CALLS = 500
SLACK = 50


class Sender(QObject):
    """Sends one truth."""

    said = Signal(bool)


def test_a_void_call_keeps_its_reference_to_none() -> None:
    mutex = QMutex()
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        mutex.lock()
        mutex.unlock()

    assert abs(sys.getrefcount(None) - before) < SLACK


def test_an_emit_keeps_its_reference_to_true() -> None:
    sender = Sender()
    heard: list[bool] = []
    sender.said.connect(heard.append)
    before = sys.getrefcount(True)

    for _ in range(CALLS):
        sender.said.emit(True)
    count = len(heard)
    heard.clear()

    assert count == CALLS
    assert abs(sys.getrefcount(True) - before) < SLACK
