"""Durability settings, by version of SQLite, and what must not be loaded at the start."""

import subprocess
import sys
from pathlib import Path

import pytest

from krisapp.store import driver
from krisapp.store.journal import Journal
from tests.store.writing import CONSOLE, Watch, texts, written


def test_every_connection_is_as_durable_as_sqlite_can_be(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.krisapp", CONSOLE, Watch()) as journal:
        (mode,) = journal.connection.execute("PRAGMA journal_mode").fetchone()
        (synchronous,) = journal.connection.execute("PRAGMA synchronous").fetchone()

    assert (mode, synchronous) == ("wal", 2)


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ((3, 40, 1), ("truncate", "extra")),
        ((3, 44, 5), ("truncate", "extra")),
        ((3, 44, 6), ("wal", "full")),
        ((3, 45, 9), ("truncate", "extra")),
        ((3, 50, 6), ("truncate", "extra")),
        ((3, 50, 7), ("wal", "full")),
        ((3, 51, 2), ("truncate", "extra")),
        ((3, 51, 3), ("wal", "full")),
        ((4, 0, 0), ("wal", "full")),
    ],
)
def test_wal_is_used_only_where_its_bug_is_mended(version: tuple[int, int, int], expected: tuple[str, str]) -> None:
    assert driver.modes(version) == expected


def test_an_older_sqlite_writes_the_same_journal_without_wal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version_info", (3, 40, 1))
    path = tmp_path / "a.krisapp"

    written(path, 3)
    with Journal.open(path, CONSOLE, Watch()) as journal:
        modes = [journal.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        assert modes == ["truncate", 3]
        assert len(texts(journal)) == 3


def run(program: str, root: Path) -> str:
    """Run a program of its own and return what it says."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root)
    return done.stdout.strip()


def test_opening_a_journal_does_not_load_sqlite_utils(root: Path) -> None:
    """It costs a tenth of a second at every start, and only the plan needs it."""
    assert run("import sys, krisapp.store.journal; print('sqlite_utils' in sys.modules)", root) == "False"


def test_sqlite_utils_works_with_our_driver(root: Path) -> None:
    """Without the alias, altering a table and dropping one that is not there break."""
    program = """
from krisapp.store import driver
driver.alias_for_sqlite_utils()
import sqlite_utils
db = sqlite_utils.Database(driver.dbapi2.connect(":memory:"), execute_plugins=False)
db["a"].insert({"x": 1})
db["a"].insert({"x": 2, "y": 3}, alter=True)
db["b"].drop(ignore=True)
print(db["a"].count, db.execute("select sqlite_version()").fetchone()[0] == driver.VERSION)
"""
    assert run(program, root) == "2 True"
