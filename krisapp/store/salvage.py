"""Reading rows out of a damaged file (rädda det som går): everything that can be read, page by page."""

from collections.abc import Iterator

from krisapp.domain.chain import Row
from krisapp.store.driver import Connection, DatabaseError

COLUMNS = "position, id, stream, seq, tick, raw, sig, salt, body"

ALL = f"SELECT {COLUMNS} FROM entry ORDER BY position"  # noqa: S608 - our own column names
_SPAN = f"SELECT {COLUMNS} FROM entry WHERE position BETWEEN ? AND ? ORDER BY position"  # noqa: S608

FARTHEST = 1 << 24
"""How far to look for entries when the file cannot say how many there were."""


def last_given(connection: Connection) -> int:
    """Return the last number given to an entry, 0 if the file cannot say."""
    try:
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'entry'").fetchone()
    except DatabaseError:
        return 0
    return int(row[0]) if row else 0


class Salvage:
    """The rows of a file that may be damaged; `damaged` is set once something could not be read."""

    def __init__(self, connection: Connection, last: int, *, damaged: bool) -> None:
        self.damaged = damaged
        self._connection = connection
        self._spans = [(1, last or FARTHEST)]

    def rows(self) -> Iterator[Row]:
        """Give each row that can be read, in order of position.

        Reads on until a page fails, then halves what is left on the far side of it until it reads again.
        """
        while self._spans:
            low, high = self._spans.pop()
            reached = low - 1
            try:
                for row in self._connection.execute(_SPAN, (low, high)):
                    reached = row[0]
                    yield row
            except DatabaseError:
                self.damaged = True
                if reached >= low:
                    self._spans.append((reached + 1, high))
                elif low < high:
                    middle = (low + high) // 2
                    self._spans += [(middle + 1, high), (low, middle)]
