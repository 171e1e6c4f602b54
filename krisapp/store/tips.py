"""How far every stream of a journal has come (kedjornas ändar), when its entries came, and one read anew."""

from krisapp.domain.entries import read_head
from krisapp.domain.events import Event, Stamp, from_body
from krisapp.store import driver
from krisapp.store.journal import Journal
from krisapp.store.writer import TIPS


def tips(journal: Journal) -> dict[str, tuple[int, str]]:
    """Return the number and id of each stream's last entry. Raises what the disk says."""
    with driver.in_words(journal.path):
        rows = journal.connection.execute(TIPS)
        return {stream.hex(): (number, digest.hex()) for stream, number, digest, _tick in rows}


def arrivals(journal: Journal) -> dict[str, int]:
    """Return by entry when this console stored it, in milliseconds since 1970 UTC; nothing of a damaged file."""
    try:
        return {name.hex(): at for name, at in journal.connection.execute("SELECT id, received FROM entry")}
    except driver.UNREADABLE:
        return {}


def event_of(journal: Journal, stamp: Stamp) -> Event | None:
    """Return the event of an entry as the journal has it; None when its body has been disposed of or is unknown."""
    with driver.in_words(journal.path):
        found = "SELECT raw, body FROM entry WHERE stream = ? AND seq = ? AND id = ?"
        place = (bytes.fromhex(stamp.stream), stamp.seq, bytes.fromhex(stamp.id))
        row = journal.connection.execute(found, place).fetchone()
    return from_body(read_head(row[0]).k, row[1]) if row and row[1] is not None else None
