"""The SQLite driver: which build, how a file is opened, and what its errors mean.

Debian 12 and Python for Windows carry SQLite builds in which a database in WAL mode may be corrupted (the WAL-reset
bug, 3.7.0 to 3.51.2), so ours comes with sqlcipher3. Durability is set on each connection: a file is made with
synchronous=EXTRA, then written in WAL with FULL; NORMAL loses confirmed entries in a power cut.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from krisapp.store.trouble import (
    Busy,
    Damaged,
    DiskFailed,
    DiskFull,
    NotAJournal,
    ReadOnly,
    Trouble,
)

if TYPE_CHECKING:
    # The driver carries no types; its interface is that of Python's own.
    from sqlite3 import dbapi2
else:
    from sqlcipher3 import dbapi2

Connection = dbapi2.Connection
DatabaseError = dbapi2.DatabaseError

UNREADABLE = (DatabaseError, UnicodeDecodeError)
"""What reading a damaged file raises: SQLite's own error, or its words about names that are no text any longer."""

VERSION: str = dbapi2.sqlite_version
"""The version of the SQLite in use."""

Opener = Callable[[Path, bytes | None], Connection]
"""What opens a file with its raw key, if it has one."""

BUSY = 5.0
"""Seconds to wait for somebody else's lock."""


def modes(version: tuple[int, ...]) -> tuple[str, str]:
    """Return the journal mode and synchronous setting that are safe with this version of SQLite.

    The WAL-reset bug is mended in 3.51.3 and in 3.50.7 and 3.44.6 of the older lines.
    """
    mended = version >= (3, 51, 3) or any(
        version[:2] == line[:2] and version >= line for line in ((3, 50, 7), (3, 44, 6))
    )
    return ("wal", "full") if mended else ("truncate", "extra")


def alias_for_sqlite_utils() -> None:
    """Let sqlite-utils find our driver. Call before it is imported, or altering tables breaks."""
    sys.modules["pysqlite3"] = sys.modules["pysqlite3.dbapi2"] = dbapi2


LOCK = "las.json"
"""The file whose being in a folder says that the folder is locked; what is in it is `sealing`'s."""

_PLAIN = b"SQLite format 3\0"
"""How a file begins that nobody has locked."""

_unlocked: dict[Path, bytes] = {}

Asking = Callable[[Path], tuple[Path, bytes] | None]
"""Finds the key of a locked file: gives the folder that is locked, and its key."""

_asking: list[Asking] = []


def when_locked(ask: Asking) -> None:
    """Ask this way the first time a locked file is met and no key is known, as a command does at the terminal."""
    _asking[:] = [ask]


def unlock(folder: Path, key: bytes) -> None:
    """Know the key of a folder from now on: locked files are opened with it, and new ones in the folder are locked.

    Only this process knows it, in its memory.
    """
    if len(key) != 32:
        raise ValueError("a raw key is 32 bytes")
    _unlocked[folder.resolve()] = key


def key_for(path: Path) -> bytes | None:
    """Return the key a file is opened with: None for one that is not locked, or whose key nobody has told.

    A locked file elsewhere, such as a copy on a stick, is tried with a key that is known.
    """
    if not _unlocked and not _asking:
        return None
    try:
        with path.open("rb") as file:
            begins = file.read(len(_PLAIN))
    except OSError:
        begins = b""
    if begins == _PLAIN:
        return None
    if begins and not _unlocked and _asking and (found := _asking.pop()(path)):
        unlock(*found)
    return key_of(path.parent) or (next(iter(_unlocked.values()), None) if begins else None)


def key_of(folder: Path) -> bytes | None:
    """Return the key that new files in a folder are locked with, None where nobody has told one."""
    place = folder.resolve()
    return next((key for known, key in _unlocked.items() if place.is_relative_to(known)), None)


