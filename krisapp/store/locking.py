"""Locking the files of a workplace that has been open until now (låsa filerna), one at a time, and never half.

Each file is written anew, locked, read through and compared, and only then takes the place of the open one. A file that
is not done yet is opened as before, so an interruption loses nothing and the rest can be locked later.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from krisapp.domain.words import N_
from krisapp.store import driver
from krisapp.store.console import seal_console
from krisapp.store.trouble import Trouble

_SIDES = ("-wal", "-shm", "-journal")

_COUNTS = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


class NotLocked(Trouble):
    """What was read back locked was not what lay there open."""

    sentence = N_("{file} gick inte att låsa och läsa tillbaka. Den ligger kvar olåst. Försök igen på en annan disk.")


def unlocked_files(folder: Path) -> list[Path]:
    """Return the databases of a workplace that are not locked, drills included."""
    return [path for path in sorted(_databases(folder)) if _is_plain(path)]


def lock_files(folder: Path, key: bytes, progress: Callable[[int, int], bool]) -> int:
    """Lock every open database of a folder, and the console's own key; return how many files were locked.

    No program may have them open. `progress` is told how many of how many are done and returns whether to go on.
    Raises `NotLocked` and what the disk says; what is locked stays so, the rest is open as before.
    """
    driver.unlock(folder, key)
    paths = unlocked_files(folder)
    for done, path in enumerate(paths):
        if not progress(done, len(paths)):
            return done
        _lock(path, key)
    seal_console(folder, key)
    progress(len(paths), len(paths))
    return len(paths)


def _databases(folder: Path) -> Iterator[Path]:
    for pattern in ("*.krisapp", "*.db", "*/*.krisapp"):
        yield from folder.glob(pattern)


def _is_plain(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def _lock(path: Path, key: bytes) -> None:
    """Write a database anew, locked, compare the two table by table, and let it take the place of the open one."""
    draft = path.with_name(f".{path.name}.locked")
    draft.unlink(missing_ok=True)
    with driver.in_words(path):
        with closing(driver.write(path)) as plain:
            plain.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            plain.execute(f"ATTACH DATABASE ? AS locked KEY \"x'{key.hex()}'\"", (str(draft),))
            plain.execute("PRAGMA locked.synchronous = EXTRA")
            plain.execute("SELECT sqlcipher_export('locked')").fetchall()
            for name in ("user_version", "application_id"):
                (value,) = plain.execute(f"PRAGMA main.{name}").fetchone()
                plain.execute(f"PRAGMA locked.{name} = {int(value)}")
            wanted = _content(plain)
            plain.execute("DETACH DATABASE locked")
            plain.execute("PRAGMA journal_mode = DELETE").fetchall()
        with closing(driver.read(draft, key)) as locked:
            same = _content(locked) == wanted and driver.holds_together(locked, ())
    if not same:
        draft.unlink()
        raise NotLocked(path)
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(path)
    for side in _SIDES:
        path.with_name(path.name + side).unlink(missing_ok=True)


def _content(connection: driver.Connection) -> dict[str, object]:
    """Return what two copies of a database have alike: every table with its rows, and every guard and index."""
    names = [name for (name,) in connection.execute(_COUNTS)]
    found: dict[str, object] = {
        name: hash(tuple(connection.execute(f'SELECT * FROM "{name}"').fetchall()))  # noqa: S608 - names of our own
        for name in names
        if not name.startswith("sqlite_stat")
    }
    kinds = "SELECT type, name, sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL ORDER BY type, name"
    return found | {"": tuple(connection.execute(kinds).fetchall())}
