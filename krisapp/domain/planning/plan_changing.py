"""Changing one row of the plan (ändra en rad): put, move, and the needs of a channel. What it gives is a whole plan."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Cell, Holder
from krisapp.domain.planning.leading_forms import AGENDA
from krisapp.domain.planning.leading_soundness import COMMUNICATION, locked_point
from krisapp.domain.planning.plan_form_rows import SETTINGS
from krisapp.domain.planning.plan_forms import HOLDERS, Form, new_id, rows_of
from krisapp.domain.words import N_, Refused, _


def with_row(plan: Plan, form: Form, row: Any, values: Mapping[str, Any]) -> tuple[Plan, str]:
    """Return the plan with these values in a row, which is added if it has no place yet, and the row's id.

    Raises `Refused` for a code that is taken, and for a row that is gone.
    """
    fields = {name: value for name, value in values.items() if name != HOLDERS}
    written = replace(row, **fields)
    if form is SETTINGS:
        return replace(plan, settings=written), "settings"
    held = rows_of(plan, form)
    if row.id:
        written = replace(written, id=row.id)
        if all(one.id != row.id for one in held):
            raise Refused(N_("{id} finns inte längre."), id=row.id)
        changed = tuple(written if one.id == row.id else one for one in held)
    elif form.closed:
        raise Refused(N_("Policyn säger vilka de är. De kan ändras men inte bli fler."))
    else:
        written = replace(written, id=new_id(plan, form, written))
        changed = (*held, written)
    plan = replace(plan, **{form.collection: changed})
    if form is AGENDA and not row.id:
        points = plan.agenda_points
        plan = replace(plan, agenda_points=(*points, locked_point(written.id, len(points) + 1, _(COMMUNICATION))))
    if HOLDERS in values:
        plan = replace(plan, holders=held_by(plan, written.id, values[HOLDERS]))
    return plan, str(written.id)


def moved(plan: Plan, form: Form, id: str, step: int) -> Plan:
    """Return the plan with a row some steps further down its table, or up; at an end it stays.

    Raises `Refused` for the audiences, whose order is the policy's (P27), and for a row that is gone.
    """
    if form.closed:
        raise Refused(N_("Ordningen ligger fast i policyn."))
    held = list(rows_of(plan, form))
    row = next((row for row in held if row.id == id), None)
    if row is None:
        raise Refused(N_("{id} finns inte längre."), id=id)
    # A chapter changes place among those of its own document, and a point among those of its agenda.
    places = [at for at, one in enumerate(held) if _whole(one) == _whole(row)]
    beside = [held[at] for at in places]
    at = beside.index(row)
    beside.insert(max(0, min(at + step, len(beside) - 1)), beside.pop(at))
    for place, one in zip(places, beside, strict=True):
        held[place] = one
    ranked = (replace(one, rank=rank) for rank, one in enumerate(held, 1))
    return replace(plan, **{form.collection: tuple(ranked)})


def with_needs(plan: Plan, channel: str, needs: Mapping[str, tuple[str, str]]) -> Plan:
    """Return the plan with these needs and notes of a channel, by audience; one without a need has no cell."""
    others = tuple(cell for cell in plan.matrix if cell.channel != channel)
    cells = (
        Cell(audience=audience, channel=channel, need=need, note=note)
        for audience, (need, note) in needs.items()
        if need
    )
    return replace(plan, matrix=(*others, *cells))


def held_by(plan: Plan, role: str, people: Iterable[str]) -> tuple[Holder, ...]:
    """Return the holders of the plan with these people on a role, in calling order."""
    others = (one for one in plan.holders if one.role != role)
    return (*others, *(Holder(role=role, person=person, rank=rank) for rank, person in enumerate(people, 1)))


def _whole(row: Any) -> str:
    """Return what a row is a part of, within which it has its place: a document, an agenda, or the whole table."""
    return str(getattr(row, "document", getattr(row, "agenda", "")))
