"""How far a piece of work has come (vägen), as a job tells it and a bar shows it: a plain value between two threads."""

from threading import Event as Flag

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

EVERY = 80
"""Milliseconds between looks at how far it has come."""


class Way:
    """Shared with a job. `go_on` is its progress; `stop` asks it to end before the next file."""

    def __init__(self) -> None:
        self._stopped = Flag()
        self.at = (0, 0)

    def go_on(self, done: int, total: int) -> bool:
        """Note how far it has come and return whether to go on; called in the job's thread."""
        self.at = done, total
        return not self._stopped.is_set()

    def stop(self) -> None:
        """Ask the job to end."""
        self._stopped.set()


class WayBar(QProgressBar):
    """Shows a way for as long as it is given one, and is hidden without."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self._way: Way | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)
        self.hide()

    def follow(self, way: Way | None) -> None:
        """Show how far this has come from now on, or nothing."""
        self._way = way
        self.setVisible(way is not None)
        if way is None:
            self._timer.stop()
        else:
            self._look()
            self._timer.start()

    def _look(self) -> None:
        if self._way is not None:
            done, total = self._way.at
            self.setRange(0, total)
            self.setValue(done)
