"""Uniting journals (sammanföra): entries of other consoles go in beside our own, each exactly as it was signed.

An entry goes in when it is the next of its stream and everything its run had found is here already, so that a journal
is never left with a hole. What comes too early waits with its carrier, which brings it again; what no signature or link
proves is refused and named.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Self

import msgspec

from krisapp.domain.chain import Tip
from krisapp.domain.entries import FORMAT, NOT_OURS, Entry, Head, body_holds, read_head, signature_holds, stream_key
from krisapp.domain.events import from_body
from krisapp.domain.run import RunStarted
from krisapp.store import blobs, driver, schema
from krisapp.store.exchange.met import Met, Refusal, Why

BATCH = 500
"""Entries written in one transaction: a few milliseconds, so that whoever writes meanwhile hardly waits."""

LONGEST_TEXT, LONGEST_BODY = 64_000, 2_000_000
"""Bytes of a signed text and of a body that are believed; no entry of ours comes near."""


class _Offered(msgspec.Struct, frozen=True, gc=False):
    """An entry that can be read, not yet believed."""

    entry: Entry
    head: Head
    digest: bytes


class Union:
    """One journal that takes in what others wrote. Made on a file that exists; close it after use.

    It has a connection of its own, so that it may work in a job while the program writes on.
    """

    def __init__(self, path: Path, received: int, key: bytes | None = None) -> None:
        """Open the file; `received` is when its new entries came, in milliseconds since 1970 UTC.

        Raises what opening a journal raises.
        """
        self.path = path
        self._received = received
        with ExitStack() as undo, driver.in_words(path):
            self._connection = driver.write(path, key)
            undo.callback(self._connection.close)
            schema.check(self._connection, path)
            driver.endure(self._connection)
            self._tips = dict(_tips(self._connection))
            undo.pop_all()

    @property
    def tips(self) -> dict[str, Tip]:
        """Return how far each stream has come here."""
        return dict(self._tips)

    def take(self, entries: Iterable[Entry]) -> Met:
        """Take in entries in any order, and say what came of it. Taking the same ones again changes nothing.

        Raises `DiskFull`, `ReadOnly`, `DiskFailed`, `Busy`: what was written before stays, and the rest can be taken
        again.
        """
        met = Met()
        streams = self._sorted(entries, met)
        with driver.in_words(self.path):
            before = -1
            while streams and before != met.count:
                before = met.count
                for name in sorted(streams):
                    streams[name] = self._go_on(name, streams[name], met)
                    if not streams[name]:
                        del streams[name]
        met.waiting = {name: rest[0].head.n for name, rest in streams.items()}
        for name, rest in streams.items():
            for needed, seq in self._lacks(name, rest[0]):
                met.lacking[needed] = max(met.lacking.get(needed, 0), seq)
        with driver.in_words(self.path):
            spoken_of = {*met.new, *met.waiting, *met.lacking, *(one.stream for one in met.refused)}
            met.consoles |= {name: console for name in spoken_of if (console := self._console(name))}
        return met

    def _lacks(self, name: str, first: _Offered) -> Iterator[tuple[str, int]]:
        """Give the streams, and how far, that must come before an entry that waits can go in."""
        if first.head.n > 1:
            yield name, first.head.n - 1
            return
        run = _run(first)
        for other, (seq, _id) in run.tips.items() if run else ():
            if other not in self._tips or self._tips[other].seq < seq:
                yield other, seq

    def _console(self, name: str) -> str:
        """Return the name of the console that wrote a stream, as its first entry says it."""
        first = "SELECT body FROM entry WHERE stream = ? AND seq = 1 AND body IS NOT NULL"
        row = self._connection.execute(first, (bytes.fromhex(name),)).fetchone()
        run = from_body(RunStarted.kind, row[0]) if row else None
        return run.console if isinstance(run, RunStarted) else ""

    def put_blob(self, name: str, content: bytes) -> bool:
        """Keep what an entry names by its hash; return whether it was that."""
        if sha256(content).hexdigest() != name:
            return False
        with driver.in_words(self.path):
            blobs.put(self._connection, content)
        return True

    def _sorted(self, entries: Iterable[Entry], met: Met) -> dict[str, list[_Offered]]:
        """Return what can be read, by stream and number, each once."""
        found: dict[str, dict[bytes, _Offered]] = defaultdict(dict)
        for entry in entries:
            head = _head(entry)
            if head is None:
                met.refused.append(Refusal("", 0, "", Why.UNREADABLE))
            elif head.v != FORMAT:
                met.refused.append(Refusal(head.s, head.n, head.a, Why.NEWER))
            elif len(entry.raw) > LONGEST_TEXT or len(entry.body or b"") > LONGEST_BODY:
                met.refused.append(Refusal(head.s, head.n, head.a, Why.TOO_LARGE))
            elif not body_holds(head, entry):
                met.refused.append(Refusal(head.s, head.n, head.a, Why.FORGED))
            else:
                digest = sha256(entry.raw + entry.sig).digest()
                one = found[head.s][digest] = _Offered(entry, head, digest)
                run = _run(one) if head.n == 1 else None
                if run is not None:
                    met.consoles[head.s] = run.console
        return {
            name: sorted(stream.values(), key=lambda one: (one.head.n, one.digest)) for name, stream in found.items()
        }

    def _go_on(self, name: str, offered: list[_Offered], met: Met) -> list[_Offered]:
        """Write what follows on what is here, and return what has to wait."""
        tip = self._tips.get(name)
        offered = self._without_known(name, offered, tip, met)
        while offered:
            chain, rest = self._next(offered, self._tips.get(name))
            if not chain:
                return self._still_possible(name, offered, met)
            self._write(name, chain, met)
            offered = [one for one in rest if one.head.n > chain[-1].head.n]
            met.refused += [self._refusal(one) for one in rest if one.head.n <= chain[-1].head.n]
        return []

    def _without_known(self, name: str, offered: list[_Offered], tip: Tip | None, met: Met) -> list[_Offered]:
        """Leave out what is here already; another entry with a number that is taken is refused."""
        if tip is None:
            return offered
        held = {
            digest
            for (digest,) in self._connection.execute(
                "SELECT id FROM entry WHERE stream = ? AND seq BETWEEN ? AND ?",
                (bytes.fromhex(name), offered[0].head.n, tip.seq),
            )
        }
        met.known += sum(one.digest in held for one in offered)
        met.refused += [self._refusal(one) for one in offered if one.head.n <= tip.seq and one.digest not in held]
        return [one for one in offered if one.head.n > tip.seq]

    def _refusal(self, one: _Offered) -> Refusal:
        """Return why an entry that is not the one we hold is refused: its console forked, or somebody forged it."""
        tip = self._tips.get(one.head.s)
        genuine = tip is not None and signature_holds(tip.key, one.entry)
        return Refusal(one.head.s, one.head.n, one.head.a, Why.FORKED if genuine else Why.FORGED)

    def _next(self, offered: list[_Offered], tip: Tip | None) -> tuple[list[_Offered], list[_Offered]]:
        """Return the entries that follow on the tip link by link and are signed, and the others."""
        chain: list[_Offered] = []
        last = tip
        for _number, rivals in groupby(offered, lambda one: one.head.n):
            if len(chain) >= BATCH:
                break
            follow = [(one, after) for one in rivals if (after := _after(last, one)) is not None]
            if len(follow) > 1:
                # Anyone can make an entry with the right link. It must not stand in the way of the one that is signed.
                follow = [(one, after) for one, after in follow if signature_holds(after.key, one.entry)]
            if follow and (last is not None or self._has_found(follow[0][0])):
                chain.append(follow[0][0])
                last = follow[0][1]
        chain = _signed(chain, last.key if last else b"")
        taken = {one.digest for one in chain}
        return chain, [one for one in offered if one.digest not in taken]

    def _has_found(self, first: _Offered) -> bool:
        """Return whether everything a run had found when it began is here."""
        return not any(self._lacks(first.head.s, first))

    def _still_possible(self, name: str, offered: list[_Offered], met: Met) -> list[_Offered]:
        """Return what may fit when more has come; what has the next number and yet does not follow never will."""
        tip = self._tips.get(name)
        if tip is None:
            return offered
        never = [one for one in offered if one.head.n == tip.seq + 1]
        met.refused += [self._refusal(one) for one in never]
        return [one for one in offered if one.head.n > tip.seq + 1]

    def _write(self, name: str, chain: Sequence[_Offered], met: Met) -> None:
        """Write entries of a stream in one transaction."""
        rows = [
            (
                one.digest,
                bytes.fromhex(name),
                one.head.n,
                one.head.t,
                one.entry.raw,
                one.entry.sig,
                one.entry.salt,
                one.entry.body,
                self._received,
            )
            for one in chain
        ]
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.executemany(_INSERT, rows)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        head = chain[-1].head
        key = self._tips[name].key if name in self._tips else stream_key(chain[0].head)
        self._tips[name] = Tip(head.n, head.t, chain[-1].digest.hex(), head.w, key or b"")
        met.new[name] = met.new.get(name, 0) + len(chain)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_how: object) -> None:
        self.close()


_INSERT = "INSERT INTO entry (id, stream, seq, tick, raw, sig, salt, body, received) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

_ENDS = """
SELECT last.stream, last.seq, last.tick, last.id, last.received, first.raw
FROM entry AS last
JOIN (SELECT stream, max(seq) AS seq FROM entry GROUP BY stream) AS end USING (stream, seq)
LEFT JOIN entry AS first ON first.stream = last.stream AND first.seq = 1
"""


def _tips(connection: driver.Connection) -> Iterator[tuple[str, Tip]]:
    """Give each stream's name and how far it has come."""
    for stream, seq, tick, digest, received, first in connection.execute(_ENDS):
        key = stream_key(read_head(first)) if first is not None else None
        yield stream.hex(), Tip(seq, tick, digest.hex(), received, key or b"")


