"""What no signature or link proves is refused and named, whoever made it: here with a key of one's own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from krisapp.domain.entries import Entry, Pen, canonical, signature_holds
from krisapp.domain.events import to_body
from krisapp.domain.run import RunStarted
from krisapp.store.exchange.met import Why
from krisapp.store.exchange.union import Union
from tests.store.exchange.consoles import RECEIVED, Desk
from tests.store.writing import Watch, line

KEY = Ed25519PrivateKey.from_private_bytes(bytes([9]) * 32)


class Foreign:
    """A console that can write what ours never would."""

    def __init__(self) -> None:
        self.pen = Pen(KEY, bytes(16))
        self.entries: list[Entry] = []

    def begin(self, tips: dict[str, tuple[int, str]] | None = None) -> Entry:
        return self._seal(RunStarted.kind, to_body(RunStarted(tips or {}, "Främling")), 10)

    def say(self, text: str, tick: int) -> Entry:
        happened = line(text)
        return self._seal(happened.kind, to_body(happened), tick)

    def _seal(self, kind: str, body: bytes, tick: int) -> Entry:
        entry, head = self.pen.seal(kind, body, os.urandom(16), person="X", tick=tick, wall=RECEIVED, offset=0)
        self.pen.wrote(entry.id, head)
        self.entries.append(entry)
        return entry


def signed(entry: Entry, **changes: object) -> Entry:
    """Return an entry with another head, signed by the same key."""
    raw = canonical(replace(entry.head, **changes))
    return Entry(raw, KEY.sign(raw), entry.salt, entry.body)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path, 1, Watch())
    made.begin()
    return made


@pytest.fixture
def union(desk: Desk) -> Iterator[Union]:
    with Union(desk.path, RECEIVED) as made:
        yield made


@pytest.fixture
def foreign() -> Foreign:
    made = Foreign()
    made.begin()
    for number in (2, 3, 4):
        made.say(f"rad {number}", 10 + number)
    return made


def why(union: Union, entries: list[Entry]) -> list[Why]:
    return [one.why for one in union.take(entries).refused]


def test_a_whole_stream_goes_in_whatever_order_it_comes_in(union: Union, foreign: Foreign) -> None:
    met = union.take(reversed(foreign.entries))

    assert (met.count, met.refused, met.waiting) == (4, [], {})
    assert met.consoles == {foreign.pen.stream: "Främling"}
    again = union.take(foreign.entries)
    assert (again.count, again.known, again.refused) == (0, 4, [])


def test_a_signed_entry_that_does_not_follow_its_link_is_refused(union: Union, foreign: Foreign, desk: Desk) -> None:
    loose = signed(foreign.entries[2], p=foreign.entries[0].id)

    met = union.take([*foreign.entries[:2], loose])

    assert [(one.seq, one.why) for one in met.refused] == [(3, Why.FORKED)]
    assert desk.texts == ["start", "rad 2"]


def test_ticks_rise_within_a_stream(union: Union, foreign: Foreign) -> None:
    still = signed(foreign.entries[2], t=foreign.entries[1].head.t)

    assert why(union, [*foreign.entries[:2], still]) == [Why.FORKED]


def test_a_hole_is_waited_for_and_not_passed_over(union: Union, foreign: Foreign, desk: Desk) -> None:
    met = union.take([foreign.entries[0], foreign.entries[1], foreign.entries[3]])

    assert met.waiting == {foreign.pen.stream: 4}
    assert met.lacking == {foreign.pen.stream: 3}
    assert met.count == 2
    assert union.take(foreign.entries[2:]).count == 2
    assert desk.texts == ["start", "rad 2", "rad 3", "rad 4"]


def test_a_hole_is_not_passed_over_though_the_link_is_right(union: Union, foreign: Foreign) -> None:
    jumped = signed(foreign.entries[2], n=4)

    met = union.take([*foreign.entries[:2], jumped])

    assert (met.count, met.waiting) == (2, {foreign.pen.stream: 4})


def test_a_stream_begins_with_its_first_entry_and_with_its_own_key(union: Union, foreign: Foreign) -> None:
    first = foreign.entries[0]
    later = signed(first, n=2)
    other = Ed25519PrivateKey.from_private_bytes(bytes([8]) * 32).public_key().public_bytes_raw().hex()

    assert union.take([later]).count == 0
    assert union.take([signed(first, key=other)]).count == 0
    assert union.take([signed(first, p="aa" * 32)]).count == 0
    assert union.take([first]).count == 1


def test_a_run_waits_for_all_it_had_found_and_goes_on_when_the_last_of_it_comes(union: Union, desk: Desk) -> None:
    one, other = Foreign(), Foreign()
    one.begin()
    one.say("ett", 20)
    other.pen = Pen(KEY, bytes([1]) * 16)
    other.begin({one.pen.stream: (2, one.entries[1].id)})
    other.say("två", 30)

    met = union.take([one.entries[0], *other.entries])
    assert (met.count, met.waiting) == (1, {other.pen.stream: 1})
    assert met.lacking == {one.pen.stream: 2}
    assert union.take([*other.entries, one.entries[1]]).count == 3
    assert desk.texts == ["start", "ett", "två"]


def test_a_fork_is_named_and_what_was_here_stays(union: Union, foreign: Foreign, desk: Desk) -> None:
    union.take(foreign.entries[:3])
    twin = Foreign()
    twin.entries = foreign.entries[:2]
    other = signed(foreign.entries[2], a="Y")
    assert signature_holds(KEY.public_key().public_bytes_raw(), other)

    met = union.take([*foreign.entries[:2], other])
    assert (met.known, [one.why for one in met.refused]) == (2, [Why.FORKED])
    assert desk.texts == ["start", "rad 2", "rad 3"]


def test_an_unsigned_end_takes_nothing_with_it(union: Union, foreign: Foreign, desk: Desk) -> None:
    last = foreign.entries[3]

    met = union.take([*foreign.entries[:3], Entry(last.raw, bytes(64), last.salt, last.body)])

    assert (met.count, [one.why for one in met.refused]) == (3, [Why.FORGED])
    assert desk.texts == ["start", "rad 2", "rad 3"]


def test_another_body_a_newer_form_and_what_is_no_entry_are_refused_each_by_name(
    union: Union, foreign: Foreign
) -> None:
    first, second = foreign.entries[:2]
    assert why(union, [first, Entry(second.raw, second.sig, second.salt, b'{"text":"annat"}')]) == [Why.FORGED]
    assert why(union, [first, Entry(second.raw, second.sig, second.salt, None)]) == [Why.FORGED]
    assert why(union, [signed(second, v=2)]) == [Why.NEWER]
    assert why(union, [Entry(b"{}", bytes(64), None, None), Entry(second.raw, b"kort", None, None)]) == [
        Why.UNREADABLE,
        Why.UNREADABLE,
    ]
    assert why(union, [Entry(second.raw, second.sig, second.salt, bytes(3_000_000))]) == [Why.TOO_LARGE]


def test_a_body_that_has_been_disposed_of_goes_in_without_it(union: Union, foreign: Foreign, desk: Desk) -> None:
    second = foreign.entries[1]

    met = union.take([foreign.entries[0], Entry(second.raw, second.sig, None, None), *foreign.entries[2:]])

    assert met.count == 4
    assert desk.texts == ["start", "rad 3", "rad 4"]


def test_what_is_named_by_a_hash_must_have_it(union: Union) -> None:
    name = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"

    assert not union.put_blob(name, b"bar")
    assert union.put_blob(name, b"foo")
