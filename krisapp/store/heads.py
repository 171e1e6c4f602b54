"""The head of an incident file (huvudet): how it started, read without reading the rest."""

from pathlib import Path

from krisapp.domain.entries import read_head
from krisapp.domain.events import from_body
from krisapp.domain.incident import Started
from krisapp.store import driver
from krisapp.store.journal import Journal
from krisapp.store.trouble import Trouble

_FIRST = "SELECT raw, body FROM entry WHERE body IS NOT NULL ORDER BY position LIMIT 8"


def read_start(path: Path) -> Started | None:
    """Return the event that started a file's incident, or None if it cannot be read. For lists: nothing is verified."""
    try:
        with Journal.read(path) as journal, driver.in_words(path):
            for raw, body in journal.connection.execute(_FIRST):
                happened = from_body(read_head(raw).k, body)
                if isinstance(happened, Started):
                    return happened
    except Trouble:
        return None
    return None
