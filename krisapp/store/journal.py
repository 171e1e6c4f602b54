"""The journal (journalen): one incident's file, written by one console at a time and only ever added to.

What has a stamp is on disk. Every run of the program writes a stream of its own, so that a laptop restored from a
copy cannot fork the one it had.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from krisapp.domain import chain
from krisapp.domain.chain import Read, Reading
from krisapp.domain.events import Event, Stamp
from krisapp.domain.examine import examine
from krisapp.domain.faults import Fault, What
from krisapp.store import blobs, driver, salvage, schema
from krisapp.store.console import Console
from krisapp.store.lock import WriteLock
from krisapp.store.opening import Opened
from krisapp.store.stillness import still
from krisapp.store.trouble import Exists, Missing, ReadOnly
from krisapp.store.writer import Happened, Writer

Clock = Callable[[], datetime]
"""Gives the time, with its offset from UTC."""


class Journal:
    """One incident file. Make one with `create`, `open` or, for reading only, `read`; close it after use."""

    def __init__(self, path: Path, connection: driver.Connection, undo: ExitStack) -> None:
        self.path = path
        self.connection = connection
        self._undo = undo
        self._writer: Writer | None = None
        self._damaged = False
        self._alone = False

    @classmethod
    def create(cls, path: Path, console: Console, clock: Clock, key: bytes | None = None) -> "Journal":
        """Make a new incident file and open it for writing.

        `key` is 32 raw bytes to encrypt with. The file has its name only when it is whole. Raises `Exists`,
        `Occupied`, `ReadOnly`, `DiskFull`.
        """
        path = path.resolve()
        with ExitStack() as undo:
            undo.callback(WriteLock(path, console.name, clock()).release)
            if path.exists():
                raise Exists(path)
            _make(path, key)
            return cls._start(path, console, clock, key, undo)

    @classmethod
    def open(cls, path: Path, console: Console, clock: Clock, key: bytes | None = None) -> "Journal":
        """Open an incident file for writing; the run's first entry is written at once.

        Raises `Missing`, `Occupied`, `NotAJournal`, `NewerFormat`, `Damaged`, `ReadOnly`, `DiskFull`. Entries that do
        not hold are told by `read_all`, and stop nobody from writing on.
        """
        path = path.resolve()
        if not path.is_file():
            raise Missing(path)
        with ExitStack() as undo:
            undo.callback(WriteLock(path, console.name, clock()).release)
            return cls._start(path, console, clock, key, undo)

    @classmethod
    def read(cls, path: Path, key: bytes | None = None) -> "Journal":
        """Open an incident file for reading: while another writes, on a read-only medium, or damaged.

        Raises `Missing`, `NotAJournal`, `NewerFormat`, and `Damaged` when not even the first page can be read.
        """
        path = path.resolve()
        opened = Opened(path, key)
        undo = ExitStack()
        undo.callback(opened.close)
        journal = cls(path, opened.connection, undo)
        journal._damaged = opened.damaged
        journal._alone = opened.alone
        return journal

    @classmethod
    def _start(cls, path: Path, console: Console, clock: Clock, key: bytes | None, undo: ExitStack) -> "Journal":
        """Open the file and begin a stream; `undo` then goes over to the journal."""
        if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise ReadOnly(path)
        with driver.in_words(path):
            connection = driver.write(path, key)
            undo.callback(connection.close)
            lone = not path.with_name(path.name + "-wal").exists()
            schema.check(connection, path)
            alone = lone and driver.writes_ahead(path, connection)
            undo.callback(driver.rest, connection)
            driver.endure(connection)
            schema.migrate(connection)
            writer = Writer(path, connection, console, clock)
        undo.callback(writer.close)
        journal = cls(path, connection, undo.pop_all())
        journal._writer = writer
        journal._alone = alone
        return journal

    @property
    def stream(self) -> str:
        """Return the name of the stream this run writes, "" when open for reading only."""
        return self._writer.stream if self._writer else ""

    @property
    def notice(self) -> str:
        """Return a sentence for the user when all is saved but something needs attention, else ""."""
        told = self._writer.notice if self._writer else ""
        return told or " ".join(map(str, self.beside))

    @property
    def beside(self) -> tuple[Fault, ...]:
        """Return what is wrong with how the file lies: copied alone while it was open, its latest entries left."""
        return (Fault(What.ALONE),) if self._alone else ()

    def append(self, happened: Event, person: str, replaces: Sequence[str] = ()) -> Stamp:
        """Write an event and return its stamp when it is known to be on disk.

        `person` is the id of who did it; `replaces` are the ids of the entries whose values that person saw and
        replaced. Raises `DiskFull`, `ReadOnly`, `DiskFailed`, `Busy`, `NotSaved`: then it is not saved.
        """
        return self.append_all([(happened, tuple(replaces))], person)[0]

    def append_all(self, happened: Sequence[Happened], person: str) -> list[Stamp]:
        """Write events that belong together, each with what it replaces: all are on disk, or none. As `append`."""
        if self._writer is None:
            raise ReadOnly(self.path)
        return self._writer.write(happened, person) if happened else []

    def heard(self, entries: int, tick: int) -> None:
        """Know that the journal holds so many entries now, the highest with this tick: others' have been taken in."""
        if self._writer is not None:
            self._writer.heard(entries, tick)

    def read_all(self) -> Reading:
        """Read the whole journal in the agreed order, checking every hash, every link and each stream's end.

        Never raises for what is wrong with the file: the reading says it, and has the rest.
        """
        with still():
            try:
                last = salvage.last_given(self.connection)
                reading = chain.read(self.connection.execute(salvage.ALL))
                self.connection.execute("PRAGMA shrink_memory")  # the pages it went through are not needed again
            except driver.UNREADABLE:
                self._damaged = True
            else:
                if reading is not None and reading.read == last and not self._damaged:
                    return reading
            return self.examine()

    def examine(self) -> Reading:
        """Read the journal entry by entry, with every signature, saving what can be saved. Slower than `read_all`."""
        last = salvage.last_given(self.connection)
        rescue = salvage.Salvage(self.connection, last, damaged=self._damaged)
        return examine(rescue.rows(), last, lambda: rescue.damaged)

    def entries(self) -> Iterator[Read]:
        """Give each entry in reading order. Raises `Broken` before the first if anything does not hold."""
        reading = self.read_all()
        reading.raise_if_broken()
        return iter(reading.entries)

    def put_blob(self, content: bytes) -> str:
        """Store content under its SHA-256 and return that in hex, when it is on disk. Raises as `append`."""
        if self._writer is None:
            raise ReadOnly(self.path)
        with driver.in_words(self.path):
            return blobs.put(self.connection, content)

    def blob(self, name: str) -> bytes | None:
        """Return what is stored under a hash in hex, None if nothing is. Raises `Broken` if it has been altered."""
        with driver.in_words(self.path):
            return blobs.get(self.connection, name)

    def close(self) -> None:
        """Close the file and let the next one write. Closing twice does nothing."""
        self._writer = None
        self._undo.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _make(path: Path, key: bytes | None) -> None:
    """Make an empty incident file, whole before it has its name."""
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    with ExitStack() as undo, driver.in_words(path):
        undo.callback(draft.unlink, missing_ok=True)
        connection = driver.make(draft, key)
        undo.callback(connection.close)
        schema.migrate(connection)
        undo.pop_all()
        connection.close()
    draft.rename(path)
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
