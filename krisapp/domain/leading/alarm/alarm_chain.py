"""The alarm chain (larmkedjan): whom to call, by whom and how soon, from the plan's roles (handbook 3.5)."""

from krisapp.domain.leading.alarm.posts import (
    CHAIR,
    CHIEF,
    COMMUNICATION,
    EACH_THEIR_OWN,
    LOG_KEEPER,
    OFFICER,
    STAFF,
    Post,
    in_calling_order,
    is_staff_level,
    post_of,
    to_be_manned,
)
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Person

_FIRST = (
    (CHIEF, OFFICER, 10),
    (STAFF, CHIEF, 15),
    (COMMUNICATION, CHIEF, 15),
    (LOG_KEEPER, CHIEF, 15),
    (CHAIR, CHIEF, 20),
    ("RED", COMMUNICATION, 25),
    ("KCT", COMMUNICATION, 25),
    ("SAM", STAFF, 25),
)
"""Role, who calls and within how many minutes of the alarm, in the order of domain handbook 3.5."""

_REST_WITHIN = 45
"""Minutes for those the chief of staff calls by group: they are to be in place within the hour (handbook 3.16)."""

_COUNTY = "Länsstyrelsen"
_COUNTY_WITHIN = 30
"""The county board's duty officer is told by the liaison, through SOS Alarm (domain handbook 3.5 and list K02)."""


def chain(plan: Plan, level: str, type: str) -> tuple[Post, ...]:
    """Return the posts to call for a level and a type of incident, in calling order.

    Who is on duty already is not left out here. The duty officer begins the chain and is never called in it.
    """
    wanted = [role for role in to_be_manned(plan, level, type) if role != OFFICER]
    first = [step for step in _FIRST if step[0] in wanted]
    named = {role for role, _caller, _within in first}
    own = next((row.checklist for row in plan.types if row.id == type), "")
    urgent = {item.role for one in plan.checklists if one.id == own for item in one.items}
    rest = sorted((role for role in wanted if role not in named), key=lambda role: role not in urgent)
    posts: list[Post] = []
    for role, caller, within in (*first, *((role, STAFF, _REST_WITHIN) for role in rest)):
        people = in_calling_order(plan, role)
        if role in EACH_THEIR_OWN:
            posts += [Post(post_of(role, person), role, (person,), caller, within) for person in people]
        else:
            posts.append(Post(role, role, people, caller, within))
    if is_staff_level(plan, level):
        at = next((place for place, post in enumerate(posts, 1) if post.role == "SAM"), len(posts))
        posts[at:at] = [
            Post(post_of("", person.id), "", (person.id,), "SAM", _COUNTY_WITHIN)
            for person in plan.people
            if person.organisation.startswith(_COUNTY)
        ]
    return tuple(posts)


def numbers(person: Person | None) -> tuple[str, ...]:
    """Return where a person is reached, in the order to try: mobile, telephone, Rakel. Empty when nothing is known."""
    return tuple(one for one in (person.mobile, person.phone, person.rakel) if one) if person else ()
