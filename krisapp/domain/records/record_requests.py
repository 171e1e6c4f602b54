"""Requests for public records (begäran om allmän handling): what was asked and answered, and how soon (TF 2 kap.).

A record is shown at once or as soon as it can be, normally the same day (rule P30), and nobody has to say who they are
or why they ask. A no, whole or in part, names its legal ground and tells how it is appealed.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.records.record_copies import Copies
from krisapp.domain.records.secrecy import check_ground
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

OVERDUE = timedelta(hours=24)
"""After so long an answer is overdue, domain handbook 11.2."""

NEAR = timedelta(hours=2)
"""So long before the day ends a request that waits turns yellow."""

APPEAL = N_(
    "Du kan begära ett skriftligt beslut som går att överklaga. Beslutet överklagas skriftligt till kammarrätten. "
    "Överklagandet lämnas till kommunen inom tre veckor från den dag du fick del av beslutet. Skriv vilket beslut du "
    "överklagar, vad du vill ha ändrat och varför."
)
"""How a no is appealed (OSL 6:7, förvaltningslagen 43–44 §§), for a person to complete."""


class Outcome(StrEnum):
    """What was answered: all of it was given, a part of it, or nothing; or there was no such record."""

    GIVEN = "given"
    PARTLY = "partly"
    REFUSED = "refused"
    MISSING = "missing"


OUTCOME_NAMES = {
    Outcome.GIVEN: N_("Lämnad ut"),
    Outcome.PARTLY: N_("Lämnad ut med maskning"),
    Outcome.REFUSED: N_("Inte utlämnad"),
    Outcome.MISSING: N_("Finns inte"),
}
LIMITED = (Outcome.PARTLY, Outcome.REFUSED)
"""The answers that only the law may give (rule P31)."""


class Urgency(StrEnum):
    """How a request stands: the day is young, soon over, over, or more than 24 hours have passed; or answered."""

    WAITING = "waiting"
    SOON = "soon"
    LATE = "late"
    OVERDUE = "overdue"
    ANSWERED = "answered"


class Answer(msgspec.Struct, frozen=True):
    """An answer. `copies` are the checksums of the copies that were given."""

    outcome: Outcome
    at: datetime
    grounds: tuple[str, ...] = ()
    reason: str = ""
    appeal: str = ""
    copies: tuple[str, ...] = ()
    decided_by: str = ""


class Request(msgspec.Struct):
    """A request. `id` is the entry that began it; two answers that nobody chose between both stand."""

    id: str
    number: int
    asked: "Asked"
    stamp: Stamp
    answer: Register[Answer] = msgspec.field(default_factory=Register)

    @property
    def due(self) -> datetime:
        """Return the end of the day it came in: the target of rule P30."""
        return self.asked.received_at.replace(hour=23, minute=59, second=0, microsecond=0)

    def urgency(self, now: datetime) -> Urgency:
        """Return how it stands."""
        if self.answer.value is not None:
            return Urgency.ANSWERED
        if now - self.asked.received_at >= OVERDUE:
            return Urgency.OVERDUE
        if now > self.due:
            return Urgency.LATE
        return Urgency.SOON if self.due - now <= NEAR else Urgency.WAITING


class Requests:
    """The register of requests, by the entry that began each."""

    def __init__(self) -> None:
        self.by_id: dict[str, Request] = {}


@event("request.received")
class Asked(Event, frozen=True):
    """Somebody asked for a record. Who it was is only noted if the answer has to be sent, and is never asked for."""

    what: str
    received_at: datetime
    how: str = ""
    reply_to: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Register it and log it, without whom it was."""
        requests = incident.part(Requests).by_id
        number = len(requests) + 1
        requests[stamp.id] = Request(stamp.id, number, self, stamp)
        incident.note(
            stamp,
            Kind.INCOMING,
            N_("Begäran {number} om allmän handling: {what}"),
            number=str(number),
            what=self.what,
        )


