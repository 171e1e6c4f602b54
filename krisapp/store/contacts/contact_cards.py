"""Contacts as vCard 2.1, 3.0 and 4.0 (visitkort): each card read on its own, so that one that is broken spoils none."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from krisapp.domain.contacts.contact_columns import FIELDS
from krisapp.domain.contacts.contact_import import SourceRow
from krisapp.domain.words import N_, _

_FIELDS = (
    "name",
    "function",
    "organisation",
    "mobile",
    "private_mobile",
    "phone",
    "private_phone",
    "email",
    "private_email",
    "address",
    "languages",
    "groups",
    "note",
)
HEADINGS = tuple(FIELDS[field] for field in _FIELDS)
"""The columns a card is read into, by the names they are known by."""

_BEGIN, _END = (
    re.compile(r"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE),
    re.compile(r"\s*END\s*:\s*VCARD\s*", re.IGNORECASE),
)
_BROKEN = N_("Kortet går inte att läsa. Skriv in kontakten för hand eller spara den på nytt där den kom från.")
_OUTSIDE = N_("Texten står utanför korten.")
_NAMES_OF_NOTHING = frozenset({"pref", "voice", "internet", "1"})


def is_cards(text: str) -> bool:
    """Return whether a text is vCards."""
    return bool(_BEGIN.match(text.lstrip().split("\n", 1)[0]))


def read(text: str) -> Iterator[SourceRow]:
    """Give each card as a row, with the line it begins on. A card that cannot be read is a row with a fault."""
    inside: list[str] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if _BEGIN.fullmatch(line):
            yield from _unread(inside, start)
            inside, start = [line], number
        elif start and _END.fullmatch(line):
            yield _card([*inside, line], start)
            inside, start = [], 0
        elif start or line.strip():
            inside.append(line)
    yield from _unread(inside, start)


def _unread(lines: Sequence[str], start: int) -> Iterator[SourceRow]:
    """Give what is no whole card as a row, so that nothing of the file is lost."""
    if lines:
        yield _faulty(lines, start or 1, _BROKEN if start else _OUTSIDE)


def _faulty(lines: Sequence[str], number: int, fault: str) -> SourceRow:
    return SourceRow(number, (*("" for _field in _FIELDS[:-1]), "\n".join(lines)), fault)


def _card(lines: Sequence[str], number: int) -> SourceRow:
    import vobject  # slow to import

    try:
        card = vobject.readOne("\n".join(lines) + "\n", allowQP=_has_quoted(lines))
        said = _said(card)
    except (vobject.base.VObjectError, ValueError, KeyError, IndexError, AttributeError, TypeError, LookupError):
        # What vobject raises on cards that are not as they should be.
        return _faulty(lines, number, _BROKEN)
    return SourceRow(number, tuple(said[field] for field in _FIELDS))


def _has_quoted(lines: Sequence[str]) -> bool:
    return any("QUOTED-PRINTABLE" in line.upper() for line in lines)


def _said(card: Any) -> dict[str, str]:
    """Return what a card says by field. What is for work and finds no place of its own goes to the note."""
    said = dict.fromkeys(_FIELDS, "")
    beside: list[str] = []
    said["name"] = _text(card, "fn") or _name(card)
    said["function"] = _text(card, "title") or _text(card, "role")
    said["organisation"] = ", ".join(part for part in _parts(card, "org") if part)
    for line in _lines(card, "tel"):
        kinds = _kinds(line)
        number = re.sub(r"^tel:", "", str(line.value), flags=re.IGNORECASE).strip()
        if kinds & {"fax", "pager"}:
            beside.append(_("{number} (fax eller sökare)").format(number=number))
        elif number:
            _place(said, ("mobile" if kinds & {"cell", "iphone"} else "phone"), number, kinds, beside)
    for line in _lines(card, "email"):
        if address := re.sub(r"^mailto:", "", str(line.value), flags=re.IGNORECASE).strip():
            _place(said, "email", address, _kinds(line), beside)
    said["address"] = next(filter(None, map(_address, _lines(card, "adr"))), "")
    said["languages"] = ", ".join(str(line.value) for line in _lines(card, "lang"))
    said["groups"] = ", ".join(part for part in _parts(card, "categories") if part)
    note = "\n".join(str(line.value) for line in _lines(card, "note"))
    more = _("Fler: {numbers}").format(numbers=", ".join(beside)) if beside else ""
    said["note"] = "\n".join(filter(None, (note, more)))
    return said


def _place(said: dict[str, str], field: str, value: str, kinds: set[str], beside: list[str]) -> None:
    """Put a number or an address where it belongs. What is private never goes to the note, which leaves in exports."""
    if "home" in kinds and "work" not in kinds:
        private = f"private_{field}"
        said[private] = ", ".join(filter(None, (said[private], value)))
    elif not said[field]:
        said[field] = value
    elif field == "mobile" and not said["phone"]:
        said["phone"] = value
    else:
        beside.append(value)


def _lines(card: Any, name: str) -> list[Any]:
    found: list[Any] = card.contents.get(name, [])
    # The preferred one first (PREF in 2.1 and 3.0, PREF=1 in 4.0).
    return sorted(found, key=lambda line: "pref" not in _types(line) and "PREF" not in line.params)


def _types(line: Any) -> set[str]:
    """Return the types of a line: TYPE=CELL,VOICE in 3.0 and 4.0, plain CELL in 2.1."""
    told = [value for values in line.params.get("TYPE", []) for value in str(values).split(",")]
    return {word.strip('"').casefold() for word in (*told, *line.singletonparams)}


def _kinds(line: Any) -> set[str]:
    return _types(line) - _NAMES_OF_NOTHING


def _text(card: Any, name: str) -> str:
    return next((str(line.value).strip() for line in _lines(card, name)), "")


def _name(card: Any) -> str:
    parts = next((line.value for line in _lines(card, "n")), None)
    return " ".join(word for word in (_joined(parts.given), _joined(parts.family)) if word) if parts else ""


def _parts(card: Any, name: str) -> list[str]:
    found = []
    for line in _lines(card, name):
        value = line.value
        found += [str(one).strip() for one in (value if isinstance(value, list) else re.split(r"[;,]", str(value)))]
    return found


def _address(line: Any) -> str:
    value = line.value
    place = " ".join(filter(None, (_joined(value.code), _joined(value.city))))
    return ", ".join(filter(None, (_joined(value.street), place)))


def _joined(value: Any) -> str:
    return " ".join(str(one).strip() for one in value) if isinstance(value, list) else str(value).strip()
