"""The plan an incident starts on (gällande plan): what was adopted, with what is true today (rules P41 and PL2).

A municipality decides how a crisis is led and to whom it speaks: chapters, levels, roles, audiences, matrix, types and
checklists. These hold from their adoption until the next, however much somebody is rewriting them. What is only so, and
not decided, is used as it stands today: contacts, who holds which role, delegations, channels, places, rooms, laws. An
old telephone number must not be called because nobody has adopted the new one. Templates and phrases are adopted and
signed off by themselves (rows ME11 and ME13).
"""

from msgspec.structs import replace

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_difference import Difference, differences
from krisapp.domain.planning.plan_soundness import faults

DECIDED = ("chapters", "audiences", "matrix", "roles", "levels", "types", "checklists")
"""The collections that hold from their adoption."""

_HEAD = ("version", "adopted", "owner", "decision", "review_due")


def unadopted(adopted: Plan, draft: Plan) -> list[Difference]:
    """Return what has been changed in the decided parts since the adoption."""
    return differences(adopted, draft, DECIDED)


def in_force(adopted: Plan, draft: Plan) -> Plan:
    """Return the adopted plan with today's facts.

    What of today refers to something that is not adopted is left out: the holder of a new role, an approval in advance
    for a new type. Should the two still not go together, the plan as it stands is used, for it is always sound.
    """
    kept = {name: getattr(adopted, name) for name in (*_HEAD, *DECIDED)}
    merged = replace(draft, **kept)
    roles, types = {one.id for one in merged.roles}, {one.id for one in merged.types}
    channels = {one.id for one in merged.channels}
    delegations = tuple(one for one in merged.delegations if one.role in roles)
    deciders = {one.role for one in delegations if one.kind == "template"}
    merged = replace(
        merged,
        holders=tuple(one for one in merged.holders if one.role in roles),
        matrix=tuple(cell for cell in merged.matrix if cell.channel in channels),
        channels=tuple(
            one if not one.owner or one.owner in roles else replace(one, owner="") for one in merged.channels
        ),
        delegations=delegations,
        pre_approvals=tuple(one for one in merged.pre_approvals if one.role in deciders and one.type in {"", *types}),
    )
    return draft if any(faults(merged)) else merged
