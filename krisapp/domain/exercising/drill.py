"""A drill as it stands (övningens läge): its scenario, its clock, and what became of each inject."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import E, Event, Stamp, event
from krisapp.domain.exercising.conditions import has_happened
from krisapp.domain.exercising.scenario import MOST_MINUTES, Inject, Scenario
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.exercising.taking import InjectTaken
    from krisapp.domain.incident import Incident

SPEEDS = (1, 2, 4, 10, 20)
"""How many times faster than the watch the exercise clock may go."""


class Standing(StrEnum):
    """What has become of an inject (status)."""

    PLANNED = "planned"
    HELD = "held"
    SENT = "sent"
    SKIPPED = "skipped"


STANDINGS = {
    Standing.PLANNED: N_("planerat"),
    Standing.HELD: N_("hålls"),
    Standing.SENT: N_("skickat"),
    Standing.SKIPPED: N_("överhoppat"),
}


class Act(msgspec.Struct, frozen=True):
    """What was done with an inject, at which exercise minute, by whom."""

    standing: Standing
    minute: float
    stamp: Stamp
    reason: str = ""


class Drill:
    """What the journal of a drill says of it; made empty, and only events change it."""

    def __init__(self) -> None:
        self.scenario: Scenario | None = None
        self.began: Stamp | None = None
        self.attachments: dict[str, str] = {}
        self.clock: list[tuple[ClockSet, Stamp]] = []
        self.acts: dict[str, list[Act]] = {}
        self.improvised: dict[str, Inject] = {}
        self.moved: dict[str, int] = {}
        self.observations: list[tuple[Observed, Stamp]] = []
        self.taken: dict[str, tuple[InjectTaken, Stamp]] = {}
        self.ended: tuple[DrillEnded, Stamp] | None = None

    @property
    def injects(self) -> tuple[Inject, ...]:
        """Return the injects of the scenario and those that were improvised, in the order they are planned."""
        planned = self.scenario.injects if self.scenario else ()
        return tuple(sorted((*planned, *self.improvised.values()), key=lambda one: (one.reserve, self.minute_of(one))))

    def minute_of(self, inject: Inject) -> int:
        """Return the minute an inject is planned for, where it has been moved to if so."""
        return self.moved.get(inject.id, inject.at)

    def standing(self, inject: str) -> Standing:
        """Return what has become of an inject."""
        acts = self.acts.get(inject)
        return acts[-1].standing if acts else Standing.PLANNED

    def sent_at(self, inject: str) -> Act | None:
        """Return when an inject was sent the first time, or None."""
        return next((act for act in self.acts.get(inject, ()) if act.standing is Standing.SENT), None)

    @property
    def all_acts(self) -> list[Act]:
        """Return everything that has been done with injects."""
        return [act for acts in self.acts.values() for act in acts]

    @property
    def running(self) -> bool:
        """Return whether the exercise clock goes."""
        return bool(self.clock) and self.clock[-1][0].speed > 0

    def minute(self, now: datetime) -> float:
        """Return the exercise minute (T+) at a time of the watch; it stands still while the clock is paused."""
        last = next(((set_, stamp) for set_, stamp in reversed(self.clock) if stamp.at <= now), None)
        if last is None:
            return 0.0
        set_, stamp = last
        return set_.minute + (now - stamp.at).total_seconds() / 60 * set_.speed

    def due(self, incident: "Incident", now: datetime) -> list[Inject]:
        """Return the injects to be sent now, in order: their minute has come and what they wait for has happened."""
        if self.ended is not None:
            return []
        minute = self.minute(now)
        return [
            one
            for one in self.injects
            if not one.reserve
            and self.minute_of(one) <= minute
            and self.standing(one.id) is Standing.PLANNED
            and (one.after is None or has_happened(incident, self, one.after))
        ]

    def needless(self, incident: "Incident", inject: Inject) -> bool:
        """Return whether the team has done what an inject was to bring about, so that it is passed over when due."""
        return inject.unless is not None and has_happened(incident, self, inject.unless)


@event("drill.began")
class DrillBegan(Event, frozen=True):
    """A drill began (STARTEX) with a scenario, kept as it was; `attachments` are the hashes of its files, by name."""

    scenario: Scenario
    attachments: dict[str, str] = msgspec.field(default_factory=dict)

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it; the first one counts."""
        drill = incident.part(Drill)
        if drill.scenario is None:
            drill.scenario, drill.began, drill.attachments = self.scenario, stamp, self.attachments


@event("drill.clock_set")
class ClockSet(Event, frozen=True):
    """The exercise clock was set: at which minute it stands, and how fast it goes; 0 is paused (PAUSEX)."""

    minute: float
    speed: int

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it, in the order it was read."""
        _keep(incident.part(Drill).clock, self, stamp)


@event("drill.ended")
class DrillEnded(Event, frozen=True):
    """The drill ended (ENDEX), or was broken off with a reason. `reached` are the goals of a quick drill that were."""

    minute: float
    reason: str = ""
    reached: tuple[str, ...] = ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Let the clock stand. The first end counts."""
        drill = incident.part(Drill)
        _keep(drill.clock, ClockSet(self.minute, 0), stamp)
        drill.ended = drill.ended or (self, stamp)


