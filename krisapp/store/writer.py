"""The one who writes (skrivaren): what a run of the program needs to add entries to an incident file.

Sign, insert, commit, read back, compare; only then is anything said to be saved (sparat).
"""

import hashlib
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from krisapp import __version__
from krisapp.domain.entries import Entry, Head, Pen, stamp_of
from krisapp.domain.events import Event, Stamp, to_body
from krisapp.domain.run import ClockTurnedBack, RunStarted
from krisapp.domain.tick import next_tick, turned_back
from krisapp.domain.words import N_, _
from krisapp.store import driver
from krisapp.store.ballast import Ballast
from krisapp.store.console import Console
from krisapp.store.trouble import Busy, DiskFull, NotSaved

RESERVE_USED = N_("Disken är full. Posten är sparad i det utrymme som var reserverat. Frigör plats i {folder} nu.")

Happened = tuple[Event, tuple[str, ...]]
"""An event to write, and the entries whose values it replaces."""

_Sealed = tuple[bytes, Head, Entry]

_INSERT = "INSERT INTO entry (id, stream, seq, tick, raw, sig, salt, body, received) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_READ_BACK = "SELECT id, raw, sig, salt, body FROM entry WHERE position = ?"
TIPS = """
WITH RECURSIVE name (stream) AS (
    SELECT min(stream) FROM entry
    UNION ALL
    SELECT (SELECT min(stream) FROM entry WHERE stream > name.stream) FROM name
    WHERE name.stream IS NOT NULL
)
SELECT stream, seq, id, tick FROM entry
WHERE (stream, seq) IN (
    SELECT stream, (SELECT max(seq) FROM entry AS e WHERE e.stream = name.stream) FROM name
    WHERE stream IS NOT NULL
)
"""
"""The last entry of each stream, found by stepping through the index rather than walking it."""


