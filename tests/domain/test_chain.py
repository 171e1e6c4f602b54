"""The two ways through a sequence of entries, and that they always agree."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain import chain
from krisapp.domain.chain import Row
from krisapp.domain.entries import Entry, Head, Pen, canonical, read_head
from krisapp.domain.events import to_body
from krisapp.domain.examine import examine
from krisapp.domain.faults import Broken, What
from krisapp.domain.run import ClockTurnedBack, RunStarted

KEYS = [Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32) for n in (1, 2, 3)]


class Console:
    """Writes rows into a shared list, as consoles do into one journal by way of exchange."""

    def __init__(self, rows: list[Row], number: int, run: int = 0) -> None:
        self.rows = rows
        self.pen = Pen(KEYS[number], bytes([run]) * 16)
        tips: dict[str, tuple[int, str]] = {}
        for row in rows:
            tips[row[2].hex()] = (row[3], row[1].hex())
        self.write(RunStarted(tips, f"konsol {number}"))

    def write(self, happened: Any = None) -> None:
        happened = happened or ClockTurnedBack(2, len(self.rows))
        tick = max((row[4] for row in self.rows), default=0) + 1
        entry, head = self.pen.seal(
            happened.kind, to_body(happened), b"s" * 16, person="KC", tick=tick, wall=1_812_715_800_000, offset=120
        )
        self.pen.wrote(entry.id, head)
        self.rows.append(as_row(len(self.rows) + 1, entry, head))


def as_row(place: int, entry: Entry, head: Head) -> Row:
    stream = bytes.fromhex(head.s)
    return place, bytes.fromhex(entry.id), stream, head.n, head.t, entry.raw, entry.sig, entry.salt, entry.body


def journal() -> list[Row]:
    """Return entries 1 to 8 of one console and 9 to 12 of another."""
    rows: list[Row] = []
    first = Console(rows, 0)
    for _ in range(7):
        first.write()
    second = Console(rows, 1)
    for _ in range(3):
        second.write()
    return rows


def changed(row: Row, **parts: Any) -> Row:
    names = ("place", "id", "stream", "seq", "tick", "raw", "sig", "salt", "body")
    return tuple(parts.get(name, value) for name, value in zip(names, row, strict=True))  # type: ignore[return-value]


def forged(row: Row, signer: Ed25519PrivateKey | None = None, **fields: Any) -> Row:
    """Rewrite an entry's text with a hash that fits it, signed by somebody else or with the old signature."""
    head = msgspec.structs.replace(read_head(row[5]), **fields)
    raw = canonical(head)
    sig = signer.sign(raw) if signer else row[6]
    return as_row(row[0], Entry(raw, sig, row[7], row[8]), head)


def found(rows: list[Row], expected: int = 0) -> list[tuple[What, int]]:
    """Look at a journal both ways; the quick one must be content exactly when nothing is wrong."""
    reading = examine(iter(rows), expected)
    quick = chain.read(iter(rows))
    tail = [fault for fault in reading.faults if fault.what is What.TAIL]
    assert (quick is None) == bool(len(reading.faults) - len(tail))
    if quick is not None:
        assert quick.entries == reading.entries
        assert quick.disposed == reading.disposed
        assert quick.tips == reading.tips
    return [(fault.what, fault.number) for fault in reading.faults]


def test_a_journal_in_order_has_no_faults_and_is_read_by_tick() -> None:
    rows = journal()

    assert found(rows, len(rows)) == []
    reading = chain.read(rows)
    assert reading is not None
    assert [read[0].tick for read in reading.entries] == list(range(1, 13))


def test_consoles_that_wrote_apart_are_read_in_the_same_order_everywhere() -> None:
    """Merging is set union: the order of arrival must not show."""
    ours: list[Row] = []
    first, theirs = Console(ours, 0), list[Row]()
    second = Console(theirs, 1)
    for _ in range(3):
        first.write()
        second.write()
    here = [changed(row, place=n) for n, row in enumerate([*ours, *theirs], 1)]
    there = [changed(row, place=n) for n, row in enumerate([*theirs, *ours], 1)]

    assert found(here) == found(there) == []
    one, other = chain.read(here), chain.read(there)
    assert one and other and one.entries == other.entries
    assert [read[0].tick for read in one.entries] == [1, 1, 2, 2, 3, 3, 4, 4]


CHANGES: list[tuple[str, Callable[[list[Row]], None], list[tuple[What, int]]]] = []


def change(*faults: tuple[What, int]) -> Callable[[Callable[[list[Row]], None]], Callable[[list[Row]], None]]:
    def add(function: Callable[[list[Row]], None]) -> Callable[[list[Row]], None]:
        CHANGES.append((function.__name__, function, list(faults)))
        return function

    return add


@change((What.ALTERED, 4))
def text_altered(rows: list[Row]) -> None:
    rows[3] = changed(rows[3], raw=rows[3][5].replace(b'"KC"', b'"AB"'))


@change((What.UNREADABLE, 4))
def text_destroyed(rows: list[Row]) -> None:
    rows[3] = changed(rows[3], raw=b"\0" * 300)


@change((What.ALTERED, 4))
def signature_altered(rows: list[Row]) -> None:
    rows[3] = changed(rows[3], sig=bytes(64))


@change((What.BODY, 4))
def body_altered(rows: list[Row]) -> None:
    rows[3] = changed(rows[3], body=b'{"before":9,"after":9}')