def _run(first: _Offered) -> RunStarted | None:
    """Return what a stream's first entry says of its run; None when that has been disposed of."""
    happened = from_body(first.head.k, first.entry.body) if first.entry.body is not None else None
    return happened if isinstance(happened, RunStarted) else None


def _head(entry: Entry) -> Head | None:
    """Return the signed text of an entry, read, or None if it is none of ours."""
    try:
        head = read_head(entry.raw)
        return head if len(bytes.fromhex(head.s)) == 16 and head.n > 0 and len(entry.sig) == 64 else None
    except (*NOT_OURS, ValueError):
        return None


def _after(last: Tip | None, one: _Offered) -> Tip | None:
    """Return the tip with an entry added, or None if it does not follow link by link."""
    head = one.head
    if last is None:
        key = stream_key(head) if head.n == 1 and not head.p else None
        return Tip(head.n, head.t, one.digest.hex(), head.w, key) if key else None
    follows = head.n == last.seq + 1 and head.p == last.id and head.t > last.tick
    return Tip(head.n, head.t, one.digest.hex(), head.w, last.key) if follows else None


def _signed(chain: list[_Offered], key: bytes) -> list[_Offered]:
    """Return as much of a chain as is signed. A good last signature vouches by the links for all before it."""
    if not chain or signature_holds(key, chain[-1].entry):
        return chain
    sound = 0
    while signature_holds(key, chain[sound].entry):
        sound += 1
    return chain[:sound]
