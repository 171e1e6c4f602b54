"""What happens to questions (frågornas händelser): asked, counted, answered, promised, put into texts, written off."""

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.answering.questions import Asker, Question, Version
from krisapp.domain.answering.tally import Ask
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("question.asked")
class Asked(Event, frozen=True):
    """Somebody asked something new. `count` is 0 for one from the question bank that nobody has asked yet.

    `answer`, `uses` and `adopted` come with a question that has its answer from the bank or from a rumour.
    """

    question: str
    asker: Asker
    asked_at: datetime
    place: str = ""
    count: int = 1
    answer: str = ""
    uses: dict[str, str] = msgspec.field(default_factory=dict)
    adopted: bool = False
    rumour: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add the question with its first count, and its answer if it has one."""
        question = Question(stamp.id, len(incident.questions) + 1, self, stamp)
        incident.questions[stamp.id] = question
        if self.count > 0:
            question.tally[stamp.id] = Ask(self.place, self.asked_at, self.count)
        if self.answer:
            _set_answer(incident, question, self.question, self.answer, self.uses, stamp)
        if self.adopted:
            question.adopted.set(True, stamp)  # noqa: FBT003 - the value of a register
            incident.version += 1
        incident.note(
            stamp,
            Kind.INCOMING,
            N_("Fråga {number} från medarbetare: {question}")
            if self.asker is Asker.STAFF
            else N_("Fråga {number} från invånare: {question}"),
            number=str(question.number),
            question=self.question,
        )
        if self.answer:
            _note_answer(incident, question, stamp)


@event("question.repeated")
class Repeated(Event, frozen=True):
    """Somebody asked the same again, from a place."""

    question: str
    asked_at: datetime
    place: str = ""
    count: int = 1

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Count it; the log is not told, since a hundred calls would hide everything else in it."""
        question = incident.questions.get(self.question)
        if question is not None and self.count > 0:
            question.tally[stamp.id] = Ask(self.place, self.asked_at, self.count)


@event("question.uncounted")
class Uncounted(Event, frozen=True):
    """A count was a mistake: `entry` is the one that counted. Twice for the same entry counts once."""

    question: str
    entry: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Take that count away."""
        del stamp
        question = incident.questions.get(self.question)
        if question is not None:
            question.tally.pop(self.entry, None)


@event("question.answered")
class Answered(Event, frozen=True):
    """Somebody answered, or wrote another answer that replaces the one before.

    `wording` is the question as the texts put it. `uses` are digests of what the answer was written from.
    """

    question: str
    answer: str
    wording: str
    uses: dict[str, str] = msgspec.field(default_factory=dict)

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing answer."""
        question = incident.questions.get(self.question)
        return question.answer.heads if question else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the answer; texts that tell the one before are out of date now."""
        question = incident.questions.get(self.question)
        if question is None:
            return
        _set_answer(incident, question, self.wording, self.answer, self.uses, stamp)
        if question.is_adopted:
            incident.version += 1
        _note_answer(incident, question, stamp)


@event("question.promised")
class Promised(Event, frozen=True):
    """Somebody said when an answer comes: "vi återkommer kl. …" (rule P63)."""

    question: str
    due: datetime

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing promise."""
        question = incident.questions.get(self.question)
        return question.promise.heads if question else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the time and log it."""
        question = incident.questions.get(self.question)
        if question is None:
            return
        question.promise.set(self.due, stamp)
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("Svar på fråga {number} är lovat till kl. {time}."),
            number=str(question.number),
            time=self.due.strftime("%H.%M"),
        )


@event("question.adopted")
class Adopted(Event, frozen=True):
    """Somebody put question and answer among those the texts tell, or took them out."""

    question: str
    adopted: bool = True

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing choice."""
        question = incident.questions.get(self.question)
        return question.adopted.heads if question else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the choice; the fact sheet has another list of answers now."""
        question = incident.questions.get(self.question)
        if question is None:
            return
        question.adopted.set(self.adopted, stamp)
        incident.version += 1
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("Fråga {number} med svar står nu i texterna: {question}")
            if self.adopted
            else N_("Fråga {number} med svar är borttagen ur texterna: {question}"),
            number=str(question.number),
            question=question.text,
        )


@event("question.withdrawn")
class Withdrawn(Event, frozen=True):
    """The question was noted by mistake, or is another's double; it stays readable."""

    question: str
    reason: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Mark it, and log why."""
        question = incident.questions.get(self.question)
        if question is None:
            return
        if question.is_adopted:
            incident.version += 1
        question.withdrawn = self.reason
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("Fråga {number} avskriven: {reason}"),
            number=str(question.number),
            reason=self.reason,
        )


def _set_answer(
    incident: "Incident", question: Question, wording: str, text: str, uses: dict[str, str], stamp: Stamp
) -> None:
    sheet = incident.unanswered_sheet() if incident.start else None
    version = Version(len(question.versions) + 1, wording, text, uses, stamp, sheet)
    question.versions.append(version)
    question.answer.set(version, stamp)


def _note_answer(incident: "Incident", question: Question, stamp: Stamp) -> None:
    version = question.versions[-1]
    incident.note(
        stamp,
        Kind.COMMUNICATION,
        N_("Fråga {number}: svar {version} ersätter svar {before}. {answer}")
        if version.number > 1
        else N_("Fråga {number}: svar {version}. {answer}"),
        number=str(question.number),
        version=str(version.number),
        before=str(version.number - 1),
        answer=version.answer,
    )
