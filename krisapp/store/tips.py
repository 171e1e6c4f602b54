"""How far every stream of a journal has come (kedjornas ändar), and when its entries came to this console."""

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
    except driver.DatabaseError:
        return {}
