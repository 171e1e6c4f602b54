"""The floor of a log entry: SQLite committing a row of the same size, and nothing around it."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

from krisapp.store import driver

_COLUMNS = "id BLOB, stream BLOB, seq INTEGER, tick INTEGER, raw BLOB, sig BLOB, salt BLOB, body BLOB, received INTEGER"


def bare_insert(path: Path) -> Callable[[], object]:
    """Return an insert of as many bytes as an entry has, by the same driver in WAL and FULL and nothing around it."""
    connection = driver.make(path)
    connection.execute(f"CREATE TABLE entry (position INTEGER PRIMARY KEY, {_COLUMNS})")
    driver.endure(connection)
    parts = [os.urandom(size) for size in (16, 400, 64, 16, 420)]
    numbers = count()

    def insert() -> None:
        connection.execute(
            "INSERT INTO entry (id, stream, seq, tick, raw, sig, salt, body, received) VALUES (?,?,?,?,?,?,?,?,?)",
            (os.urandom(32), parts[0], next(numbers), 1, *parts[1:], 1),
        )

    return insert
