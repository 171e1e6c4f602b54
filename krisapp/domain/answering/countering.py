"""Noting, checking and answering rumours (bemöta rykten), with the rules that may refuse (H11, P34, F9)."""

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain import facts as rules
from krisapp.domain.answering.question_history import Asked
from krisapp.domain.answering.questions import Asker
from krisapp.domain.answering.rumours import Assigned, Closed, Counter, Countered, Heard, Verdict, Verified, question_of
from krisapp.domain.checking.answering import RESIDENTS, answer_context, refuse_stops
from krisapp.domain.checking.confirmation import first_words_of_rumour, rumour_words_in
from krisapp.domain.facts import SourceType, Status, Topic
from krisapp.domain.messages import digests
from krisapp.domain.words import N_, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

_STATUS = {Verdict.TRUE: Status.CONFIRMED, Verdict.FALSE: Status.REFUTED}
_HALF = 0.5


def hear(
    incident: "Incident", text: str, now: datetime, *, where: str = "", place: str = "", reported_by: str = ""
) -> Heard:
    """Note a rumour (skriv rykte). Raises `Refused` when it is empty or already noted letter for letter."""
    text = " ".join(text.split())
    if not text:
        raise Refused(N_("Skriv ryktet så som det berättas."))
    for one in incident.rumours.values():
        if one.heard.text.casefold().rstrip(".!") == text.casefold().rstrip(".!"):
            raise Refused(N_("Ryktet finns redan som {id}. Räkna upp det i stället."), id=one.heard.fact)
    numbers = [int(id[1:]) for id in incident.facts if id[:1] == "R" and id[1:].isdigit()]
    return Heard(text, f"R{max(numbers, default=0) + 1}", now, where.strip(), place, reported_by.strip())


def assign(incident: "Incident", id: str, checker: str) -> Assigned:
    """Say who checks a rumour (vem kontrollerar). Raises `Refused` without a name or when nothing changes."""
    if not checker.strip():
        raise Refused(N_("Skriv vem som kontrollerar ryktet."))
    if incident.rumours[id].checker.value == checker.strip():
        raise Refused(N_("Inget är ändrat."))
    return Assigned(id, checker.strip())


def verify(
    incident: "Incident",
    id: str,
    verdict: Verdict,
    *,
    source: str,
    source_type: SourceType,
    by: str,
    topic: Topic = Topic.ORDINARY,
    second: str = "",
    words: str = "",
) -> Verified:
    """Say what checking has shown (kontrollerat).

    A true rumour becomes a confirmed fact, in `words` of our own where there are any, and a false one a refuted fact,
    by the rules for facts: a named source that may know, two sources for what is grave. What is partly true stays a
    rumour; its true part is told in the answer. Raises `Refused` by those rules.
    """
    rumour = incident.rumours[id]
    register = incident.facts.get(rumour.heard.fact)
    before = register.value if register else None
    assert before is not None, "a rumour always has its fact"
    if verdict is Verdict.UNVERIFIED:
        raise Refused(N_("Välj vad kontrollen visade: sant, delvis sant eller falskt."))
    if verdict is rumour.verdict:
        raise Refused(N_("Inget är ändrat."))
    if not source.strip():
        raise Refused(N_("Skriv vem som vet, till exempel Sörmland Vatten."))
    own = " ".join(words.split()) if verdict is Verdict.TRUE else ""
    fact = msgspec.structs.replace(
        before,
        text=own or before.text,
        status=_STATUS.get(verdict, Status.RUMOUR),
        source=source.strip(),
        source_type=source_type,
        topic=topic,
    )
    rules.check(fact)
    rules.check_transition(before, fact, by, second)
    return Verified(id, verdict, fact, second)


def counter(incident: "Incident", id: str, question: str, text: str, now: datetime) -> Countered:
    """Answer a rumour (svar på ryktet), the truth first.

    Raises `Refused` when question or answer is missing, when the question says all the rumour's telling words again
    (F9), and for wordings that stop.
    """
    rumour = incident.rumours[id]
    question = " ".join(question.split())
    if not question:
        raise Refused(N_("Skriv frågan som folk ställer, utan ryktets ord."))
    context = answer_context(incident, RESIDENTS, now)
    if rumour_words_in(question, rumour.heard.fact, incident.sheet, context) >= 1:
        raise Refused(N_("Frågan upprepar ryktet. Fråga efter det som är sant, till exempel: Vad gäller för vattnet?"))
    refuse_stops(incident, text, RESIDENTS, now, rumour=rumour.heard.fact)
    if rumour.counter.value == Counter(question, text.strip()):
        raise Refused(N_("Inget är ändrat."))
    return Countered(id, Counter(question, text.strip()))


def advice_on(incident: "Incident", id: str, question: str, text: str, now: datetime) -> tuple[str, ...]:
    """Return what could be better in an answer to a rumour: the truth first, and not the rumour's words (F9)."""
    rumour = incident.rumours[id]
    context = answer_context(incident, RESIDENTS, now)
    found = []
    if rumour_words_in(question, rumour.heard.fact, incident.sheet, context) >= _HALF:
        found.append(_("Frågan använder ryktets ord. Den som skummar minns ryktet."))
    if first_words_of_rumour(text, rumour.heard.fact, incident.sheet):
        found.append(_("Börja med det som är sant. Nämn ryktet sist, eller inte alls."))
    return tuple(found)


def to_question(incident: "Incident", id: str, now: datetime) -> Asked:
    """Make the answer to a rumour a question of the contact centre and a block of the web page, at once.

    Raises `Refused` without an answer, or when it is one already.
    """
    rumour = incident.rumours[id]
    answered = rumour.counter.value
    if answered is None:
        raise Refused(N_("Skriv svaret på ryktet först, med det som är sant först."))
    if question_of(incident, id):
        raise Refused(N_("Svaret finns redan bland frågorna. Ändra det där."))
    refuse_stops(incident, answered.answer, RESIDENTS, now, rumour=rumour.heard.fact)
    uses = digests(incident.sheet, (f"facts.{rumour.heard.fact}",))
    return Asked(
        answered.question,
        Asker.RESIDENTS,
        now,
        count=0,
        answer=answered.answer,
        uses=uses,
        adopted=True,
        rumour=rumour.heard.fact,
    )


def close(incident: "Incident", id: str, outcome: str) -> Closed:
    """Say what became of a rumour (utfall). Raises `Refused` without words or when nothing changes."""
    if not outcome.strip():
        raise Refused(N_("Skriv hur det gick, till exempel: Ingen frågar längre."))
    if incident.rumours[id].outcome.value == outcome.strip():
        raise Refused(N_("Inget är ändrat."))
    return Closed(id, outcome.strip())
