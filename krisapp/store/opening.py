"""Opening an incident file for reading, wherever and however it lies."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from krisapp.store import driver, schema
from krisapp.store.trouble import Damaged, Missing, ReadOnly

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory


class Opened:
    """A file open for reading. `damaged` when the database itself does not hold together.

    `alone` when it was copied without the file beside it that had the latest entries.
    """

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._aside: TemporaryDirectory[str] | None = None
        self.damaged = self.alone = False
        self.connection = self._open(path, key)

    def _open(self, path: Path, key: bytes | None) -> driver.Connection:
        """Open as gently as the file allows."""
        if not path.is_file():
            raise Missing(path)
        lone = not _wal(path).exists()
        try:
            return self._seen(_checked(_shared, path, key), path, lone=lone)
        except ReadOnly:
            pass
        except Damaged:
            self.damaged = True
        wal = _wal(path)
        if wal.exists() and wal.stat().st_size:
            path = self._set_aside(path, wal)
            return _checked(_recovering, path, key)
        return self._seen(_checked(_frozen, path, key), path, lone=lone)

    def _seen(self, connection: driver.Connection, path: Path, *, lone: bool) -> driver.Connection:
        """Note whether the file was copied alone; opening it may have made an empty file beside it."""
        self.alone = lone and driver.writes_ahead(path, connection)
        return connection

    def _set_aside(self, path: Path, wal: Path) -> Path:
        """Copy a file and what has not yet been moved into it to where SQLite can put them together."""
        from shutil import copyfile  # here: two large imports that a whole file never needs
        from tempfile import TemporaryDirectory

        self._aside = TemporaryDirectory(prefix="krisapp-")
        for source in (path, wal):
            copyfile(source, Path(self._aside.name) / source.name)
        return Path(self._aside.name) / path.name

    def close(self) -> None:
        """Close the file, and remove a copy that was set aside."""
        self.connection.close()
        if self._aside:
            self._aside.cleanup()


def _wal(path: Path) -> Path:
    """Name the file that holds what has not yet been moved into the main one."""
    return path.with_name(path.name + "-wal")


def _shared(path: Path, key: bytes | None) -> driver.Connection:
    """Open a file others may be writing, and leave nothing behind.

    A connection for reading only leaves the side files of WAL lying where there were none, so it is used only where
    there are.
    """
    if _wal(path).exists():
        return driver.read(path, key)
    connection = driver.write(path, key)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _frozen(path: Path, key: bytes | None) -> driver.Connection:
    """Open a file as it lies."""
    return driver.read(path, key, frozen=True)


def _recovering(path: Path, key: bytes | None) -> driver.Connection:
    """Open a copy set aside, so that its write-ahead log is put to use."""
    connection = driver.write(path, key)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("PRAGMA query_only = ON")
    return connection


def _checked(open_file: driver.Opener, path: Path, key: bytes | None) -> driver.Connection:
    """Open a file and make sure it is one of ours, or close it and say in words why not."""
    with driver.in_words(path), ExitStack() as undo:
        connection = open_file(path, key)
        undo.callback(connection.close)
        schema.check(connection, path)
        undo.pop_all()
        return connection
