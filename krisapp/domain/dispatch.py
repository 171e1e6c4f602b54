"""The dispatch register (utbärning): texts that leave by telephone, on foot or on paper; who, where, when, proof.

Row CN8. Electronic texts are released and are out. These reach people when a person has carried them there, so each is
followed from planned to done, and a poster that hangs is wrong as soon as a newer text has been released.
"""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Later, Refused

if TYPE_CHECKING:
    from krisapp.domain.goals import Goal
    from krisapp.domain.incident import Incident


class Way(StrEnum):
    """How a text is carried: put up on paper, told by telephone, handed over on foot, or sent by the outbox."""

    PAPER = "paper"
    TELEPHONE = "telephone"
    FOOT = "foot"
    NET = "net"


WAY_NAMES = {Way.PAPER: N_("papper"), Way.TELEPHONE: N_("telefon"), Way.FOOT: N_("till fots"), Way.NET: N_("utskick")}

WAYS = {
    "C08": Way.TELEPHONE,
    "C10": Way.TELEPHONE,
    "C12": Way.PAPER,
    "C13": Way.PAPER,
    "C14": Way.TELEPHONE,
    "C15": Way.TELEPHONE,
    "C16": Way.TELEPHONE,
    "C17": Way.TELEPHONE,
    "C22": Way.PAPER,
    "C23": Way.PAPER,
    "C24": Way.FOOT,
    "C25": Way.TELEPHONE,
}
"""How the text of a channel is carried, unless somebody chooses another way."""


class State(StrEnum):
    """How far a dispatch has come. Done and failed are ends; a new try is a new dispatch."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    FAILED = "failed"


STATE_NAMES = {
    State.PLANNED: N_("planerad"),
    State.UNDER_WAY: N_("på väg"),
    State.DONE: N_("framme"),
    State.FAILED: N_("gick inte"),
}


class Dispatch(msgspec.Struct):
    """One text to one goal. `number` is the release it carries, `goal` a row of the plan ("flen-1") or nothing.

    `at` is when it came there, `proof` how that is known, `receiver` who took it there and `photo` the SHA-256 of a
    picture, in hex.
    """

    id: str
    message: str
    number: int
    way: str
    place: str
    where: str
    goal: str
    carrier: str
    planned: Stamp
    state: State = State.PLANNED
    moved: Stamp | None = None
    at: datetime | None = None
    receiver: str = ""
    proof: str = ""
    photo: str = ""
    reason: str = ""

    @property
    def spot(self) -> tuple[str, str, str]:
        """Return the message and the goal, by which a later dispatch takes over from an earlier one."""
        return self.message, self.place, self.goal or self.where.casefold()

    @property
    def open(self) -> bool:
        """Return whether somebody still has to do something."""
        return self.state in (State.PLANNED, State.UNDER_WAY)


@event("dispatch.planned")
class Planned(Event, frozen=True):
    """Somebody decided that a released text is to be carried to a goal, and by whom."""

    message: str
    number: int
    way: str
    where: str
    place: str = ""
    goal: str = ""
    carrier: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add it to the register."""
        incident.dispatches[stamp.id] = Dispatch(
            stamp.id,
            self.message,
            self.number,
            self.way,
            self.place,
            self.where,
            self.goal,
            self.carrier,
            stamp,
        )
        _note(
            incident,
            incident.dispatches[stamp.id],
            stamp,
            N_("{message}, nr {number}: {carrier} tar det till {where}.")
            if self.carrier
            else N_("{message}, nr {number}, ska till {where}."),
        )


@event("dispatch.left")
class Left(Event, frozen=True):
    """The carrier has the text and is under way."""

    dispatch: str
    carrier: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Mark it as under way, unless it has ended."""
        found = incident.dispatches.get(self.dispatch)
        if found is not None and found.open:
            found.state, found.moved = State.UNDER_WAY, stamp
            found.carrier = self.carrier or found.carrier
            _note(
                incident,
                found,
                stamp,
                N_("{message}, nr {number}, är på väg till {where} med {carrier}.")
                if found.carrier
                else N_("{message}, nr {number}, är på väg till {where}."),
            )


@event("dispatch.done")
class Done(Event, frozen=True):
    """The text is where it was to go: it hangs, was read aloud, or was taken down on the telephone.

    A report that comes after one of failure holds: what was done is done.
    """

    dispatch: str
    at: datetime
    receiver: str = ""
    proof: str = ""
    photo: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Mark it as done, once."""
        found = incident.dispatches.get(self.dispatch)
        if found is None or found.state is State.DONE:
            return
        found.state, found.moved, found.at, found.reason = State.DONE, stamp, self.at, ""
        found.receiver, found.proof, found.photo = self.receiver, self.proof, self.photo
        _note(
            incident,
            found,
            stamp,
            N_("{message}, nr {number}, är framme: {where}, kl. {time}. {proof}"),
            time=Later(lambda: self.at.astimezone(stamp.at.tzinfo).strftime("%H.%M")),
            proof=", ".join(part for part in (self.receiver, self.proof) if part),
        )


