"""Staff meetings (möten): agenda, who is there, what was said at each point, what was born there, and the next time.

Domain handbook 3.8, rule P51, row AC7. Minutes are written during the meeting: two people who write at the same point
both stand until somebody chooses. The events lie in `meeting_history`, the deciding in `holding`.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.leading.meeting.agendas import Point
from krisapp.domain.register import Register

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.leading.meeting.meeting_history import Attended, BornHere, Closed, Opened, PointAdded


class Born(StrEnum):
    """What a meeting can give birth to."""

    DECISION = "decision"
    TASK = "task"


class Planned(msgspec.Struct, frozen=True):
    """When the next meeting is, and by which agenda."""

    at: datetime
    agenda: str = ""


class Meetings:
    """The meetings of an incident by id, and when the next one is."""

    def __init__(self) -> None:
        self.by_id: dict[str, Meeting] = {}
        self.next: Register[Planned] = Register()

    def meeting(self, id: str) -> "Meeting":
        """Return a meeting, made when first asked for: what was written in it may be read before its opening."""
        return self.by_id.setdefault(id, Meeting(id))

    def held(self) -> "list[Meeting]":
        """Return the meetings that have begun, the first first."""
        return sorted((one for one in self.by_id.values() if one.opened), key=lambda one: one.number)


class Meeting:
    """One meeting. `number` is its place in the journal; `born` are the entries of decisions and tasks, by point."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.number = 0
        self.opened: Opened | None = None
        self.began: datetime | None = None
        self.attendance: dict[str, Register[Attended]] = {}
        self.added: dict[str, PointAdded] = {}
        self.dropped: dict[str, Register[bool]] = {}
        self.notes: dict[str, Register[str]] = {}
        self.turns: list[tuple[str, datetime]] = []
        self.born: list[BornHere] = []
        self.closing: Register[Closed] = Register()

    @property
    def name(self) -> str:
        """Return the name of its agenda."""
        return self.opened.name if self.opened else ""

    @property
    def closed(self) -> "Closed | None":
        """Return how it ended, or None while it goes on."""
        return self.closing.value

    @property
    def points(self) -> tuple[Point, ...]:
        """Return its points in order: the agenda's and those added, without those taken away. Locked ones stay."""
        order = list(self.opened.points) if self.opened else []
        for id, added in self.added.items():
            after = next((at for at, point in enumerate(order) if point.id == added.after), len(order) - 1)
            order.insert(after + 1, Point(id, added.text, added.minutes))
        return tuple(point for point in order if point.locked or not self.is_dropped(point.id))

    @property
    def present(self) -> tuple[str, ...]:
        """Return who is there: ids of the plan's people, and words for others."""
        there = dict.fromkeys(self.opened.present if self.opened else ())
        for person, register in self.attendance.items():
            said = register.value
            if said is not None and said.present:
                there[person] = None
            else:
                there.pop(person, None)
        return tuple(there)

    @property
    def current(self) -> str:
        """Return the id of the point that is dealt with now: the latest turned to, else the first."""
        ids = [point.id for point in self.points]
        turned = [point for point, _at in self.turns if point in ids]
        return turned[-1] if turned else next(iter(ids), "")

    @property
    def contested(self) -> tuple[str, ...]:
        """Return the points at which two people wrote at once and nobody has chosen."""
        return tuple(point.id for point in self.points if (one := self.notes.get(point.id)) and one.contested)

    def is_dropped(self, point: str) -> bool:
        """Return whether somebody has taken a point away."""
        register = self.dropped.get(point)
        return bool(register and register.value)

    def note(self, point: str) -> str:
        """Return what was written at a point; where two wrote, what was last read in the agreed order."""
        register = self.notes.get(point)
        return (register.value or "") if register else ""

    def done(self, point: str) -> bool:
        """Return whether a point has been dealt with: it has words, or others have come after it."""
        if self.note(point).strip() or self.closed is not None:
            return True
        return point != self.current and any(turned == point for turned, _at in self._began_turns)

    def spent(self, point: str, now: datetime) -> timedelta:
        """Return how long a point has been dealt with."""
        end = self.closed.ended_at if self.closed else now
        turns = self._began_turns
        stops = [at for _point, at in turns[1:]] + [end]
        parts = [max(stop - at, timedelta()) for (id, at), stop in zip(turns, stops, strict=True) if id == point]
        return sum(parts, timedelta())

    @property
    def _began_turns(self) -> list[tuple[str, datetime]]:
        """Return the turns with the first point, which begins with the meeting."""
        if self.opened is None or self.began is None:
            return self.turns
        first = next((point.id for point in self.opened.points), "")
        return [(first, self.began), *self.turns]


def ongoing(incident: "Incident") -> list[Meeting]:
    """Return the meetings that go on now, the latest last."""
    return [one for one in incident.part(Meetings).held() if one.closed is None]


def next_meeting(incident: "Incident") -> Planned | None:
    """Return when the next meeting is, or None while one goes on or none is set; the earliest where two were set."""
    if ongoing(incident):
        return None
    times = [planned for planned, _stamp in incident.part(Meetings).next.claims]
    return min(times, key=lambda one: one.at, default=None)


def overdue(incident: "Incident", now: datetime) -> Planned | None:
    """Return the meeting whose time has passed without it beginning; a whole minute is still in time."""
    planned = next_meeting(incident)
    return planned if planned is not None and now >= planned.at + timedelta(minutes=1) else None
