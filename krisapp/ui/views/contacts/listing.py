"""The contacts as rows (kontaktlista): with roles, searched as one types, sorted and chosen by group."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Person, Role
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.contacts.freshness import Freshness, days_since, freshness, stale_mark
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

EVERYONE = "*"
STALE = "!"
"""Keys of the two choices that are no group."""

SORTS = {
    "name": N_("Namn"),
    "function": N_("Funktion"),
    "organisation": N_("Organisation"),
    "checked": N_("Äldst kontroll"),
    "minutes": N_("Närmast"),
}

_LETTERS = str.maketrans({"å": "{", "ä": "|", "ö": "}"})
_FAR = 10_000


class Held(NamedTuple):
    """A role a person holds: `rank` 1 as ordinary, 2… as deputy in calling order."""

    role: Role
    rank: int


class PersonRow(NamedTuple):
    """A contact as the list shows it."""

    person: Person
    held: tuple[Held, ...]
    mark: Mark | None


class RoleRow(NamedTuple):
    """A role with its people in calling order (ersättare)."""

    role: Role
    people: tuple[Person, ...]


def person_rows(
    plan: Plan, today: date, *, words: str = "", group: str = EVERYONE, sort: str = "name"
) -> list[PersonRow]:
    """Return the contacts of a group that say all the words, sorted. Å, ä and ö are letters of their own."""
    held = held_roles(plan)
    chosen = plan.people if group == EVERYONE else [one for one in plan.people if _in_group(one, group, today)]
    rows = [PersonRow(one, held.get(one.id, ()), row_mark(one, today)) for one in chosen]
    if words.strip():
        rows = [row for row in rows if _says(_said(row), row.person, words)]
    return sorted(rows, key=_order(sort, today))


def role_rows(plan: Plan, *, words: str = "") -> list[RoleRow]:
    """Return the roles that say all the words, themselves or by who holds them, in the plan's order."""
    people = {person.id: person for person in plan.people}
    rows = []
    for role in plan.roles:
        held = sorted((one for one in plan.holders if one.role == role.id), key=lambda one: one.rank)
        rows.append(RoleRow(role, tuple(people[one.person] for one in held if one.person in people)))
    return [row for row in rows if _role_says(row, words)]


def held_roles(plan: Plan) -> dict[str, tuple[Held, ...]]:
    """Return each person's roles in the plan's order."""
    roles = {role.id: role for role in plan.roles}
    held: dict[str, list[Held]] = {}
    for one in plan.holders:
        if one.role in roles:
            held.setdefault(one.person, []).append(Held(roles[one.role], one.rank))
    return {person: tuple(sorted(those, key=lambda one: one.role.rank)) for person, those in held.items()}


def groups(plan: Plan) -> list[tuple[str, str]]:
    """Return the choices of the list by key and word: all, those to check, then each group."""
    names = sorted({group for person in plan.people for group in person.groups}, key=sort_key)
    return [(EVERYONE, _("Alla")), (STALE, _("Att kontrollera")), *((name, name) for name in names)]


def row_mark(person: Person, today: date) -> Mark | None:
    """Return what must be known before the call: a protected identity first, then an old check."""
    if person.protected:
        return Mark(_("skyddad"), Tone.INFO, Shape.SQUARE)
    return stale_mark(person.checked, today)


def numbers(person: Person) -> list[tuple[str, str]]:
    """Return a person's numbers in the order to try them, each with what it is."""
    own = person.private
    found = (
        (_("Privat mobil") if "mobile" in own else _("Mobil"), person.mobile),
        (_("Privat telefon") if "phone" in own else _("Telefon"), person.phone),
        (_("Rakel"), person.rakel),
    )
    return [(what, number) for what, number in found if number]


def unbroken(number: str) -> str:
    """Return a number that stays on one line."""
    return number.replace(" ", "\u00a0")


def rank_words(rank: int) -> str:
    """Return what a place in the calling order is called."""
    return _("ordinarie") if rank == 1 else _("ersättare {number}").format(number=rank - 1)


def sort_key(text: str) -> str:
    """Return what sorts a text as Swedish does: å, ä, ö after z, capitals as small letters."""
    return text.casefold().translate(_LETTERS)


def _order(sort: str, today: date) -> Callable[[PersonRow], tuple[object, str]]:
    def key(row: PersonRow) -> tuple[object, str]:
        person = row.person
        first: object = ""
        if sort == "function":
            first = (not person.function, sort_key(person.function))
        elif sort == "organisation":
            first = (not person.organisation, sort_key(person.organisation))
        elif sort == "checked":
            days = days_since(person.checked, today)
            first = -_FAR if days is None else -days
        elif sort == "minutes":
            first = _FAR if person.minutes_away is None else person.minutes_away
        return first, sort_key(person.name)

    return key


def _in_group(person: Person, group: str, today: date) -> bool:
    if group == STALE:
        return freshness(person.checked, today) is not Freshness.FRESH
    return group in person.groups


def _said(row: PersonRow) -> str:
    person = row.person
    roles = (f"{held.role.id} {held.role.name}" for held in row.held)
    words = (person.name, person.function, person.organisation, person.email, person.languages, person.note)
    return "\n".join((*words, *person.groups, *roles)).casefold()


def _says(said: str, person: Person, words: str) -> bool:
    """Tell whether every word stands there; a word with digits is also looked for in the numbers, spaced or not."""
    digits = " ".join(re.sub(r"\D", "", number) for number in (person.mobile, person.phone, person.rakel))
    for word in words.casefold().split():
        number = re.sub(r"\D", "", word)
        if word not in said and not (number and number in digits):
            return False
    return True


def _role_says(row: RoleRow, words: str) -> bool:
    said = "\n".join((row.role.id, row.role.name, row.role.tasks, *(person.name for person in row.people))).casefold()
    return all(word in said for word in words.casefold().split())


def person_key(row: PersonRow) -> str:
    """Return what names a row of the list."""
    return row.person.id


def role_key(row: RoleRow) -> str:
    """Return what names a row of the roles."""
    return row.role.id


def _name(row: PersonRow) -> str:
    return row.person.name


def _detail(row: PersonRow) -> str:
    """Say the number first: it is what one looks for."""
    roles = " ".join(held.role.id for held in row.held)
    first = [unbroken(number) for _what, number in numbers(row.person)][:1]
    return " · ".join(word for word in (*first, row.person.function, roles) if word)


def _mark(row: PersonRow) -> Mark | None:
    return row.mark


def _role_name(row: RoleRow) -> str:
    return f"{row.role.id} {row.role.name}"


def _role_people(row: RoleRow) -> str:
    return ", ".join(f"{number} {person.name}" for number, person in enumerate(row.people, 1))


def role_mark(row: RoleRow) -> Mark | None:
    """Return what is missing in a role: anyone at all, or deputies."""
    if not row.people:
        return Mark(_("obemannad"), Tone.ALARM, Shape.TRIANGLE)
    missing = row.role.deputies_wanted + 1 - len(row.people)
    if missing > 0:
        words = ngettext("{count} ersättare saknas", "{count} ersättare saknas", missing).format(count=missing)
        return Mark(words, Tone.WAIT, Shape.HALF)
    return None


PERSON_COLUMNS = (Column[PersonRow](N_("Kontakt"), _name, mark=_mark, detail=_detail),)
ROLE_COLUMNS = (Column[RoleRow](N_("Roll"), _role_name, mark=role_mark, detail=_role_people),)
