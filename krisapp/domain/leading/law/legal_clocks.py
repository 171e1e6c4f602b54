"""The clocks that law starts (lagens klockor), domain handbook 11.2 and row CH5.

A clock is what the journal says: when it began, by which rule, and what became of it. Nothing ticks that a restart or
the sleep of the machine could stop. What may be done with them lies in `legal_keeping`.
"""

import calendar
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import KINDS, Stamp
from krisapp.domain.register import Register
from krisapp.domain.words import _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.leading.law.legal_history import ClockDeclined, ClockSettled, ClockStarted

RESIDENTS = "E1"
"""The audience whose first text ends the clock of the drinking water."""

FOLLOWED = frozenset(("decision.made", "request.received", "checklist.opened"))
"""The kinds of event from which clocks follow that no person starts."""

NEAR = 4
"""The last part of its time in which a clock turns yellow: a quarter."""


class Begins(StrEnum):
    """What starts a clock: the alarm, a yes to its question, a person, another clock, or what other registers hold.

    Those are the decisions of the crisis board, requests for records, and the list that opens when an incident closes.
    """

    ALARM = "alarm"
    ASKED = "asked"
    HAND = "hand"
    AFTER = "after"
    COUNCIL = "council"
    REQUEST = "request"
    CLOSING = "closing"


class Outcome(StrEnum):
    """What became of a clock: it runs, what it asks for is done, or it does not apply."""

    RUNS = "runs"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class Urgency(StrEnum):
    """How a clock stands: passed, in its last quarter, running, waiting for somebody to set its day, or settled."""

    LATE = "late"
    SOON = "soon"
    AHEAD = "ahead"
    UNTIMED = "untimed"
    SETTLED = "settled"


class ClockRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A clock as the law has it. `law` is the id of the law in the plan, `reference` how it is cited.

    `types` are the incident types it belongs to, `question` what is asked then; clocks with one `trigger` start
    together. `role` sees to it, `to` gets what is sent, `what` says what to do. `top` shows it in the window's head,
    by its `short` name.
    """

    id: str
    name: str
    law: str
    reference: str
    begins: Begins
    starts: str
    role: str
    to: str
    what: str
    types: tuple[str, ...] = ()
    trigger: str = ""
    question: str = ""
    after: str = ""
    minutes: int = 0
    hours: int = 0
    days: int = 0
    months: int = 0
    top: bool = False
    short: str = ""

    def due(self, at: datetime) -> datetime | None:
        """Return when a clock that began then is due, or None where a person sets the day."""
        length = timedelta(minutes=self.minutes, hours=self.hours, days=self.days)
        if self.months:
            return _months_on(at, self.months) + length
        return at + length if length else None


class Clock(msgspec.Struct, frozen=True):
    """A clock that has begun. `key` names it, `name` and `law` as they stood when it began; `settled` tells its end.

    `by_itself` says that something else in the program ended it or will: a text that went out, decisions reported.
    `contested` says that two people settled it apart and nobody has chosen.
    """

    key: str
    rule: ClockRule
    name: str
    law: str
    began: datetime
    due: datetime | None
    outcome: Outcome = Outcome.RUNS
    settled: datetime | None = None
    reason: str = ""
    by: Stamp | None = None
    by_itself: bool = False
    contested: bool = False

    def urgency(self, now: datetime) -> Urgency:
        """Return how it stands."""
        if self.outcome is not Outcome.RUNS:
            return Urgency.SETTLED
        if self.due is None:
            return Urgency.UNTIMED
        left = self.due - now
        if left <= timedelta(0):
            return Urgency.LATE
        return Urgency.SOON if left * NEAR <= self.due - self.began else Urgency.AHEAD


class Asked(msgspec.Struct, frozen=True):
    """A question that starts clocks when it is answered yes, and since when their time would run."""

    trigger: str
    question: str
    rules: tuple[ClockRule, ...]
    since: datetime


class LegalClocks:
    """What the journal says of clocks: those somebody started, by entry; what became of each; questions said no to."""

    def __init__(self) -> None:
        self.started: dict[str, tuple[ClockStarted, Stamp]] = {}
        self.settled: dict[str, Register[ClockSettled]] = {}
        self.declined: dict[str, Register[ClockDeclined]] = {}


def clocks(incident: "Incident", rules: Sequence[ClockRule]) -> list[Clock]:
    """Return every clock that has begun, in the order they began."""
    kept, known = incident.part(LegalClocks), {rule.id: rule for rule in rules}
    found = _from_alarm(incident, rules)
    if not KINDS.keys().isdisjoint(FOLLOWED):
        from krisapp.domain.leading.law.legal_following import (
            following,  # here: only where a journal holds what is followed
        )

        found += [_settled(kept, one) for rule in rules for one in following(incident, rule)]
    for key, (started, _stamp) in kept.started.items():
        rule = known.get(started.clock) or _lost(started)
        found.append(_settled(kept, Clock(key, rule, started.name, started.law, started.began, started.due)))
    for rule in rules:
        if rule.begins is Begins.AFTER:
            before = [one for one in found if one.rule.id == rule.after and one.outcome is Outcome.DONE]
            for one in before:
                assert one.settled is not None
                key = f"{rule.id} {one.key}"
                found.append(_settled(kept, _clock(key, rule, one.settled)))
    return sorted(found, key=lambda one: (one.began, one.due is None, one.due or one.began, one.key))


def running(incident: "Incident", rules: Sequence[ClockRule], now: datetime) -> list[Clock]:
    """Return the clocks that run, the most urgent first: what the head, the overview and the handover tell.

    One that two people settled apart runs until somebody has chosen.
    """
    first = list(Urgency)
    live = [one for one in clocks(incident, rules) if one.outcome is Outcome.RUNS or one.contested]
    return sorted(live, key=lambda one: (first.index(one.urgency(now)), one.due or now, one.rule.id))


def asked(incident: "Incident", rules: Sequence[ClockRule]) -> list[Asked]:
    """Return the questions of this type of incident that nobody has answered: their time may be running already."""
    start, kept = incident.start, incident.part(LegalClocks)
    if start is None:
        return []
    begun = {started.clock for started, _stamp in kept.started.values()}
    found: dict[str, list[ClockRule]] = {}
    for rule in rules:
        if rule.begins is Begins.ASKED and start.type in rule.types:
            found.setdefault(rule.trigger, []).append(rule)
    return [
        Asked(trigger, group[0].question, tuple(group), start.alarm_at)
        for trigger, group in found.items()
        if not any(rule.id in begun for rule in group) and not is_declined(kept, trigger)
    ]


def is_declined(kept: LegalClocks, trigger: str) -> bool:
    """Return whether somebody has said no to a question."""
    register = kept.declined.get(trigger)
    return bool(register and register.value and register.value.declined)


def _from_alarm(incident: "Incident", rules: Sequence[ClockRule]) -> list[Clock]:
    """Return the clocks the type of incident starts. The first text to residents ends that of the drinking water."""
    start, kept = incident.start, incident.part(LegalClocks)
    if start is None:
        return []
    found = []
    for rule in rules:
        if rule.begins is Begins.ALARM and start.type in rule.types:
            one = _settled(kept, _clock(rule.id, rule, start.alarm_at))
            told = _residents_told(incident)
            if one.outcome is Outcome.RUNS and told is not None:
                reason = _("Första texten till invånarna gick ut.")
                one = msgspec.structs.replace(
                    one, outcome=Outcome.DONE, settled=told.at, reason=reason, by=told, by_itself=True
                )
            found.append(one)
    return found


def _residents_told(incident: "Incident") -> Stamp | None:
    stamps = [one.stamp for text in incident.messages.values() if text.audience == RESIDENTS for one in text.releases]
    return min(stamps, key=lambda stamp: (stamp.wall, stamp.id), default=None)


def _clock(key: str, rule: ClockRule, began: datetime) -> Clock:
    return Clock(key, rule, rule.name, rule.reference, began, rule.due(began))


def _settled(kept: LegalClocks, clock: Clock) -> Clock:
    """Return a clock with what somebody said became of it."""
    register = kept.settled.get(clock.key)
    said = register.value if register else None
    if register is None or said is None or clock.by_itself:
        return clock
    if said.outcome is Outcome.RUNS:
        return msgspec.structs.replace(clock, contested=register.contested)
    by = register.claims[-1][1]
    return msgspec.structs.replace(
        clock, outcome=said.outcome, settled=said.at, reason=said.reason, by=by, contested=register.contested
    )


def _lost(started: "ClockStarted") -> ClockRule:
    """Return a rule for a clock of a newer program, or of a rule that is gone: it runs all the same."""
    what = _("Se lagen och fråga kommunens jurist.")
    return ClockRule(started.clock, started.name, "", started.law, Begins.HAND, "", "", "", what, top=True)


def _months_on(at: datetime, months: int) -> datetime:
    """Return the same day some months on, or the last day of a month that is too short."""
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    day = min(at.day, calendar.monthrange(year, month + 1)[1])
    return at.replace(year=year, month=month + 1, day=day)
