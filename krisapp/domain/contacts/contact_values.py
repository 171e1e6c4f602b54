"""A contact as typed in a form, and what is wrong with it in words (kontaktuppgifter)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from krisapp.domain.plan_rows import Person
from krisapp.domain.words import N_

TEXTS = ("name", "function", "organisation", "mobile", "phone", "rakel", "email", "address", "languages", "note")
"""The fields that are kept as they are typed, without space around them."""

PRIVATE = ("mobile", "phone", "email")
"""The fields that may be the person's own (privat), in the order they are shown."""

FARTHEST = 1440
"""Minutes away that can be believed: a day."""

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;.]+(\.[^@\s,;.]+)+")
_FEWEST_DIGITS = 3


def typed_of(person: Person) -> dict[str, str]:
    """Return a contact as the texts of a form."""
    typed = {name: str(getattr(person, name)) for name in TEXTS}
    typed["minutes_away"] = "" if person.minutes_away is None else str(person.minutes_away)
    typed["groups"] = ", ".join(person.groups)
    typed["checked"] = person.checked
    return typed


def faults(typed: Mapping[str, str], *, protected: bool, today: date) -> Iterator[tuple[str, str]]:
    """Yield each field that cannot be used and why, marked with `N_`."""
    if not typed["name"].strip():
        yield "name", N_("Skriv ett namn eller en funktion.")
    for field in ("mobile", "phone"):
        number = typed[field].strip()
        if number and len(re.sub(r"\D", "", number)) < _FEWEST_DIGITS:
            yield field, N_("Numret saknar siffror. Skriv det som 070-174 06 05.")
    email = typed["email"].strip()
    if email and not _EMAIL.fullmatch(email):
        yield "email", N_("Det är ingen e-postadress. Skriv den som namn@exempel.se.")
    if protected and typed["address"].strip():
        yield "address", N_("Ingen adress får sparas för den som har skyddad identitet. Ta bort adressen.")
    minutes = typed["minutes_away"].strip()
    if minutes and not (minutes.isdecimal() and int(minutes) <= FARTHEST):
        yield "minutes_away", N_("Skriv minuter med siffror, till exempel 20.")
    yield from _checked_faults(typed["checked"].strip(), today)


def _checked_faults(checked: str, today: date) -> Iterator[tuple[str, str]]:
    if not checked:
        return
    try:
        day = date.fromisoformat(checked) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", checked) else None
    except ValueError:
        day = None
    if day is None:
        yield "checked", N_("Datumet ska skrivas som 2026-11-24, eller lämnas tomt.")
    elif day > today:
        yield "checked", N_("Datumet har inte varit än. Skriv den dag någon kontrollerade uppgifterna.")


def person_of(typed: Mapping[str, str], id: str, *, protected: bool, private: Iterable[str] = ()) -> Person:
    """Return the contact of a form without faults. `private` names the fields that are the person's own."""
    own = set(private)
    minutes = typed["minutes_away"].strip()
    texts = {name: typed[name].strip() for name in TEXTS}
    return Person(
        id=id,
        **texts,
        groups=tuple(group.strip() for group in typed["groups"].split(",") if group.strip()),
        minutes_away=int(minutes) if minutes else None,
        checked=typed["checked"].strip(),
        protected=protected,
        private=tuple(name for name in PRIVATE if name in own and texts[name]),
    )


def free_id(name: str, taken: set[str]) -> str:
    """Return an id for a new contact, made of the name: alva.granlycke, and alva.granlycke-2 if that is taken."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    stem = ".".join(re.findall(r"[a-z0-9]+", plain)) or "kontakt"
    number, id = 1, stem
    while id in taken:
        number += 1
        id = f"{stem}-{number}"
    return id