@event("inject.handled")
class InjectHandled(Event, frozen=True):
    """An inject was sent, held, let go again or skipped. One that is sent twice was repeated."""

    inject: str
    standing: Standing
    minute: float
    reason: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it."""
        acts = incident.part(Drill).acts.setdefault(self.inject, [])
        if all(act.stamp.id != stamp.id for act in acts):
            acts.append(Act(self.standing, self.minute, stamp, self.reason))


@event("inject.moved")
class InjectMoved(Event, frozen=True):
    """An inject was given another minute."""

    inject: str
    to: int

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it; the latest counts."""
        del stamp
        incident.part(Drill).moved[self.inject] = self.to


@event("inject.improvised")
class Improvised(Event, frozen=True):
    """The exercise director added an inject that no scenario has."""

    inject: Inject

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it."""
        del stamp
        incident.part(Drill).improvised[self.inject.id] = self.inject


@event("drill.observed")
class Observed(Event, frozen=True):
    """An evaluator noted something (observation), of an objective, of an inject or of neither.

    `rating` is P, S, M or U: performed without challenges, with some, with major ones, unable (handbook 9.4).
    """

    text: str
    minute: float
    objective: str = ""
    inject: str = ""
    rating: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it."""
        _keep(incident.part(Drill).observations, self, stamp)


RATINGS = {
    "P": N_("genomfört utan svårigheter"),
    "S": N_("genomfört med vissa svårigheter"),
    "M": N_("genomfört med stora svårigheter"),
    "U": N_("inte genomfört"),
}


def _keep(kept: list[tuple[E, Stamp]], happened: E, stamp: Stamp) -> None:
    """Add what happened, unless that very entry has been read already."""
    if all(known.id != stamp.id for _happened, known in kept):
        kept.append((happened, stamp))


def begin(incident: "Incident", scenario: Scenario, attachments: dict[str, str] | None = None) -> tuple[Event, ...]:
    """Begin a drill with its clock going. Raises `Refused` in a real incident, or where one has begun (rule EX1)."""
    if not incident.exercise:
        raise Refused(N_("Ett scenario kan bara spelas i en övning. Starta en övning först."))
    if incident.part(Drill).scenario is not None:
        raise Refused(N_("Övningen har redan ett scenario. Starta en ny övning för ett annat."))
    return DrillBegan(scenario, attachments or {}), ClockSet(0.0, 1)


def set_clock(drill: Drill, now: datetime, *, speed: int | None = None, jump_to: float | None = None) -> ClockSet:
    """Set how fast the clock goes (0 pauses), or jump to a later minute. Raises `Refused` for a jump backwards."""
    minute = drill.minute(now)
    if jump_to is not None and jump_to < minute:
        raise Refused(N_("Övningsklockan kan inte gå bakåt. Hoppa till en senare minut."))
    going = drill.clock[-1][0].speed if drill.clock else 0
    return ClockSet(minute if jump_to is None else jump_to, going if speed is None else speed)


def end(incident: "Incident", now: datetime, reason: str = "") -> DrillEnded:
    """End the drill (ENDEX), or break it off with a reason. Raises `Refused` when it has not begun or has ended."""
    drill = incident.part(Drill)
    if drill.scenario is None:
        raise Refused(N_("Ingen övning har börjat."))
    if drill.ended is not None:
        raise Refused(N_("Övningen är redan slut."))
    reached = tuple(goal.name for goal in drill.scenario.goals if has_happened(incident, drill, goal.when))
    return DrillEnded(round(drill.minute(now), 2), reason.strip(), reached)


def move(drill: Drill, inject: str, to: int) -> InjectMoved:
    """Give an inject another minute. Raises `Refused` for one that is not there, or a minute outside the longest."""
    if inject not in {one.id for one in drill.injects}:
        raise Refused(N_("Inspelet {id} finns inte i övningen."), id=inject)
    if not 0 <= to <= MOST_MINUTES:
        raise Refused(N_("Skriv en minut mellan 0 och {most}."), most=MOST_MINUTES)
    return InjectMoved(inject, to)


def observe(
    drill: Drill, now: datetime, text: str, *, objective: str = "", inject: str = "", rating: str = ""
) -> Observed:
    """Note an observation (anteckna). Raises `Refused` when there is neither text nor rating."""
    if not text.strip() and not rating:
        raise Refused(N_("Skriv vad du ser, eller välj P, S, M eller U."))
    return Observed(text.strip(), round(drill.minute(now), 2), objective, inject, rating)


def resume(drill: Drill, last: datetime) -> ClockSet | None:
    """Return the clock paused where a drill was when its machine died: at its last entry; None if it stood already."""
    return ClockSet(drill.minute(last), 0) if drill.running else None


def handle(drill: Drill, inject: str, standing: Standing, now: datetime, reason: str = "") -> InjectHandled:
    """Send, hold, let go or skip an inject. Raises `Refused` for one that is not there, or skipped without a reason."""
    if inject not in {one.id for one in drill.injects}:
        raise Refused(N_("Inspelet {id} finns inte i övningen."), id=inject)
    if standing is Standing.SKIPPED and not reason.strip():
        raise Refused(N_("Skriv varför inspelet hoppas över."))
    return InjectHandled(inject, standing, round(drill.minute(now), 2), reason.strip())


def improvise(drill: Drill, inject: Inject) -> Improvised:
    """Add an inject of one's own. Raises `Refused` for one without text, or with an id that is taken."""
    if not inject.text.strip():
        raise Refused(N_("Skriv vad inspelet säger."))
    if inject.id in {one.id for one in drill.injects}:
        raise Refused(N_("Ett inspel heter redan {id}. Välj ett annat namn."), id=inject.id)
    return Improvised(inject)
