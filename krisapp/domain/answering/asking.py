"""Noting, counting, answering and promising questions (fråga och svara), with the rules that may refuse (P14, P63)."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.answering.question_history import Adopted, Answered, Asked, Promised, Repeated, Withdrawn
from krisapp.domain.answering.questions import Asker, Question, outdated, outlived_in
from krisapp.domain.checking.answering import RESIDENTS, STAFF, refuse_stops
from krisapp.domain.events import Event
from krisapp.domain.messages import digests
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

LONGEST = 300
"""Characters of a question."""


def ask(
    incident: "Incident", text: str, asker: Asker, now: datetime, place: str = "", *, rumour: str = ""
) -> Asked | Repeated:
    """Note a question (skriv fråga); one that is there already, letter for letter, is counted once more.

    Raises `Refused` when it is empty or too long.
    """
    text = " ".join(text.split())
    if not text:
        raise Refused(N_("Skriv vad de frågar om."))
    if len(text) > LONGEST:
        raise Refused(N_("Frågan är {length} tecken lång. Högst {limit} får plats."), length=len(text), limit=LONGEST)
    known = same(incident, text, asker)
    if known is not None:
        return Repeated(known.id, now, place)
    return Asked(text, asker, now, place, rumour=rumour)


def same(incident: "Incident", text: str, asker: Asker) -> Question | None:
    """Return the question that is worded like this, whatever its capitals and its last sign."""
    wanted = _bare(text)
    return next(
        (
            one
            for one in incident.questions.values()
            if one.asker is asker and not one.withdrawn and wanted in (_bare(one.first.question), _bare(one.text))
        ),
        None,
    )


def repeat(incident: "Incident", id: str, now: datetime, place: str = "") -> Repeated:
    """Count one more who asks the same (en till). Raises `Refused` for a question that was written off."""
    if incident.questions[id].withdrawn:
        raise Refused(N_("Frågan är avskriven. Skriv den på nytt om någon frågar igen."))
    return Repeated(id, now, place)


def answer(
    incident: "Incident", id: str, text: str, now: datetime, *, wording: str = "", uses: tuple[str, ...] = ()
) -> Answered:
    """Answer a question (svara); `uses` are the names of what on the fact sheet the answer was written from.

    Raises `Refused` when it is empty, unchanged, or says what no answer may say (7.7, rule P34).
    """
    question = incident.questions[id]
    wording = " ".join(wording.split()) or question.text
    standing = question.answer.value
    same_words = standing is not None and (standing.answer, standing.question) == (text.strip(), wording)
    if same_words and not question.answer.contested and not _aged(incident, question):
        raise Refused(N_("Inget är ändrat."))
    refuse_stops(incident, text, STAFF if question.asker is Asker.STAFF else RESIDENTS, now)
    return Answered(id, text.strip(), wording, digests(incident.sheet, uses))


def can_use_sheet(incident: "Incident", id: str) -> bool:
    """Return whether each word of an answer that the sheet has left behind has one that takes its place."""
    question = incident.questions[id]
    gone = outlived_in(incident, question, incident.sheet)
    text = question.answer.value.answer if question.answer.value else ""
    return bool(gone) and all(right and text.count(words) == 1 for words, right in gone)


def use_sheet(incident: "Incident", id: str, now: datetime) -> Answered:
    """Write what the sheet says now in the place of what an answer says no longer rightly (använd lägets uppgift).

    Raises `Refused` when the answer has to be written anew by a person.
    """
    question = incident.questions[id]
    if question.answer.value is None or not can_use_sheet(incident, id):
        raise Refused(N_("Svaret måste skrivas om. Öppna det i Frågor."))
    text = question.answer.value.answer
    for words, right in outlived_in(incident, question, incident.sheet):
        text = text.replace(words, right)
    return answer(incident, id, text, now, uses=tuple(question.answer.value.uses))


def from_bank(incident: "Incident", text: str, answer_text: str, now: datetime) -> tuple[Event, ...]:
    """Take a question with its answer from the question bank into the texts (använd, rule P37).

    A question that somebody has asked already gets the answer. Raises `Refused` when it has one, or when the answer
    says what no answer may say.
    """
    known = same(incident, text, Asker.RESIDENTS)
    if known is not None and known.answer.value is not None:
        raise Refused(N_("Frågan har redan ett svar. Ändra det där."))
    refuse_stops(incident, answer_text, RESIDENTS, now)
    if known is not None:
        return Answered(known.id, answer_text.strip(), known.text), Adopted(known.id)
    return (Asked(text, Asker.RESIDENTS, now, count=0, answer=answer_text.strip(), adopted=True),)


def promise(incident: "Incident", id: str, due: datetime, now: datetime) -> Promised:
    """Say when an answer comes (lova svar). Raises `Refused` for a passed time, or when there is an answer."""
    if incident.questions[id].answer.value is not None:
        raise Refused(N_("Frågan har redan ett svar."))
    if due <= now:
        raise Refused(N_("Tiden har redan passerat. Skriv när svaret kommer."))
    return Promised(id, due)


def adopt(incident: "Incident", id: str, *, adopted: bool = True) -> Adopted:
    """Put question and answer into the texts (använd i texterna), or take them out.

    Raises `Refused` without an answer, while two stand against each other, or when nothing would change.
    """
    question = incident.questions[id]
    if adopted and question.answer.value is None:
        raise Refused(N_("Frågan har inget svar ännu. Skriv svaret först."))
    if adopted and question.answer.contested:
        raise Refused(N_("Två svar står mot varandra. Spara det som gäller först."))
    if question.is_adopted == adopted:
        raise Refused(N_("Inget är ändrat."))
    return Adopted(id, adopted)


def withdraw(incident: "Incident", id: str, reason: str) -> Withdrawn:
    """Write a question off (avskriv). Raises `Refused` without a reason or twice."""
    if incident.questions[id].withdrawn:
        raise Refused(N_("Frågan är redan avskriven."))
    if not reason.strip():
        raise Refused(N_("Skriv varför frågan avskrivs."))
    return Withdrawn(id, reason.strip())


def _aged(incident: "Incident", question: Question) -> bool:
    return bool(outdated(incident, question) or outlived_in(incident, question, incident.sheet))


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .?!")
