"""What the staff has ordered and been told, as the handover sheet tells it: decisions, tasks, reports, legal clocks."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.leading.decision.decisions import Decisions, State, decider_of
from krisapp.domain.leading.law import legal_clocks
from krisapp.domain.leading.law.legal_clocks import ClockRule
from krisapp.domain.leading.task import incoming
from krisapp.domain.leading.task.tasks import Urgency, called, waiting
from krisapp.domain.words import _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


def short_time(time: datetime, now: datetime) -> str:
    """Return a time as the sheet tells it: "14.10", or "11/6 14.10" on another day."""
    time = time.astimezone(now.tzinfo)
    return f"{time:%H.%M}" if time.date() == now.date() else f"{time.day}/{time.month} {time:%H.%M}"


def decision_lines(incident: "Incident", now: datetime) -> Iterator[str]:
    """Tell the decisions that hold, by number; one that is secret is only named, with its ground."""
    decisions = incident.part(Decisions)
    for one in decisions.all:
        if decisions.state(one, now) is not State.HOLDS:
            continue
        made = one.made
        secret = _("sekretess enligt {ground}, läs det i Krisapp").format(ground=made.ground)
        words = _("Beslut {number}, {time}, {by}: {text}")
        if made.review_at is not None:
            words = _("Beslut {number}, {time}, {by}: {text} Omprövas {review}.")
        yield words.format(
            number=decisions.label(one.id),
            time=short_time(made.decided_at, now),
            by=decider_of(incident, made),
            text=secret if made.ground else " ".join(made.text.split()),
            review=short_time(made.review_at, now) if made.review_at else "",
        )


def task_lines(incident: "Incident", now: datetime) -> Iterator[str]:
    """Tell the tasks that are not done, the soonest due first, with who has them."""
    tasks = sorted(waiting(incident), key=lambda one: (one.deadline is None, one.deadline or now, one.number))
    for one in tasks:
        words = _("{number}. {title} ({owner})")
        if one.deadline is not None:
            words = _("{number}. {title} ({owner}), klart senast {time}")
        if one.urgency(now) is Urgency.OVERDUE:
            words = _("{number}. FÖRSENAT, skulle vara klart {time}: {title} ({owner})")
        yield words.format(
            number=one.number,
            title=one.title,
            owner=called(incident, one.owner) if one.owner else _("ingen har tagit det"),
            time=short_time(one.deadline, now) if one.deadline else "",
        )


def report_lines(incident: "Incident") -> Iterator[str]:
    """Tell the reports that came in and are not done."""
    for one in incoming.waiting(incident):
        if one.received is not None:
            stage = _(incoming.STAGE_NAMES[one.stage])
            yield _("{source}: {text} ({stage})").format(source=one.received.unit, text=one.received.text, stage=stage)


def clock_lines(incident: "Incident", rules: Sequence[ClockRule], now: datetime) -> Iterator[str]:
    """Tell the clocks that law started and that run, and the questions that may have started one (handbook 11.2)."""
    for one in legal_clocks.running(incident, rules, now):
        words = _("{name}: {role} ser till det.")
        if one.due is not None:
            words = _("{name}: senast {time}. {role} ser till det.")
            if one.due <= now:
                words = _("{name}: FÖRSENAD, senast {time}. {role} ser till det.")
        due = short_time(one.due, now) if one.due else ""
        yield words.format(name=one.name, time=due, role=one.rule.role)
    for question in legal_clocks.asked(incident, rules):
        yield _("Obesvarad fråga som kan starta en klocka: {question}").format(question=question.question)
