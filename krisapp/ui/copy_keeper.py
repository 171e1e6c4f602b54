"""Taking safety copies by itself (säkerhetskopior): every ten minutes, in a process of its own, and quietly."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer

from krisapp.backing_up import index_of, is_there, places
from krisapp.ui.background import Job
from krisapp.ui.views.after.command_run import CommandRun

if TYPE_CHECKING:
    from krisapp.ui.live import Live

EVERY = timedelta(minutes=10)
LOOK = 60_000
"""Milliseconds between looks at whether a copy is due."""


class CopyKeeper(QObject):
    """Brings the copy in each place up to date when it is older than `EVERY`; one that cannot be reached waits.

    `looking` while it asks whether one is due. It says nothing: the start screen tells how old each copy is.
    """

    def __init__(self, live: "Live", parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self.run = CommandRun(self)
        self.looking = False
        self._pool = QThreadPool(self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Take the first copy that is due. A job asks: a share that does not answer is waited for."""
        if self.run.busy or self.looking:
            return
        self.looking = True
        job = Job(partial(_due, self._live.workplace.folder, self._live.now()), self)
        job.done.connect(self._begin)
        job.start(self._pool)

    def _begin(self, place: Path | None) -> None:
        self.looking = False
        if place is not None:
            self.run.begin(["backup", str(place), "--workplace", str(self._live.workplace.folder)])


def _due(folder: Path, now: datetime) -> Path | None:
    """Return the first place of a workplace that can be reached and whose copy is too old."""
    for place in places(folder):
        index = index_of(place)
        if is_there(place) and (index is None or now - index.taken >= EVERY):
            return place
    return None
