"""The seven questions of the alarm (de sju frågorna), domain handbook 3.5: asked by the duty officer who takes it.

What, where, when and who are often known at the start; the others wait in sight until somebody has the answer. An
answer is what the caller says: it stands in the log as incoming, and reaches the fact sheet only when a person puts it
there, so that nothing unchecked becomes public.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.situation import FieldsSet

LONGEST = 500
"""Characters of an answer."""


class Question(StrEnum):
    """One of the seven, in the order they are asked."""

    WHAT = "what"
    WHERE = "where"
    WHEN = "when"
    WHO = "who"
    DONE = "done"
    NEEDED = "needed"
    KNOWS = "knows"


WORDS = {
    Question.WHAT: N_("Vad har hänt?"),
    Question.WHERE: N_("Var?"),
    Question.WHEN: N_("När?"),
    Question.WHO: N_("Vilka berörs?"),
    Question.DONE: N_("Vad görs?"),
    Question.NEEDED: N_("Vad behövs?"),
    Question.KNOWS: N_("Vilka mer vet?"),
}


SHEET_FIELDS = {
    Question.WHO: "affected_groups",
    Question.DONE: "our_actions",
    Question.NEEDED: "support_needed",
}
"""Where on the fact sheet an answer belongs, by question; what, where and when stand there from the start."""


class Answer(msgspec.Struct, frozen=True):
    """What was answered, and by whom."""

    text: str
    source: str


class AlarmQuestions:
    """The answers, by question."""

    def __init__(self) -> None:
        self.answers: dict[Question, Register[Answer]] = {}

    def answer(self, question: Question) -> Register[Answer]:
        """Return what was answered to a question, empty if nothing was."""
        return self.answers.setdefault(question, Register())


@event("alarm.answered")
class AlarmAnswered(Event, frozen=True):
    """Somebody has the answer to one of the seven questions. `source` is who gave it."""

    question: Question
    text: str
    source: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing answer."""
        return incident.part(AlarmQuestions).answer(self.question).heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it and log it as incoming."""
        incident.part(AlarmQuestions).answer(self.question).set(Answer(self.text, self.source), stamp)
        incident.note(
            stamp,
            Kind.INCOMING,
            N_("Larmet, {question} {text} Källa: {source}") if self.source else N_("Larmet, {question} {text}"),
            question=Later(lambda: _(WORDS[self.question]).lower()),
            text=self.text,
            source=self.source,
        )


def known_from_start(incident: "Incident", question: Question) -> str:
    """Return what was said about a question when the incident was started; nothing where it was not asked for."""
    start = incident.start
    if start is None:
        return ""
    return {
        Question.WHAT: incident.sheet.headline or start.name,
        Question.WHERE: ", ".join(start.places),
        Question.WHEN: f"{start.alarm_at:%H.%M}",
    }.get(question, "")


def answered(incident: "Incident", question: Question) -> str:
    """Return what is known: the answer, or what the start told."""
    given = incident.part(AlarmQuestions).answer(question).value
    return given.text if given else known_from_start(incident, question)


def unanswered(incident: "Incident") -> list[Question]:
    """Return the questions nobody has answered."""
    return [question for question in Question if not answered(incident, question)]


def answer(incident: "Incident", question: Question, text: str, source: str) -> AlarmAnswered:
    """Answer a question (svara). Raises `Refused` for an empty or endless answer, or when nothing is new."""
    text = " ".join(text.split())
    if not text:
        raise Refused(N_("Skriv svaret, eller gå vidare med Tabb. Frågan står kvar."))
    if len(text) > LONGEST:
        raise Refused(N_("Svaret är {length} tecken långt. Högst {limit} får plats."), length=len(text), limit=LONGEST)
    register = incident.part(AlarmQuestions).answer(question)
    if text == answered(incident, question) and not register.contested:
        raise Refused(N_("Inget är ändrat."))
    return AlarmAnswered(question, text, " ".join(source.split()))


def on_sheet(incident: "Incident", question: Question) -> bool:
    """Return whether the answer stands on the fact sheet."""
    field = SHEET_FIELDS.get(question)
    return field is not None and answered(incident, question) in getattr(incident.sheet, field)


def to_sheet(incident: "Incident", question: Question) -> "FieldsSet":
    """Put an answer on the fact sheet, at the end of its field (lägg i läget).

    Raises `Refused` for a question that has no field there, no answer, or stands there already.
    """
    from krisapp.domain.situation import set_fields  # here: the sheet is filled in only when somebody asks for it

    field, text = SHEET_FIELDS.get(question), answered(incident, question)
    if field is None or not text:
        raise Refused(N_("Det finns inget svar att lägga i läget."))
    if on_sheet(incident, question):
        raise Refused(N_("Svaret står redan i läget."))
    return set_fields(incident, {field: (*getattr(incident.sheet, field), text)})
