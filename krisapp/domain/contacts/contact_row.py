"""One row of a list of contacts, read into values (rad): what it says, what was mended, and why it cannot be used."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from krisapp.domain.contacts.contact_columns import FIELDS, LEFT
from krisapp.domain.contacts.contact_values import PRIVATE, TEXTS, faults, person_of
from krisapp.domain.language.telephones import SERVICE, digits_of, spaced
from krisapp.domain.plan_rows import Person
from krisapp.domain.words import N_, _

LONGEST = {"note": 2000, "address": 300}
"""Signs that a field may have; `_LONGEST` for the others."""

_LONGEST = 200
_MOST_DIGITS = 15
_FORMULA = tuple("=\uff1d")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_GUARD = tuple("=+-@\t|%'\uff1d\uff0b\uff0d\uff20")
PHONE_OR_MAIL = re.compile(r"\d{5}|\d[\d\s-]{6,}|@")
"""What stands in no heading."""

_YES = frozenset({"ja", "j", "x", "yes", "y", "true", "sant", "1", "skyddad"})
_NO = frozenset({"", "nej", "n", "no", "false", "falskt", "0", "-"})
_LINES = frozenset({"note", "address"})
"""Fields that may have several lines."""


class Sentence(NamedTuple):
    """A sentence about a row, marked with `N_`, with the field it is about and its values."""

    sentence: str
    field: str = ""
    value: str = ""

    def __str__(self) -> str:
        said = _(self.sentence).format(value=self.value)
        return _("{field}: {said}").format(field=_(FIELDS[self.field]), said=said) if self.field else said


class Values(NamedTuple):
    """What a row says: the contact, the id it names, what was mended, and why it cannot be used."""

    person: Person
    id: str = ""
    remarks: tuple[Sentence, ...] = ()
    faults: tuple[Sentence, ...] = ()


def read_row(columns: Sequence[str], cells: Sequence[str], today: date) -> Values:
    """Return what a row says, with these fields for its columns."""
    row = _Row(columns, cells)
    typed = row.typed()
    told = {fault.field.removeprefix("private_") for fault in row.faults}
    row.faults += [
        Sentence(sentence, field)
        for field, sentence in faults(typed, protected=row.protected, today=today)
        if field not in told
    ]
    if row.faults:
        return Values(Person(id="", name=typed["name"]), faults=tuple(row.faults))
    person = person_of(typed, "", protected=row.protected, private=row.private)
    return Values(person, row.said.get("id", ""), tuple(row.remarks))


def plain_cell(cell: str) -> str:
    """Return a cell as it was before the apostrophe that keeps a spreadsheet from running it, without space around."""
    cell = unicodedata.normalize("NFC", cell).strip()
    while cell.startswith("'") and cell[1:].lstrip().startswith(_GUARD):
        cell = cell[1:].strip()
    return cell


class _Row:
    """A row while it is read. `said` are its cells by field; faults and remarks grow as the fields are gone through."""

    def __init__(self, columns: Sequence[str], cells: Sequence[str]) -> None:
        self.faults: list[Sentence] = []
        self.remarks: list[Sentence] = []
        self.private: set[str] = set()
        self.said: dict[str, str] = {}
        for field, cell in zip(columns, cells, strict=False):
            if field != LEFT and (text := plain_cell(cell)):
                self.said[field] = self._seen(field, text)
        self.protected = self._protected(self.said.get("protected", "").casefold())

    def typed(self) -> dict[str, str]:
        """Return the row as the texts of a contact's form, numbers written as we write them."""
        said = self.said
        typed = {name: said.get(name, "") for name in (*TEXTS, "minutes_away", "groups", "checked")}
        typed["name"] = typed["name"] or " ".join(filter(None, (said.get("first_name"), said.get("last_name"))))
        typed["name"] = typed["name"] or typed["function"]
        for field in PRIVATE:
            typed[field] = self._own(field, typed[field], said.get(f"private_{field}", ""))
        for field in ("mobile", "phone"):
            typed[field] = self._number(field, typed[field])
        typed["groups"] = ", ".join(part.strip() for part in re.split(r"[;,|\n]|:::", typed["groups"]) if part.strip())
        typed["checked"] = _day(typed["checked"])
        return typed

    def _own(self, field: str, usual: str, private: str) -> str:
        """Return a number or an e-mail that may be private; a row with both is for a person to mend."""
        if private and usual:
            self.faults.append(
                Sentence(
                    N_("Raden har både en vanlig och en privat. Ta bort den ena, eller lämna den ena kolumnen."), field
                )
            )
        if private and not usual:
            self.private.add(field)
        return usual or private

    def _number(self, field: str, number: str) -> str:
        """Return a number in groups; what is no number is a fault, and what was mended is said."""
        if not number:
            return ""
        plain = re.sub(r"^(?:tel:|tel\.)\s*", "", number, flags=re.IGNORECASE).replace("\u00a0", " ")
        plain = re.sub(r"^00(?=\d)", "+", plain)
        digits = digits_of(plain)
        if re.search(r"[^\d\s()+./\u2010-\u2015-]", plain) or plain.count("+") > 1:
            self.faults.append(Sentence(N_("{value} är inget telefonnummer."), field, number))
        elif len(digits) > _MOST_DIGITS:
            self.faults.append(Sentence(N_("{value} är för långt. Skriv ett nummer i varje cell."), field, number))
        elif digits in SERVICE or len(digits) < _MOST_DIGITS // 2 or (plain.startswith("+") and digits[0] != "0"):
            return plain
        else:
            if digits[0] != "0":
                self.remarks.append(Sentence(N_("{value} saknade sin nolla i början, och fick den."), field, number))
                digits = f"0{digits}"
            return spaced(digits) or plain
        return number

    def _protected(self, said: str) -> bool:
        if said not in _YES | _NO:
            self.faults.append(Sentence(N_("{value} är varken ja eller nej."), "protected", said))
        return said in _YES

    def _seen(self, field: str, text: str) -> str:
        """Return a cell that shows what it says; a sign that cannot be seen is taken from numbers and else a fault."""
        number = field.removeprefix("private_") in PRIVATE or field == "rakel"
        shown = _UNSEEN.sub("", text) if number else text
        if number and shown != text:
            self.remarks.append(Sentence(N_("Osynliga tecken är borttagna."), field))
        if _UNSEEN.search(shown):
            self.faults.append(Sentence(N_("Texten har ett osynligt tecken. Skriv den på nytt."), field))
        if shown.startswith(_FORMULA):
            self.faults.append(Sentence(N_("Cellen är en formel. Skriv det som ska stå."), field))
        if field not in _LINES and "\n" in shown and field != "groups":
            self.faults.append(Sentence(N_("Cellen har flera rader. Ett citattecken kan saknas."), field))
        if len(shown) > LONGEST.get(field, _LONGEST):
            self.faults.append(Sentence(N_("Texten är för lång för fältet."), field))
        return shown.strip()


def _day(text: str) -> str:
    """Return a date as a spreadsheet may write it in the form of the plan; what is none stays, to be refused."""
    for form in ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y%m%d", "%Y/%m/%d", "%Y.%m.%d"):
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return text
