"""Questions of residents and employees (frågor): counted by place and hour, answered in versions (rules P14, P37, P63).

An answer that is adopted stands on the fact sheet, so that the texts that tell it are marked when it changes.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.answering.tally import Tally, total
from krisapp.domain.events import Stamp
from krisapp.domain.messages import changed_since
from krisapp.domain.register import Register
from krisapp.domain.sheet import Answered as Told
from krisapp.domain.sheet import Sheet

if TYPE_CHECKING:
    from krisapp.domain.answering.question_history import Asked
    from krisapp.domain.incident import Incident

STAFF_WAIT = timedelta(hours=24)
"""How long an employee's question may wait for an answer or for a time when one comes (rule P63)."""


class Asker(StrEnum):
    """Who asks: residents, or those who work for us (rule P63)."""

    RESIDENTS = "residents"
    STAFF = "staff"


class Standing(StrEnum):
    """How a question stands."""

    OPEN = "open"
    PROMISED = "promised"
    LATE = "late"
    CONTESTED = "contested"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Version(msgspec.Struct, frozen=True):
    """One answer, with the question as the texts put it, and digests of what it was written from, by name.

    `sheet` is the fact sheet as it stood when the answer was written, where one stood.
    """

    number: int
    question: str
    answer: str
    uses: dict[str, str]
    stamp: Stamp
    sheet: Sheet | None = None


class Question(msgspec.Struct):
    """One question, however often it is asked. `id` is the entry that began it; `rumour` the rumour it is about."""

    id: str
    number: int
    first: "Asked"
    stamp: Stamp
    tally: Tally = msgspec.field(default_factory=dict)
    versions: list[Version] = msgspec.field(default_factory=list)
    answer: Register[Version] = msgspec.field(default_factory=Register)
    promise: Register[datetime] = msgspec.field(default_factory=Register)
    adopted: Register[bool] = msgspec.field(default_factory=Register)
    withdrawn: str = ""

    @property
    def text(self) -> str:
        """Return the question as the standing answer puts it, else as it was asked."""
        return self.answer.value.question if self.answer.value else self.first.question

    @property
    def asker(self) -> Asker:
        """Return who asks."""
        return self.first.asker

    @property
    def is_adopted(self) -> bool:
        """Return whether the answer stands in the texts."""
        return bool(self.adopted.value) and not self.withdrawn

    @property
    def asked_at(self) -> datetime:
        """Return when it was first asked."""
        return min((ask.at for ask in self.tally.values()), default=self.first.asked_at)

    @property
    def count(self) -> int:
        """Return how often it was asked."""
        return total(self.tally)

    def standing(self, now: datetime) -> Standing:
        """Return how it stands: late after 24 hours when an employee asks (rule P63), or when a promise has passed."""
        if self.withdrawn:
            return Standing.WITHDRAWN
        if self.answer.contested:
            return Standing.CONTESTED
        if self.answer.value is not None:
            return Standing.ANSWERED
        if self.promise.value is not None:
            return Standing.LATE if now > self.promise.value else Standing.PROMISED
        waited = now - self.asked_at
        return Standing.LATE if self.asker is Asker.STAFF and waited > STAFF_WAIT else Standing.OPEN


def outdated(incident: "Incident", question: Question) -> tuple[str, ...]:
    """Return the names of what the standing answer was written from and that has changed since."""
    standing = question.answer.value
    return changed_since(incident.sheet, standing.uses) if standing else ()


def outlived_in(incident: "Incident", question: Question, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Return what the standing answer says that a sheet no longer does, each with what it says instead (6.7)."""
    from krisapp.domain.answering.outlived import outlived
    from krisapp.domain.consistency.ground import place_names  # here: no journal without answers needs it

    standing = question.answer.value
    if standing is None:
        return ()
    return outlived(standing.answer, standing.sheet, sheet, place_names(incident.plan) if incident.plan else ())


def told(incident: "Incident", sheet: Sheet, asker: Asker) -> tuple[Told, ...]:
    """Return the adopted answers as they stand on the fact sheet, in the order they were first asked.

    Where two answers stand against each other none is told until somebody has chosen.
    """
    return tuple(
        Told(
            question.text,
            question.answer.value.answer,
            question.first.rumour,
            outlived_in(incident, question, sheet),
        )
        for question in incident.questions.values()
        if question.asker is asker
        and question.is_adopted
        and question.answer.value is not None
        and not question.answer.contested
    )


def late(incident: "Incident", now: datetime) -> list[Question]:
    """Return the questions that have waited too long (rule P63), or whose promised time has passed."""
    return [one for one in incident.questions.values() if one.standing(now) is Standing.LATE]
