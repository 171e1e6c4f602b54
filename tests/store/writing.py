"""A console, a watch and lines to write, for tests of what is on disk."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from krisapp.domain.log import Kind, Written
from krisapp.store import driver, schema
from krisapp.store.console import Console
from krisapp.store.journal import Journal

TEN_PAST_TWO = datetime(2027, 6, 11, 14, 10, tzinfo=timezone(timedelta(hours=2)))
CONSOLE = Console("KC-dator", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
OTHER = Console("TiB-dator", Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))


class Watch:
    """A watch that stands still until it is moved."""

    def __init__(self, at: datetime = TEN_PAST_TWO) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **step: float) -> None:
        """Move the watch, backwards with negative numbers."""
        self.at += timedelta(**step)


def line(text: str) -> Written:
    return Written(Kind.OBSERVATION, text, TEN_PAST_TWO)


def written(path: Path, count: int = 5) -> list[str]:
    """Make a closed journal with so many lines by KC and return the ids; they are entries 2 and up."""
    with Journal.create(path, CONSOLE, Watch()) as journal:
        return [journal.append(line(f"rad {number}"), "KC").id for number in range(count)]


def texts(journal: Journal) -> list[str]:
    """Return the lines that can be read and believed, in order."""
    return [happened.text for _, happened, _ in journal.read_all().entries if isinstance(happened, Written)]


def names(folder: Path) -> list[str]:
    """Return what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def tamper(path: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Change a file as one with time and tools would: guards off, change, guards on again."""
    connection = driver.write(path)
    guards = [*schema.ENTRY_GUARDS, *schema.BLOB_GUARDS]
    for guard in guards:
        connection.execute(f"DROP TRIGGER {guard.split()[2]}")
    for sql, values in statements:
        connection.execute(sql, values)
    for guard in guards:
        connection.execute(guard)
    connection.close()
