"""Who decides (beslutsfattare): people of the plan with the role they decide in, for a choice of one."""

from krisapp.domain.delegation import BOARD_ROLE, short
from krisapp.domain.leading.alarm.posts import CHAIR, CHIEF, OFFICER, STAFF, in_calling_order
from krisapp.domain.plan import Plan
from krisapp.domain.words import _
from krisapp.ui.widgets.fields import Choice

_FIRST = (CHIEF, OFFICER, STAFF, CHAIR, BOARD_ROLE)


def fill_deciders(choice: Choice, plan: Plan, *roles: str) -> None:
    """Offer everybody with a role, each in each, those who usually decide first; or only those of some roles.

    The key is "role person", as `decider_of_key` reads it.
    """
    order = [*_FIRST, *(role.id for role in plan.roles if role.id not in _FIRST)]
    choices = [("", _("Välj …"))]
    for id in roles or order:
        role = plan.role(id)
        if role is None:
            continue
        for person in in_calling_order(plan, id):
            known = plan.person(person)
            if known is not None:
                choices.append((key_of(person, id), f"{short(role)}, {known.name}"))
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(14)
    choice.fill(choices)


def key_of(person: str, role: str) -> str:
    """Return the key of somebody in a role."""
    return f"{role} {person}"


def decider_of_key(key: str) -> tuple[str, str]:
    """Return person and role of a key; both empty for none."""
    role, _space, person = key.partition(" ")
    return person, role
