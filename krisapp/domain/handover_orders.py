"""What the staff has ordered and been told, as the handover sheet tells it: decisions, tasks and reports not done."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain import incoming
from krisapp.domain.decisions import Decisions, State, decider_of
from krisapp.domain.language.clock import moment
from krisapp.domain.tasks import Urgency, called, waiting
from krisapp.domain.words import _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


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
            time=moment(made.decided_at, now),
            by=decider_of(incident, made),
            text=secret if made.ground else " ".join(made.text.split()),
            review=moment(made.review_at, now) if made.review_at else "",
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
            time=moment(one.deadline, now) if one.deadline else "",
        )


def report_lines(incident: "Incident") -> Iterator[str]:
    """Tell the reports that came in and are not done."""
    for one in incoming.waiting(incident):
        if one.received is not None:
            stage = _(incoming.STAGE_NAMES[one.stage])
            yield _("{source}: {text} ({stage})").format(source=one.received.unit, text=one.received.text, stage=stage)
