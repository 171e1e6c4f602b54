"""What in the plan refers to what (hänvisningar), and what becomes of it when a row is taken away."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

from msgspec.structs import replace

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_forms import Form, label_of, name_of, row_of, rows_of
from krisapp.domain.words import N_, Refused


class Goes(Enum):
    """What becomes of a row when what it refers to is taken away."""

    ALONG = "along"
    EMPTIED = "emptied"
    STOPS = "stops"


class Link(NamedTuple):
    """A field of a table that names a row of another."""

    collection: str
    table: str
    field: str
    to: str
    goes: Goes


LINKS = (
    Link("holders", "holder", "role", "role", Goes.ALONG),
    Link("channels", "channel", "owner", "role", Goes.EMPTIED),
    Link("notice_boards", "notice_board", "responsible", "role", Goes.EMPTIED),
    Link("checklists", "checklist", "owner", "role", Goes.EMPTIED),
    Link("year_wheel", "year_item", "owner", "role", Goes.EMPTIED),
    Link("delegations", "delegation", "role", "role", Goes.STOPS),
    Link("pre_approvals", "pre_approval", "role", "role", Goes.STOPS),
    Link("matrix", "matrix", "channel", "channel", Goes.ALONG),
    Link("pre_approvals", "pre_approval", "channel", "channel", Goes.ALONG),
    Link("pre_approvals", "pre_approval", "type", "incident_type", Goes.ALONG),
    Link("checklists", "checklist", "type", "incident_type", Goes.EMPTIED),
    Link("safe_points", "safe_point", "place", "place", Goes.STOPS),
    Link("notice_boards", "notice_board", "place", "place", Goes.STOPS),
    Link("agenda_points", "agenda_point", "agenda", "agenda", Goes.ALONG),
    Link("call_steps", "call_step", "role", "role", Goes.ALONG),
    Link("call_steps", "call_step", "caller", "role", Goes.EMPTIED),
    Link("reporting_units", "reporting_unit", "types", "incident_type", Goes.EMPTIED),
)
"""Every reference to a row that can be taken away in a form. The points of a checklist are read beside these."""


class Reference(NamedTuple):
    """A row that refers to another: where it is shown, what it is called, and what becomes of it."""

    table: str
    id: str
    name: str
    goes: Goes


def references(plan: Plan, table: str, id: str) -> list[Reference]:
    """Return everything that refers to a row, in the order of the plan."""
    found = []
    for link in LINKS:
        if link.to == table:
            rows: tuple[Any, ...] = getattr(plan, link.collection)
            found += [_reference(plan, link, row) for row in rows if _names(row, link, id)]
    if table == "role":
        found += [
            Reference("checklist_item", item.id, f"{item.id} {item.text}", Goes.EMPTIED)
            for checklist in plan.checklists
            for item in checklist.items
            if item.role == id
        ]
    return found


def without(plan: Plan, form: Form, id: str) -> Plan:
    """Return the plan without a row, and without what hung on it.

    Raises `Refused` for a table whose rows are fixed by the policy, a row that is gone, and while something that
    cannot do without it refers to it.
    """
    if form.closed:
        raise Refused(N_("Policyn säger vilka de är. De kan ändras men inte tas bort."))
    if row_of(plan, form, id) is None:
        raise Refused(N_("{id} finns inte längre."), id=id)
    stopping = [one.name for one in references(plan, form.table, id) if one.goes is Goes.STOPS]
    if stopping:
        raise Refused(N_("Det används av {name}. Ändra det först."), name=", ".join(stopping[:3]))
    left = replace(plan, **{form.collection: tuple(row for row in rows_of(plan, form) if row.id != id)})
    for link in LINKS:
        if link.to == form.table:
            left = replace(left, **{link.collection: tuple(_kept(left, link, id))})
    return _without_role_of_points(left, id) if form.table == "role" else left


def _kept(plan: Plan, link: Link, id: str) -> Iterator[Any]:
    for row in getattr(plan, link.collection):
        if not _names(row, link, id):
            yield row
        elif link.goes is Goes.EMPTIED:
            value = getattr(row, link.field)
            left = tuple(one for one in value if one != id) if isinstance(value, tuple) else ""
            yield replace(row, **{link.field: left})


def _names(row: Any, link: Link, id: str) -> bool:
    value = getattr(row, link.field)
    return id in value if isinstance(value, tuple) else bool(value == id)


def _without_role_of_points(plan: Plan, role: str) -> Plan:
    checklists = tuple(
        replace(one, items=tuple(replace(item, role="") if item.role == role else item for item in one.items))
        if any(item.role == role for item in one.items)
        else one
        for one in plan.checklists
    )
    return replace(plan, checklists=checklists)


def _reference(plan: Plan, link: Link, row: Any) -> Reference:
    if link.table == "holder":
        person = plan.person(row.person)
        return Reference("person", row.person, person.name if person else row.person, link.goes)
    if link.table == "matrix":
        audience = next((one.name for one in plan.audiences if one.id == row.audience), row.audience)
        return Reference("audience", row.audience, audience, link.goes)
    name = label_of(row) if name_of(row) != row.id else row.id
    return Reference(link.table, row.id, name, link.goes)