def _connect(path: Path, query: str, key: bytes | None) -> Connection:
    """Open a file by URI, with its raw 32-byte key if it has one."""
    key = key or key_for(path)
    connection = dbapi2.connect(f"{path.absolute().as_uri()}?{query}", timeout=BUSY, isolation_level=None, uri=True)
    if key is not None:
        if len(key) != 32:
            raise ValueError("a raw key is 32 bytes")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def make(path: Path, key: bytes | None = None) -> Connection:
    """Make a file, so that not even a power cut while it is made can lose it."""
    connection = _connect(path, "mode=rwc", key)
    connection.execute("PRAGMA synchronous = EXTRA")
    return connection


def write(path: Path, key: bytes | None = None) -> Connection:
    """Open a file for writing. It is not touched yet, so that its kind can be checked; then call `endure`."""
    return _connect(path, "mode=rw", key)


def endure(connection: Connection) -> None:
    """Make what this connection commits outlast a power cut. Must be said on each connection that writes."""
    journal, synchronous = modes(dbapi2.sqlite_version_info)
    connection.execute(f"PRAGMA journal_mode = {journal}").fetchall()
    connection.execute(f"PRAGMA synchronous = {synchronous}")


def rest(connection: Connection) -> None:
    """Let all that is written lie in the one file before it is closed, and let its head say so.

    While somebody else has the file open that cannot be, and it stays as it is.
    """
    with suppress(DatabaseError):
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def writes_ahead(path: Path, connection: Connection) -> bool:
    """Return whether a file says that more of it may lie in a file beside it (-wal), as while it is written.

    Where none is beside it, somebody copied it alone, or the other one was lost.
    """
    with path.open("rb") as file:
        head = file.read(20)
    if head.startswith(_PLAIN):
        return head[18:19] == b"\x02"
    try:
        return bool(connection.execute("PRAGMA journal_mode").fetchone() == ("wal",))
    except DatabaseError:
        return False


def read(path: Path, key: bytes | None = None, *, frozen: bool = False) -> Connection:
    """Open a file for reading only.

    `frozen` is for a file nobody writes, on a medium nobody can write to, and for one that is cut off: SQLite then
    takes it as it lies.
    """
    if not frozen:
        return _connect(path, "mode=ro", key)
    connection = _connect(path, "mode=ro&immutable=1", key)
    connection.execute("PRAGMA writable_schema = ON")
    return connection


def holds_together(connection: Connection, tables: tuple[str, ...]) -> bool:
    """Return whether these tables with their indexes are as SQLite left them, and each encrypted page too."""
    checks = [f"PRAGMA integrity_check({table})" for table in tables]
    if any(connection.execute(check).fetchall() != [("ok",)] for check in checks):
        return False
    return not connection.execute("PRAGMA cipher_integrity_check").fetchall()


_MEANING: dict[int, type[Trouble]] = {
    dbapi2.SQLITE_FULL: DiskFull,
    dbapi2.SQLITE_READONLY: ReadOnly,
    dbapi2.SQLITE_CANTOPEN: ReadOnly,
    dbapi2.SQLITE_PERM: ReadOnly,
    dbapi2.SQLITE_IOERR: DiskFailed,
    dbapi2.SQLITE_BUSY: Busy,
    dbapi2.SQLITE_LOCKED: Busy,
    dbapi2.SQLITE_NOTADB: NotAJournal,
    dbapi2.SQLITE_CORRUPT: Damaged,
}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Raise as `Trouble` what the driver says within; a fault in the program stays what it is."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise Damaged(path) from error
    except DatabaseError as error:
        said = trouble(error, path)
        if said is None:
            raise
        raise said from error


def trouble(error: DatabaseError, path: Path) -> Trouble | None:
    """Return what an error means to a person, or None if it is a fault in the program."""
    code = getattr(error, "sqlite_errorcode", 0)
    meaning = _MEANING.get(code & 0xFF)
    return meaning(path) if meaning else None
