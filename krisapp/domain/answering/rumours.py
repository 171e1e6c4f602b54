"""Rumours (rykten): as heard, counted, checked, and answered with the truth first (H11, rules P34 and F9).

A rumour stands on the fact sheet with the status rumour, so that every check of a text knows its words. When somebody
who may know has spoken, the fact changes its status by the rules of domain handbook 5.3 and the rumour its verdict.
"""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.answering.tally import Ask, Tally, total
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.log import Kind
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class Verdict(StrEnum):
    """What checking has shown (H11-03)."""

    UNVERIFIED = "unverified"
    FALSE = "false"
    TRUE = "true"
    PARTLY = "partly"


VERDICT_NAMES = {
    Verdict.UNVERIFIED: N_("inte kontrollerat"),
    Verdict.FALSE: N_("falskt"),
    Verdict.TRUE: N_("sant"),
    Verdict.PARTLY: N_("delvis sant"),
}


class Counter(msgspec.Struct, frozen=True):
    """An answer to a rumour: a question without the rumour's words, and the truth first."""

    question: str
    answer: str


class Rumour(msgspec.Struct):
    """One rumour. `id` is the entry that began it; its fact on the sheet is `heard.fact`."""

    id: str
    heard: "Heard"
    stamp: Stamp
    tally: Tally = msgspec.field(default_factory=dict)
    checker: Register[str] = msgspec.field(default_factory=Register)
    verified: Register["Verified"] = msgspec.field(default_factory=Register)
    counter: Register[Counter] = msgspec.field(default_factory=Register)
    outcome: Register[str] = msgspec.field(default_factory=Register)

    @property
    def verdict(self) -> Verdict:
        """Return what checking has shown."""
        return self.verified.value.verdict if self.verified.value else Verdict.UNVERIFIED

    @property
    def count(self) -> int:
        """Return how often it was heard."""
        return total(self.tally)


@event("rumour.heard")
class Heard(Event, frozen=True):
    """Somebody heard a rumour: its words, where it goes around (`where`), in which place, and who told us.

    `fact` is the id it gets on the fact sheet: R1, R2 …
    """

    text: str
    fact: str
    heard_at: datetime
    where: str = ""
    place: str = ""
    reported_by: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add the rumour, and its words to the fact sheet with the status rumour (rule P34)."""
        rumour = Rumour(stamp.id, self, stamp)
        rumour.tally[stamp.id] = Ask(self.place, self.heard_at)
        incident.rumours[stamp.id] = rumour
        source = ", ".join(part for part in (self.where, self.place) if part)
        fact = Fact(self.fact, Status.RUMOUR, self.text, source, SourceType.PUBLIC, f"{self.heard_at:%H:%M}")
        incident.set_fact(fact, stamp)
        incident.note(
            stamp,
            Kind.RUMOUR,
            N_("Rykte {id}: {text} Hört: {source}"),
            id=self.fact,
            text=self.text,
            source=source or "–",
        )


@event("rumour.repeated")
class Repeated(Event, frozen=True):
    """The rumour was heard again."""

    rumour: str
    heard_at: datetime
    place: str = ""
    count: int = 1

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Count it."""
        rumour = incident.rumours.get(self.rumour)
        if rumour is not None and self.count > 0:
            rumour.tally[stamp.id] = Ask(self.place, self.heard_at, self.count)


@event("rumour.uncounted")
class Uncounted(Event, frozen=True):
    """A count was a mistake: `entry` is the one that counted."""

    rumour: str
    entry: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Take that count away."""
        del stamp
        rumour = incident.rumours.get(self.rumour)
        if rumour is not None:
            rumour.tally.pop(self.entry, None)


@event("rumour.assigned")
class Assigned(Event, frozen=True):
    """Somebody checks the rumour (H11-03): a role, or whoever may know."""

    rumour: str
    checker: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return who was to check it."""
        rumour = incident.rumours.get(self.rumour)
        return rumour.checker.heads if rumour else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set who checks, and log it."""
        rumour = incident.rumours.get(self.rumour)
        if rumour is None:
            return
        rumour.checker.set(self.checker, stamp)
        incident.note(
            stamp, Kind.RUMOUR, N_("{checker} kontrollerar rykte {id}."), checker=self.checker, id=rumour.heard.fact
        )


@event("rumour.verified")
class Verified(Event, frozen=True):
    """Somebody who may know has spoken. `fact` is the rumour's fact with its new status and source."""

    rumour: str
    verdict: Verdict
    fact: Fact
    second: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing verdict and the standing values of the fact."""
        rumour = incident.rumours.get(self.rumour)
        register = incident.facts.get(self.fact.id)
        return (*(rumour.verified.heads if rumour else ()), *(register.heads if register else ()))

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set verdict and fact, and log both in one line."""
        rumour = incident.rumours.get(self.rumour)
        if rumour is None:
            return
        rumour.verified.set(self, stamp)
        incident.set_fact(self.fact, stamp)
        incident.note(
            stamp,
            Kind.RUMOUR,
            N_("Rykte {id} är {verdict} enligt {source}."),
            id=self.fact.id,
            verdict=Later(lambda: _(VERDICT_NAMES[self.verdict])),
            source=self.fact.source,
        )


@event("rumour.countered")
class Countered(Event, frozen=True):
    """Somebody wrote an answer to the rumour, with the truth first."""

    rumour: str
    counter: Counter

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing answer."""
        rumour = incident.rumours.get(self.rumour)
        return rumour.counter.heads if rumour else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the answer and log it."""
        rumour = incident.rumours.get(self.rumour)
        if rumour is None:
            return
        rumour.counter.set(self.counter, stamp)
        incident.note(
            stamp, Kind.RUMOUR, N_("Svar på rykte {id}: {answer}"), id=rumour.heard.fact, answer=self.counter.answer
        )


@event("rumour.closed")
class Closed(Event, frozen=True):
    """What became of the rumour (utfall, H11-11)."""

    rumour: str
    outcome: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing outcome."""
        rumour = incident.rumours.get(self.rumour)
        return rumour.outcome.heads if rumour else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the outcome and log it."""
        rumour = incident.rumours.get(self.rumour)
        if rumour is None:
            return
        rumour.outcome.set(self.outcome, stamp)
        incident.note(
            stamp, Kind.RUMOUR, N_("Utfall för rykte {id}: {outcome}"), id=rumour.heard.fact, outcome=self.outcome
        )


def question_of(incident: "Incident", id: str) -> str:
    """Return the question a rumour has become, or nothing."""
    fact = incident.rumours[id].heard.fact
    return next(
        (one.id for one in incident.questions.values() if one.first.rumour == fact and not one.withdrawn),
        "",
    )


def in_order(incident: "Incident") -> list[Rumour]:
    """Return the rumours: those nobody has checked first, the most heard on top, those that are over last."""
    return sorted(
        incident.rumours.values(),
        key=lambda one: (bool(one.outcome.value), one.verdict is not Verdict.UNVERIFIED, -one.count, one.heard.fact),
    )
