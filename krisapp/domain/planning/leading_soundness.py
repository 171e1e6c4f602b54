"""What must hold of agendas, calling order and reporting units (rules P51 and P54)."""

from collections.abc import Iterator

from krisapp.domain.leading_rows import SHORTEST_RHYTHM, AgendaPoint
from krisapp.domain.plan import Plan
from krisapp.domain.planning.delegation_soundness import Found
from krisapp.domain.words import N_

COMMUNICATION = N_("Kommunikation: vad går ut före nästa möte")
"""The locked point that a new agenda begins with (rule P51)."""

_ROLE = N_("{name} finns inte bland rollerna. Rätta koden.")
_PERSON = N_("{name} finns inte bland kontakterna. Rätta koden.")
_TYPE = N_("{name} finns inte bland händelsetyperna. Rätta koden.")
_AGENDA = N_("{name} finns inte bland dagordningarna. Rätta koden.")
_LOCKED = N_("Dagordningen {name} behöver den låsta punkten Kommunikation. Den kan inte tas bort (P51).")


def faults_in_leading(plan: Plan) -> Iterator[Found]:
    """Yield what does not hold: an agenda without its locked point, a call to nobody, a unit that never reports."""
    yield from _agendas(plan)
    yield from _calls(plan)
    yield from _units(plan)


def locked_point(agenda: str, rank: int, text: str) -> AgendaPoint:
    """Return the point a new agenda has from its beginning, and keeps (rule P51)."""
    return AgendaPoint(
        id=f"{agenda}.communication",
        rank=rank,
        agenda=agenda,
        text=text,
        locked=True,
        beside=("communication",),
    )


def _agendas(plan: Plan) -> Iterator[Found]:
    locked = {point.agenda for point in plan.agenda_points if point.locked}
    for place, agenda in enumerate(plan.agendas):
        if agenda.id not in locked:
            yield ("agendas", place), _LOCKED, {"name": agenda.name}
    known = {agenda.id for agenda in plan.agendas}
    for place, point in enumerate(plan.agenda_points):
        if point.agenda not in known:
            yield ("agenda_points", place, "agenda"), _AGENDA, {"name": point.agenda or "–"}
        if not point.text.strip():
            yield ("agenda_points", place, "text"), N_("Skriv vad punkten handlar om."), {}


def _calls(plan: Plan) -> Iterator[Found]:
    roles = {role.id for role in plan.roles}
    called: set[tuple[str, str]] = set()
    for place, step in enumerate(plan.call_steps):
        at = ("call_steps", place)
        for field, role in (("role", step.role), ("caller", step.caller)):
            if role and role not in roles:
                yield (*at, field), _ROLE, {"name": role}
        if step.role and step.organisation:
            yield at, N_("Ett steg gäller antingen en roll eller en organisation. Ta bort det ena."), {}
        whom = step.role, step.organisation.strip()
        if whom in called:
            yield at, N_("{name} rings redan i ett annat steg. Ta bort det ena."), {"name": step.role or whom[1] or "–"}
        called.add(whom)


def _units(plan: Plan) -> Iterator[Found]:
    people, types = {person.id for person in plan.people}, {kind.id for kind in plan.types}
    for place, unit in enumerate(plan.reporting_units):
        at: tuple[str | int, ...] = ("reporting_units", place)
        if not unit.name.strip():
            yield (*at, "name"), N_("Verksamheten saknar namn. Skriv ett."), {}
        if unit.contact and unit.contact not in people:
            yield (*at, "contact"), _PERSON, {"name": unit.contact}
        if unit.minutes < SHORTEST_RHYTHM:
            yield (*at, "minutes"), N_("Ange minst {minutes} minuter mellan rapporter."), {"minutes": SHORTEST_RHYTHM}
        for number, kind in enumerate(unit.types):
            if kind not in types:
                yield (*at, "types", number), _TYPE, {"name": kind}
