"""The clocks that follow what other registers hold (klockor som följer annat): decisions, requests, the end (11.2).

Nobody starts them: they are there as long as the register says so, and it is the register that ends them.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import KINDS
from krisapp.domain.leading.law.legal_clocks import Begins, Clock, ClockRule, Outcome
from krisapp.domain.words import _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

CLOSED = "E0"
"""The anchor of the list that is opened when an incident is closed, domain handbook chapter 4."""


def following(incident: "Incident", rule: ClockRule) -> Iterator[Clock]:
    """Yield the clocks of a rule that other registers have started."""
    if rule.begins is Begins.COUNCIL and "decision.made" in KINDS:
        yield from _council(incident, rule)
    elif rule.begins is Begins.REQUEST and "request.received" in KINDS:
        yield from _requests(incident, rule)
    elif rule.begins is Begins.CLOSING:
        yield from _closing(incident, rule)


def _council(incident: "Incident", rule: ClockRule) -> Iterator[Clock]:
    """Yield the clock of the decisions that are to be reported to the council (LEH), due when it meets next."""
    from krisapp.domain.leading.decision.decisions import (  # here: only where a journal holds decisions
        COUNCIL,
        Decisions,
    )

    decisions = incident.part(Decisions)
    taken = [one for one in decisions.all if one.made.report_to == COUNCIL]
    if not taken:
        return
    began = min(one.made.decided_at for one in taken)
    meets = decisions.meets.get(COUNCIL)
    day = meets.value if meets else None
    due = _end_of(day, began) if day else None
    clock = Clock(rule.id, rule, rule.name, rule.reference, began, due, by_itself=True)
    reports = [one.reported.value for one in taken]
    if all(reports):
        last = _end_of(max(one.on for one in reports if one is not None), began)
        clock = msgspec.structs.replace(clock, outcome=Outcome.DONE, settled=last, reason=_("Besluten är anmälda."))
    yield clock


def _requests(incident: "Incident", rule: ClockRule) -> Iterator[Clock]:
    """Yield a clock for each request for a record (TF 2 kap.), due when the day ends."""
    from krisapp.domain.records.record_requests import OUTCOME_NAMES, Requests  # here: as above

    for one in incident.part(Requests).by_id.values():
        name = _("Begäran {number} om handling").format(number=one.number)
        key = f"{rule.id} {one.id}"
        clock = Clock(key, rule, name, rule.reference, one.asked.received_at, one.due, by_itself=True)
        answer = one.answer.value
        if answer is not None:
            told = f"{_(OUTCOME_NAMES[answer.outcome])}."
            clock = msgspec.structs.replace(clock, outcome=Outcome.DONE, settled=answer.at, reason=told)
        yield clock


def _closing(incident: "Incident", rule: ClockRule) -> Iterator[Clock]:
    """Yield the clock of the evaluation, from when the list of the end was opened."""
    lists = incident.plan.checklists if incident.plan else ()
    times = [
        register.value.anchor
        for one in lists
        if one.anchor == CLOSED and (register := incident.opened.get(one.id)) and register.value
    ]
    if times:
        began = min(times)
        yield Clock(rule.id, rule, rule.name, rule.reference, began, rule.due(began))


def _end_of(day: date, near: datetime) -> datetime:
    return datetime.combine(day, time(23, 59), near.tzinfo)
