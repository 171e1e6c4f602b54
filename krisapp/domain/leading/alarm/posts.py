"""The places to fill in the crisis organisation (poster): a role, or a role once more for somebody beside the first.

Most roles are one post, held by one person at a time. Where every holder has a part of the municipality of their own,
such as the heads of department, each of them is a post. Who else works in a role stands beside the first, as a post of
their own.
"""

import msgspec

from krisapp.domain.plan import Plan

CHAIR, CHIEF, STAFF, COMMUNICATION, LOG_KEEPER, OFFICER = "KSO", "KC", "SC", "KOM", "LOG", "TIB"
"""The codes of the roles the alarm chain goes through (domain handbook 3.3)."""

EACH_THEIR_OWN = frozenset(("FC", "REK", "TPA"))
"""Roles whose holders do not stand in for one another: each has a department, a school or a safe point."""

PAIRS = (frozenset(("LÄG", "SAM")), frozenset(("RED", "OMV")))
"""Roles one person may be planned for at the same time (domain handbook 3.12)."""

PAIRS_OF_WATCHING = (frozenset(("RED", "OMV")),)
"""Those of them that hold only below staff level (N1)."""


class Post(msgspec.Struct, frozen=True):
    """A place to fill. `people` can fill it, in calling order; `role` is empty for a contact outside the house.

    `caller` is the code of the role that rings, and `within` the minutes from the alarm in which it should be done.
    """

    id: str
    role: str
    people: tuple[str, ...]
    caller: str = ""
    within: int = 0


def post_of(role: str, person: str = "") -> str:
    """Return the id of a post: "SC", or "FC:bo.igelklint" for one of several in a role."""
    return f"{role}:{person}" if person else role


def role_of(post: str) -> str:
    """Return the code of a post's role."""
    return post.partition(":")[0]


def in_calling_order(plan: Plan, role: str) -> tuple[str, ...]:
    """Return those who hold a role: the ordinary one, then the deputies in the order they are called."""
    holders = sorted((one for one in plan.holders if one.role == role), key=lambda one: one.rank)
    return tuple(dict.fromkeys(one.person for one in holders))


def pair_allowed(plan: Plan, level: str, one: str, other: str) -> bool:
    """Return whether a person may be planned for two roles at once at a level (domain handbook 3.12)."""
    pair = frozenset((one, other))
    return len(pair) == 1 or (pair in PAIRS and not (pair in PAIRS_OF_WATCHING and is_staff_level(plan, level)))


def is_staff_level(plan: Plan, level: str) -> bool:
    """Return whether a level puts the staff to work: its lists give the chief of staff something to do."""
    lists = {one.id: one for one in plan.checklists}
    return any(
        item.role == STAFF
        for row in plan.levels
        if row.id == level
        for name in row.opens
        if name in lists
        for item in lists[name].items
    )


def to_be_manned(plan: Plan, level: str, type: str) -> tuple[str, ...]:
    """Return the codes of the roles a level and a type of incident need, in the plan's order.

    At staff level: those the plan says are manned then, those who own a list the level opens, and those the list of
    the type gives something to do. Below it the chief executive and communication; at a level that opens nothing, none.
    """
    opens = next((row.opens for row in plan.levels if row.id == level), ())
    if not opens:
        return ()
    if not is_staff_level(plan, level):
        return tuple(role.id for role in plan.roles if role.id in (CHIEF, COMMUNICATION))
    lists = {one.id: one for one in plan.checklists}
    wanted = {role.id for role in plan.roles if role.manned in ("ja", "alltid")}
    wanted.update(lists[name].owner for name in opens if name in lists)
    own = next((row.checklist for row in plan.types if row.id == type), "")
    if own in lists:
        wanted.update(item.role for item in lists[own].items)
    return tuple(role.id for role in plan.roles if role.id in wanted)
