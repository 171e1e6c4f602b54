"""Improvements (förbättringar): what is to be better, who sees to it by when, and whether the next drill shows it.

Handbook 3.15 and 9.2: measures with owner and date that are carried out and followed up. One becomes an item of the
annual wheel, and stands in the next drill's list of what is tried until somebody has said whether it held.
"""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.plan import Plan

LONGEST = 500
"""Characters of an improvement."""


class Improving(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is to be better: in words, which role or person owns it, the last day, and the measure that showed it."""

    text: str
    owner: str = ""
    due: date | None = None
    about: str = ""


class End(StrEnum):
    """How an improvement ended."""

    DONE = "done"
    DROPPED = "dropped"


class Improvement:
    """One improvement; `id` is the entry that began it, `wheel` the item of the annual wheel that it became."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.stamp: Stamp | None = None
        self.said: Register[Improving] = Register()
        self.ended: Register[Ended] = Register()
        self.wheel = ""

    @property
    def words(self) -> Improving:
        """Return what it says as it stands."""
        assert self.said.value is not None, "not yet read"
        return self.said.value

    @property
    def end(self) -> "Ended | None":
        """Return how it ended, or None while it is open."""
        ended = self.ended.value
        return ended if ended and ended.how else None


class Improvements:
    """The improvements of an incident, and the earlier ones that this drill has tried, by drill and entry."""

    def __init__(self) -> None:
        self.by_id: dict[str, Improvement] = {}
        self.tried: dict[tuple[str, str], Register[Tried]] = {}

    def one(self, id: str) -> Improvement:
        """Return an improvement, made when first asked for: what happens to it may be read before it."""
        return self.by_id.setdefault(id, Improvement(id))

    @property
    def all(self) -> list[Improvement]:
        """Return those that were proposed and not dropped, in the order of their entries."""
        kept = [one for one in self.by_id.values() if one.stamp and one.said.value]
        kept = [one for one in kept if not (one.end and one.end.how is End.DROPPED)]
        return sorted(
            kept, key=lambda one: (one.stamp.tick, one.stamp.stream, one.stamp.seq) if one.stamp else (0, "", 0)
        )

    @property
    def open(self) -> list[Improvement]:
        """Return those that nobody has said are done."""
        return [one for one in self.all if one.end is None]


@event("improvement.proposed")
class Proposed(Event, frozen=True):
    """Somebody said what is to be better."""

    words: Improving

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add it, and log it."""
        one = incident.part(Improvements).one(stamp.id)
        if one.stamp is not None:
            return
        one.stamp = stamp
        if not one.said.claims:
            one.said.set(self.words, stamp)
        incident.note(
            stamp,
            Kind.TASK,
            N_("Förbättring: {text} Ansvarig: {owner}, klart {due}."),
            text=self.words.text,
            owner=self.words.owner or "–",
            due=self.words.due.isoformat() if self.words.due else "–",
        )


@event("improvement.changed")
class Changed(Event, frozen=True):
    """Somebody gave an improvement other words, another owner or another day."""

    improvement: str
    words: Improving

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what it said before."""
        return incident.part(Improvements).one(self.improvement).said.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set them, and log it."""
        incident.part(Improvements).one(self.improvement).said.set(self.words, stamp)
        incident.note(
            stamp,
            Kind.TASK,
            N_("Förbättring ändrad: {text} Ansvarig: {owner}, klart {due}."),
            text=self.words.text,
            owner=self.words.owner or "–",
            due=self.words.due.isoformat() if self.words.due else "–",
        )


@event("improvement.ended")
class Ended(Event, frozen=True):
    """An improvement was carried out, or dropped with a reason; "" takes that back."""

    improvement: str
    how: End | None = None
    reason: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return how it stood before."""
        return incident.part(Improvements).one(self.improvement).ended.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it."""
        incident.part(Improvements).one(self.improvement).ended.set(self, stamp)


@event("improvement.planned")
class InWheel(Event, frozen=True):
    """An improvement became an item of the annual wheel; `item` is its id there, and "" takes it back."""

    improvement: str
    item: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it; the latest counts."""
        del stamp
        incident.part(Improvements).one(self.improvement).wheel = self.item


@event("improvement.tried")
class Tried(Event, frozen=True):
    """A later drill tried an improvement of an earlier one (prövas): whether it held, and what was seen.

    `origin` is the id of the drill or incident where it stands, and `text` what it said there then.
    """

    origin: str
    improvement: str
    text: str
    held: bool
    seen: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what was said of it before."""
        register = incident.part(Improvements).tried.get((self.origin, self.improvement))
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it, and log it."""
        tried = incident.part(Improvements).tried
        tried.setdefault((self.origin, self.improvement), Register()).set(self, stamp)
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("Förbättring från {origin} prövad och håller: {text} {seen}")
            if self.held
            else N_("Förbättring från {origin} prövad och håller inte: {text} {seen}"),
            origin=self.origin,
            text=self.text,
            seen=self.seen,
        )


def propose(words: Improving) -> Proposed:
    """Say what is to be better (ny förbättring). Raises `Refused` when it is empty or too long."""
    return Proposed(_sound(words))


def change(incident: "Incident", id: str, words: Improving) -> Changed:
    """Change an improvement (ändra). Raises `Refused` when nothing is changed, and as `propose` does."""
    words = _sound(words)
    one = incident.part(Improvements).one(id)
    if one.words == words and not one.said.contested:
        raise Refused(N_("Inget är ändrat."))
    return Changed(id, words)


def end(incident: "Incident", id: str, how: End | None, reason: str = "") -> Ended:
    """End an improvement (klar, stryk) or open it again. Raises `Refused` when one is dropped without a reason."""
    if how is End.DROPPED and not reason.strip():
        raise Refused(N_("Skriv varför förbättringen stryks."))
    one = incident.part(Improvements).one(id)
    if (one.end.how if one.end else None) is how:
        raise Refused(N_("Inget är ändrat."))
    return Ended(id, how, reason.strip())


def owner_name(plan: "Plan | None", owner: str) -> str:
    """Return an owner as people say it: a role by its name, else the words as they stand."""
    role = plan.role(owner) if plan else None
    return role.name if role else owner


def _sound(words: Improving) -> Improving:
    text = " ".join(words.text.split())
    if not text:
        raise Refused(N_("Skriv vad som ska bli bättre."))
    if len(text) > LONGEST:
        raise Refused(N_("Förbättringen är {length} tecken. Högst {limit} får plats."), length=len(text), limit=LONGEST)
    return msgspec.structs.replace(words, text=text, owner=words.owner.strip())
