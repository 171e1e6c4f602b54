"""Meeting in the background (mötet): a job leaves and brings, another reads anew, and the window goes on meanwhile."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from krisapp.desk import Desk
from krisapp.domain.arrived import Arrived, arrived
from krisapp.domain.chain import Reading
from krisapp.domain.conflicts import conflicts
from krisapp.domain.consoles import Twin, twins
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan, digest, encode_plan
from krisapp.domain.words import _
from krisapp.exchanging import Meeting, Stopped, meet, meet_plans, reread
from krisapp.store.exchange.lying import Lying
from krisapp.store.exchange.plans import PlanLies
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.settings import Settings
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.way import Way

EVERY = 15_000
"""Milliseconds between meetings that are held by themselves."""


class Outcome(msgspec.Struct, frozen=True):
    """What came of a meeting, and from whom; `twins` are consoles that were restored or copied.

    `contested` is how many things have two values now.
    """

    meeting: Meeting
    arrived: tuple[Arrived, ...] = ()
    twins: tuple[Twin, ...] = ()
    contested: int = 0
    plans: tuple[PlanLies, ...] = ()
    """Adopted plans that lie on the medium and are not here."""

    @property
    def uneasy(self) -> bool:
        """Return whether a person has to look at it: something was refused, waits, or could not be read."""
        brought = self.meeting.brought
        return bool(brought.met.refused or brought.met.waiting or brought.cut or brought.bad or self.contested)


class Meetings(QObject):
    """Holds one meeting at a time for the open incident, when asked to or by itself.

    `way` tells how far it has come; `ended` brings an `Outcome`, `failed` the error, `stopped`
    nothing. `foot` brings words for the foot of the window.
    """

    ended = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    foot = Signal(str)

    def __init__(self, live: Live, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self._settings = live, settings
        self._desk: Desk | None = None
        self.way = Way()
        self._lying: tuple[Path, str, Lying] | None = None
        self._quiet = False
        self._plans: tuple[PlanLies, ...] = ()
        self._owed: Desk | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._by_itself)
        live.opened.connect(self.keep_on)

    @property
    def busy(self) -> bool:
        """Return whether a meeting is held."""
        return self._desk is not None

    @property
    def quiet(self) -> bool:
        """Return whether the meeting is held by itself."""
        return self._quiet

    def keep_on(self) -> None:
        """Meet by itself from now on, or no longer, as the settings say."""
        on = self._settings.meets_by_itself and bool(self._settings.meeting) and self._live.has_incident
        if on and not self._timer.isActive():
            self._timer.start()
            self.foot.emit(_("Möter {folder} av sig självt.").format(folder=Path(self._settings.meeting).name))
        elif not on and self._timer.isActive():
            self._timer.stop()
            self.foot.emit("")

    def begin(self, medium: Path, *, quiet: bool = False) -> None:
        """Meet on a medium, unless a meeting is held."""
        if self.busy or not self._live.has_incident:
            return
        desk = self._desk = self._live.desk
        way = self.way = Way()
        self._quiet = quiet
        path, incident, clock = desk.path, desk.incident.id, self._live.workplace.clock
        lying = self._known(medium, incident) if quiet else Lying()
        adopted, known = (None, set[str]()) if quiet else self._plans_here()

        def work() -> Meeting | None:
            try:
                # The plans first: what fails after the entries have come would leave the window without them.
                self._plans = () if quiet else tuple(meet_plans(medium, adopted, known))
                return meet(path, incident, medium, clock, way.go_on, lying)
            except Stopped:
                return None

        self._plans = ()
        self._start(work, self._met)

    def _plans_here(self) -> tuple[Plan | None, set[str]]:
        """Return the adopted plan, and the digests of all plans this console has."""
        place = self._live.workplace
        versions = {version.digest for version in place.plans.versions()}
        return place.adopted_plan(), versions | {digest(encode_plan(place.plan))}

    def stop(self) -> None:
        """Stop the meeting before its next file; what is done stays."""
        self.way.stop()

    def _known(self, medium: Path, incident: str) -> Lying:
        if self._lying is None or self._lying[:2] != (medium, incident):
            self._lying = medium, incident, Lying()
        return self._lying[2]

    def _start(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        job = Job(work, self)
        job.done.connect(then)
        job.failed.connect(self._fail)
        job.start()

    def _met(self, meeting: object) -> None:
        if self._is_gone():
            return
        if not isinstance(meeting, Meeting):
            self._desk = None
            self.stopped.emit()
        elif meeting.brought.met.count or meeting.brought.blobs or self._owed is self._desk:
            self._reread(meeting)
        else:
            self._end(Outcome(meeting, plans=self._plans))

    def _reread(self, meeting: Meeting, told: Outcome | None = None) -> None:
        """Read the incident with what came. What is done meanwhile is remembered by the desk."""
        desk, live = self._live.desk, self._live
        desk.set_apart()
        path, clock, plan, plans = desk.path, live.workplace.clock, live.plan, self._plans

        def work() -> tuple[Incident, Reading, Outcome]:
            incident, reading = reread(path, clock, lambda: plan)
            met = meeting.brought.met
            came, same = tuple(arrived(reading, met.new, met.consoles)), tuple(twins(reading))
            found = told or Outcome(meeting, came, same, len(conflicts(incident)), plans)
            return incident, reading, found

        self._start(work, self._take_over)

    def _take_over(self, read: object) -> None:
        if self._is_gone():
            return
        assert isinstance(read, tuple)
        incident, reading, outcome = read
        if self._live.desk.take_over(incident, reading):
            self._owed = None
            self._end(outcome)
        else:
            self._reread(outcome.meeting, outcome)

    def _is_gone(self) -> bool:
        """Return whether the incident was closed meanwhile: what came is in its file and is read when it is opened."""
        gone = not self._live.has_incident or self._live.desk is not self._desk
        if gone:
            self._desk = None
            self.stopped.emit()
        return gone

    def _end(self, outcome: Outcome) -> None:
        self._desk = None
        self._say_foot(outcome)
        self.ended.emit(outcome)

    def _fail(self, error: object) -> None:
        # Some of it may lie in the file by now: it is read at the next meeting, though that brings nothing new.
        self._owed, self._desk = self._desk, None
        if self._quiet:
            self.foot.emit(_("Mötet kl. {time} gick inte: {reason}").format(time=at(self._live.now()), reason=error))
        self.failed.emit(error)

    def _say_foot(self, outcome: Outcome) -> None:
        if not self._timer.isActive():
            return
        name = Path(self._settings.meeting).name
        words = _("Mötte {folder} kl. {time}.")
        if outcome.uneasy:
            words = _("Mötte {folder} kl. {time}. Något behöver ses över: Ctrl+Skift+M.")
        self.foot.emit(words.format(folder=name, time=at(self._live.now())))

    def _by_itself(self) -> None:
        self.begin(Path(self._settings.meeting), quiet=True)
