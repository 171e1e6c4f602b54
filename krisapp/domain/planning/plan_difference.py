"""What differs between two plans (skillnader), thing by thing and field by field, in words a person reads.

A thing is what one would choose to take or leave: a role, a checklist with its points, all holders of a role, the row
of a channel in the matrix, all phrases in a language.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from msgspec.structs import replace

from krisapp.domain.phrase_rows import Translation
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Cell, Checklist, Holder, Item
from krisapp.domain.planning.plan_form_rows import FORMS, SETTINGS
from krisapp.domain.planning.plan_forms import label_of
from krisapp.domain.planning.plan_wording import field_label, in_words
from krisapp.domain.words import N_, _


class Change(StrEnum):
    """How a thing differs."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


CHANGE_NAMES = {
    Change.ADDED: N_("ny"),
    Change.REMOVED: N_("borttagen"),
    Change.CHANGED: N_("ändrad"),
    Change.MOVED: N_("flyttad"),
}


class Differing(NamedTuple):
    """A field that differs: what it is called, and what stands in each plan."""

    label: str
    old: str
    new: str


class Difference(NamedTuple):
    """A thing that differs: its table and key, what it is called, how, and in which fields."""

    table: str
    key: str
    name: str
    change: Change
    fields: tuple[Differing, ...] = ()


_GROUPED = {"matrix": "channel", "holders": "role", "translations": "language"}
"""The collections whose things are several rows, and the field that tells them apart."""

_TABLES = {form.collection: form.table for form in FORMS.values()} | {
    "people": "person",
    "checklists": "checklist",
    "templates": "template",
    "languages": "language",
    "phrases": "phrase",
    "delegations": "delegation",
    "pre_approvals": "pre_approval",
    "holders": "holder",
    "translations": "translation",
}

Things = dict[str, tuple[Any, ...]]


def differences(old: Plan, new: Plan, only: Collection[str] = ()) -> list[Difference]:
    """Return everything in which two plans differ, in the order of the plan's tables; `only` names collections."""
    found: list[Difference] = []
    for collection in _collections(new):
        if not only or collection in only:
            found += _in_collection(old, new, collection)
    return found


def take(plan: Plan, other: Plan, chosen: Collection[Difference]) -> Plan:
    """Return the plan with the chosen things as they are in another plan. Whether that is sound is asked elsewhere."""
    for collection in _collections(plan):
        keys = {one.key for one in chosen if one.table == table_of(collection)}
        if not keys:
            continue
        if collection == "settings":
            plan = replace(plan, settings=other.settings)
            continue
        mine, theirs = things(plan, collection), things(other, collection)
        order = _order(list(mine), list(theirs), {one.key for one in chosen if one.change in _PLACED} & keys)
        found = (theirs.get(key, ()) if key in keys else mine[key] for key in order)
        rows = [row for rows in found for row in rows]
        if collection not in _GROUPED and rows and "rank" in rows[0].__struct_fields__:
            rows = [replace(row, rank=rank) for rank, row in enumerate(rows, 1)]
        plan = replace(plan, **{collection: tuple(rows)})
    return plan


_PLACED = (Change.ADDED, Change.MOVED)
"""The changes that give a thing another place among the others."""


def _order(mine: list[str], theirs: list[str], placed: Collection[str]) -> list[str]:
    """Return my order with the placed keys put where they stand in the other: after the one they follow there."""
    order = [key for key in mine if key not in placed]
    for at, key in enumerate(theirs):
        if key in placed:
            before = next((one for one in reversed(theirs[:at]) if one in order), "")
            order.insert(order.index(before) + 1 if before else 0, key)
    return order


def table_of(collection: str) -> str:
    """Return the name of the table that fills a field of the plan."""
    return _TABLES.get(collection, collection)


def things(plan: Plan, collection: str) -> Things:
    """Return the things of a collection by their keys, each with its rows."""
    if collection == "settings":
        return {"settings": (plan.settings,)}
    field = _GROUPED.get(collection, "id")
    found: Things = {}
    for row in getattr(plan, collection):
        key = getattr(row, field)
        found[key] = (*found.get(key, ()), row)
    return found


def _collections(plan: Plan) -> list[str]:
    """Return the fields of a plan that hold things, in order; the others are the head of the version."""
    return [name for name in plan.__struct_fields__ if name == "settings" or isinstance(getattr(plan, name), tuple)]


def _in_collection(old: Plan, new: Plan, collection: str) -> Iterator[Difference]:
    was, now, table = things(old, collection), things(new, collection), table_of(collection)
    moved = _moved([key for key in was if key in now], [key for key in now if key in was])
    for key, rows in now.items():
        if key not in was:
            yield Difference(table, key, _name(new, collection, rows), Change.ADDED, _fields(old, new, (), rows))
        elif fields := _fields(old, new, was[key], rows):
            yield Difference(table, key, _name(new, collection, rows), Change.CHANGED, fields)
        elif key in moved and collection not in _GROUPED and "rank" in rows[0].__struct_fields__:
            yield Difference(table, key, _name(new, collection, rows), Change.MOVED)
    for key, rows in was.items():
        if key not in now:
            yield Difference(table, key, _name(old, collection, rows), Change.REMOVED, _fields(old, new, rows, ()))


