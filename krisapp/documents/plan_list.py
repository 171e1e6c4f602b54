"""The plan's tables in open formats (planen som tabeller): CSV for spreadsheets, JSON for other programs.

What is no one else's stays: those with a protected identity never leave, private numbers only for a reason. A plan to
move to another Krisapp is a plan package, which loses nothing; this is for reading.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from krisapp.documents.csv_table import csv_table
from krisapp.domain.contacts.contact_open import contact_rows, open_plan
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Row
from krisapp.domain.planning.plan_wording import field_label
from krisapp.domain.words import _


class PlanTable(NamedTuple):
    """A table of the plan as a file: its name and content."""

    name: str
    content: bytes


def plan_tables(plan: Plan, *, private: bool = False) -> Iterator[PlanTable]:
    """Give each table of a plan that has any rows as CSV, and the municipality's own settings.

    Contacts have the columns of an export of contacts, so that the file can be read in again.
    """
    opened = open_plan(plan, private=private)
    for collection in msgspec.structs.fields(Plan):
        rows = getattr(opened, collection.name)
        if collection.name == "people":
            yield PlanTable("people.csv", csv_table(*contact_rows(rows)))
        elif isinstance(rows, tuple) and rows:
            yield PlanTable(f"{collection.name}.csv", _table(rows))
    items = [item for checklist in opened.checklists for item in checklist.items]
    if items:
        yield PlanTable("checklist_items.csv", _table(tuple(items)))
    settings = [(name, _cell(value)) for name, value in msgspec.structs.asdict(opened.settings).items()]
    yield PlanTable("settings.csv", csv_table((_("inställning"), _("värde")), settings))


def plan_json(plan: Plan, *, private: bool = False) -> bytes:
    """Return a plan as JSON, with the names of tables and fields that the plan package has."""
    return msgspec.json.format(msgspec.json.encode(open_plan(plan, private=private)), indent=2)


def _table(rows: tuple[Row, ...]) -> bytes:
    names = [name for name in rows[0].__struct_fields__ if name != "items"]
    return csv_table(
        [field_label(rows[0], name) for name in names], ([_cell(getattr(row, name)) for name in names] for row in rows)
    )


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)
