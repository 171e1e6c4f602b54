"""Changing whole checklists of the plan (ändra checklistor): new ones, copies, heads, what opens them, and removal.

What it gives is a whole plan. The points of a list are changed one by one by `store.plan.plan_editing`.
"""

import re
from collections.abc import Collection

from msgspec.structs import replace

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist
from krisapp.domain.planning.plan_soundness import ANCHORS
from krisapp.domain.words import N_, Refused

ANCHOR_NAMES = {
    "T0": N_("larmet"),
    "W0": N_("varningen utfärdas"),
    "C0": N_("en arbetscykel börjar"),
    "S0": N_("ett skift byts"),
    "P0": N_("en presskonferens börjar"),
    "A0": N_("beslut att avveckla"),
    "E0": N_("händelsen avslutas"),
    "L0": N_("något eget"),
}
"""What starts the time of a list, domain handbook chapter 4."""

OWN_START = "L0"
_CODE = re.compile(r"[\w-]{1,20}")


def opened_by(plan: Plan, id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the levels and of the incident types that open a list."""
    levels = tuple(level.id for level in plan.levels if id in level.opens)
    return levels, tuple(kind.id for kind in plan.types if kind.checklist == id)


def with_list(
    plan: Plan, checklist: Checklist, levels: Collection[str], types: Collection[str], *, new: bool = False
) -> Plan:
    """Return the plan with this list, opened by these levels and types and by no others.

    A new one goes last. Raises `Refused` for a code that is taken or is none, without a name, for a start of its own
    that is not told, and when the list has gone meanwhile.
    """
    checklist = _sound(checklist)
    taken = any(one.id.casefold() == checklist.id.casefold() for one in plan.checklists)
    if new and taken:
        raise Refused(N_("Koden {id} är upptagen. Välj en annan."), id=checklist.id)
    if not new and plan.checklist(checklist.id) is None:
        raise Refused(N_("Checklistan {id} finns inte längre."), id=checklist.id)
    if new:
        rank = max((one.rank for one in plan.checklists), default=0) + 1
        lists = (*plan.checklists, replace(checklist, rank=rank))
    else:
        lists = tuple(checklist if one.id == checklist.id else one for one in plan.checklists)
    return _opened(replace(plan, checklists=lists), checklist.id, levels, types)


def without_list(plan: Plan, id: str) -> Plan:
    """Return the plan without a list, and with no level or type that opens it. Raises `Refused` if there is none."""
    if plan.checklist(id) is None:
        raise Refused(N_("Checklistan {id} finns inte längre."), id=id)
    kept = tuple(one for one in plan.checklists if one.id != id)
    return _opened(replace(plan, checklists=kept), id, (), ())


def copy_of(checklist: Checklist, id: str, name: str) -> Checklist:
    """Return a copy of a list under another code and name; its points get codes of their own."""
    points = tuple(
        replace(item, id=f"{id}-{number:02d}", rank=number) for number, item in enumerate(checklist.items, 1)
    )
    return replace(checklist, id=id, name=name, items=points)


def free_id(plan: Plan, like: str = "K") -> str:
    """Return the next code that no list has, with the letter of `like`: K16."""
    letter = re.match(r"[^\W\d_]*", like)
    begins = letter[0] if letter and letter[0] else "K"
    found = [re.fullmatch(rf"{begins}(\d+)", one.id) for one in plan.checklists]
    return f"{begins}{max((int(one[1]) for one in found if one), default=0) + 1:02d}"


def _sound(checklist: Checklist) -> Checklist:
    """Return the list with its words put right; raises `Refused` in words for what a plan may not hold."""
    checklist = replace(
        checklist,
        id=checklist.id.strip(),
        name=" ".join(checklist.name.split()),
        starts=" ".join(checklist.starts.split()),
        phase=" ".join(checklist.phase.split()).lower(),
    )
    if not checklist.name:
        raise Refused(N_("Ge checklistan ett namn."))
    if not _CODE.fullmatch(checklist.id):
        raise Refused(N_("Koden får ha bokstäver, siffror och bindestreck, högst 20 tecken, till exempel K16."))
    if checklist.anchor not in ANCHORS:
        raise Refused(N_("Välj vad tiderna räknas från."))
    if checklist.anchor == OWN_START and not checklist.starts:
        raise Refused(N_("Skriv vad som startar listan, till exempel ”beslut att öppna”."))
    return checklist


def _opened(plan: Plan, id: str, levels: Collection[str], types: Collection[str]) -> Plan:
    """Return the plan in which just these levels and types open a list."""
    changed = []
    for level in plan.levels:
        opens = tuple(one for one in level.opens if one != id)
        if level.id in levels:
            opens = level.opens if id in level.opens else (*opens, id)
        changed.append(replace(level, opens=opens))
    kinds = []
    for kind in plan.types:
        wanted = id if kind.id in types else "" if kind.checklist == id else kind.checklist
        kinds.append(replace(kind, checklist=wanted))
    return replace(plan, levels=tuple(changed), types=tuple(kinds))