def _name(plan: Plan, collection: str, rows: Sequence[Any]) -> str:
    row = rows[0]
    if collection == "settings":
        return _(SETTINGS.one)
    if collection == "holders":
        role = plan.role(row.role)
        return _("Bemanning av {role}").format(role=label_of(role) if role else row.role)
    if collection == "matrix":
        channel = next((label_of(one) for one in plan.channels if one.id == row.channel), row.channel)
        return _("Matris för {channel}").format(channel=channel)
    if collection == "translations":
        name = next((one.name for one in plan.languages if one.id == row.language), row.language)
        return _("Fraser på {language}").format(language=name)
    return label_of(row)


def _fields(old: Plan, new: Plan, was: Sequence[Any], now: Sequence[Any]) -> tuple[Differing, ...]:
    """Return the fields that differ between the rows of a thing; of one that is new or gone, those that say much."""
    if was == now:
        return ()
    before, after = _values(was), _values(now)
    found = []
    for unit in dict.fromkeys((*after, *before)):
        if before.get(unit) != after.get(unit):
            first = _words(old, was[0], unit, before[unit]) if unit in before else ""
            second = _words(new, now[0], unit, after[unit]) if unit in after else ""
            label = _label(new, now[0], unit) if now else _label(old, was[0], unit)
            found.append(Differing(label, first, second))
    if not was or not now:
        return tuple(one for one in found if (one.old or one.new) not in ("", "0", _("nej")))
    if isinstance(now[0], Checklist):
        mine, theirs = ([item.id for item in sorted(rows[0].items, key=_rank)] for rows in (was, now))
        kept, put = [id for id in mine if id in theirs], [id for id in theirs if id in mine]
        if kept != put:
            found.append(Differing(_("Punkternas ordning"), ", ".join(kept), ", ".join(put)))
    return tuple(found)


def _rank(row: Any) -> int:
    rank: int = row.rank
    return rank


_SILENT = frozenset({"id", "rank", "items"})
"""What is said by the name of a thing, by its place, or point by point."""

_POINT = "point "
"""What the key of a point of a checklist begins with among the fields of the list."""


def _values(rows: Sequence[Any]) -> dict[str, Any]:
    """Return what the rows of a thing hold, by field, person, audience, phrase or point."""
    row = rows[0] if rows else None
    if row is None:
        return {}
    if isinstance(row, Holder):
        return {"": tuple(one.person for one in sorted(rows, key=_rank))}
    if isinstance(row, Cell):
        return {one.audience: one for one in rows}
    if isinstance(row, Translation):
        return {one.phrase: one for one in rows}
    found = {name: getattr(row, name) for name in row.__struct_fields__ if name not in _SILENT}
    if isinstance(row, Checklist):
        found |= {_POINT + item.id: replace(item, rank=0) for item in row.items}
    return found


def _label(plan: Plan, row: Any, unit: str) -> str:
    if isinstance(row, Holder):
        return _("I ringordning")
    if isinstance(row, Cell):
        return next((one.short or one.name for one in plan.audiences if one.id == unit), unit)
    if isinstance(row, Translation):
        return unit
    if unit.startswith(_POINT):
        return _("Punkt {id}").format(id=unit.removeprefix(_POINT))
    return field_label(row, unit)


def _words(plan: Plan, row: Any, unit: str, value: Any) -> str:
    if isinstance(row, Holder):
        return ", ".join(person.name for id in value if (person := plan.person(id)))
    if isinstance(value, Cell):
        return in_words(plan, value, "need")
    if isinstance(value, Translation):
        return _("{text} (granskad)").format(text=value.text) if value.reviewed_by else value.text
    return _point(value) if isinstance(value, Item) else in_words(plan, row, unit)


def _point(item: Item) -> str:
    when = _("när det händer") if item.offset is None else _("{minutes} min").format(minutes=item.offset)
    must = "" if item.mandatory else _("frivillig")
    aside = ", ".join(word for word in (item.role, when, must, ", ".join(item.links), item.english) if word)
    return f"{item.text} ({aside})"


def _moved(was: list[str], now: list[str]) -> set[str]:
    """Return the fewest things that must have changed place among those that both plans have."""
    place = {key: at for at, key in enumerate(was)}
    tails: list[int] = []
    ends: list[str] = []
    before: dict[str, str] = {}
    for key in now:
        at = bisect_left(tails, place[key])
        if at == len(tails):
            tails.append(0)
            ends.append("")
        tails[at], ends[at] = place[key], key
        if at:
            before[key] = ends[at - 1]
    kept: set[str] = set()
    key = ends[-1] if ends else ""
    while key:
        kept.add(key)
        key = before.get(key, "")
    return set(now) - kept