@change((What.BODY, 4))
def salt_altered(rows: list[Row]) -> None:
    rows[3] = changed(rows[3], salt=bytes(16))


@change((What.BODY, 4))
def only_the_salt_removed(rows: list[Row]) -> None:
    rows[3] = changed(rows[3], salt=None)


@change((What.ALTERED, 4))
def filed_under_another_tick(rows: list[Row]) -> None:
    rows[3] = changed(rows[3], tick=99)


@change((What.ALTERED, 4))
def filed_under_another_stream(rows: list[Row]) -> None:
    rows[3] = changed(rows[3], stream=bytes(16))


@change((What.SIGNATURE, 4))
def rewritten_with_a_hash_that_fits(rows: list[Row]) -> None:
    rows[3] = forged(rows[3], a="AB")


@change((What.SIGNATURE, 4))
def rewritten_and_signed_by_another_key(rows: list[Row]) -> None:
    rows[3] = forged(rows[3], KEYS[2], a="AB")


@change((What.SIGNATURE, 12))
def the_very_last_rewritten_with_a_hash_that_fits(rows: list[Row]) -> None:
    rows[11] = forged(rows[11], a="AB")


@change((What.LINK, 5))
def rewritten_by_the_console_itself(rows: list[Row]) -> None:
    rows[3] = forged(rows[3], KEYS[0], a="AB")


@change((What.MISSING, 4))
def one_removed(rows: list[Row]) -> None:
    del rows[3]


@change((What.LINK, 4))
def one_removed_and_the_rest_renumbered(rows: list[Row]) -> None:
    del rows[3]
    rows[:] = [changed(row, place=n) for n, row in enumerate(rows, 1)]


@change((What.ALTERED, 8))
def the_end_of_an_earlier_run_rewritten_by_the_console_itself(rows: list[Row]) -> None:
    rows[7] = forged(rows[7], KEYS[0], a="AB")


@change((What.LOST, 6))
def end_of_an_earlier_run_removed_and_the_rest_renumbered(rows: list[Row]) -> None:
    del rows[6:8]
    rows[:] = [changed(row, place=n) for n, row in enumerate(rows, 1)]


@change((What.LOST, 0))
def an_earlier_run_removed_and_the_rest_renumbered(rows: list[Row]) -> None:
    del rows[:8]
    rows[:] = [changed(row, place=n) for n, row in enumerate(rows, 1)]


@change((What.MOVED, 5))
def two_swapped(rows: list[Row]) -> None:
    rows[3], rows[4] = changed(rows[4], place=4), changed(rows[3], place=5)


@change((What.FORKED, 13))
def two_of_the_same_number(rows: list[Row]) -> None:
    rows.append(changed(forged(rows[11], KEYS[1], a="AB"), place=13))


@change((What.STRANGER, 1))
def key_of_the_stream_replaced(rows: list[Row]) -> None:
    rows[0] = forged(rows[0], KEYS[2], key=KEYS[2].public_key().public_bytes_raw().hex())


@change((What.NEWER, 4))
def written_in_a_newer_format(rows: list[Row]) -> None:
    rows[3] = forged(rows[3], KEYS[0], v=2)


@pytest.mark.parametrize(("change", "faults"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_a_change_is_found_and_named(change: Callable[[list[Row]], None], faults: list[tuple[What, int]]) -> None:
    rows = journal()
    change(rows)

    assert found(rows) == faults


def test_a_removed_end_shows_by_the_last_number_given() -> None:
    rows = journal()[:-2]

    assert found(rows, 12) == [(What.TAIL, 11)]


def test_a_disposed_body_leaves_the_chain_whole() -> None:
    rows = journal()
    rows[3] = changed(rows[3], salt=None, body=None)

    assert found(rows) == []
    reading = chain.read(rows)
    assert reading is not None
    assert reading.disposed == (4,)
    assert reading.entries[3][1] is None


def test_an_altered_entry_gives_no_event_but_all_others_do() -> None:
    rows = journal()
    whole = {read[0].id: read for read in examine(rows).entries}
    for _name, function, _faults in CHANGES:
        rows = journal()
        function(rows)
        forgeries = {rewritten_by_the_console_itself, two_of_the_same_number}  # signed, so that only the chain tells
        for read in examine(rows).entries:
            assert read[1] is None or read == whole.get(read[0].id) or function in forgeries
        assert len(examine(rows).entries) >= 4


def test_the_readable_rest_is_kept_when_the_first_entry_is_gone() -> None:
    rows = journal()[1:]

    reading = examine(rows)

    assert len(reading.entries) == 11
    with pytest.raises(Broken) as caught:
        reading.raise_if_broken()
    assert str(caught.value) == "Post 1 saknas."


@given(st.data())
def test_no_change_of_any_row_goes_unnoticed(data: st.DataObject) -> None:
    rows = journal()
    place = data.draw(st.integers(0, 11))
    part = data.draw(st.sampled_from([1, 2, 5, 6, 7, 8]))
    value = rows[place][part]
    assert isinstance(value, bytes)
    spot, bit = data.draw(st.integers(0, len(value) - 1)), data.draw(st.integers(0, 7))
    flipped = bytearray(value)
    flipped[spot] ^= 1 << bit
    rows[place] = (*rows[place][:part], bytes(flipped), *rows[place][part + 1 :])  # type: ignore[assignment]

    faults = found(rows)

    assert place + 1 in [number for _, number in faults]