@event("dispatch.failed")
class Failed(Event, frozen=True):
    """The text did not come there, and why."""

    dispatch: str
    reason: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Mark it as failed, unless it has ended."""
        found = incident.dispatches.get(self.dispatch)
        if found is not None and found.open:
            found.state, found.moved, found.reason = State.FAILED, stamp, self.reason
            _note(
                incident,
                found,
                stamp,
                N_("{message}, nr {number}, kom inte fram till {where}: {reason}"),
                reason=self.reason,
            )


def _note(incident: "Incident", found: Dispatch, stamp: Stamp, sentence: str, **values: str | Later) -> None:
    incident.note(
        stamp,
        Kind.COMMUNICATION,
        sentence,
        message=Later(lambda: incident.title_of(found.message)),
        number=str(found.number),
        where=where_in_words(found),
        carrier=incident.name_of(found.carrier),
        **values,
    )


def where_in_words(found: Dispatch) -> str:
    """Return where a text is carried: "Bettna, Lanthandeln"."""
    return ", ".join(part for part in (found.place, found.where) if part)


def spot_of(message: str, goal: "Goal") -> tuple[str, str, str]:
    """Return the spot of a message at a goal, as `Dispatch.spot` names it."""
    return message, goal.place, goal.id or goal.where.casefold()


def plan_dispatch(
    incident: "Incident", message: str, goal: "Goal", *, carrier: str = "", way: Way | None = None
) -> Planned:
    """Plan to carry a text to a goal (planera). Raises `Refused` for a text that is not released (rule P53)."""
    found = incident.messages.get(message)
    if found is None or found.out is None:
        raise Refused(N_("Släpp texten först. Bara en text som är godkänd och släppt får bäras ut."))
    if not goal.where.strip():
        raise Refused(N_("Skriv vart texten ska."))
    same = [one for one in incident.dispatches.values() if one.number == found.out.number and one.open]
    if spot_of(message, goal) in {one.spot for one in same}:
        raise Refused(N_("Någon är redan på väg dit med texten: {where}."), where=goal.where)
    return Planned(
        message,
        found.out.number,
        way or WAYS.get(found.channel, Way.PAPER),
        goal.where.strip(),
        goal.place,
        goal.id,
        carrier.strip(),
    )


def leave(incident: "Incident", id: str, carrier: str = "") -> Left:
    """Hand the text to its carrier (lämna ut). Raises `Refused` when it has left or ended."""
    found = _open(incident, id)
    if found.state is State.UNDER_WAY:
        raise Refused(N_("Texten är redan på väg."))
    return Left(id, carrier.strip())


def finish(
    incident: "Incident", id: str, at: datetime, *, receiver: str = "", proof: str = "", photo: str = ""
) -> Done:
    """Report that the text is there (framme). Raises `Refused` when it is reported already, or lies ahead of `at`."""
    found = incident.dispatches[id]
    _hold_carried(found)
    if found.state is State.DONE:
        raise Refused(N_("Texten är redan framme."))
    if at < found.planned.at.replace(second=0, microsecond=0):
        raise Refused(N_("Tiden ligger innan utbärningen bestämdes. Kontrollera klockslaget."))
    return Done(id, at, receiver.strip(), proof.strip(), photo.strip())


def fail(incident: "Incident", id: str, reason: str) -> Failed:
    """Report that the text did not come there (gick inte). Raises `Refused` without a reason or when it has ended."""
    _open(incident, id)
    if not reason.strip():
        raise Refused(N_("Skriv varför texten inte kom fram."))
    return Failed(id, reason.strip())


def _hold_carried(found: Dispatch) -> None:
    """Hold that a person carries it: what the outbox sends is told by the outbox."""
    if found.way == Way.NET:
        raise Refused(N_("Utskicket följs i Utkorg. Där står vad som har hänt hos varje mottagare."))


def _open(incident: "Incident", id: str) -> Dispatch:
    found = incident.dispatches[id]
    _hold_carried(found)
    if not found.open:
        raise Refused(N_("Utbärningen är avslutad. Planera en ny."))
    return found
