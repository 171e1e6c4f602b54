"""Enquiries of the media (mediefrågor): who asked what, by when, and who answered (rules P44, P46, P47, P48, P50)."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.register import Register
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

SOON = timedelta(minutes=30)
"""How old an unanswered enquiry is when it turns yellow, and how near its deadline when it turns red (rule P47)."""

LATE = timedelta(minutes=60)
"""How old it is when it turns red, and how near its deadline when it turns yellow."""

POLITICIAN, PRESS_CONTACT = "KSO", "PRE"


class Urgency(StrEnum):
    """How an enquiry stands: waiting, yellow, red, answered, or taken back."""

    WAITING = "waiting"
    SOON = "soon"
    LATE = "late"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Reply(msgspec.Struct, frozen=True):
    """What was answered: by which spokesperson (a person's id), when, and who noted it (the stamp).

    `sheet` is the fact sheet as it stood then, where one stood.
    """

    text: str
    spokesperson: str
    at: datetime
    reason: str
    stamp: Stamp
    sheet: Sheet | None = None


class Enquiry(msgspec.Struct):
    """One enquiry. `number` is its place in the journal; `id` the entry that began it, and never changes."""

    id: str
    number: int
    asked: "Received"
    stamp: Stamp
    political: Register[bool] = msgspec.field(default_factory=Register)
    replies: list[Reply] = msgspec.field(default_factory=list)
    withdrawn: str = ""

    @property
    def is_political(self) -> bool:
        """Return whether elected representatives answer for it (rule P50)."""
        return bool(self.political.value)

    @property
    def handler(self) -> str:
        """Return the code of the role that sees to it: KSO for political questions, else the press contact."""
        return POLITICIAN if self.is_political else PRESS_CONTACT

    def waited(self, now: datetime) -> timedelta:
        """Return how long it has waited, or waited until it was answered."""
        return (self.replies[0].at if self.replies else now) - self.asked.received_at

    def urgency(self, now: datetime) -> Urgency:
        """Return how it stands (rule P47): age and deadline each turn it yellow and then red."""
        if self.withdrawn:
            return Urgency.WITHDRAWN
        if self.replies:
            return Urgency.ANSWERED
        waited = self.waited(now)
        left = self.asked.deadline - now if self.asked.deadline else None
        if waited >= LATE or (left is not None and left <= SOON):
            return Urgency.LATE
        if waited >= SOON or (left is not None and left <= LATE):
            return Urgency.SOON
        return Urgency.WAITING


@event("enquiry.received")
class Received(Event, frozen=True):
    """Media asked something (rule P44). `received_at` and `deadline` are times with offset."""

    medium: str
    question: str
    received_at: datetime
    who: str = ""
    telephone: str = ""
    deadline: datetime | None = None
    political: bool = False

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add the enquiry and log it, without the journalist's name (rule L6)."""
        enquiry = Enquiry(stamp.id, len(incident.enquiries) + 1, self, stamp)
        enquiry.political.set(self.political, stamp)
        incident.enquiries[stamp.id] = enquiry
        incident.note(
            stamp,
            Kind.MEDIA,
            N_("Mediefråga {number} från {medium}: {question}"),
            number=str(enquiry.number),
            medium=self.medium,
            question=self.question,
        )


@event("enquiry.tagged")
class Tagged(Event, frozen=True):
    """Somebody said whether a question is political; it then goes to the chair of the executive (rule P50)."""

    enquiry: str
    political: bool

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing tag."""
        enquiry = incident.enquiries.get(self.enquiry)
        return enquiry.political.heads if enquiry else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the tag and log who sees to the question now."""
        enquiry = incident.enquiries.get(self.enquiry)
        if enquiry is None:
            return
        enquiry.political.set(self.political, stamp)
        incident.note(
            stamp,
            Kind.MEDIA,
            N_("Mediefråga {number} är politisk och lämnad till {handler}.")
            if self.political
            else N_("Mediefråga {number} är inte politisk. {handler} tar hand om den."),
            number=str(enquiry.number),
            handler=enquiry.handler,
        )


@event("enquiry.answered")
class Answered(Event, frozen=True):
    """Somebody answered, or answered again. `reason` says why another than the elected answered a political one."""

    enquiry: str
    answer: str
    spokesperson: str
    answered_at: datetime
    reason: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add the answer and log it."""
        enquiry = incident.enquiries.get(self.enquiry)
        if enquiry is None:
            return
        sheet = incident.unanswered_sheet() if incident.start else None
        enquiry.replies.append(Reply(self.answer, self.spokesperson, self.answered_at, self.reason, stamp, sheet))
        incident.note(
            stamp,
            Kind.MEDIA,
            N_("Mediefråga {number} från {medium} besvarad av {by}: {answer} Skäl: {reason}")
            if self.reason
            else N_("Mediefråga {number} från {medium} besvarad av {by}: {answer}"),
            number=str(enquiry.number),
            medium=enquiry.asked.medium,
            by=incident.name_of(self.spokesperson),
            answer=self.answer,
            reason=self.reason,
        )


@event("enquiry.withdrawn")
class Withdrawn(Event, frozen=True):
    """The enquiry needs no answer any longer, or was noted by mistake; it stays readable."""

    enquiry: str
    reason: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Mark it and log why."""
        enquiry = incident.enquiries.get(self.enquiry)
        if enquiry is None:
            return
        enquiry.withdrawn = self.reason
        incident.note(
            stamp,
            Kind.MEDIA,
            N_("Mediefråga {number} från {medium} avskriven: {reason}"),
            number=str(enquiry.number),
            medium=enquiry.asked.medium,
            reason=self.reason,
        )


def outlived_reply(incident: "Incident", enquiry: Enquiry) -> tuple[tuple[str, str], ...]:
    """Return what the latest answer said that the sheet no longer does, each with what it says instead (6.7).

    Somebody may publish it still: they are to be called again.
    """
    from krisapp.domain.answering.outlived import outlived
    from krisapp.domain.consistency.ground import place_names  # here: no journal without answers needs it

    if enquiry.withdrawn or not enquiry.replies:
        return ()
    reply = enquiry.replies[-1]
    return outlived(reply.text, reply.sheet, incident.sheet, place_names(incident.plan) if incident.plan else ())


_FIRST = (Urgency.LATE, Urgency.SOON, Urgency.WAITING, Urgency.ANSWERED, Urgency.WITHDRAWN)


def in_order(incident: "Incident", now: datetime) -> list[Enquiry]:
    """Return the enquiries, those that wait first, the most urgent and then the oldest on top."""
    return sorted(incident.enquiries.values(), key=lambda one: (_FIRST.index(one.urgency(now)), one.number))


def waiting(incident: "Incident", now: datetime) -> tuple[list[Enquiry], list[Enquiry]]:
    """Return the enquiries that are red, and those that are yellow (rule P47)."""
    ordered = in_order(incident, now)
    red = [one for one in ordered if one.urgency(now) is Urgency.LATE]
    return red, [one for one in ordered if one.urgency(now) is Urgency.SOON]
