"""What of the contacts may leave the program in a file (utlämnade kontakter), handbook 3.6 and 11.4.

Those with a protected identity never leave. What is a person's own, the numbers marked as private and the address,
leaves only when somebody has given a reason.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from krisapp.domain.contacts.contact_columns import FIELDS
from krisapp.domain.contacts.contact_values import PRIVATE
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Person
from krisapp.domain.words import _

COLUMNS = tuple(name for name in FIELDS if name not in ("first_name", "last_name", "protected"))
"""The fields of a list of contacts in the order of its columns: a file that leaves can be read in again."""


class HeldBack(NamedTuple):
    """How many contacts stay, and how many of the others leave something of their own behind."""

    protected: int
    private: int


def outgoing(people: Iterable[Person], *, private: bool = False) -> tuple[Person, ...]:
    """Return the contacts that may leave, without what is their own unless `private` says that there is a reason."""
    open_now = (person for person in people if not person.protected)
    return tuple(open_now) if private else tuple(map(_without_own, open_now))


def held_back(people: Iterable[Person]) -> HeldBack:
    """Return what an ordinary export holds back."""
    people = list(people)
    open_now = [person for person in people if not person.protected]
    return HeldBack(len(people) - len(open_now), sum(_without_own(person) != person for person in open_now))


def open_plan(plan: Plan, *, private: bool = False) -> Plan:
    """Return the plan with only the contacts that may leave, and nothing that names the others."""
    hidden = {person.id for person in plan.people if person.protected}
    return replace(
        plan,
        people=outgoing(plan.people, private=private),
        holders=tuple(one for one in plan.holders if one.person not in hidden),
        delegations=tuple(one for one in plan.delegations if one.person not in hidden),
        pre_approvals=tuple(one for one in plan.pre_approvals if one.person not in hidden),
    )


def on_paper(person: Person, told: str) -> tuple[str, str]:
    """Return a contact's name and how it is reached, `told`, as they may stand on paper that anybody can pick up.

    Who has a protected identity (skyddade personuppgifter) is called from the program, where the number is.
    """
    if person.protected:
        return _("Skyddad identitet"), _("numret står i Krisapp")
    return person.name, told


def contact_rows(people: Iterable[Person]) -> tuple[Sequence[str], list[tuple[str, ...]]]:
    """Return contacts as a list with a heading for each column, each number in a column of its own kind."""
    return [_(FIELDS[name]) for name in COLUMNS], [tuple(_cell(one, name) for name in COLUMNS) for one in people]


def _cell(person: Person, name: str) -> str:
    own = name.removeprefix("private_")
    if own in PRIVATE:
        return str(getattr(person, own)) if (own in person.private) == name.startswith("private_") else ""
    if name == "groups":
        return ", ".join(person.groups)
    value = getattr(person, name)
    return "" if value is None else str(value)


def _without_own(person: Person) -> Person:
    return replace(person, address="", private=(), **dict.fromkeys(person.private, ""))
