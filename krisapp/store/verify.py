"""Verifying an incident file (krisapp verify): every entry, every signature, every blob, said in sentences."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from krisapp.domain.chain import Reading
from krisapp.domain.entries import NOT_OURS, Entry, read_head, signature_holds, stream_key
from krisapp.domain.faults import Broken, Fault, What, in_words
from krisapp.domain.run import RunStarted
from krisapp.domain.words import N_, _, ngettext
from krisapp.store import blobs, driver, schema
from krisapp.store.journal import Journal
from krisapp.store.trouble import Damaged

WHOLE = N_("Journalen är hel: varje post är som den skrevs.")
BROKEN = N_("Journalen är inte hel.")


class Run(msgspec.Struct, frozen=True):
    """One stream of a journal (körning): a console from when the program started until it closed.

    `key` is the console's public key in hex; `wall` and `offset` are when it began, as in a stamp.
    """

    stream: str
    console: str
    key: str
    entries: int
    wall: int
    offset: int


class Report(msgspec.Struct, frozen=True):
    """What verifying found. `entries` counts what can be read and believed."""

    path: Path
    entries: int
    runs: tuple[Run, ...]
    faults: tuple[Fault, ...]
    disposed: tuple[int, ...]

    @property
    def whole(self) -> bool:
        """Return whether nothing is wrong."""
        return not self.faults

    def sentences(self, called: Callable[[str], str] = str) -> list[str]:
        """Return the report as lines for a person; `called` gives a person's name for the id in an entry."""
        lines = [_(WHOLE if self.whole else BROKEN)]
        lines += [fault.sentence(called) for fault in self.faults]
        lines.append(
            ngettext("{count} post går att läsa.", "{count} poster går att läsa.", self.entries).format(
                count=self.entries
            )
        )
        lines += [
            ngettext(
                "{console} skrev {count} post från den {time}.",
                "{console} skrev {count} poster från den {time}.",
                run.entries,
            ).format(console=run.console, count=run.entries, time=in_words(run.wall, run.offset))
            for run in self.runs
        ]
        if self.disposed:
            lines.append(
                ngettext(
                    "Innehållet i {count} post är gallrat.",
                    "Innehållet i {count} poster är gallrat.",
                    len(self.disposed),
                ).format(count=len(self.disposed))
            )
        return lines


def verify(path: Path, key: bytes | None = None) -> Report:
    """Look at everything in an incident file, with signatures, also while another program writes it.

    Raises `Missing`, `NotAJournal`, `NewerFormat`; what is wrong inside is in the report.
    """
    try:
        journal = Journal.read(path, key)
    except Damaged:
        return Report(path, 0, (), (Fault(What.FILE),), ())
    with journal:
        reading = journal.examine()
        faults = [*reading.faults, *journal.beside, *_beside_the_entries(journal, reading)]
        if not reading.entries and not faults:
            # Every file begins with the entry of its first run.
            faults.append(Fault(What.FILE))
    return Report(path, len(reading.entries), _runs(reading), tuple(faults), reading.disposed)


def _beside_the_entries(journal: Journal, reading: Reading) -> list[Fault]:
    """Return what is wrong with blobs, guards and the database itself."""
    known = any(fault.what is What.FILE for fault in reading.faults)
    try:
        faults = list(blobs.faults(journal.connection))
        if not schema.guarded(journal.connection):
            faults.append(Fault(What.GUARD))
        holds = driver.holds_together(journal.connection, ("entry", "blob"))
    except driver.UNREADABLE:
        return [] if known else [Fault(What.PAGES)]
    return faults if holds or known else [*faults, Fault(What.PAGES)]


def _runs(reading: Reading) -> tuple[Run, ...]:
    """Return each stream with its console, in order of beginning."""
    runs: list[Run] = []
    counts: dict[str, int] = {}
    for stamp, _happened, _kind in reading.entries:
        counts[stamp.stream] = counts.get(stamp.stream, 0) + 1
    for stamp, happened, _kind in reading.entries:
        if stamp.seq == 1:
            console = happened.console if isinstance(happened, RunStarted) else stamp.stream[:8]
            key = reading.tips[stamp.stream].key.hex()
            runs.append(Run(stamp.stream, console, key, counts[stamp.stream], stamp.wall, stamp.offset))
    return tuple(runs)


def verify_signatures(path: Path, after: int = 0, limit: int = 1000, key: bytes | None = None) -> int:
    """Check the signatures of the next entries after a position, for a background job that remembers how far it came.

    Returns the position reached, the same as `after` when there are no more. Raises `Broken` at the first that is
    false.
    """
    keys: dict[bytes, bytes | None] = {}
    with Journal.read(path, key) as journal, driver.in_words(path):
        rows = journal.connection.execute(
            "SELECT position, stream, raw, sig FROM entry WHERE position > ? ORDER BY position LIMIT ?",
            (after, limit),
        ).fetchall()
        for position, stream, raw, sig in rows:
            if stream not in keys:
                keys[stream] = _key_of(journal, stream)
            signer = keys[stream]
            if signer is None or not signature_holds(signer, Entry(raw, sig, None, None)):
                raise Broken((_falsely_signed(position, raw),))
            after = position
    return after


def _falsely_signed(position: int, raw: bytes) -> Fault:
    """Return the fault of an entry whose signature does not hold."""
    try:
        head = read_head(raw)
    except NOT_OURS:
        return Fault(What.UNREADABLE, position)
    return Fault(What.SIGNATURE, position, 0, head.a, head.w, head.z)


def _key_of(journal: Journal, stream: bytes) -> bytes | None:
    """Return the public key of a stream, None if its first entry does not show it."""
    row = journal.connection.execute("SELECT raw FROM entry WHERE stream = ? AND seq = 1", (stream,)).fetchone()
    try:
        return stream_key(read_head(row[0])) if row else None
    except NOT_OURS:
        return None
