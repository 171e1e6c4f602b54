"""What the screens listen to in a replay (uppspelning): a desk one can look at, and at which nothing can be done.

There is no way to write from here: the journal is open for reading, the desk refuses every event, the plan's tables
cannot be reached, and no folder is offered to save settings, words or ways out in.
"""

from datetime import datetime
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject

from krisapp.desk import Desk
from krisapp.domain.events import Event, Stamp
from krisapp.domain.plan import Plan
from krisapp.domain.replaying import Recording
from krisapp.domain.words import N_, Refused
from krisapp.store.journal import Journal
from krisapp.ui.live import Live
from krisapp.workplace import Workplace

if TYPE_CHECKING:
    from krisapp.store.plan.plan_store import PlanStore

NOWHERE = "uppspelning"
"""A folder of the workplace that does not exist: what is kept beside an incident is neither read nor written."""


def _only_looking() -> Refused:
    return Refused(N_("Det här är en uppspelning. Du kan titta, men inget kan ändras."))


class PastDesk(Desk):
    """The desk as it stood at a moment. `moment` is its clock."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self.recording = recording
        self.number = 0
        self.moment = recording.time(0)
        super().__init__(journal, recording.incident(0), self._clock)

    def go(self, number: int, moment: datetime) -> None:
        """Stand at a moment, so many entries from the beginning, and tell."""
        self.number, self.moment = number, moment
        self.incident = self.recording.incident(number)
        self.tell()

    def do(self, *happened: Event, person: str = "") -> tuple[Stamp, ...]:
        """Refuse: what has been is not changed by looking at it."""
        del happened, person
        raise _only_looking()

    def keep_time(self) -> None:
        """Log nothing: the promises that were broken then are in the journal."""

    def _clock(self) -> datetime:
        return self.moment


class PastWorkplace(Workplace):
    """The workplace as a replay sees it: the plan the incident ran on, and nothing to open, start or keep."""

    def __init__(self, real: Workplace, desk: PastDesk, plan: Plan) -> None:
        super().__init__(real.folder, desk.clock)
        self.folder = real.folder / NOWHERE
        self._plan = plan

    @property
    def plans(self) -> "PlanStore":
        """Refuse: the plan of today is another matter."""
        raise _only_looking()

    def open(self, path: object) -> NoReturn:
        """Refuse: one incident is played at a time."""
        del path
        raise _only_looking()

    def start(self, **_parts: object) -> NoReturn:
        """Refuse: nothing begins in a replay."""
        raise _only_looking()


class PastLive(Live):
    """The desk of a replay, for the screens. Nobody sits at it, and it ticks when it is moved, not by the watch."""

    def __init__(self, real: Workplace, desk: PastDesk, plan: Plan, parent: QObject) -> None:
        super().__init__(PastWorkplace(real, desk, plan), parent)
        self._timer.stop()
        self.past = desk
        self.open(desk)
