"""Statements (påståenden): the sentences of a text as their words and their values, ready to be held to one another."""

import re
from functools import cached_property, lru_cache

from krisapp.domain.consistency.values import Kind, Token, finder
from krisapp.domain.language.sentences import sentence_spans
from krisapp.domain.language.stems import STOP_WORDS, stem

LONGEST_LINE = 2_000
"""Characters of one line that are read: nobody writes a longer one, and what is pasted may be anything."""

WINDOW = 5
"""Words on each side of a value that tell what it is about."""

MOST_LINES = 2_000

_NEWS = r"(?:nästa|nytt|ny|mer) (?:besked|uppdatering|anslag|information)"
_NEXT = re.compile(rf"\b(?:{_NEWS}|höra? av oss|berättar mer\b|next update\b)", re.IGNORECASE)
_UNKNOWING = frozenset(("vet", "know"))
"""What one denies who does not know: "vi vet inte hur länge du behöver koka vattnet" denies no boiling."""

_EMPTY = frozenset(
    ("du", "ni", "måste", "behöver", "bör", "ska", "får", "the", "a", "of", "to", "you", "is", "are", "need")
)
_SLOTS = {
    Kind.CLOCK: "#",
    Kind.DATE: "#",
    Kind.NUMBER: "#",
    Kind.TELEPHONE: "#",
    Kind.PLACE: "@",
    Kind.WEEKDAY: "~",
    Kind.OPENING: "%",
}


class Statement:
    """One sentence within its line: its tokens, and what is left of it without its values."""

    def __init__(self, line: str, start: int, stop: int, tokens: tuple[Token, ...]) -> None:
        self.start = start
        self.stop = stop
        self.text = line[start:stop]
        self.tokens = tokens
        self.key = tuple(token.form if token.kind is None else (token.kind, token.form) for token in tokens)
        self.values = tuple(token for token in tokens if token.kind is not None and token.kind is not Kind.DENIAL)

    @cached_property
    def frame(self) -> tuple[str, ...]:
        """The sentence with a sign for each value, and without its denials: what it is about."""
        return tuple(
            token.form if token.kind is None else _SLOTS[token.kind]
            for token in self.tokens
            if token.kind is not Kind.DENIAL
        )

    @cached_property
    def denials(self) -> tuple[int, ...]:
        """Where in the frame something is denied."""
        at, found = 0, []
        for token in self.tokens:
            if token.kind is Kind.DENIAL:
                found.append(at)
            else:
                at += 1
        return tuple(found)

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the words that tell something."""
        return frozenset(stem(token.form) for token in self.tokens if _tells(token))

    @cached_property
    def denied(self) -> frozenset[str]:
        """The stems of what is denied: the telling word before a denial, or else the one after it."""
        found = set()
        for at, token in enumerate(self.tokens):
            if token.kind is Kind.DENIAL:
                before = self.tokens[at - 1 : at]
                after = (each for each in self.tokens[at + 1 :] if _tells(each))
                word = before[0] if before and _tells(before[0]) else next(after, None)
                if word:
                    found.add(stem(word.form))
        return frozenset(found) - _UNKNOWING

    @cached_property
    def bids(self) -> str:
        """The stem of its first telling word: the verb, where it tells somebody to do something."""
        return next((stem(token.form) for token in self.tokens if _tells(token)), "")

    @cached_property
    def promises(self) -> bool:
        """Whether the sentence tells when the next message comes."""
        return _NEXT.search(self.text) is not None

    @cached_property
    def contexts(self) -> dict[Token, frozenset[str]]:
        """What each value is about: the telling words around it, and whether it is the next message."""
        about = frozenset(("NEXT",)) if self.promises else frozenset[str]()
        found = {}
        for at, token in enumerate(self.tokens):
            if token.kind is not None and token.kind is not Kind.DENIAL:
                near = self.tokens[max(0, at - WINDOW) : at + WINDOW + 1]
                found[token] = about | {stem(other.form) for other in near if _tells(other)}
        return found

    def says(self, token: Token) -> str:
        """Return a value as it is written."""
        return self.text[token.start - self.start : token.stop - self.start]


def _tells(token: Token) -> bool:
    return token.kind is None and token.form not in STOP_WORDS and token.form not in _EMPTY


@lru_cache(maxsize=8192)
def statements(line: str, places: tuple[str, ...]) -> tuple[Statement, ...]:
    """Return the statements of a line: sentences, a colon ending none, so that "Bettna skola: öppen" is one."""
    line = line[:LONGEST_LINE]
    tokens = tuple(finder(places).tokens(line))
    if not tokens:
        return ()
    spans: list[tuple[int, int]] = []
    for start, stop in sentence_spans(line):
        if spans and line[spans[-1][1] - 1] == ":":
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((start, stop))
    made = []
    at, begins = 0, 0
    for _start, stop in spans or [(0, len(line))]:
        last = at
        while last < len(tokens) and (tokens[last].start < stop):
            last += 1
        if last > at:
            made.append(Statement(line, tokens[at].start, stop, tokens[at:last]))
        at, begins = last, stop
    if at < len(tokens):
        made.append(Statement(line, max(begins, tokens[at].start), tokens[-1].stop, tokens[at:]))
    return tuple(made)


@lru_cache(maxsize=512)
def lines_of(text: str) -> tuple[tuple[int, str], ...]:
    """Return where each line that holds anything begins, and the line without the space around it."""
    start, found = 0, []
    for line in text.split("\n", MOST_LINES)[:MOST_LINES]:
        stripped = line.strip()
        if stripped:
            found.append((start + len(line) - len(line.lstrip()), stripped))
        start += len(line) + 1
    return tuple(found)
