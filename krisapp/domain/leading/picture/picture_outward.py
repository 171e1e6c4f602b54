"""The picture of communication (kommunikativ lägesbild): what is out, what waits, what people ask, whom we miss.

Lines of the situation picture (domain handbook 3.9), and what is shown beside the points of a meeting.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain import break_glass, messages, promises
from krisapp.domain.answering import enquiries, questions
from krisapp.domain.answering.rumours import VERDICT_NAMES, Verdict
from krisapp.domain.answering.rumours import in_order as rumours_in_order
from krisapp.domain.fields import label_of
from krisapp.domain.language.clock import moment
from krisapp.domain.leading.picture.picture_lines import Basis, Lines, Said, field
from krisapp.domain.messages import State
from krisapp.domain.words import _, ngettext

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

FIRST = 5
"""How many questions are told."""


def communication(incident: "Incident", now: datetime) -> Lines:
    """Our own messages: what is promised, wrong, awaiting and out, and who speaks when."""
    yield from _promised(incident, now)
    yield from field(incident, "headline", incident.sheet.headline)
    for one in break_glass.owed(incident):
        words = _("Ute utan godkännande: {title}.").format(title=incident.title_of(one.message))
        yield Said(f"owed.{one.item}", Basis.KNOWN, words, _("Budskap"), "messages", one.message)
    states = {id: messages.state(incident, message) for id, message in incident.messages.items()}
    out: dict[str, list[str]] = {}
    for id, state in states.items():
        message = incident.messages[id]
        if state is State.STALE:
            words = _("Inaktuell text ute: {title}.").format(title=incident.title_of(id))
            yield Said(f"stale.{id}", Basis.KNOWN, words, _("Budskap"), "messages", id)
        elif state is State.DRAFT:
            words = _("Väntar på godkännande: {title}.").format(title=incident.title_of(id))
            yield Said(f"draft.{id}", Basis.KNOWN, words, _("Budskap"), "messages", id)
        elif state is State.APPROVED:
            words = _("Godkänd, inte ute: {title}.").format(title=incident.title_of(id))
            yield Said(f"approved.{id}", Basis.KNOWN, words, _("Budskap"), "messages", id)
        if message.out is not None:
            out.setdefault(message.audience, []).append(id)
    yield from _out(incident, out, now)
    speaker = incident.sheet.spokesperson.municipality
    if speaker:
        words = _("För kommunen talar {speaker}.").format(speaker=speaker)
        yield Said("sheet.spokesperson", Basis.KNOWN, words, label_of("spokesperson"), "situation", "spokesperson")
    if incident.sheet.next_press is not None:
        words = _("Nästa presstid {time}.").format(time=moment(incident.sheet.next_press, now))
        yield Said("sheet.next_press", Basis.KNOWN, words, label_of("next_press"), "questions")


def _promised(incident: "Incident", now: datetime) -> Lines:
    promise = promises.standing(incident)
    if promise is None:
        return
    words = (
        _("Utlovat besked {time} är försenat.") if promise.broken(now) else _("Nästa besked är utlovat {time}.")
    ).format(time=moment(promise.due, now))
    yield Said("promise", Basis.KNOWN, words, _("Budskap"), "messages", promise.messages[0])


def _out(incident: "Incident", out: dict[str, list[str]], now: datetime) -> Lines:
    """Return what each audience has, in the policy's order, and whom nobody has told."""
    for audience in incident.plan.audiences if incident.plan else ():
        ids = out.get(audience.id)
        name = audience.short or audience.name
        if not ids:
            words = _("{audience}: inget är ute.").format(audience=name)
            yield Said(f"out.{audience.id}", Basis.KNOWN, words, _("Budskap"), "messages")
            continue
        last = max(release.stamp.at for id in ids for release in incident.messages[id].releases)
        words = ngettext(
            "{audience}: {count} text ute, senast {time}.", "{audience}: {count} texter ute, senast {time}.", len(ids)
        ).format(audience=name, count=len(ids), time=moment(last.astimezone(now.tzinfo), now))
        yield Said(f"out.{audience.id}", Basis.KNOWN, words, _("Budskap"), "messages", ids[0])


def questions_asked(incident: "Incident", now: datetime) -> Lines:
    """What media, residents and employees ask, and which rumours go around."""
    for enquiry in enquiries.in_order(incident, now):
        if enquiry.replies or enquiry.withdrawn:
            continue
        words = _("{medium} väntar på svar: {question}").format(
            medium=enquiry.asked.medium, question=enquiry.asked.question
        )
        origin = _("Mediefråga {number}").format(number=enquiry.number)
        yield Said(f"enquiry.{enquiry.id}", Basis.KNOWN, words, origin, "questions", enquiry.id)
    for rumour in rumours_in_order(incident):
        if rumour.outcome.value:
            continue
        words = _("Rykte, {verdict}, hört {count} gånger: {text}").format(
            verdict=_(VERDICT_NAMES[rumour.verdict]), count=rumour.count, text=rumour.heard.text
        )
        basis = Basis.UNKNOWN if rumour.verdict is Verdict.UNVERIFIED else Basis.KNOWN
        yield Said(f"rumour.{rumour.id}", basis, words, rumour.heard.fact, "questions", rumour.id)
    waiting = (questions.Standing.OPEN, questions.Standing.PROMISED, questions.Standing.LATE)
    asked = [one for one in incident.questions.values() if one.standing(now) in waiting]
    for question in sorted(asked, key=lambda one: -one.count)[:FIRST]:
        words = ngettext("{count} har frågat: {question}", "{count} har frågat: {question}", question.count).format(
            count=question.count, question=question.text
        )
        yield Said(f"question.{question.id}", Basis.UNKNOWN, words, _("Obesvarad fråga"), "questions", question.id)


def reach(incident: "Incident", _now: datetime) -> Lines:
    """Whom nothing reaches, by place."""
    if incident.plan is None:
        return
    from krisapp.domain.reaching.gap import gaps  # here: a meeting without this point does not need it

    audiences = {row.id: row.short or row.name for row in incident.plan.audiences}
    by_audience: dict[str, list[str]] = {}
    for gap in gaps(incident, incident.plan):
        by_audience.setdefault(gap.audience, []).append(gap.place)
    for audience, places in by_audience.items():
        words = _("{audience} nås inte i {places}.").format(
            audience=audiences[audience], places=", ".join(place for place in places if place) or _("kommunen")
        )
        yield Said(f"reach.{audience}", Basis.KNOWN, words, _("Nå ut"), "reach", "gap")
