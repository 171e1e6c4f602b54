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
from krisapp.domain.leading_rows import CallStep
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Person

_REST = CallStep(id="ring10", rank=10, caller=STAFF, within=45)
"""All other roles, called by group: they are to be in place within the hour (handbook 3.16)."""

HANDBOOK = (
    CallStep(id="ring1", rank=1, role=CHIEF, caller=OFFICER, within=10),
    CallStep(id="ring2", rank=2, role=STAFF, caller=CHIEF, within=15),
    CallStep(id="ring3", rank=3, role=COMMUNICATION, caller=CHIEF, within=15),
    CallStep(id="ring4", rank=4, role=LOG_KEEPER, caller=CHIEF, within=15),
    CallStep(id="ring5", rank=5, role=CHAIR, caller=CHIEF, within=20),
    CallStep(id="ring6", rank=6, role="RED", caller=COMMUNICATION, within=25),
    CallStep(id="ring7", rank=7, role="KCT", caller=COMMUNICATION, within=25),
    CallStep(id="ring8", rank=8, role="SAM", caller=STAFF, within=25),
    CallStep(id="ring9", rank=9, organisation="Länsstyrelsen", caller="SAM", within=30),
    _REST,
)
"""The calling order of domain handbook 3.5 and list K02, for a plan frozen before plans had one of their own."""


def chain(plan: Plan, level: str, type: str) -> tuple[Post, ...]:
    """Return the posts to call for a level and a type of incident, in calling order.

    The order is that of the plan; those outside the house are told at staff level. Who is on duty already is not left
    out here. The duty officer begins the chain and is never called in it.
    """
    wanted = [role for role in to_be_manned(plan, level, type) if role != OFFICER]
    steps = plan.call_steps or HANDBOOK
    if all(step.role or step.organisation for step in steps):
        # Nobody who is to be manned is forgotten because a step was taken away.
        steps = (*steps, _REST)
    own = next((row.checklist for row in plan.types if row.id == type), "")
    urgent = {item.role for one in plan.checklists if one.id == own for item in one.items}
    named = {step.role for step in steps}
    rest = sorted((role for role in wanted if role not in named), key=lambda role: role not in urgent)
    outside = is_staff_level(plan, level)
    posts: dict[str, Post] = {}
    for step in steps:
        if step.organisation:
            found = [_outside(person, step) for person in plan.people if outside and _of(person, step)]
        else:
            roles = [step.role] if step.role else rest
            found = [post for role in roles if role in wanted for post in _of_role(plan, role, step)]
        for post in found:
            posts.setdefault(post.id, post)
    return tuple(posts.values())


def _of_role(plan: Plan, role: str, step: CallStep) -> list[Post]:
    people = in_calling_order(plan, role)
    if role in EACH_THEIR_OWN:
        return [Post(post_of(role, person), role, (person,), step.caller, step.within) for person in people]
    return [Post(role, role, people, step.caller, step.within)]


def _of(person: Person, step: CallStep) -> bool:
    return person.organisation.casefold().startswith(step.organisation.strip().casefold())


def _outside(person: Person, step: CallStep) -> Post:
    return Post(post_of("", person.id), "", (person.id,), step.caller, step.within)


def numbers(person: Person | None) -> tuple[str, ...]:
    """Return where a person is reached, in the order to try: mobile, telephone, Rakel. Empty when nothing is known."""
    return tuple(one for one in (person.mobile, person.phone, person.rakel) if one) if person else ()
