"""The search index (sökregistret): full text over the journal, derived from it, dropped and rebuilt at will.

Trigrams, so that vatten is found in dricksvatten and å is not a. The index holds no text, only which three letters
stand in which entry; what it finds is looked up in the journal and compared. It is never written in the same
transaction as an entry: what it has not reached yet is read straight from the journal.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator

from krisapp.domain.entries import NOT_OURS, read_head
from krisapp.store import driver
from krisapp.store.journal import Journal

Text = Callable[[str, bytes], str | None]
"""Gives the words of an entry to be searched, from its kind and body; None if it has none."""

NEAR = 500
"""Entries not yet indexed that a search takes in before it looks; those left then are read as they are."""

FEW = 20_000
"""How many of the newest entries a single letter is searched in; there is no index for one letter."""

# Signs no text has: around the number of a kind, and after the last letter.
_BEFORE, _AFTER, _END = "\ue000", "\ue001", "\ue002"
_KINDS_FROM = 0xE100
_OURS = re.compile("[\ue000-\uf8ff\0]")

_TOKENIZER = "tokenize='trigram case_sensitive 1'"
_TABLES = (
    f"CREATE VIRTUAL TABLE search USING fts5(text, content='', detail=none, columnsize=0, {_TOKENIZER})",
    "CREATE TABLE search_kind (number INTEGER PRIMARY KEY, kind TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE search_sign (sign TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE TABLE search_reached (edition INTEGER NOT NULL, position INTEGER NOT NULL) STRICT",
)
_NAMES = ("search", "search_kind", "search_sign", "search_reached")
_NEWEST_FIRST = "SELECT id, raw, body FROM entry WHERE position > ? ORDER BY position DESC"


class Index:
    """Search in one open journal. `edition` is raised when `text` changes, and the index is then made anew."""

    def __init__(self, journal: Journal, text: Text, edition: int = 1) -> None:
        self._journal = journal
        self._connection = journal.connection
        self._text = text
        self._edition = edition
        self._reached = self._found()

    def _found(self) -> int:
        """Return how far the index in the file has come, 0 if there is none or one of another edition."""
        try:
            row = self._connection.execute("SELECT edition, position FROM search_reached").fetchone()
        except driver.DatabaseError:
            return 0
        return row[1] if row and row[0] == self._edition else 0

    def search(self, words: str, kinds: Collection[str] | None = None, limit: int = 50) -> list[str]:
        """Return the ids of the newest entries that have all the words in them, also inside longer words.

        `kinds` narrows it to entries of those kinds. Case does not matter, å, ä and ö do.
        """
        wanted = _folded(words).split()
        if not wanted or limit < 1:
            return []
        if self._journal.stream and NEAR > 0 and self._behind():
            self.catch_up(NEAR)
        found: dict[str, None] = {}
        for digest, raw, body in self._candidates(wanted, kinds):
            if self._matches(raw, body, wanted, kinds):
                found[digest.hex()] = None
                if len(found) == limit:
                    break
        return list(found)

    def catch_up(self, limit: int = 2000) -> int:
        """Take in the next entries in a transaction of their own and return how many are left."""
        with driver.in_words(self._journal.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                if self._reached == 0:
                    self._make()
                self._take_in(limit)
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                    self._reached = self._found()
        return self._behind()

    def rebuild(self) -> None:
        """Forget the index; `catch_up` and `search` make it anew."""
        self._reached = 0

    def _make(self) -> None:
        """Make the tables empty."""
        for name in _NAMES:
            self._connection.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in _TABLES:
            self._connection.execute(statement)
        self._connection.execute("INSERT INTO search_reached VALUES (?, 0)", (self._edition,))

    def _behind(self) -> int:
        """Return how many entries the index has not reached."""
        last = self._connection.execute("SELECT max(position) FROM entry").fetchone()[0] or 0
        return int(last) - self._reached

    def _take_in(self, limit: int) -> None:
        """Index the next entries."""
        execute = self._connection.execute
        kinds = {kind: number for number, kind in execute("SELECT number, kind FROM search_kind")}
        signs: set[str] = set()
        rows: list[tuple[int, str]] = []
        reached = self._reached
        for position, raw, body in execute(
            "SELECT position, raw, body FROM entry WHERE position > ? ORDER BY position LIMIT ?",
            (self._reached, limit),
        ):
            reached = position
            kind, text = self._said(raw, body)
            if text:
                number = kinds.setdefault(kind, len(kinds))
                signs.update(text)
                rows.append((position, f"{_kind_sign(number)}{text}{_END}"))
        insert = self._connection.executemany
        insert("INSERT INTO search (rowid, text) VALUES (?, ?)", rows)
        insert("INSERT OR IGNORE INTO search_kind VALUES (?, ?)", [(n, k) for k, n in kinds.items()])
        insert("INSERT OR IGNORE INTO search_sign VALUES (?)", [(sign,) for sign in signs])
        execute("UPDATE search_reached SET position = ?", (reached,))
        self._reached = reached

    def _said(self, raw: bytes, body: bytes | None) -> tuple[str, str]:
        """Return an entry's kind and its words, folded; no words if it has none to be searched."""
        try:
            kind = read_head(raw).k
        except NOT_OURS:
            return "", ""
        return kind, _folded(self._text(kind, body) or "") if body is not None else ""

    def _matches(self, raw: bytes, body: bytes | None, wanted: list[str], kinds: Collection[str] | None) -> bool:
        """Return whether an entry really has all the words and is of one of the kinds."""
        kind, text = self._said(raw, body)
        return (kinds is None or kind in kinds) and bool(text) and all(word in text for word in wanted)

    def _candidates(self, wanted: list[str], kinds: Collection[str] | None) -> Iterator[tuple[bytes, bytes, bytes]]:
        """Give the rows that may match, newest first: those not indexed yet, then what the index says."""
        execute = self._connection.execute
        yield from execute(_NEWEST_FIRST, (self._reached,))
        if not self._reached:
            return
        if all(len(word) == 1 for word in wanted):
            yield from execute(f"{_NEWEST_FIRST} LIMIT {FEW}", (0,))
            return
        try:
            places = self._indexed(wanted, kinds)
            for (place,) in places:
                row = execute("SELECT id, raw, body FROM entry WHERE position = ?", (place,)).fetchone()
                if row is not None:
                    yield row
        except driver.DatabaseError as error:
            if driver.trouble(error, self._journal.path) is None:
                raise
            self.rebuild()
            yield from execute(_NEWEST_FIRST, (0,))

    def _indexed(self, wanted: list[str], kinds: Collection[str] | None) -> Iterable[tuple[int]]:
        """Ask the index for positions, newest first."""
        execute = self._connection.execute
        parts = [part for word in wanted for part in self._parts(word)]
        if kinds is not None:
            numbers = [n for n, kind in execute("SELECT number, kind FROM search_kind") if kind in kinds]
            if not numbers:
                return ()
            parts.append(_either(_kind_sign(number) for number in numbers))
        sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC"
        return execute(sql, (" AND ".join(parts),))

    def _parts(self, word: str) -> list[str]:
        """Return what the index must say of a word: each of its trigrams, or two letters and any third."""
        if len(word) == 1:
            return []
        if len(word) == 2:
            signs = [sign for (sign,) in self._connection.execute("SELECT sign FROM search_sign")]
            return [_either(word + third for third in (*signs, _END))]
        return [_quoted(word[start : start + 3]) for start in range(len(word) - 2)]


def _folded(text: str) -> str:
    """Return a text as it is compared: composed letters, small, without the signs we use ourselves."""
    plain = unicodedata.normalize("NFC", text).lower()
    return _OURS.sub(" ", plain)


def _kind_sign(number: int) -> str:
    """Return the three signs that stand for a kind."""
    return f"{_BEFORE}{chr(_KINDS_FROM + number)}{_AFTER}"


def _quoted(trigram: str) -> str:
    """Return a trigram as FTS5 takes it."""
    return '"' + trigram.replace('"', '""') + '"'


def _either(trigrams: Iterable[str]) -> str:
    """Return the query for any of some trigrams."""
    return f"({' OR '.join(_quoted(trigram) for trigram in trigrams)})"