@event("request.answered")
class Decided(Event, frozen=True):
    """A request was answered, or answered anew."""

    request: str
    answer: Answer

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing answer."""
        request = incident.part(Requests).by_id.get(self.request)
        return request.answer.heads if request else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the answer and log it with its ground."""
        request = incident.part(Requests).by_id.get(self.request)
        if request is None:
            return
        request.answer.set(self.answer, stamp)
        answer = self.answer
        incident.note(
            stamp,
            Kind.OUTGOING,
            N_("Begäran {number}: {outcome}. {reason}") if answer.reason else N_("Begäran {number}: {outcome}."),
            number=str(request.number),
            outcome=Later(lambda: ", ".join([_(OUTCOME_NAMES[answer.outcome]).lower(), *answer.grounds])),
            reason=answer.reason,
        )


def receive(what: str, received_at: datetime, now: datetime, *, how: str = "", reply_to: str = "") -> Asked:
    """Register a request (ta emot begäran). Raises `Refused` when nothing was asked for or the time lies ahead."""
    if not what.strip():
        raise Refused(N_("Skriv vilken handling som begärs. Vem som frågar och varför behövs inte."))
    if received_at > now + timedelta(minutes=5):
        raise Refused(N_("Tiden för begäran har inte varit än."))
    return Asked(what.strip(), received_at, how.strip(), reply_to.strip())


def answer(
    incident: "Incident",
    request: str,
    outcome: Outcome,
    now: datetime,
    *,
    grounds: Sequence[str] = (),
    reason: str = "",
    appeal: str = "",
    copies: Sequence[str] = (),
    decided_by: str = "",
) -> Decided:
    """Answer a request (lämna ut, eller inte).

    Raises `Refused` for a no without a legal ground of the list (rule P31) or without how it is appealed, for a yes
    without the copy that was given, and for a covered copy given as if it were whole.
    """
    if request not in incident.part(Requests).by_id:
        raise Refused(N_("Begäran finns inte längre i händelsen."))
    named = tuple(dict.fromkeys(check_ground(incident.plan, ground) for ground in grounds if ground.strip()))
    if outcome in LIMITED:
        if not named:
            check_ground(incident.plan, "")
        if not appeal.strip():
            raise Refused(N_("Skriv hur beslutet överklagas. Den som får nej ska få veta det."))
    if outcome in (Outcome.GIVEN, Outcome.PARTLY):
        _check_copies(incident, outcome, copies)
    limited = outcome in LIMITED
    return Decided(
        request,
        Answer(
            outcome,
            now,
            named if limited else (),
            reason.strip(),
            appeal.strip() if limited else "",
            tuple(copies) if outcome is not Outcome.REFUSED else (),
            decided_by,
        ),
    )


def _check_copies(incident: "Incident", outcome: Outcome, copies: Sequence[str]) -> None:
    """Refuse to give what no copy was made of, and a covered copy as if it were whole."""
    made = {copy.sha256: copy for copy, _stamp in incident.part(Copies).made}
    given = [made[one] for one in copies if one in made]
    if len(given) < len(copies):
        raise Refused(N_("Kopian finns inte bland dem som är sparade. Gör kopian först, under Handlingar."))
    if outcome is Outcome.PARTLY and not given:
        raise Refused(N_("Välj den maskade kopia som lämnas ut."))
    if outcome is Outcome.GIVEN and any(copy.covers for copy in given):
        raise Refused(N_("Kopian är maskad. Välj ”Lämnad ut med maskning” och ange lagrum."))


def in_order(incident: "Incident", now: datetime) -> list[Request]:
    """Return the requests, those that wait first and the oldest on top."""
    requests = incident.part(Requests).by_id.values()
    return sorted(requests, key=lambda one: (one.urgency(now) is Urgency.ANSWERED, one.asked.received_at, one.number))


def waiting(incident: "Incident") -> list[Request]:
    """Return the requests that nobody has answered."""
    return [one for one in incident.part(Requests).by_id.values() if one.answer.value is None]
