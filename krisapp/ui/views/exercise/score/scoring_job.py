"""Counting the score away from the window (räkna resultat): the newest wish wins, and one at a time is read."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from krisapp.ui.background import Job
from krisapp.ui.views.exercise.score.reading import Past, Progress, Scored, read_past, read_score

if TYPE_CHECKING:
    from krisapp.ui.live import Live


REST = 2000
"""Milliseconds between two readings of a journal that goes on being written: a long one takes a second to read."""


class Scoring(QObject):
    """`scored` brings the `Scored` of the open incident. What happens while it is read is read after it."""

    scored = Signal(object)
    failed = Signal(str)

    def __init__(self, live: "Live", parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._job: Job | None = None
        self._again = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._begin_again)

    @property
    def busy(self) -> bool:
        """Return whether the journal is being read."""
        return self._job is not None

    def begin(self) -> None:
        """Read the journal of the open incident as it stands on disk."""
        if self._job is not None:
            self._again = True
            return
        live = self._live
        plan = live.plan
        job = self._job = Job(partial(read_score, live.desk.path, live.now(), lambda: plan), self)
        job.done.connect(self._done)
        job.failed.connect(self._fail)
        job.start()

    def _begin_again(self) -> None:
        if self._live.has_incident:
            self.begin()

    def _done(self, result: Scored) -> None:
        again, self._job, self._again = self._again, None, False
        if not self._live.has_incident:
            return
        if self._live.incident.id == result.account.incident.id:
            self.scored.emit(result)
        if again:
            self._rest.start()

    def _fail(self, error: Exception) -> None:
        self._job, self._again = None, False
        self.failed.emit(str(error))


class Folder(QObject):
    """`read` brings a `Past` of each incident file of the workplace; `progress` says how far that has come."""

    read = Signal(object)

    def __init__(self, live: "Live", parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self.progress: Progress | None = None
        self.past: list[Past] = []

    def begin(self) -> None:
        """Read them, unless they are being read."""
        if self.progress is not None:
            return
        live = self._live
        known, plan = live.workplace.incidents(), live.workplace.plan
        progress = self.progress = Progress(len(known))
        job = Job(partial(read_past, known, live.now(), lambda: plan, progress), self)
        job.done.connect(self._done)
        job.start()

    def stop(self) -> None:
        """Stop after the file that is being read; what was read is shown."""
        if self.progress is not None:
            self.progress.stopped = True

    def _done(self, past: list[Past]) -> None:
        self.progress, self.past = None, past
        self.read.emit(past)
