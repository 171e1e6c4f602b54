"""What happens in a meeting (mötets händelser): it begins, people come, points are dealt with, it ends.

The log tells of beginning and end; what was said stands in the minutes.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.leading.meeting.agendas import Point
from krisapp.domain.leading.meeting.meetings import Born, Meetings, Planned
from krisapp.domain.log import Kind
from krisapp.domain.register import Register
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("meeting.opened")
class Opened(Event, frozen=True):
    """A meeting begins. It holds the points of its agenda as they were, so that the minutes stand alone."""

    agenda: str
    name: str
    minutes: int
    points: tuple[Point, ...]
    present: tuple[str, ...] = ()
    place: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the time that was set for the next meeting: this is it."""
        return incident.part(Meetings).next.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Begin the meeting and log it."""
        meetings = incident.part(Meetings)
        meeting = meetings.meeting(stamp.id)
        if meeting.opened is not None:
            return
        meeting.number = len(meetings.held()) + 1
        meeting.opened, meeting.began = self, stamp.at
        meetings.next.drop(stamp.replaces)
        incident.note(
            stamp,
            Kind.OBSERVATION,
            N_("Möte {number} börjar: {name}. {count} närvarande."),
            number=str(meeting.number),
            name=self.name,
            count=str(len(meeting.present)),
        )


@event("meeting.attended")
class Attended(Event, frozen=True):
    """Somebody is at a meeting, or is not: a person's id, or words for one the plan does not have."""

    meeting: str
    person: str
    present: bool

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what was said of the same person."""
        register = incident.part(Meetings).meeting(self.meeting).attendance.get(self.person)
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it."""
        attendance = incident.part(Meetings).meeting(self.meeting).attendance
        attendance.setdefault(self.person, Register()).set(self, stamp)


@event("meeting.point_added")
class PointAdded(Event, frozen=True):
    """Somebody added a point of their own to a meeting, after another. The entry's id is the point's."""

    meeting: str
    text: str
    after: str = ""
    minutes: int = 0

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add it."""
        incident.part(Meetings).meeting(self.meeting).added[stamp.id] = self


@event("meeting.point_dropped")
class PointDropped(Event, frozen=True):
    """Somebody took a point away from a meeting, or put it back. On a locked point it has no effect (rule P51)."""

    meeting: str
    point: str
    dropped: bool = True

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what was said of the same point."""
        register = incident.part(Meetings).meeting(self.meeting).dropped.get(self.point)
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it."""
        dropped = incident.part(Meetings).meeting(self.meeting).dropped
        dropped.setdefault(self.point, Register()).set(self.dropped, stamp)


@event("meeting.turned")
class Turned(Event, frozen=True):
    """The meeting went on to a point; its time runs from here."""

    meeting: str
    point: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Go on."""
        incident.part(Meetings).meeting(self.meeting).turns.append((self.point, stamp.at))


@event("meeting.noted")
class Noted(Event, frozen=True):
    """Somebody wrote what was said at a point: the whole text, in place of what they saw.

    `sees` are the entries whose text stood there when they began to type, where something else may have come since.
    """

    meeting: str
    point: str
    text: str
    sees: tuple[str, ...] | None = None

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what stands at the point, or what stood there when the typing began."""
        register = incident.part(Meetings).meeting(self.meeting).notes.get(self.point)
        return self.sees if self.sees is not None else register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it. The log does not repeat it: it is in the minutes."""
        notes = incident.part(Meetings).meeting(self.meeting).notes
        notes.setdefault(self.point, Register()).set(self.text, stamp)


@event("meeting.born")
class BornHere(Event, frozen=True):
    """A decision or a task was born at a point of a meeting. `entry` is the entry that made it."""

    meeting: str
    point: str
    sort: Born
    entry: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Link it, once."""
        del stamp
        born = incident.part(Meetings).meeting(self.meeting).born
        if all(one.entry != self.entry for one in born):
            born.append(self)


@event("meeting.closed")
class Closed(Event, frozen=True):
    """A meeting ended. `reason` says why no next one is set; `code` is the check code of the journal at the end."""

    meeting: str
    ended_at: datetime
    next_at: datetime | None = None
    next_agenda: str = ""
    reason: str = ""
    code: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing end, and the standing time of the next meeting."""
        meetings = incident.part(Meetings)
        return (*meetings.meeting(self.meeting).closing.heads, *meetings.next.heads)

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """End it, set the next one, and log both."""
        meetings = incident.part(Meetings)
        meeting = meetings.meeting(self.meeting)
        meeting.closing.set(self, stamp)
        meetings.next.drop(stamp.replaces)
        if self.next_at is not None:
            meetings.next.set(Planned(self.next_at, self.next_agenda), stamp)
        incident.note(
            stamp,
            Kind.OBSERVATION,
            N_("Möte {number} slut: {name}. Nästa möte kl. {time}.")
            if self.next_at
            else N_("Möte {number} slut: {name}. Inget nytt möte är satt: {reason}"),
            number=str(meeting.number),
            name=meeting.name,
            time=f"{self.next_at:%H.%M}" if self.next_at else "",
            reason=self.reason,
        )


@event("meeting.reopened")
class Reopened(Event, frozen=True):
    """A meeting that was ended too early goes on."""

    meeting: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing end."""
        return incident.part(Meetings).meeting(self.meeting).closing.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Take the end away, and the next time it set."""
        meetings = incident.part(Meetings)
        meeting = meetings.meeting(self.meeting)
        meeting.closing.drop(stamp.replaces)
        meetings.next.drop(stamp.replaces)
        incident.note(
            stamp,
            Kind.OBSERVATION,
            N_("Möte {number} fortsätter: {name}."),
            number=str(meeting.number),
            name=meeting.name,
        )


@event("meeting.planned")
class NextPlanned(Event, frozen=True):
    """Somebody set or moved the next meeting; without a time none is wanted any longer."""

    at: datetime | None
    agenda: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing time."""
        return incident.part(Meetings).next.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it and log it."""
        planned = incident.part(Meetings).next
        planned.drop(stamp.replaces)
        if self.at is not None:
            planned.set(Planned(self.at, self.agenda), stamp)
        incident.note(
            stamp,
            Kind.OBSERVATION,
            N_("Nästa möte är kl. {time}.") if self.at else N_("Inget nästa möte är satt."),
            time=f"{self.at:%H.%M}" if self.at else "",
        )
