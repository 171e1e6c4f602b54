"""Looking at each entry of a journal by itself (granskning): what is wrong, and what can still be believed."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

import msgspec

from krisapp.domain.chain import Read, Reading, Row, Tip, head_of, order
from krisapp.domain.entries import (
    FORMAT,
    Entry,
    Head,
    body_holds,
    signature_holds,
    stamp_of,
    stream_key,
)
from krisapp.domain.events import from_body
from krisapp.domain.faults import Fault, What
from krisapp.domain.run import RunStarted


class _Seen(msgspec.Struct):
    """A row whose text can be read, and whether it is to be believed."""

    place: int
    id: str
    head: Head
    entry: Entry
    sound: bool


class _Examination:
    """One look at one journal."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.disposed: list[int] = []
        self.streams: dict[str, list[_Seen]] = defaultdict(list)
        self.keys: dict[str, bytes] = {}
        self.read = 0
        self.explained = 0

    def add(self, what: What, place: int, head: Head) -> None:
        """Note what is wrong with an entry."""
        self.faults.append(Fault(what, place, 0, head.a, head.w, head.z))

    def look(self, row: Row) -> None:
        """Look at one row without its neighbours."""
        place, digest, stream, seq, tick, raw, sig, salt, body = row
        self.read += 1
        head = head_of(row)
        if head is None:
            self.faults.append(Fault(What.UNREADABLE, place))
            self.explained += 1
            return
        if head.v != FORMAT:
            self.faults.append(Fault(What.NEWER, place))
            self.explained += 1
            return
        entry = Entry(raw, sig, salt, body)
        filed_right = (head.s, head.n, head.t) == (stream.hex(), seq, tick)
        if hashlib.sha256(raw + sig).digest() != digest or not filed_right:
            self.add(What.ALTERED, place, head)
            if filed_right:
                self.streams[head.s].append(_Seen(place, digest.hex(), head, entry, sound=False))
            else:
                self.explained += 1
            return
        seen = _Seen(place, digest.hex(), head, entry, sound=True)
        if not body_holds(head, entry):
            self.add(What.BODY, place, head)
            seen.entry = Entry(raw, sig, None, None)
        elif body is None:
            self.disposed.append(place)
        self.streams[head.s].append(seen)

    def missing_places(self, places: list[int], expected: int) -> None:
        """Note numbers that no row has; `expected` is the last number ever given, 0 if unknown."""
        before = 0
        for place in places:
            if place > before + 1:
                self.faults.append(Fault(What.MISSING, before + 1, place - 1))
                self.explained += place - 1 - before
            before = max(before, place)
        if expected > before:
            self.faults.append(Fault(What.TAIL, before + 1, expected))
            self.explained += expected - before

    def signatures(self) -> None:
        """Check who signed each entry; a stream whose key is lost or false is not known to be anybody's."""
        for name, stream in self.streams.items():
            first = next((seen for seen in stream if seen.head.n == 1 and seen.sound), None)
            key = stream_key(first.head) if first else None
            if first and key is None:
                self.add(What.STRANGER, first.place, first.head)
                first.sound = False
            if key is None:
                continue
            self.keys[name] = key
            for seen in stream:
                if seen.sound and not signature_holds(key, seen.entry):
                    self.add(What.SIGNATURE, seen.place, seen.head)
                    seen.sound = False

    def links(self, stream: list[_Seen]) -> int:
        """Check that each entry of a stream builds on the one before; return how many are missing."""
        stream.sort(key=lambda seen: seen.place)
        for before, after in pairwise(stream):
            if after.head.n < before.head.n:
                self.add(What.MOVED, after.place, after.head)
        stream.sort(key=lambda seen: (seen.head.n, seen.place))
        missing = stream[0].head.n - 1
        for before, after in pairwise(stream):
            step = after.head.n - before.head.n
            if step == 0:
                self.add(What.FORKED, after.place, after.head)
            elif step > 1:
                missing += step - 1
            elif not (before.sound and after.sound):
                continue
            elif after.head.p != before.id or after.head.t <= before.head.t:
                self.add(What.LINK, after.place, after.head)
        return missing

    def runs(self) -> dict[str, RunStarted]:
        """Return what the runs say they had found, by stream."""
        runs: dict[str, RunStarted] = {}
        for seen in (seen for stream in self.streams.values() for seen in stream if seen.sound):
            if seen.head.k == RunStarted.kind and seen.entry.body is not None:
                run = from_body(seen.head.k, seen.entry.body)
                if isinstance(run, RunStarted):
                    runs[seen.head.s] = run
        return runs

    def promised(self) -> list[Fault]:
        """Return what runs had found and is no longer there, and note what is no longer what they found."""
        held = {(seen.head.s, seen.head.n): seen for stream in self.streams.values() for seen in stream}
        ids = {seen.id for stream in self.streams.values() for seen in stream}
        runs = self.runs()
        lost: dict[str, Fault] = {}
        for name, (seq, found) in (tip for run in runs.values() for tip in run.tips.items()):
            last = max((seen.head.n for seen in self.streams.get(name, ())), default=0)
            if seq > last and (name not in lost or lost[name].count < seq - last):
                console = runs[name].console if name in runs else name[:8]
                lost[name] = Fault(What.LOST, last, count=seq - last, console=console)
            other = held.get((name, seq))
            if other and other.sound and found not in ids:
                self.add(What.ALTERED, other.place, other.head)
                other.sound = False
        return list(lost.values())

    def chains(self) -> None:
        """Check every stream, and what is missing from inside or from the end of one."""
        missing = sum(self.links(stream) for stream in list(self.streams.values()))
        lost = self.promised()
        if missing + sum(fault.count for fault in lost) > self.explained:
            self.faults.extend(lost)
            if missing > self.explained:
                self.broken_off()

    def broken_off(self) -> None:
        """Note each entry whose predecessor is missing though no number in the file is."""
        for stream in self.streams.values():
            before = 0
            for seen in stream:
                if seen.head.n > before + 1:
                    self.add(What.LINK, seen.place, seen.head)
                before = seen.head.n

    def cut_off(self) -> None:
        """Note that the file itself is damaged, and the last entry that can be read and believed."""
        sound = [seen for stream in self.streams.values() for seen in stream if seen.sound]
        if sound:
            last = max(sound, key=lambda seen: seen.place)
            self.add(What.FILE, last.place, last.head)
        else:
            self.faults.append(Fault(What.FILE))

    def entries(self) -> list[Read]:
        """Return what can be believed, in reading order."""
        found: list[Read] = []
        for seen in (seen for stream in self.streams.values() for seen in stream if seen.sound):
            body = seen.entry.body
            happened = None if body is None else from_body(seen.head.k, body)
            found.append((stamp_of(seen.id, seen.head), happened, seen.head.k))
        return sorted(found, key=order)

    def tips(self) -> dict[str, Tip]:
        """Return how far each stream has come, by the highest number seen in it."""
        ends = {name: max(stream, key=lambda s: s.head.n) for name, stream in self.streams.items()}
        return {
            name: Tip(end.head.n, end.head.t, end.id, end.head.w, self.keys.get(name, b""))
            for name, end in ends.items()
        }


def examine(rows: Iterable[Row], expected: int = 0, damaged: Callable[[], bool] = bool) -> Reading:
    """Look at every entry and every signature, and return what holds together with what does not.

    `expected` is the last number the file has ever given to an entry, 0 if that cannot be known. `damaged` tells,
    when all rows have been read, whether there were some that could not be.
    """
    look = _Examination()
    places: list[int] = []
    for row in rows:
        places.append(row[0])
        look.look(row)
    look.missing_places(sorted(places), expected)
    look.signatures()
    look.chains()
    if damaged():
        look.cut_off()
    look.faults.sort(key=lambda fault: fault.number)
    return Reading(look.entries(), look.tips(), tuple(look.faults), tuple(look.disposed), look.read)
