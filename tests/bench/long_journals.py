"""Long journals, made fast: the same bytes as a console writes, in one transaction."""

import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from krisapp.domain.entries import Pen
from krisapp.domain.events import to_body
from krisapp.domain.log import Kind, Written
from krisapp.store.console import Console
from krisapp.store.journal import Journal
from tests.store.writing import TEN_PAST_TWO

_VOCABULARY = (
    "brand rök evakuering dricksvatten vattenläcka kokningsrekommendation skola Bettna Malmköping Flen Sparreholm "
    "Hälleforsnäs Mellösa äldreboende hemtjänst elavbrott strömlöst fjärrvärme räddningstjänst polis ambulans "
    "trygghetspunkt gymnasium bibliotek kommunhus växel telefon webbplats pressmeddelande journalist boende förälder "
    "barn personal chef stab lägesbild beslut ansvar klockan nästa besked avspärrning väg buss tåg bro översvämning "
    "ras skred skogsbrand gräsbrand cistern utsläpp lukt fönster ventilation stängd öppen hämtas skjuts mat filtar"
)
WORDS = _VOCABULARY.split()

STRIDE = 1000
"""One entry in so many says something no other does."""


def sentences(count: int) -> Iterator[str]:
    """Give log lines of eight to fifteen words, the same each time."""
    chance = random.Random(2)
    for number in range(count):
        words = chance.choices(WORDS, k=chance.randint(8, 15))
        if number % STRIDE == 0:
            words.append(f"nattfjäril {number}")
        yield " ".join(words)


class _Unsigned(Pen):
    """A pen that signs nothing, where nobody looks at signatures and a million would take a minute."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        super().__init__(key, os.urandom(16))
        self._key = self  # type: ignore[assignment]  # seal() asks it for a signature

    def sign(self, raw: bytes) -> bytes:
        """Return sixty-four bytes."""
        return raw[:32].ljust(64, b".")


def make(path: Path, count: int, *, signed: bool = True) -> None:
    """Make a journal with so many log lines."""
    key = Ed25519PrivateKey.generate()
    console = Console("KC", key)
    Journal.create(path, console, lambda: datetime.now(UTC)).close()
    with Journal.open(path, console, lambda: datetime.now(UTC)) as journal:
        connection = journal.connection
        connection.execute("BEGIN")
        pen = Pen(key, os.urandom(16)) if signed else _Unsigned(key)
        pen.tick = 2
        connection.executemany(
            "INSERT INTO entry (id, stream, seq, tick, raw, sig, salt, body, received) VALUES (?,?,?,?,?,?,?,?,?)",
            _rows(pen, count),
        )
        connection.execute("COMMIT")


def _rows(pen: Pen, count: int) -> Iterator[tuple[object, ...]]:
    """Give the rows of a stream."""
    salt = os.urandom(16)
    stream = bytes.fromhex(pen.stream)
    for text in sentences(count):
        body = to_body(Written(Kind.OBSERVATION, text, TEN_PAST_TWO))
        entry, head = pen.seal(
            Written.kind, body, salt, person="p01", tick=pen.tick + 1, wall=1_812_000_000_000 + pen.seq, offset=120
        )
        pen.wrote(entry.id, head)
        yield bytes.fromhex(entry.id), stream, head.n, head.t, entry.raw, entry.sig, salt, body, head.w
