"""Contacts as vCard 3.0 (visitkort), which every telephone and address book reads.

What may leave is not decided here: give it what `outgoing` of `krisapp.domain.contacts.contact_open` returns.
"""

from collections.abc import Iterable

import vobject
from vobject.vcard import Name

from krisapp.domain.plan_rows import Person


def vcards(people: Iterable[Person]) -> bytes:
    """Return the contacts as one file of cards, in UTF-8. A function without a person is a card with its name."""
    return "".join(_card(person) for person in people).encode()


def _card(person: Person) -> str:
    card = vobject.vCard()
    card.add("fn").value = _plain(person.name)
    first, _gap, last = _plain(person.name).rpartition(" ")
    card.add("n").value = Name(family=last, given=first)
    card.add("uid").value = f"krisapp:{person.id}"
    if person.organisation:
        card.add("org").value = [_plain(person.organisation)]
    for name, value in (("title", person.function), ("note", person.note), ("x-rakel", person.rakel)):
        if value:
            card.add(name).value = _plain(value)
    for field, kinds in (("mobile", ["CELL", "VOICE"]), ("phone", ["VOICE"]), ("email", ["INTERNET"])):
        if value := getattr(person, field):
            line = card.add("email" if field == "email" else "tel")
            line.value = _plain(value)
            line.params["TYPE"] = [*kinds, "HOME" if field in person.private else "WORK"]
    if person.address:
        line = card.add("adr")
        line.value = vobject.vcard.Address(street=_plain(person.address))
        line.params["TYPE"] = ["HOME"]
    if person.groups:
        card.add("categories").value = [_plain(group) for group in person.groups]
    return str(card.serialize())


def _plain(text: str) -> str:
    """Return a text without the signs that a card may not hold."""
    return "".join(sign for sign in text if sign == "\n" or sign.isprintable())
