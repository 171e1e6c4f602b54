"""Opening a replay (öppna uppspelning): the journal is read in the background, and a window of its own shows it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from krisapp.desk import read_incident
from krisapp.domain.chain import Reading
from krisapp.domain.consoles import know_consoles
from krisapp.domain.exercising.drill import Drill
from krisapp.domain.history import started
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.domain.replaying import Recording
from krisapp.domain.words import N_, Refused
from krisapp.store.journal import Journal
from krisapp.store.trouble import Trouble
from krisapp.ui.attempt import tell_refused
from krisapp.ui.background import Job
from krisapp.ui.last_resort import remedy
from krisapp.ui.views.after.replay_live import PastDesk, PastLive
from krisapp.ui.views.after.replay_window import ReplayWindow

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class _Read(NamedTuple):
    recording: Recording
    plan: Plan
    over: bool
    """Whether the drill it holds has ended, or there is none."""


def recording_of(reading: Reading, plan: Plan | None) -> Recording:
    """Return a recording of a journal that was read. Raises `Refused` for one without a start."""
    if started(reading.entries) is None:
        raise Refused(N_("Journalen har ingen början och går inte att spela upp."))

    def blank() -> Incident:
        incident = Incident(plan)
        know_consoles(incident, reading, "")
        return incident

    return Recording(reading.entries, blank)


class Opening(QObject):
    """Opens replays for a part of the window: the Efter page, and the screen of exercises.

    `opened` brings the `ReplayWindow` when it is shown. What goes wrong is said by the nearest part that can.
    """

    opened = Signal(object)

    def __init__(self, live: "Live", near: QWidget) -> None:
        super().__init__(near)
        self._live, self._near = live, near
        self._job: Job | None = None
        self._path = Path()

    @property
    def busy(self) -> bool:
        """Return whether a journal is being read."""
        return self._job is not None

    def open(self, path: Path) -> None:
        """Read an incident file, also one that is open for writing here, and show it when that is done."""
        if self._job is not None:
            return
        plan, now = self._live.workplace.plan, self._live.now()
        self._path = path

        def read() -> _Read:
            with Journal.read(path) as journal:
                incident, reading = read_incident(journal, lambda: now, lambda: plan)
            drill = incident.part(Drill)
            over = drill.scenario is None or drill.ended is not None
            return _Read(recording_of(reading, incident.plan), incident.plan or plan, over)

        self._job = Job(read, self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._fail)
        self._job.start()

    def _show(self, read: object) -> None:
        self._job = None
        if not isinstance(read, _Read):
            return
        desk = PastDesk(Journal.read(self._path), read.recording)
        # While a drill goes on its team must not see what its director plans, and this is a screen of the team.
        played_now = self._live.has_incident and self._live.desk.path == desk.path
        past = PastLive(self._live.workplace, desk, read.plan, self)
        window = ReplayWindow(past, self._near.window(), director=read.over or not played_now)
        window.show()
        window.start()
        self.opened.emit(window)

    def _fail(self, error: object) -> None:
        self._job = None
        if isinstance(error, Refused):
            tell_refused(self._near, str(error))
        elif isinstance(error, OSError | Trouble):
            tell_refused(self._near, remedy(error))
