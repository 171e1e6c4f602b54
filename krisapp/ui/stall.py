"""A meter of how long the window did not answer (stopp): a 4-ms beat, and its longest gap."""

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 4
"""Milliseconds between beats."""


class StallMeter(QObject):
    """Beats while it runs; `longest` is the longest time in milliseconds that a beat was late."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self._before = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to measure, from nothing."""
        self.longest = 0.0
        self._before = perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """End and return the longest stall, also one that lasts until now."""
        self._beat()
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._before) * 1000 - BEAT)
        self._before = now
