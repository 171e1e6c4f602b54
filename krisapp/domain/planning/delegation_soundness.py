"""What must hold of the delegation table and of the templates approved in advance (rules P49 and P53)."""

import re
from collections.abc import Iterator
from datetime import date

from krisapp.domain.checks import Stage
from krisapp.domain.delegation import ELECTED, TextKind
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_

Found = tuple[tuple[str | int, ...], str, dict[str, object]]
"""Where, the sentence, and its values."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def faults_in_delegation(plan: Plan) -> Iterator[Found]:
    """Yield what does not hold: unknown names, dates, a political text by others than the elected."""
    yield from _lines(plan)
    yield from _in_advance(plan)


def _lines(plan: Plan) -> Iterator[Found]:
    roles = {role.id for role in plan.roles}
    held = {(holder.role, holder.person) for holder in plan.holders}
    for place, line in enumerate(plan.delegations):
        at: tuple[str | int, ...] = ("delegations", place)
        if line.kind not in set(TextKind):
            known = ", ".join(TextKind)
            yield (*at, "kind"), N_("{kind} är inget slag. Välj bland {known}."), {"kind": line.kind, "known": known}
        if line.role not in roles:
            yield (*at, "role"), N_("{name} finns inte bland rollerna. Rätta koden."), {"name": line.role or "–"}
        elif line.kind == TextKind.POLITICAL and line.role not in ELECTED:
            yield (
                (*at, "role"),
                N_("Politiska texter godkänns bara av förtroendevalda (P49). Välj {known}."),
                {"known": ", ".join(ELECTED)},
            )
        if line.person and (line.role, line.person) not in held:
            yield (*at, "person"), N_("{name} har inte rollen {role}."), {"name": line.person, "role": line.role}
        if not line.decision.strip():
            yield (*at, "decision"), N_("Skriv vilket beslut delegationen bygger på."), {}
        yield from _dates(at, line.decided, line.valid_from, line.valid_to)


def _in_advance(plan: Plan) -> Iterator[Found]:
    channels = {channel.id for channel in plan.channels}
    audiences, types = {one.id for one in plan.audiences}, {one.id for one in plan.types}
    deciders = {line.role for line in plan.delegations if line.kind == TextKind.TEMPLATE}
    for place, row in enumerate(plan.pre_approvals):
        at = ("pre_approvals", place)
        if row.stage not in set(Stage):
            known = ", ".join(Stage)
            yield (
                (*at, "stage"),
                N_("{stage} är inget skede. Välj bland {known}."),
                {"stage": row.stage, "known": known},
            )
        for name, value, among, sentence in (
            ("channel", row.channel, channels, N_("{name} finns inte bland kanalerna. Rätta koden.")),
            ("audience", row.audience, audiences | {""}, N_("{name} finns inte bland målgrupperna. Rätta koden.")),
            ("type", row.type, types | {""}, N_("{name} finns inte bland händelsetyperna. Rätta koden.")),
        ):
            if value not in among:
                yield (*at, name), sentence, {"name": value or "–"}
        if row.role not in deciders:
            yield (*at, "role"), N_("{role} har ingen delegation att godkänna mallar i förväg."), {"role": row.role}
        if not row.decision.strip():
            yield (*at, "decision"), N_("Skriv vilket beslut förhandsgodkännandet bygger på."), {}
        if not row.valid_to:
            yield (*at, "valid_to"), N_("Skriv hur länge mallen är godkänd i förväg."), {}
        yield from _dates(at, row.decided, row.valid_from, row.valid_to)


def _dates(at: tuple[str | int, ...], decided: str, start: str, end: str) -> Iterator[Found]:
    for name, value in (("decided", decided), ("valid_from", start), ("valid_to", end)):
        if value and not _is_date(value):
            yield (*at, name), N_("Datumet ska skrivas som 2026-11-24. Rätta {value}."), {"value": value}
    if start and end and end < start:
        yield (*at, "valid_to"), N_("Giltigheten slutar innan den börjar. Rätta datumen."), {}


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
