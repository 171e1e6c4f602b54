"""The tables of an incident file, as recorded migrations, and the guards that let rows only be added."""

from collections.abc import Callable
from pathlib import Path

from krisapp.store.driver import Connection
from krisapp.store.trouble import NewerFormat, NotAJournal

APPLICATION = 0x4B726973
"""What marks an incident file as ours: "Kris"."""


def _guards(table: str, same: str, sentence: str) -> list[str]:
    """Return the triggers that keep a table append-only.

    INSERT OR REPLACE deletes without telling a delete trigger, so an insert that would take the place of a row is
    refused as well.
    """
    stop = f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    taken = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 - made of words of our own
    return [
        f"CREATE TRIGGER {table}_kept_as_is BEFORE UPDATE ON {table} {stop}",
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} {stop}",
        f"CREATE TRIGGER {table}_not_replaced BEFORE INSERT ON {table} WHEN {taken} {stop}",
    ]


ENTRY_GUARDS = _guards(
    "entry",
    "position = new.position OR stream = new.stream AND seq = new.seq AND id = new.id",
    "En loggad post kan varken ändras eller tas bort.",
)
BLOB_GUARDS = _guards(
    "blob",
    "position = new.position OR hash = new.hash",
    "En bilaga kan varken ändras eller tas bort.",
)


def entries_and_blobs(connection: Connection) -> None:
    """Make the journal: entries as signed, and what they name by hash.

    AUTOINCREMENT keeps the last number given, so that a removed end shows. `received` is when this console stored the
    entry, in milliseconds since 1970 UTC.
    """
    connection.execute(
        "CREATE TABLE entry (position INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL, "
        "stream BLOB NOT NULL, seq INTEGER NOT NULL, tick INTEGER NOT NULL, raw BLOB NOT NULL, "
        "sig BLOB NOT NULL, salt BLOB, body BLOB, received INTEGER NOT NULL) STRICT"
    )
    connection.execute("CREATE UNIQUE INDEX entry_in_stream ON entry (stream, seq, id)")
    connection.execute(
        "CREATE TABLE blob (position INTEGER PRIMARY KEY AUTOINCREMENT, "
        "hash BLOB NOT NULL UNIQUE, content BLOB NOT NULL) STRICT"
    )
    for trigger in ENTRY_GUARDS + BLOB_GUARDS:
        connection.execute(trigger)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (entries_and_blobs,)
"""In order. A released one is never edited; the number of them is the file's format (user_version)."""


def migrate(connection: Connection) -> None:
    """Bring the tables up to this program's format, each step recorded, all or nothing."""
    done = connection.execute("PRAGMA user_version").fetchone()[0]
    if done >= len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) STRICT")
        for step in MIGRATIONS[done:]:
            step(connection)
            connection.execute("INSERT INTO migration VALUES (?)", (step.__name__,))
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def check(connection: Connection, path: Path) -> None:
    """Raise `NotAJournal` or `NewerFormat` unless the file is an incident this program can read."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise NotAJournal(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > len(MIGRATIONS):
        raise NewerFormat(path, found=found, known=len(MIGRATIONS))


def guarded(connection: Connection) -> bool:
    """Return whether all guards against changes stand in the file as they were made."""
    found = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    return {sql for (sql,) in found} >= {*ENTRY_GUARDS, *BLOB_GUARDS}
