"""The plan's tables: how a row of the database becomes a value of the plan, and back.

Reading lets SQLite make the JSON and msgspec the values, one statement a table: the whole plan in a few milliseconds,
for it is read at every start.
"""

import json
from functools import cache
from types import GenericAlias
from typing import Any, NamedTuple

import msgspec

from krisapp.domain import delegation_rows, leading_rows, phrase_rows
from krisapp.domain import plan_rows as rows
from krisapp.domain.plan import Plan
from krisapp.domain.profile import Profile
from krisapp.store.driver import Connection

APPLICATION = 0x4B72706C
"""What marks a plan database as ours: "Krpl"."""

MIGRATION_SET = "krisapp.plan"
MIGRATIONS = (
    "plan_2026_11",
    "phrase_bank",
    "channel_needs",
    "delegations",
    "template_drafts",
    "plan_versions",
    "secrecy_grounds",
    "private_numbers",
    "year_wheel",
    "graphic_profile",
    "leading_tables",
)
"""The migrations this program knows, so that none has to be imported to see that all are there."""

Value = str | int | None
Stored = dict[str, Value]
"""A row as it is stored: its columns by name."""

Place = tuple[str, tuple[str, ...]]
"""Where a row lies: its table and its key."""


class Table(NamedTuple):
    """A table: its name, the plan's field it fills, its row type, key columns and reading order."""

    name: str
    field: str
    kind: type[rows.Row]
    key: tuple[str, ...] = ("id",)
    order: str = "rank, id"


TABLES = (
    Table("chapter", "chapters", rows.Chapter),
    Table("audience", "audiences", rows.Audience),
    Table("channel", "channels", rows.Channel),
    Table(
        "matrix",
        "matrix",
        rows.Cell,
        ("channel", "audience"),
        "(SELECT rank FROM channel WHERE id = channel), (SELECT rank FROM audience WHERE id = audience)",
    ),
    Table("role", "roles", rows.Role),
    Table("person", "people", rows.Person, order="id"),
    Table("holder", "holders", rows.Holder, ("role", "person"), "(SELECT rank FROM role WHERE id = role), role, rank"),
    Table("level", "levels", rows.Level),
    Table("incident_type", "types", rows.IncidentType),
    Table("checklist", "checklists", rows.Checklist),
    Table("template", "templates", rows.Template, order="id"),
    Table("place", "places", rows.Place),
    Table("safe_point", "safe_points", rows.SafePoint),
    Table("notice_board", "notice_boards", rows.NoticeBoard),
    Table("premises", "premises", rows.Premises),
    Table("law", "laws", rows.Law),
    Table("complement", "complements", rows.Complement),
    Table("language", "languages", phrase_rows.Language),
    Table("phrase", "phrases", phrase_rows.Phrase),
    Table(
        "translation",
        "translations",
        phrase_rows.Translation,
        ("language", "phrase"),
        "(SELECT rank FROM language WHERE id = language), (SELECT rank FROM phrase WHERE id = phrase)",
    ),
    Table("delegation", "delegations", delegation_rows.Delegation),
    Table("pre_approval", "pre_approvals", delegation_rows.PreApproval),
    Table("year_item", "year_wheel", rows.YearItem),
    Table("profile", "profiles", Profile),
    Table("agenda", "agendas", leading_rows.AgendaRow),
    Table("agenda_point", "agenda_points", leading_rows.AgendaPoint),
    Table("call_step", "call_steps", leading_rows.CallStep),
    Table("reporting_unit", "reporting_units", leading_rows.ReportingUnit),
)
"""The tables in an order in which each row finds the rows it refers to."""

ITEM = Table("checklist_item", "", rows.Item)
_KEYS = {table.name: table.key for table in (*TABLES, ITEM)} | {"setting": ("key",)}
_ITEMS = "FROM checklist_item WHERE checklist_item.checklist = checklist.id"
_HEAD = ("version", "adopted", "owner", "decision", "review_due")


def _json(field: msgspec.structs.FieldInfo) -> str:
    """Return the SQL of a field's value as JSON."""
    if field.type is bool:
        return f"json(iif(\"{field.name}\", 'true', 'false'))"
    if field.type in (str, int, int | None):
        return f'"{field.name}"'
    return f'json("{field.name}")'


