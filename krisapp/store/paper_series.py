"""Which series of paper numbers a console gives out (nummerserie): two that cannot reach each other share none."""

import hashlib

from krisapp.domain.entries import read_head
from krisapp.store import driver
from krisapp.store.journal import Journal

LETTERS = "ACDEFHJKMNPRTXY"
"""Letters without look-alikes, and none that makes a word of three with the others."""

_FIRST = "SELECT raw FROM entry WHERE stream = ? AND seq = 1"


def paper_series(journal: Journal, started_by: str) -> str:
    """Return "" on the console that started the incident, else three letters of the console's own.

    `started_by` is the stream that the incident was started in. A console is known by its key, in every run.
    """
    own = _key(journal, journal.stream)
    if own == _key(journal, started_by):
        return ""
    return series_of(own)


def series_of(seed: str) -> str:
    """Return the three letters that a seed gives: a console's key, or with the time what it prints in advance."""
    rest = int.from_bytes(hashlib.sha256(seed.encode()).digest(), "big")
    letters = []
    for _place in range(3):
        rest, at = divmod(rest, len(LETTERS))
        letters.append(LETTERS[at])
    return "".join(letters)


def _key(journal: Journal, stream: str) -> str:
    """Return the public key that a stream's first entry shows, "" where there is none."""
    with driver.in_words(journal.path):
        row = journal.connection.execute(_FIRST, (bytes.fromhex(stream),)).fetchone()
    return read_head(row[0]).key if row else ""
