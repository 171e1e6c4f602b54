"""What hangs on the wall of the staff room (väggbilden): a few large things, and nothing that is secret.

Whoever passes reads it, and so does whoever has the address of the page: what the copies of the record would cover is
covered here (rules P31, L8), and who wrote it is not told.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain import promises
from krisapp.domain.leading.decision.decisions import Decisions
from krisapp.domain.leading.law.legal_clocks import ClockRule, running
from krisapp.domain.log import KIND_NAMES
from krisapp.domain.messages import State, state
from krisapp.domain.plan import Plan
from krisapp.domain.records.redaction import Redaction
from krisapp.domain.words import _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

LINES, DECISIONS, TEXTS = 8, 3, 8
"""How many of each are shown, the latest first: what does not fit on a wall is read on a console."""


class Due(msgspec.Struct, frozen=True):
    """A clock that runs towards a time."""

    name: str
    at: datetime


class Out(msgspec.Struct, frozen=True):
    """A text people have now; `wrong` when the facts have changed since."""

    title: str
    number: int
    at: datetime
    wrong: bool


class Noted(msgspec.Struct, frozen=True):
    """A line of the log or a decision: what it is called, when it was, and what it says."""

    label: str
    at: datetime
    kind: str
    text: str


class Wall(msgspec.Struct, frozen=True):
    """All that hangs on the wall. `promise` is when the next word is promised, None when nothing is."""

    id: str
    name: str
    exercise: bool
    level: str
    level_name: str
    alarm_at: datetime
    promise: datetime | None
    clocks: tuple[Due, ...]
    out: tuple[Out, ...]
    decisions: tuple[Noted, ...]
    lines: tuple[Noted, ...]


def wall(incident: "Incident", plan: Plan, now: datetime, rules: Sequence[ClockRule]) -> Wall:
    """Return what hangs on the wall now, of an incident that has started."""
    sheet, redaction = incident.sheet, Redaction(incident)
    promised = promises.standing(incident)
    return Wall(
        sheet.id,
        redaction.text(sheet.name),
        incident.exercise,
        sheet.level,
        next((row.name for row in plan.levels if row.id == sheet.level), ""),
        sheet.alarm_at,
        promised.due if promised else None,
        tuple(Due(one.rule.short or one.name, one.due) for one in running(incident, rules, now) if one.due),
        _out(incident),
        _decisions(incident, redaction),
        _lines(incident, redaction),
    )


def _out(incident: "Incident") -> tuple[Out, ...]:
    found = [
        Out(incident.title_of(one.id), one.number, one.releases[-1].stamp.at, state(incident, one) is State.STALE)
        for one in incident.messages.values()
        if one.out is not None and one.releases
    ]
    return tuple(sorted(found, key=lambda one: (one.wrong, one.at), reverse=True)[:TEXTS])


def _decisions(incident: "Incident", redaction: Redaction) -> tuple[Noted, ...]:
    decisions = incident.part(Decisions)
    # What is marked as secret afterwards is marked on the line of the decision.
    shown = [one for one in decisions.all if not one.made.ground and not redaction.hides(f"log:{one.id}")][-DECISIONS:]
    return tuple(
        Noted(decisions.label(one.id), one.made.decided_at, "", redaction.text(one.made.text))
        for one in reversed(shown)
    )


def _lines(incident: "Incident", redaction: Redaction) -> tuple[Noted, ...]:
    """Return the latest lines by time of event: none that is secret or struck, and none of the program's own."""
    found = []
    for line in reversed(incident.log):
        subject = f"log:{line.stamp.id}"
        if line.by_hand and line.struck is None and not line.ground and not redaction.hides(subject):
            kind = _(KIND_NAMES[line.kind])
            found.append(Noted(line.label, line.happened, kind, redaction.of(subject, line.text)))
        if len(found) == LINES * 4:
            break
    return tuple(sorted(found, key=lambda one: one.at, reverse=True)[:LINES])
