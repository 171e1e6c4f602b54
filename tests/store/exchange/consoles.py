"""Two consoles that write apart, and a folder they meet in."""

import shutil
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from krisapp.domain.entries import Entry
from krisapp.domain.log import Written
from krisapp.store.console import Console
from krisapp.store.exchange.folder import Brought, bring, leave
from krisapp.store.exchange.union import Union
from krisapp.store.journal import Journal
from tests.store.writing import Watch, line

RECEIVED = 1_810_000_000_000


class Desk:
    """One console with its journal file; open it with `writing`."""

    def __init__(self, folder: Path, number: int, watch: Watch) -> None:
        self.path = folder / f"konsol-{number}.krisapp"
        self.console = Console(f"Konsol {number}", Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32))
        self.watch = watch

    def begin(self, text: str = "start") -> None:
        """Make the journal with one line."""
        with Journal.create(self.path, self.console, self.watch) as journal:
            journal.append(line(text), "KC")

    def write(self, *lines: str) -> None:
        """Write lines in a run of their own."""
        with Journal.open(self.path, self.console, self.watch) as journal:
            for text in lines:
                journal.append(line(text), "KC")

    def copy_to(self, other: "Desk") -> None:
        """Give another console the incident as it is now, as a copied file."""
        shutil.copy(self.path, other.path)

    def leave(self, folder: Path) -> int:
        with Journal.read(self.path) as journal:
            return leave(journal, folder)

    def bring(self, folder: Path) -> Brought:
        with Union(self.path, RECEIVED) as union:
            return bring(union, folder)

    def meet(self, folder: Path) -> Brought:
        """Leave and bring, as a person does with a stick."""
        self.leave(folder)
        return self.bring(folder)

    @property
    def texts(self) -> list[str]:
        with Journal.read(self.path) as journal:
            reading = journal.examine()
            assert reading.faults == ()
            return [happened.text for _, happened, _ in reading.entries if isinstance(happened, Written)]

    @property
    def entries(self) -> list[Entry]:
        """Return every entry as it is stored."""
        with Journal.read(self.path) as journal:
            rows = journal.connection.execute("SELECT raw, sig, salt, body FROM entry ORDER BY position")
            return [Entry(*row) for row in rows]

    @property
    def digest(self) -> tuple[str, ...]:
        """Return what two consoles that are equal have equal: every id, in reading order."""
        with Journal.read(self.path) as journal:
            return tuple(stamp.id for stamp, _, _ in journal.read_all().entries)
