"""Reading rows out of a damaged file (rädda det som går): everything that can be read, page by page."""

from collections import deque
from collections.abc import Iterator

from krisapp.domain.chain import Row
from krisapp.store.driver import UNREADABLE, Connection

COLUMNS = "position, id, stream, seq, tick, raw, sig, salt, body"

ALL = f"SELECT {COLUMNS} FROM entry ORDER BY position"  # noqa: S608 - our own column names
_SPAN = f"SELECT {COLUMNS} FROM entry WHERE position BETWEEN ? AND ? ORDER BY position"  # noqa: S608

SMALLEST = 256
"""Bytes no entry is smaller than; so many at most fit in a file that cannot say how many there were."""

PATIENCE = 20_000
"""How many reads may fail before what is left is given up: about a second."""


def last_given(connection: Connection) -> int:
    """Return the last number given to an entry, 0 if the file cannot say."""
    try:
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'entry'").fetchone()
    except UNREADABLE:
        return 0
    return int(row[0]) if row else 0


class Salvage:
    """The rows of a file that may be damaged; `damaged` is set once something could not be read."""

    def __init__(self, connection: Connection, last: int, *, damaged: bool) -> None:
        self.damaged = damaged
        self._connection = connection
        self._spans = deque([(1, last or self._most())])
        """Places from and to, still to be read."""
        self._patience = PATIENCE

    def _most(self) -> int:
        """Return how many entries the file can hold at most; none that could be found, if it does not even say that."""
        try:
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
            (size,) = self._connection.execute("PRAGMA page_size").fetchone()
        except UNREADABLE:
            return 1
        return int(pages) * int(size) // SMALLEST + 1

    def rows(self) -> Iterator[Row]:
        """Give each row that can be read; in order of position if all can.

        Reads on until a page fails, then halves what is left on the far side of it until it reads again, large pieces
        before small.
        """
        while self._spans and self._patience:
            low, high = self._spans.popleft()
            reached = low - 1
            try:
                for row in self._connection.execute(_SPAN, (low, high)):
                    reached = row[0]
                    yield row
            except UNREADABLE:
                self.damaged = True
                self._patience -= 1
                self._split(low, reached, high)

    def _split(self, low: int, reached: int, high: int) -> None:
        """Put what could not be read of a span back, in halves if nothing of it could."""
        if reached >= low:
            if reached < high:
                self._spans.append((reached + 1, high))
        elif low < high:
            middle = (low + high) // 2
            self._spans += [(low, middle), (middle + 1, high)]
