"""Where each statement of an incident's texts stands, so that both sides of a contradiction can be shown."""

from collections.abc import Iterator, Sequence

from krisapp.domain.consistency.contradiction import Place, Told
from krisapp.domain.consistency.ground import likeness
from krisapp.domain.consistency.statements import Statement, lines_of, statements
from krisapp.domain.consistency.values import Token

SHEET = ""
"""The id of the fact sheet among the places."""

_ABOUT_THE_SAME = 0.3


class Whereabouts:
    """All lines of some texts, each read once, with every place it stands."""

    def __init__(self, texts: Sequence[Told], places: tuple[str, ...]) -> None:
        self._lines: dict[str, list[tuple[str, int]]] = {}
        for told in texts:
            for start, line in lines_of(told.text):
                self._lines.setdefault(line, []).append((told.id, start))
        self._stands: dict[Statement, list[tuple[str, int]]] = {}
        for line, stands in self._lines.items():
            for statement in statements(line, places):
                self._stands[statement] = stands
        self._by_key: dict[object, list[Statement]] = {}
        for statement in self._stands:
            self._by_key.setdefault(statement.key, []).append(statement)

    def statements(self) -> Sequence[Statement]:
        """Return each statement once, in the order of the texts."""
        return tuple(self._stands)

    def stands(self, statement: Statement, token: Token | None = None) -> Iterator[Place]:
        """Yield every place a statement stands, or a value of it."""
        for id, start in self._stands.get(statement, ()):
            yield _place(id, start, statement, token)

    def other_than(self, id: str, statement: Statement, token: Token | None) -> Place:
        """Return where another text says this: in the same words, else this value of the same thing, else the sheet."""
        for same in self._by_key.get(statement.key, ()):
            value = None if token is None else same.tokens[statement.tokens.index(token)]
            for other, start in self._stands[same]:
                if other != id:
                    return _place(other, start, same, value)
        if token is not None:
            best = self._nearest(id, statement, token)
            if best:
                return best
        return Place(SHEET, (0, 0), statement.says(token) if token else statement.text)

    def _nearest(self, id: str, statement: Statement, token: Token) -> Place | None:
        about = statement.contexts.get(token, frozenset())
        best, found = _ABOUT_THE_SAME, None
        for other, stands in self._stands.items():
            for value in other.values:
                if value.kind is token.kind and value.form == token.form:
                    like = likeness(about, other.contexts[value])
                    place = next((each for each in stands if each[0] != id), None)
                    if place and like > best:
                        best, found = like, _place(*place, other, value)
        return found


def _place(id: str, line_start: int, statement: Statement, token: Token | None) -> Place:
    if token is None:
        return Place(id, (line_start + statement.start, line_start + statement.stop), statement.text)
    return Place(id, (line_start + token.start, line_start + token.stop), statement.says(token))
