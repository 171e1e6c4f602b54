"""The words of the plan's fields (fältens ord): what each is called, and what a value says to a person."""

from collections.abc import Mapping
from typing import Any

from krisapp.domain.delegation import KIND_NAMES
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Cell
from krisapp.domain.planning.plan_form_rows import FORMS
from krisapp.domain.planning.plan_forms import FormField, Kind, label_of
from krisapp.domain.reaching.living import NEED_NAMES
from krisapp.domain.words import N_, Refused, _

NEED_WORDS = {"M": N_("måste"), "B": N_("bör"), "K": N_("kan"), "D": N_("efter beslut")}
"""What the letters of the matrix mean, strongest first."""

_LABELS = {
    "name": N_("Namn"),
    "function": N_("Funktion"),
    "organisation": N_("Organisation"),
    "mobile": N_("Mobil"),
    "phone": N_("Telefon"),
    "rakel": N_("Rakel"),
    "email": N_("E-post"),
    "address": N_("Adress"),
    "minutes_away": N_("Minuter hemifrån"),
    "languages": N_("Språk"),
    "groups": N_("Grupper"),
    "checked": N_("Senast kontrollerad"),
    "protected": N_("Skyddad identitet"),
    "note": N_("Anteckning"),
    "private": N_("Privata uppgifter"),
    "anchor": N_("Räknas från"),
    "starts": N_("Börjar när"),
    "phase": N_("Skede"),
    "type": N_("Händelsetyp"),
    "owner": N_("Ansvarig"),
    "text": N_("Text"),
    "subject": N_("Ämne"),
    "sv": N_("Svenska"),
    "easy": N_("Lättläst"),
    "en": N_("Engelska"),
    "known_by": N_("Känns igen på"),
    "own": N_("Eget namn"),
    "rtl": N_("Skrivs från höger"),
    "kind": N_("Slag"),
    "role": N_("Roll"),
    "person": N_("Person"),
    "decision": N_("Beslut"),
    "decided": N_("Beslutat den"),
    "valid_from": N_("Gäller från"),
    "valid_to": N_("Gäller till och med"),
    "channel": N_("Kanal"),
    "stage": N_("Skede"),
    "audience": N_("Målgrupp"),
    "document": N_("Dokument"),
}
"""Fields of the tables that have editors of their own, and of no form."""

_FORM_FIELDS = {(form.kind, field.name): field for form in FORMS.values() for field in form.fields}
_WORDS: dict[str, Mapping[Any, str]] = {"kind": KIND_NAMES, "stage": STAGE_NAMES}
_COLLECTIONS = {form.table: form.collection for form in FORMS.values()} | {
    "person": "people",
    "checklist": "checklists",
}


def field_label(row: Any, name: str) -> str:
    """Return what a field of a row is called; one that nobody has named goes by the name it has in the files."""
    field = _FORM_FIELDS.get((type(row), name))
    return _(field.label if field else _LABELS.get(name, name))


def in_words(plan: Plan, row: Any, name: str) -> str:
    """Return what a field of a row says: names for codes, yes and no for a tick, nothing for what is empty."""
    value = getattr(row, name)
    if isinstance(row, Cell):
        return need_words(row)
    field = _FORM_FIELDS.get((type(row), name))
    if field is not None and field.kind is Kind.WAYS:
        return "; ".join(way_words(way) for way in value)
    if field is not None and field.kind is Kind.PICTURE:
        return _("en bild på {size} kB").format(size=max(len(value) // 1000, 1)) if value else ""
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_named(plan, field, one) for one in value)
    if field is None and name in _WORDS:
        return next((_(words) for key, words in _WORDS[name].items() if key == value), str(value))
    return _named(plan, field, value)


def need_words(cell: Cell) -> str:
    """Return what a cell of the matrix says, in words."""
    words = _(NEED_WORDS[cell.need])
    # The data's own note begins with the letter; a note that only repeats the need adds nothing.
    note = cell.note.removeprefix("M ")
    if not note or note == words:
        return words
    if cell.note.startswith("M "):
        return _("{need}, måste {when}").format(need=words, when=note) if cell.need != "M" else f"{words} {note}"
    return f"{words} ({note})"


def choices(plan: Plan, table: str) -> list[tuple[str, str]]:
    """Return the ids and names of the rows of a table, for one who chooses among them."""
    return [(row.id, label_of(row)) for row in getattr(plan, _COLLECTIONS[table])]


def way_words(way: str) -> str:
    """Return what a way of a channel takes, in words: egen webb + internet."""
    return " + ".join(_(NEED_NAMES.get(code, code)) for code in map(str.strip, way.split("+")))


def way_of(words: str) -> str:
    """Return a way as the plan keeps it. Raises `Refused` naming what is unknown, and what can be chosen."""
    known = {_(name).casefold(): code for code, name in NEED_NAMES.items()} | {code: code for code in NEED_NAMES}
    found = []
    for word in map(str.strip, words.split("+")):
        if word.casefold() not in known:
            among = ", ".join(_(name) for name in NEED_NAMES.values())
            raise Refused(N_("{name} är inget en kanal kan kräva. Välj bland {known}."), name=word or "–", known=among)
        found.append(known[word.casefold()])
    return " + ".join(found)


def _named(plan: Plan, field: FormField | None, value: object) -> str:
    if field is not None and field.of:
        return dict(choices(plan, field.of)).get(str(value), str(value))
    if field is not None and field.choices:
        return _(dict(field.choices).get(str(value), str(value)))
    return str(value)
