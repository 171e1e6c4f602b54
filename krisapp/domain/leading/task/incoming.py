"""Incoming reports (inkommande rapporter) and the units that are to report (row AC8, rule P54).

A report is received, triaged, decided on and done, and may go back with a reason. What it led to is linked. The events
are in `incoming_history`, what may be done in `receiving`.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Stamp
from krisapp.domain.plan import Plan
from krisapp.domain.register import Register
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.leading.task.incoming_history import LedTo, ReportMoved, ReportReceived, ReportVerified, UnitSet

RHYTHM = 120
"""Minutes after which a unit that has not reported turns yellow (rule P54)."""

HEADS, WATER = "FC", "VA"
"""The roles whose holders report for a unit: heads of department always, the water company where its list calls."""


class Means(StrEnum):
    """How a report came."""

    PHONE = "phone"
    RADIO = "radio"
    EMAIL = "email"
    TEXT = "text"
    MEETING = "meeting"
    VISIT = "visit"
    PAPER = "paper"


MEANS_NAMES = {
    Means.PHONE: N_("telefon"),
    Means.RADIO: N_("Rakel"),
    Means.EMAIL: N_("e-post"),
    Means.TEXT: N_("sms"),
    Means.MEETING: N_("möte"),
    Means.VISIT: N_("på plats"),
    Means.PAPER: N_("bud med papper"),
}


class Stage(StrEnum):
    """How far a report has come (steg): each step forward, or back with a reason."""

    RECEIVED = "received"
    TRIAGE = "triage"
    DECISION = "decision"
    DONE = "done"


STAGE_NAMES = {
    Stage.RECEIVED: N_("ny"),
    Stage.TRIAGE: N_("bedöms"),
    Stage.DECISION: N_("väntar på beslut"),
    Stage.DONE: N_("klar"),
}


class Outcome(StrEnum):
    """What a report can lead to."""

    FACT = "fact"
    TASK = "task"
    DECISION = "decision"
    LOG = "log"
    RUMOUR = "rumour"
    QUESTION = "question"


class Report:
    """One report. `id` is the entry that brought it; `number` its place in the journal."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.number = 0
        self.received: ReportReceived | None = None
        self.stamp: Stamp | None = None
        self.moves: Register[ReportMoved] = Register()
        self.checks: Register[ReportVerified] = Register()
        self.led_to: list[LedTo] = []

    @property
    def stage(self) -> Stage:
        """Return how far it has come."""
        return self.moves.value.stage if self.moves.value else Stage.RECEIVED

    @property
    def reason(self) -> str:
        """Return why it went back, or what became of it."""
        return self.moves.value.reason if self.moves.value else ""

    @property
    def verified(self) -> bool:
        """Return whether somebody has checked that it holds."""
        if self.checks.value is not None:
            return self.checks.value.verified
        return bool(self.received and self.received.verified)


class Reports:
    """The reports of an incident by id, and what was said of the units that are to report."""

    def __init__(self) -> None:
        self.by_id: dict[str, Report] = {}
        self._taken: list[Report] = []
        self.units: dict[str, Register[UnitSet]] = {}
        self.asked: dict[str, datetime] = {}
        self.latest: dict[str, datetime] = {}

    def report(self, id: str) -> Report:
        """Return a report, made when first asked for: what is said of it may be read before it is."""
        return self.by_id.setdefault(id, Report(id))

    def received(self) -> list[Report]:
        """Return the reports that came in, the first first."""
        return list(self._taken)

    def take_in(self, report: Report) -> None:
        """Let a report follow those that came before it, and take its number."""
        self._taken.append(report)
        report.number = len(self._taken)


class Unit(msgspec.Struct, frozen=True):
    """A unit that is to report: whom to ask (a person's id or words), how often, when it last did and was last asked.

    `since` is when its time began to run: its latest report, or the alarm.
    """

    name: str
    contact: str
    minutes: int
    last: datetime | None
    asked: datetime | None
    since: datetime

    @property
    def due(self) -> datetime:
        """Return when its next report is to be in."""
        return self.since + timedelta(minutes=self.minutes)

    def silent(self, now: datetime) -> bool:
        """Return whether it has not reported in its time: it turns yellow (rule P54)."""
        return now >= self.due


def units_of(plan: Plan, type: str) -> dict[str, tuple[str, int]]:
    """Return the units that report by the plan, each with whom to ask and the minutes between its reports.

    A plan that names none has those the heads of department lead, and the water company where the list of this type
    of incident gives it something to do.
    """
    if plan.reporting_units:
        rows = (unit for unit in plan.reporting_units if not unit.types or type in unit.types)
        return {unit.name: (unit.contact, unit.minutes) for unit in rows}
    roles = [HEADS]
    own = next((row.checklist for row in plan.types if row.id == type), "")
    if any(item.role == WATER for one in plan.checklists if one.id == own for item in one.items):
        roles.append(WATER)
    found: dict[str, tuple[str, int]] = {}
    for role in roles:
        for holder in sorted((one for one in plan.holders if one.role == role), key=lambda one: one.rank):
            person = plan.person(holder.person)
            if person is not None and person.organisation:
                found.setdefault(person.organisation, (person.id, RHYTHM))
    return found


def units(incident: "Incident") -> list[Unit]:
    """Return the units that are to report: the plan's and those added, without those taken away; most due first."""
    reports, start = incident.part(Reports), incident.start
    if start is None:
        return []
    wanted = {name: (*asked, start.alarm_at) for name, asked in _planned(incident).items()}
    for name, register in reports.units.items():
        said = register.value
        if said is None or not said.expected:
            wanted.pop(name, None)
        else:
            began = start.alarm_at if name in wanted else register.claims[-1][1].at
            wanted[name] = said.contact or wanted.get(name, ("",))[0], said.minutes, began
    found = []
    for name, (contact, minutes, began) in wanted.items():
        last = reports.latest.get(unit_key(name))
        asked = reports.asked.get(unit_key(name))
        found.append(Unit(name, contact, minutes, last, asked, max(last, began) if last else began))
    return sorted(found, key=lambda one: (one.due, one.name))


def silent_units(incident: "Incident", now: datetime) -> list[Unit]:
    """Return the units that have not reported in their time, the longest silent first (rule P54)."""
    return [one for one in units(incident) if one.silent(now)]


def unit_key(name: str) -> str:
    """Return what makes two ways of writing a unit's name the same."""
    return " ".join(name.split()).casefold()


def in_order(incident: "Incident") -> list[Report]:
    """Return the reports: those that wait first, in the order of their steps and the oldest on top, then the done."""
    steps = list(Stage)

    def place(report: Report) -> tuple[int, int]:
        done = report.stage is Stage.DONE
        return steps.index(report.stage), -report.number if done else report.number

    return sorted(incident.part(Reports).received(), key=place)


def waiting(incident: "Incident") -> list[Report]:
    """Return the reports that are not done."""
    return [one for one in in_order(incident) if one.stage is not Stage.DONE]


def _planned(incident: "Incident") -> dict[str, tuple[str, int]]:
    if incident.plan is None or incident.start is None:
        return {}
    return units_of(incident.plan, incident.start.type)
