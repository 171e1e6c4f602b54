"""What a table of the plan looks like to a person (planens formulär): a label, a kind and a line of help a field.

The forms of the window, the differences between two plans and the lists of what refers to what are all made of these,
so that a field is described once. The descriptions are in `plan_form_rows`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from krisapp.domain.leading_rows import CallStep
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import NoticeBoard, Person, Row
from krisapp.domain.words import N_, Refused, _


class Kind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    NUMBER = "number"
    DATE = "date"
    TICK = "tick"
    CHOICE = "choice"
    ONE = "one"
    SEVERAL = "several"
    WAYS = "ways"
    PICTURE = "picture"


class FormField(NamedTuple):
    """A field of a table. `of` is the table that ONE and SEVERAL choose from, and `choices` the keys and words of a
    CHOICE. A field that is not `shown` is written elsewhere, but named in a difference.
    """

    name: str
    label: str
    kind: Kind = Kind.LINE
    help: str = ""
    of: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    must: bool = False
    shown: bool = True


Naming = Callable[[Any, int], str]
"""Gives a new row an id: tried with 1, 2, 3 … until one is free."""


class Form(NamedTuple):
    """A table: its name in the database, the plan's field it fills, its row type, what one is called, its fields.

    `ids` names a new row; without it a person writes the code. A table that is `closed` gets no new rows and loses
    none.
    """

    table: str
    collection: str
    kind: type[Row]
    one: str
    new: str
    fields: tuple[FormField, ...]
    ids: Naming | None = None
    closed: bool = False


HOLDERS = "holders"
"""The field of a role that is kept in another table: the people who hold it, in calling order."""

_TYPED = re.compile(r"[A-ZÅÄÖ]{2,5}")
_SAID = re.compile(r"[A-ZÅÄÖ]{1,5}\d{0,3}")


def rows_of(plan: Plan, form: Form) -> tuple[Any, ...]:
    """Return the rows of a table."""
    found: tuple[Any, ...] = getattr(plan, form.collection)
    return found


def row_of(plan: Plan, form: Form, id: str) -> Any:
    """Return the row with an id, or None."""
    return next((row for row in rows_of(plan, form) if row.id == id), None)


def blank_row(plan: Plan, form: Form) -> Any:
    """Return a row that is not there yet: the last in its table, and empty."""
    names, defaults = form.kind.__struct_fields__, form.kind.__struct_defaults__
    required: dict[str, Any] = dict.fromkeys(names[: len(names) - len(defaults)], "")
    if "rank" in required:
        required["rank"] = max((row.rank for row in rows_of(plan, form)), default=0) + 1
    return form.kind(**required)


def values_of(plan: Plan, form: Form, row: Any) -> dict[str, Any]:
    """Return what a form shows of a row, by the names of its fields."""
    found = {field.name: getattr(row, field.name) for field in form.fields if field.name != HOLDERS}
    if any(field.name == HOLDERS for field in form.fields):
        found[HOLDERS] = tuple(one.person for one in plan.holders if one.role == row.id)
    return found


def new_id(plan: Plan, form: Form, row: Any) -> str:
    """Return the id a new row gets. Raises `Refused` for a typed code that is none, or that is taken."""
    taken = {one.id for one in rows_of(plan, form)}
    if form.ids is not None:
        tried = (form.ids(row, number) for number in range(1, len(taken) + 2))
        return next(id for id in tried if id not in taken)
    if not _TYPED.fullmatch(row.id):
        raise Refused(N_("Skriv en kod med två till fem versaler, till exempel KOM."))
    if row.id in taken:
        raise Refused(N_("Koden {id} är redan tagen. Välj en annan."), id=row.id)
    return str(row.id)


def word_of(name: str) -> str:
    """Return a name as one word of plain letters: "Väster om sjön" is vaster-om-sjon."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-") or "rad"


def name_of(row: Any) -> str:
    """Return what a row is called, without its code."""
    if isinstance(row, NoticeBoard):
        return f"{row.place}, {row.site}"
    if isinstance(row, CallStep):
        return row.role or row.organisation or _("alla andra roller")
    for field in ("name", "title", "sv", "text", "decision"):
        value = getattr(row, field, "")
        if value:
            return str(value).split("\n")[0]
    return str(getattr(row, "id", ""))


def label_of(row: Any) -> str:
    """Return how a row is named where one chooses: the code first if it is one that people say, as KOM, C05 or K03."""
    name = name_of(row)
    return f"{row.id} {name}" if _SAID.fullmatch(row.id) and not isinstance(row, Person) else name


def unfilled(form: Form, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each field that must be filled in and is not, with what to do."""
    for field in form.fields:
        value = values.get(field.name)
        if field.must and not (value.strip() if isinstance(value, str) else value):
            yield field.name, _("Fyll i {label}.").format(label=_(field.label).lower())
