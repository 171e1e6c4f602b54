"""The plan's tables: how a row of the database becomes a value of the plan, and back.

Reading lets SQLite make the JSON and msgspec the values, one statement a table: the whole plan in a few milliseconds,
for it is read at every start.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from krisapp.domain import plan_rows as rows
from krisapp.domain.plan import Plan
from krisapp.store.driver import Connection

APPLICATION = 0x4B72706C
"""What marks a plan database as ours: "Krpl"."""

MIGRATION_SET = "krisapp.plan"
MIGRATIONS = ("plan_2026_11",)
"""The migrations this program knows, so that none has to be imported to see that all are there."""

Value = str | int | None
Key = tuple[str, ...]


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
)
"""The tables in an order in which each row finds the rows it refers to."""

ITEM = Table("checklist_item", "", rows.Item)
SETTING = Table("setting", "", rows.Settings, ("key",))
_ALL = {table.name: table for table in (*TABLES, ITEM, SETTING)}
_ITEMS = "FROM checklist_item WHERE checklist_item.checklist = checklist.id"
_HEAD = ("version", "adopted", "owner", "decision", "review_due")


def key_of(table: str, row: dict[str, Value]) -> Key:
    """Return a row's key values."""
    return tuple(str(row[column]) for column in _ALL[table].key)


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


def read_plan_rows(connection: Connection) -> Plan:
    """Return the plan that lies in the database."""
    items = f"'items', (SELECT json_group_array({_object(ITEM.kind)} ORDER BY rank, id) {_ITEMS})"
    found: dict[str, Any] = {}
    for table in TABLES:
        value = _object(table.kind, items) if table.name == "checklist" else _object(table.kind)
        query = f"SELECT json_group_array({value} ORDER BY {table.order}) FROM {table.name}"  # noqa: S608 - our names
        (content,) = connection.execute(query).fetchone()
        found[table.field] = msgspec.json.decode(content, type=tuple[table.kind, ...])  # type: ignore[name-defined]
    head: dict[str, Any] = {}
    settings: dict[str, Any] = {}
    for key, value in connection.execute("SELECT key, value FROM setting").fetchall():
        where, name = (settings, key.removeprefix("settings.")) if key.startswith("settings.") else (head, key)
        where[name] = json.loads(value)
    return Plan(settings=msgspec.convert(settings, rows.Settings), **head, **found)


def rows_of(plan: Plan) -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield every row of a plan as its table's name and columns, those first that others refer to."""
    for name in _HEAD:
        yield "setting", {"key": name, "value": json.dumps(getattr(plan, name), ensure_ascii=False)}
    for name, value in msgspec.to_builtins(plan.settings).items():
        yield "setting", {"key": f"settings.{name}", "value": json.dumps(value, ensure_ascii=False)}
    for table in TABLES:
        for row in getattr(plan, table.field):
            yield table.name, _columns(row)
            if isinstance(row, rows.Checklist):
                for item in row.items:
                    yield "checklist_item", {"checklist": row.id, **_columns(item)}


def _columns(row: rows.Row) -> dict[str, Value]:
    return {name: _stored(getattr(row, name)) for name in row.__struct_fields__ if name != "items"}


def _stored(value: Any) -> Value:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return int(value)
    kept: Value = value
    return kept


def insert(connection: Connection, table: str, row: dict[str, Value]) -> None:
    """Add a row."""
    columns = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - names come from our types
    connection.execute(statement, tuple(row.values()))


def update(connection: Connection, table: str, row: dict[str, Value]) -> None:
    """Give the row of this key these values."""
    columns = ", ".join(f'"{name}" = ?' for name in row)
    statement = f"UPDATE {table} SET {columns} WHERE {_where(table)}"  # noqa: S608 - names come from our types
    connection.execute(statement, (*row.values(), *key_of(table, row)))


def delete(connection: Connection, table: str, row: dict[str, Value]) -> None:
    """Take away the row of this key."""
    statement = f"DELETE FROM {table} WHERE {_where(table)}"  # noqa: S608 - names come from our types
    connection.execute(statement, key_of(table, row))


def _where(table: str) -> str:
    return " AND ".join(f'"{column}" = ?' for column in _ALL[table].key)
