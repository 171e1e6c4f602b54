"""How far every stream of a journal has come (kedjornas ändar), for what stands for the whole of it."""

from krisapp.store import driver
from krisapp.store.journal import Journal
from krisapp.store.writer import TIPS


def tips(journal: Journal) -> dict[str, tuple[int, str]]:
    """Return the number and id of each stream's last entry. Raises what the disk says."""
    with driver.in_words(journal.path):
        rows = journal.connection.execute(TIPS)
        return {stream.hex(): (number, digest.hex()) for stream, number, digest, _tick in rows}
