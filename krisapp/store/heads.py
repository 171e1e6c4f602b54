"""The head of an incident file (huvudet): how it started and where it ended, read without reading the rest."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from krisapp.domain.entries import Head, read_head, stream_key
from krisapp.domain.events import from_body
from krisapp.domain.incident import Started
from krisapp.domain.leading.levels import LevelSet
from krisapp.store import driver
from krisapp.store.journal import Journal
from krisapp.store.trouble import Trouble

_FIRST = "SELECT raw, body FROM entry WHERE body IS NOT NULL ORDER BY position LIMIT 200"
"""The start is third, but where others began the incident it may come after a first entry of each who joined it."""

_OF_KIND = "SELECT raw, body FROM entry WHERE instr(raw, ?) AND body IS NOT NULL ORDER BY position DESC"
_LEVEL = b"level.set"
_ENDED = b"drill.ended"
_BEGINNING = "SELECT raw FROM entry WHERE stream = ? AND seq = 1"


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


def read_stood_down(path: Path, lowest: str) -> date | None:
    """Return the day a file's incident was stood down to the lowest level, or None while its staff works."""
    try:
        with Journal.read(path) as journal, driver.in_words(path):
            for raw, body in journal.connection.execute(_OF_KIND, (_LEVEL,)):
                head = read_head(raw)
                happened = from_body(head.k, body)
                if isinstance(happened, LevelSet):
                    return _day(head) if happened.level == lowest else None
    except Trouble:
        return None
    return None


def read_endex(path: Path) -> date | None:
    """Return the day a file's drill ended as planned (ENDEX), or None: it goes on, or was broken off."""
    try:
        with Journal.read(path) as journal, driver.in_words(path):
            for raw, body in journal.connection.execute(_OF_KIND, (_ENDED,)):
                head = read_head(raw)
                # By its name: the class would bring in all of exercising when the readiness check is shown.
                if head.k == _ENDED.decode() and not getattr(from_body(head.k, body), "reason", ""):
                    return _day(head)
    except Trouble:
        return None
    return None


def written_by(path: Path, stream: str, key: str) -> bool:
    """Return whether a stream of a file was written by the console with this public key, in hex."""
    try:
        with Journal.read(path) as journal, driver.in_words(path):
            for (raw,) in journal.connection.execute(_BEGINNING, (bytes.fromhex(stream),)):
                found = stream_key(read_head(raw))
                return found is not None and found.hex() == key
    except Trouble:
        return False
    return False


def _day(head: Head) -> date:
    zone = timezone(timedelta(minutes=head.z))
    return datetime.fromtimestamp(head.w / 1000, UTC).astimezone(zone).date()
