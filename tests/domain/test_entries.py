import hashlib
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.entries import (
    Entry,
    Pen,
    body_hash,
    body_holds,
    canonical,
    read_head,
    signature_holds,
    stamp_of,
    stream_key,
    stream_name,
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
SALT = b"s" * 16


def sealed(text: str = "Kl. 14.10 brann det i Bettna – å, ä, ö", person: str = "KC") -> Entry:
    pen = Pen(KEY, b"r" * 16)
    entry, _ = pen.seal("log.written", text.encode(), SALT, person=person, tick=7, wall=1_812_715_800_000, offset=120)
    return entry


def test_the_signed_text_is_canonical_json_with_permanent_names() -> None:
    entry = sealed()

    text = entry.raw.decode("utf-8")
    plain = json.loads(text)
    assert text == json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert plain == {
        "v": 1,
        "s": hashlib.sha256(PUBLIC + b"r" * 16).hexdigest()[:32],
        "n": 1,
        "p": "",
        "t": 7,
        "w": 1_812_715_800_000,
        "z": 120,
        "a": "KC",
        "k": "log.written",
        "bh": hashlib.sha256(SALT + "Kl. 14.10 brann det i Bettna – å, ä, ö".encode()).hexdigest(),
        "o": [],
        "key": PUBLIC.hex(),
        "r": (b"r" * 16).hex(),
    }


def test_the_id_covers_text_and_signature() -> None:
    entry = sealed()

    assert entry.id == hashlib.sha256(entry.raw + entry.sig).hexdigest()
    assert Entry(entry.raw, bytes(64), entry.salt, entry.body).id != entry.id


def test_only_the_first_entry_of_a_stream_shows_the_key() -> None:
    pen = Pen(KEY, b"r" * 16)
    first, head = pen.seal("a.b", b"{}", SALT, person="", tick=1, wall=0, offset=0)
    pen.wrote(first.id, head)

    second, after = pen.seal("a.b", b"{}", SALT, person="", tick=2, wall=0, offset=0, replaces=(first.id,))

    assert "key" not in json.loads(second.raw)
    assert "r" not in json.loads(second.raw)
    assert (after.n, after.p, after.o, after.s) == (2, first.id, (first.id,), head.s)


def test_sealing_twice_without_writing_gives_the_same_place() -> None:
    """A failed write must not leave a hole in the chain."""
    pen = Pen(KEY, b"r" * 16)

    places = {pen.seal("a.b", b"{}", SALT, person="", tick=1, wall=0, offset=0)[1].n for _ in range(3)}

    assert places == {1}


def test_a_signature_holds_only_for_its_text_and_its_console() -> None:
    entry = sealed()
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()

    assert signature_holds(PUBLIC, entry)
    assert not signature_holds(other, entry)
    assert not signature_holds(b"", entry)
    assert not signature_holds(PUBLIC, Entry(entry.raw + b" ", entry.sig, None, None))


@given(st.integers(0, 511), st.integers(0, 7))
def test_no_flipped_bit_leaves_the_signature_and_the_id_as_they_were(place: int, bit: int) -> None:
    entry = sealed()
    changed = bytearray(entry.raw + entry.sig)
    changed[place % len(changed)] ^= 1 << bit
    other = Entry(bytes(changed[: len(entry.raw)]), bytes(changed[len(entry.raw) :]), entry.salt, entry.body)

    assert not signature_holds(PUBLIC, other)
    assert other.id != entry.id


def test_a_body_holds_with_its_salt_and_when_both_are_disposed_of() -> None:
    entry = sealed("hemligt")
    head = entry.head

    assert body_holds(head, entry)
    assert body_holds(head, Entry(entry.raw, entry.sig, None, None))
    assert not body_holds(head, Entry(entry.raw, entry.sig, SALT, b"annat"))
    assert not body_holds(head, Entry(entry.raw, entry.sig, b"t" * 16, entry.body))
    assert not body_holds(head, Entry(entry.raw, entry.sig, None, entry.body))
    assert not body_holds(head, Entry(entry.raw, entry.sig, SALT, None))


def test_the_body_cannot_be_guessed_from_what_is_signed() -> None:
    assert body_hash(b"a" * 16, b"ja") != body_hash(b"b" * 16, b"ja")


@pytest.mark.parametrize("change", [{"key": "00" * 32}, {"r": "00" * 16}, {"key": "inte hex"}, {"key": ""}, {"r": ""}])
def test_a_stream_belongs_to_the_key_that_makes_its_name(change: dict[str, str]) -> None:
    head = sealed().head
    assert stream_key(head) == PUBLIC

    forged = read_head(json.dumps(json.loads(canonical(head)) | change).encode())

    assert stream_key(forged) is None


def test_two_runs_of_one_console_never_share_a_stream() -> None:
    assert stream_name(PUBLIC, b"a" * 16) != stream_name(PUBLIC, b"b" * 16)


def test_unknown_fields_of_a_newer_program_are_read_past() -> None:
    head = sealed().head
    newer = json.dumps(json.loads(canonical(head)) | {"new": 1}).encode()

    assert read_head(newer) == head


def test_the_stamp_says_who_and_when_with_the_consoles_own_offset() -> None:
    stamp = stamp_of("ab", sealed().head)

    assert (stamp.person, stamp.tick, stamp.seq) == ("KC", 7, 1)
    assert stamp.at.isoformat() == "2027-06-11T14:10:00+02:00"
