"""Rows can be added and nothing else, also by one with SQL at hand."""

from pathlib import Path

import pytest

from krisapp.domain.faults import What
from krisapp.store import driver
from krisapp.store.journal import Journal
from krisapp.store.verify import verify
from tests.store.writing import CONSOLE, Watch, line, tamper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        journal.append(line("en"), "KC")
        journal.put_blob(b"planen")
    return path


def everything(connection: driver.Connection) -> list[object]:
    return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("entry", "blob", "sqlite_sequence")]


COLUMNS = "position, id, stream, seq, tick, raw, sig, salt, body, received"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET body = x'00' WHERE position = 2",
        "UPDATE entry SET body = NULL, salt = NULL",
        "UPDATE OR REPLACE entry SET position = 1 WHERE position = 2",
        "DELETE FROM entry",
        "DELETE FROM entry WHERE position = 2",
        f"REPLACE INTO entry ({COLUMNS}) SELECT {COLUMNS} FROM entry WHERE position = 2",
        f"INSERT OR REPLACE INTO entry ({COLUMNS}) SELECT 2, {COLUMNS[10:]} FROM entry WHERE position = 1",
        f"INSERT OR REPLACE INTO entry ({COLUMNS}) SELECT 9, {COLUMNS[10:]} FROM entry WHERE position = 1",
        "INSERT INTO entry (position, id, stream, seq, tick, raw, sig, received) "  # noqa: ISC004 - one statement
        "VALUES (2, x'', x'', 1, 1, x'', x'', 1) ON CONFLICT DO UPDATE SET body = x'00'",
        "UPDATE blob SET content = x'00'",
        "DELETE FROM blob",
        "REPLACE INTO blob (hash, content) SELECT hash, x'00' FROM blob",
        "INSERT OR REPLACE INTO blob (position, hash, content) VALUES (1, x'00', x'00')",
    ],
)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_the_file_refuses(path: Path, statement: str, recursive: str) -> None:
    connection = driver.write(path)
    connection.execute(f"PRAGMA recursive_triggers = {recursive}")
    before = everything(connection)

    with pytest.raises(driver.DatabaseError, match="kan varken ändras eller tas bort"):
        connection.execute(statement)

    assert everything(connection) == before
    connection.close()


@pytest.mark.parametrize("guard", ["entry_kept", "entry_kept_as_is", "entry_not_replaced", "blob_kept"])
def test_a_guard_taken_away_is_told(path: Path, guard: str) -> None:
    connection = driver.write(path)
    connection.execute(f"DROP TRIGGER {guard}")
    connection.close()

    assert [fault.what for fault in verify(path).faults] == [What.GUARD]


def test_a_guard_weakened_is_told(path: Path) -> None:
    connection = driver.write(path)
    connection.execute("DROP TRIGGER entry_kept")
    connection.execute("CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT 1; END")
    connection.close()

    assert not verify(path).whole


def test_taking_the_guards_off_and_on_without_a_change_is_no_fault(path: Path) -> None:
    tamper(path)

    assert verify(path).whole