def _object(kind: type[rows.Row], *more: str) -> str:
    fields = [field for field in msgspec.structs.fields(kind) if field.name != "items"]
    pairs = [f"'{field.name}', {_json(field)}" for field in fields]
    return f"json_object({', '.join([*pairs, *more])})"


@cache
def _query(table: Table) -> str:
    """Return the SQL that reads a whole table as one JSON list."""
    items = f"'items', (SELECT json_group_array({_object(ITEM.kind)} ORDER BY rank, id) {_ITEMS})"
    value = _object(table.kind, items) if table.kind is rows.Checklist else _object(table.kind)
    return f"SELECT json_group_array({value} ORDER BY {table.order}) FROM {table.name}"  # noqa: S608 - names are ours


def read_plan_rows(connection: Connection) -> Plan:
    """Return the plan that lies in the database."""
    found: dict[str, Any] = {}
    for table in TABLES:
        (content,) = connection.execute(_query(table)).fetchone()
        found[table.field] = msgspec.json.decode(content, type=GenericAlias(tuple, (table.kind, ...)))
    head: dict[str, Any] = {}
    settings: dict[str, Any] = {}
    for key, value in connection.execute("SELECT key, value FROM setting").fetchall():
        where, name = (settings, key.removeprefix("settings.")) if key.startswith("settings.") else (head, key)
        where[name] = json.loads(value)
    return Plan(settings=msgspec.convert(settings, rows.Settings), **head, **found)


def rows_of(plan: Plan) -> dict[Place, Stored]:
    """Return every row of a plan by its table and key, those first that others refer to."""
    return {(table, key): _columns(value) for (table, key), value in _values(plan).items()}


def changes(old: Plan, new: Plan) -> tuple[dict[Place, Stored], dict[Place, Stored]]:
    """Return the rows in which two plans differ: as they are in the old one, and in the new."""
    was, will = _values(old), _values(new)
    before = {place: _columns(value) for place, value in was.items() if will.get(place) != value}
    after = {place: _columns(value) for place, value in will.items() if was.get(place) != value}
    return before, after


def _values(plan: Plan) -> dict[Place, tuple[rows.Row | None, dict[str, Value]]]:
    """Return what lies in each place of the database: a row of the plan and what is stored beside it."""
    settings = msgspec.to_builtins(plan.settings)
    head = {name: getattr(plan, name) for name in _HEAD} | {f"settings.{name}": settings[name] for name in settings}
    found: dict[Place, tuple[rows.Row | None, dict[str, Value]]] = {}
    for name, value in head.items():
        found["setting", (name,)] = None, {"key": name, "value": json.dumps(value, ensure_ascii=False)}
    for table in TABLES:
        for row in getattr(plan, table.field):
            key = tuple(getattr(row, column) for column in table.key)
            if isinstance(row, rows.Checklist):
                found[table.name, key] = msgspec.structs.replace(row, items=()), {}
                found |= {(ITEM.name, (item.id,)): (item, {"checklist": row.id}) for item in row.items}
            else:
                found[table.name, key] = row, {}
    return found


def _columns(value: tuple[rows.Row | None, dict[str, Value]]) -> Stored:
    row, beside = value
    if row is None:
        return beside
    return beside | {name: _stored(getattr(row, name)) for name in row.__struct_fields__ if name != "items"}


def _stored(value: Any) -> Value:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return int(value)
    kept: Value = value
    return kept


def put(connection: Connection, place: Place, row: Stored, *, known: bool) -> None:
    """Add a row, or give the one that is `known` to lie there these values."""
    table, key = place
    names = [f'"{name}"' for name in row]
    if known:
        columns = ", ".join(f"{name} = ?" for name in names)
        statement = f"UPDATE {table} SET {columns} WHERE {_where(table)}"  # noqa: S608 - names come from our types
        connection.execute(statement, (*row.values(), *key))
    else:
        marks = ", ".join("?" * len(row))
        statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - names of our types
        connection.execute(statement, tuple(row.values()))


def delete(connection: Connection, place: Place) -> None:
    """Take a row away."""
    table, key = place
    connection.execute(f"DELETE FROM {table} WHERE {_where(table)}", key)  # noqa: S608 - names come from our types


def _where(table: str) -> str:
    return " AND ".join(f'"{column}" = ?' for column in _KEYS[table])
