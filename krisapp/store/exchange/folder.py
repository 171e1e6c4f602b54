"""Meeting in a folder (mötas i en mapp): a USB stick, a shared folder or a second copy, all the same thing.

Each console adds files and never changes or removes one. What lies there under a name of another's is read like any
other: a name proves nothing.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import msgspec

from krisapp.domain.chain import Tip
from krisapp.domain.entries import Entry
from krisapp.domain.words import N_
from krisapp.store import driver
from krisapp.store.bad_input import BadInput
from krisapp.store.exchange.lying import Lying
from krisapp.store.exchange.met import Met
from krisapp.store.exchange.segment import MOST_ENTRIES, Segment, pack_blob, pack_entries, read_segment
from krisapp.store.exchange.union import Union
from krisapp.store.journal import Journal

Progress = Callable[[int, int], bool]
"""Told how many files of how many are done; returns whether to go on."""


class Stopped(Exception):
    """A person stopped it (avbrutet). What was done stays and need not be done again."""


class Brought(msgspec.Struct):
    """What lay in the folder: what came of its entries, and the files that gave less than they should.

    `cut` are files that were cut off, `bad` sentences about those that could not be read at all.
    """

    met: Met
    blobs: int = 0
    cut: list[str] = []
    bad: list[str] = []


def leave(
    journal: Journal, folder: Path, progress: Progress = lambda _done, _all: True, lying: Lying | None = None
) -> int:
    """Leave what the folder lacks of a journal, and return how many files that took.

    `lying` is what is known of the folder from meetings before.

    Each file is written, flushed, read back and only then given its name. Raises `OSError` and `Trouble` when the
    folder or the file says no; what was left stays. Raises `Stopped` when `progress` says to stop.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pieces = list(_lacking(journal, folder, lying or Lying()))
    for done, piece in enumerate(pieces):
        if not progress(done, len(pieces)):
            raise Stopped
        _write(folder, *piece())
    if pieces:
        _sync(folder)
    progress(len(pieces), len(pieces))
    return len(pieces)


def bring(
    union: Union, folder: Path, progress: Progress = lambda _done, _all: True, lying: Lying | None = None
) -> Brought:
    """Take in what lies in a folder; nothing in the folder is changed. `lying` is as in `leave`.

    Raises `OSError` and `Trouble` when the folder or the journal says no, and `Stopped`.
    """
    if not folder.is_dir():
        raise BadInput(folder, None, N_("Mappen finns inte. Sätt i minnet, eller välj en annan mapp."))
    lying = lying or Lying()
    paths = lying.new(folder)
    brought, entries, read = Brought(Met()), list[Entry](), list[tuple[Path, Segment | None]]()
    tips = union.tips
    for done, path in enumerate(paths):
        if not progress(done, len(paths)):
            raise Stopped
        found = _read(path, brought)
        read.append((path, found))
        if found is None or _held(found, tips):
            continue
        if found.title.holds == "blob":
            brought.blobs += union.put_blob(found.title.of, found.blob)
        entries += found.entries
    brought.met = union.take(entries)
    for path, found in read:
        lying.keep(path, found, taken=found is None or found.title.of not in brought.met.waiting)
    progress(len(paths), len(paths))
    return brought


def _read(path: Path, brought: Brought) -> Segment | None:
    try:
        found = read_segment(path)
    except BadInput as bad:
        brought.bad.append(str(bad))
        return None
    if not found.whole:
        brought.cut.append(path.name)
    return found


def _held(found: Segment, tips: dict[str, Tip]) -> bool:
    """Return whether a segment ends with the entry that is the end of its stream here: then all of it is here."""
    tip = tips.get(found.title.of)
    return bool(tip and found.entries and found.whole and found.entries[-1].id == tip.id)


Piece = Callable[[], tuple[str, bytes]]


def _lacking(journal: Journal, folder: Path, lying: Lying) -> Iterator[Piece]:
    """Give what makes each file the folder lacks: entries by stream, then what they name by hash."""
    connection = journal.connection
    with driver.in_words(journal.path):
        lacking = {digest: (stream, seq) for digest, stream, seq in connection.execute(_PLACES)}
        hashes = {digest.hex() for (digest,) in connection.execute("SELECT hash FROM blob")}
    for ids, blob in lying.held(folder):
        for digest in ids:
            lacking.pop(digest, None)
        hashes.discard(blob)
    for stream, numbers in groupby(lacking.values(), itemgetter(0)):
        for first, last in _runs(seq for _stream, seq in numbers):
            yield partial(_packed, journal, stream, first, last)
    for name in sorted(hashes):
        yield partial(_packed_blob, journal, name)


_PLACES = "SELECT id, stream, seq FROM entry ORDER BY stream, seq"


def _packed(journal: Journal, stream: bytes, first: int, last: int) -> tuple[str, bytes]:
    return pack_entries(stream.hex(), first, _entries(journal, stream, first, last))


def _packed_blob(journal: Journal, name: str) -> tuple[str, bytes]:
    return pack_blob(name, journal.blob(name) or b"")


def _entries(journal: Journal, stream: bytes, first: int, last: int) -> list[Entry]:
    with driver.in_words(journal.path):
        rows = journal.connection.execute(
            "SELECT raw, sig, salt, body FROM entry WHERE stream = ? AND seq BETWEEN ? AND ? ORDER BY seq",
            (stream, first, last),
        )
        return [Entry(*row) for row in rows]


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the first and last of each row of numbers that follow on one another, none longer than a file holds."""
    first = before = 0
    for number in numbers:
        if first and (number != before + 1 or number - first >= MOST_ENTRIES):
            yield first, before
            first = 0
        first = first or number
        before = number
    if first:
        yield first, before


def _write(folder: Path, name: str, content: bytes) -> None:
    """Write a file whole, read it back and give it its name; one of that name is the same and stays."""
    path = folder / name
    if path.exists() and path.read_bytes() == content:
        return
    draft = folder / f".{name}.{os.getpid()}"
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if draft.read_bytes() != content:
            raise OSError(None, N_("det som skrevs gick inte att läsa tillbaka"), str(path))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Let the names outlast a power cut too."""
    if sys.platform != "win32":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
