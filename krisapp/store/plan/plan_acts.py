"""Acts kept beside the plan (gjort): what was done on a day, which no version of the plan is made another by."""

from datetime import date

from krisapp.domain.planning.acts import Act, ActKind
from krisapp.store.driver import Connection


def read(connection: Connection) -> list[Act]:
    """Return the acts, the oldest first. One of a kind that only a newer program knows is left out."""
    known = set(ActKind)
    rows = connection.execute("SELECT kind, day, by, about, id FROM act ORDER BY id").fetchall()
    return [Act(ActKind(row[0]), date.fromisoformat(row[1]), *row[2:]) for row in rows if row[0] in known]


def put(connection: Connection, act: Act) -> Act:
    """Note an act, and return it with the id it got."""
    cursor = connection.execute(
        "INSERT INTO act (kind, day, by, about) VALUES (?, ?, ?, ?)",
        (act.kind.value, act.day.isoformat(), act.by, act.about),
    )
    return act._replace(id=int(cursor.lastrowid or 0))


def delete(connection: Connection, act: Act) -> None:
    """Take an act back."""
    connection.execute("DELETE FROM act WHERE id = ?", (act.id,))