class Writer:
    """One run on one console. Its first entry is on disk once it is made.

    `clock` gives the time with its offset. `notice` is a sentence for the user when all is saved but something needs
    attention, else "".
    """

    def __init__(
        self,
        path: Path,
        connection: driver.Connection,
        console: Console,
        clock: Callable[[], datetime],
    ) -> None:
        self.path = path
        self.notice = ""
        self._connection = connection
        self._clock = clock
        self._console = console
        self._ballast = Ballast(path)
        self._begin()
        self._ballast.take_in()

    @property
    def stream(self) -> str:
        """Return the name of the stream this run writes."""
        return self._pen.stream

    def _begin(self) -> None:
        """Begin a stream with what this run found, and whether the watch has gone back since the last one."""
        connection, console = self._connection, self._console
        self._pen = Pen(console.key, os.urandom(16))
        self._doubtful = False
        tips = {s.hex(): (n, id_.hex(), t) for s, n, id_, t in connection.execute(TIPS)}
        self._seen = [max((tick for _, _, tick in tips.values()), default=0)]
        last = "SELECT position, received FROM entry ORDER BY position DESC LIMIT 1"
        row: tuple[int, int] = connection.execute(last).fetchone() or (0, 0)
        self._held, self._wall = row
        found = {stream: (seq, name) for stream, (seq, name, _) in tips.items()}
        before, at = self._wall, self._clock()
        begun = RunStarted(found, console.name, __version__, driver.VERSION)
        self._put([(begun, ()), *self._of_the_watch(before, at)], "", at)

    def heard(self, entries: int, tick: int) -> None:
        """Go on after entries that came from others, as a new run would that found them."""
        self._held = max(self._held, entries)
        self._seen = [max(*self._seen, tick)]

    def write(self, happened: Sequence[Happened], person: str) -> list[Stamp]:
        """Write events, all or none, and return their stamps when known to be on disk; see `Journal.append`."""
        try:
            if self._doubtful:
                self._begin()
            at = self._clock()
            turned = self._of_the_watch(self._wall, at)
            if turned:
                self._put(turned, "", at)
            return self._put(happened, person, at)
        except NotSaved:
            self._doubtful = True
            raise
        except driver.DatabaseError as error:
            said = driver.trouble(error, self.path)
            # Nobody knows what became of it on a failing disk, so its number is not given to another entry.
            self._doubtful = not isinstance(said, DiskFull | Busy)
            if said is None:
                raise
            raise said from error

    def _of_the_watch(self, before: int, at: datetime) -> list[Happened]:
        """Return what is to be written down if the watch has been turned back; `before` is the last time written."""
        now = _milliseconds(at)
        return [(ClockTurnedBack(before, now), ())] if turned_back(before, now) else []

    def _put(self, happened: Sequence[Happened], person: str, at: datetime) -> list[Stamp]:
        """Seal entries, store them in one transaction and read them back; if that fails, the pen goes back."""
        place = self._pen.place
        try:
            sealed = self._seal(happened, person, at)
            for position, (name, _head, entry) in zip(self._insert(sealed), sealed, strict=True):
                self._read_back(position, name, entry)
        except BaseException:
            self._pen.go_back(place)
            raise
        self._held += len(sealed)
        self._wall = _milliseconds(at)
        return [stamp_of(name.hex(), head) for name, head, _entry in sealed]

    def _seal(self, happened: Sequence[Happened], person: str, at: datetime) -> list[_Sealed]:
        """Sign the next entries of the stream."""
        pen, sealed = self._pen, []
        wall, offset = _milliseconds(at), at.utcoffset()
        for number, (event, replaces) in enumerate(happened):
            entry, head = pen.seal(
                event.kind,
                to_body(event),
                os.urandom(16),
                person=person,
                tick=next_tick(pen.tick, self._seen, self._held + number),
                wall=wall,
                offset=int(offset.total_seconds()) // 60 if offset else 0,
                replaces=replaces,
            )
            digest = hashlib.sha256(entry.raw + entry.sig).digest()
            pen.wrote(digest.hex(), head)
            sealed.append((digest, head, entry))
        return sealed

    def _insert(self, sealed: Sequence[_Sealed]) -> list[int]:
        """Commit rows and return their positions; with the disk full, once more in the ballast's room."""
        rows = [
            (name, bytes.fromhex(head.s), head.n, head.t, entry.raw, entry.sig, entry.salt, entry.body, head.w)
            for name, head, entry in sealed
        ]
        try:
            return self._commit(rows)
        except driver.DatabaseError as error:
            if not isinstance(driver.trouble(error, self.path), DiskFull):
                raise
            if not self._ballast.let_go():
                raise
        positions = self._commit(rows)
        self.notice = _(RESERVE_USED).format(folder=self.path.parent)
        return positions

    def _commit(self, rows: Sequence[tuple[object, ...]]) -> list[int]:
        """Insert rows in one transaction of their own; a single one is a transaction by itself."""
        if len(rows) == 1:
            return [self._row(rows[0])]
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            positions = [self._row(row) for row in rows]
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return positions

    def _row(self, row: tuple[object, ...]) -> int:
        position = self._connection.execute(_INSERT, row).lastrowid
        assert position is not None
        return position

    def _read_back(self, position: int, digest: bytes, entry: Entry) -> None:
        """Raise `NotSaved` unless the row on disk is, byte for byte and by hash, the one that was meant."""
        row = self._connection.execute(_READ_BACK, (position,)).fetchone()
        meant = (digest, entry.raw, entry.sig, entry.salt, entry.body)
        if row != meant or hashlib.sha256(row[1] + row[2]).digest() != digest:
            raise NotSaved(self.path)

    def close(self) -> None:
        """Give the ballast's room back."""
        self._ballast.let_go()


def _milliseconds(at: datetime) -> int:
    """Return a time as milliseconds since 1970 UTC."""
    return int(at.timestamp() * 1000)
