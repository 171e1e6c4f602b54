"""Taking safety copies by itself (säkerhetskopior): every ten minutes, in a process of its own, and quietly."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from krisapp.backing_up import index_of, places
from krisapp.ui.views.after.command_run import CommandRun

if TYPE_CHECKING:
    from krisapp.ui.live import Live

EVERY = timedelta(minutes=10)
LOOK = 60_000
"""Milliseconds between looks at whether a copy is due."""


class CopyKeeper(QObject):
    """Brings the copy in each place up to date when it is older than `EVERY`; one that cannot be reached waits.

    It says nothing: the start screen tells how old each copy is, and the readiness check asks.
    """

    def __init__(self, live: "Live", parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self.run = CommandRun(self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Take the copy that is most in need, if one is due."""
        if self.run.busy:
            return
        folder, now = self._live.workplace.folder, self._live.now()
        for place in places(folder):
            index = index_of(place)
            if place.is_dir() and (index is None or now - index.taken >= EVERY):
                self.run.begin(["backup", str(place), "--workplace", str(folder)])
                return
