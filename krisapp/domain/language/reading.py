"""A text read once, for all its checks: words with their places, stems, sentences and lines."""

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import NamedTuple

from krisapp.domain.language.sentences import sentence_spans
from krisapp.domain.language.stems import STOP_WORDS, stem

Shingle = tuple[str, str, str]
"""Three words in a row."""

_INVISIBLE = "\u00ad\u200b\u200c\u200d\ufeff"
_TOKEN = re.compile(
    rf"\d+(?:[.,:]\d+)*|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f{_INVISIBLE}])*"
    rf"(?:-[^\W\d_](?:[^\W\d_]|[\u0300-\u036f{_INVISIBLE}])*)*"
)
_DROPPED = dict.fromkeys(map(ord, _INVISIBLE))


class _Line(NamedTuple):
    """A line read on its own: words and sentences with their places in the line, and the stems that tell something.

    `bare` is the line without the space around it, empty if it holds nothing.
    """

    spans: list[tuple[int, int]]
    tokens: list[str]
    sentences: list[tuple[int, int]]
    sentence_content: list[frozenset[str]]
    content: frozenset[str]
    vocabulary: frozenset[str]
    bare: tuple[int, int]


@lru_cache(maxsize=4096)
def _read_line(line: str) -> _Line:
    found = list(_TOKEN.finditer(line))
    spans = [match.span() for match in found]
    tokens = [match.group().lower() for match in found]
    if not line.isascii() and (not unicodedata.is_normalized("NFC", line) or any(sign in line for sign in _INVISIBLE)):
        tokens = [unicodedata.normalize("NFC", token.translate(_DROPPED)) for token in tokens]
    sentences = sentence_spans(line)
    first = len(line) - len(line.lstrip())
    bare = (first, first + len(line.strip()))
    return _Line(
        spans, tokens, sentences, _by_sentence(sentences, spans, tokens), content_of(tokens), frozenset(tokens), bare
    )


def _by_sentence(
    sentences: list[tuple[int, int]], spans: list[tuple[int, int]], tokens: list[str]
) -> list[frozenset[str]]:
    grouped = []
    at = 0
    for first, last in sentences:
        words = []
        while at < len(spans) and spans[at][0] < last:
            if spans[at][0] >= first:
                words.append(tokens[at])
            at += 1
        grouped.append(content_of(words))
    return grouped


class Reading:
    """One text as words. All spans count characters of the text as it was given.

    It is read line by line, and lines are remembered: the texts of an incident share most of theirs.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []
        self.tokens: list[str] = []
        self._parts: list[tuple[int, _Line]] = []
        start = 0
        for line in text.split("\n"):
            if line:
                part = _read_line(line)
                self._parts.append((start, part))
                self.tokens += part.tokens
                self.spans += [(first + start, last + start) for first, last in part.spans] if start else part.spans
            start += len(line) + 1

    @cached_property
    def lower(self) -> str:
        """The text in lower case, character for character, so that spans stay."""
        lower = self.text.lower()
        if len(lower) == len(self.text):
            return lower
        return "".join(small if len(small := sign.lower()) == 1 else sign for sign in self.text)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Each word once, with its places among the words."""
        places: dict[str, list[int]] = {}
        for at, token in enumerate(self.tokens):
            places.setdefault(token, []).append(at)
        return places

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each word once."""
        return frozenset[str]().union(*(part.vocabulary for _start, part in self._parts))

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the words that tell something."""
        return frozenset[str]().union(*(part.content for _start, part in self._parts))

    @cached_property
    def shingles(self) -> dict[Shingle, int]:
        """Each three words in a row, with the place of the first word."""
        tokens = self.tokens
        return {shingle: at for at, shingle in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False))}

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """From and to of each sentence."""
        return [(first + start, last + start) for start, part in self._parts for first, last in part.sentences]

    @cached_property
    def sentence_content(self) -> list[frozenset[str]]:
        """The stems that tell something, by sentence."""
        return [content for _start, part in self._parts for content in part.sentence_content]

    @cached_property
    def lines(self) -> list[tuple[int, int]]:
        """From and to of each line that holds anything."""
        return [
            (part.bare[0] + start, part.bare[1] + start) for start, part in self._parts if part.bare[1] > part.bare[0]
        ]

    def content_within(self, first: int, last: int) -> frozenset[str]:
        """Return the stems that tell something between two places in the text."""
        return content_of(
            [token for token, span in zip(self.tokens, self.spans, strict=True) if first <= span[0] < last]
        )

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Return the sentence a character stands in, or the character itself if it stands in none."""
        for first, last in self.sentences:
            if first <= place < last:
                return first, last
        return place, place


def content_of(tokens: list[str]) -> frozenset[str]:
    """Return the stems of those words that are no stop words; a number is told by its digits."""
    return frozenset(stem(token) for token in tokens if token not in STOP_WORDS)


@lru_cache(maxsize=64)
def read(text: str) -> Reading:
    """Return a text read; the latest are remembered, since a dozen checks look at each."""
    return Reading(text)
