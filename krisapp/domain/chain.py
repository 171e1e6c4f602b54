"""A sequence of entries (kedjan): read in the agreed order and checked on the way.

Two ways through the same rows. `read` is the quick one for a journal in order: every hash and every link, and one
signature for each stream, which by the links vouches for all before it. The moment anything is out of order it
gives up, and `krisapp.domain.examine` looks at each entry by itself to say what is wrong and save the rest.
"""

from collections.abc import Iterable
from hashlib import sha256

import msgspec

from krisapp.domain.entries import (
    FORMAT,
    NOT_OURS,
    Entry,
    Head,
    read_head,
    signature_holds,
    stamp_of,
    stream_key,
)
from krisapp.domain.events import Event, Stamp, from_body
from krisapp.domain.faults import Broken, Fault
from krisapp.domain.run import RunStarted

Read = tuple[Stamp, Event | None, str]
"""A stamp, its event (None if unknown to this program, disposed of or not to be believed) and its kind."""

Row = tuple[int, bytes, bytes, int, int, bytes, bytes, bytes | None, bytes | None]
"""A stored entry: position, id, stream, seq, tick, raw, sig, salt, body."""


class Tip(msgspec.Struct, frozen=True, gc=False):
    """How far a stream has come: number, tick, id of the last entry, wall clock, and the stream's public key."""

    seq: int
    tick: int
    id: str
    wall: int
    key: bytes


class Reading(msgspec.Struct):
    """A journal as read: the entries that hold, in reading order, and what is wrong.

    `disposed` are the places of entries whose body has been disposed of lawfully (gallrade).
    """

    entries: list[Read]
    tips: dict[str, Tip] = {}
    faults: tuple[Fault, ...] = ()
    disposed: tuple[int, ...] = ()
    read: int = 0
    """How many rows were read, those that do not hold included."""

    def raise_if_broken(self) -> None:
        """Raise `Broken` if anything is wrong."""
        if self.faults:
            raise Broken(self.faults)


def order(read: Read) -> tuple[int, str, int]:
    """Return where an entry is read: by tick, then stream, then number, the same on every console."""
    stamp = read[0]
    return stamp.tick, stamp.stream, stamp.seq


def read(rows: Iterable[Row]) -> Reading | None:
    """Read a journal that is in order; None if anything at all is not.

    A body that has been disposed of is in order.
    """
    try:
        return _read(rows)
    except (*NOT_OURS, TypeError, AttributeError):
        # Out of a damaged page anything may come, and to ask each part of each row what it is costs a tenth.
        return None


def _read(rows: Iterable[Row]) -> Reading | None:
    """Read rows, every one of the right form."""
    entries: list[Read] = []
    disposed: list[int] = []
    ends: dict[str, _End] = {}
    for place, row in enumerate(rows, 1):
        position, digest, stream, seq, tick, raw, sig, salt, body = row
        if sha256(raw + sig).digest() != digest or position != place:
            return None
        head = read_head(raw)
        if head.n != seq or head.t != tick or head.s != stream.hex() or head.v != FORMAT:
            return None
        key = _follows(ends.get(head.s), head)
        if key is None:
            return None
        if body is None and salt is None:
            happened = None
            disposed.append(place)
        elif body is None or salt is None or sha256(salt + body).hexdigest() != head.bh:
            return None
        else:
            happened = from_body(head.k, body)
        name = digest.hex()
        ends[head.s] = (head, name, row, key)
        entries.append((stamp_of(name, head), happened, head.k))
    return _whole(entries, ends, tuple(disposed))


def _whole(entries: list[Read], ends: "dict[str, _End]", disposed: tuple[int, ...]) -> Reading | None:
    """Return the reading if every stream's end is signed, and nothing that a run had found is gone."""
    if not _known(entries):
        return None
    if not all(signature_holds(key, Entry(row[5], row[6], None, None)) for _, _, row, key in ends.values()):
        return None
    read = len(entries)
    if len(ends) > 1:
        entries.sort(key=order)
    tips = {s: Tip(head.n, head.t, name, head.w, key) for s, (head, name, _, key) in ends.items()}
    return Reading(entries, tips, (), disposed, read)


def head_of(row: Row) -> Head | None:
    """Return the signed text of a row, read, or None if it cannot be."""
    try:
        return read_head(row[5]) if _well_formed(row) else None
    except NOT_OURS:
        return None


def _well_formed(row: Row) -> bool:
    """Return whether a row is made of what it should be; out of a damaged page anything may come."""
    return tuple(map(type, row)) in _FORMS


_TEXT = (int, bytes, bytes, int, int, bytes, bytes)
_FORMS = frozenset((*_TEXT, salt, body) for salt in (bytes, type(None)) for body in (bytes, type(None)))

_End = tuple[Head, str, Row, bytes]
"""The end of a stream while it is read: head, id, row, and the stream's key."""


def _follows(before: _End | None, head: Head) -> bytes | None:
    """Return the stream's key if the entry is the next one of it, else None."""
    if before is None:
        return stream_key(head) if head.n == 1 and not head.p else None
    last, name, _, key = before
    return key if head.n == last.n + 1 and head.p == name and head.t > last.t else None


def _known(entries: list[Read]) -> bool:
    """Return whether everything a run found when it began is still there."""
    runs = [happened for _, happened, _ in entries if isinstance(happened, RunStarted)]
    named = {name for run in runs for _, name in run.tips.values()}
    return not named or named <= {read[0].id for read in entries}
