"""From a place in the finished text back to the draft it came from (spårning).

A finished text is not the draft with its blanks filled in: lines that did not fit are gone, spaces and signs are those
of the channel, marks stand around it. So the words of both are laid beside one another, and each word of the text is
known as own words of the draft, or as what a blank gave.
"""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from krisapp.compose.filling import line_parts
from krisapp.compose.sandbox import BLANK, read_draft
from krisapp.compose.sheet_view import SheetView

_WORD = re.compile(r"\w+|[^\w\s]")


class Place(NamedTuple):
    """A place in the draft's source, from and to in characters; `blank` is the blank that gave it, as it is written."""

    start: int
    end: int
    blank: str = ""


class _Word(NamedTuple):
    """A word of the draft filled in, and where it came from; `own` when it is the writer's own, letter for letter."""

    word: str
    start: int
    end: int
    own: bool


class Trace:
    """The words of one finished text, each with its place in the source it was written from."""

    def __init__(self, source: str, text: str, view: SheetView) -> None:
        """Lay them beside one another. Raises `TemplateFault` for a broken blank, as writing does."""
        self._source = source
        self._text = text
        self._given = _words_of(source, view)
        self._words = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
        self._from: dict[int, _Word] = {}
        beside = SequenceMatcher(
            None, [one.word for one in self._given], [word for word, _start, _end in self._words], autojunk=False
        )
        for kind, begin, end, at, until in beside.get_opcodes():
            # A word in the form of its channel, such as a dash that became a hyphen, stands alone between its fellows.
            if kind == "equal" or (kind == "replace" and end - begin == until - at):
                self._from.update(zip(range(at, until), self._given[begin:end], strict=True))

    def place(self, span: tuple[int, int]) -> Place | None:
        """Return where in the source a span of the text came from, or None for what no one has written.

        A span that a blank has given, wholly or in part, is the place of the blank.
        """
        first, last = span
        touched = [at for at, (_word, start, end) in enumerate(self._words) if start < last and end > first]
        found = [(at, self._from[at]) for at in touched if at in self._from]
        if not found:
            return None
        for _at, one in found:
            if not one.own:
                blank = self._source[one.start : one.end]
                if BLANK.fullmatch(blank):
                    return Place(one.start, one.end, blank)
        (at, begin), (until, end) = found[0], found[-1]
        start = begin.start + max(0, first - self._words[at][1])
        return Place(start, max(start, end.end - max(0, self._words[until][2] - last)))

    def own(self, span: tuple[int, int]) -> Place | None:
        """Return where a span stands in the source letter for letter, so that it can be replaced there; else None."""
        place = self.place(span)
        same = place and not place.blank and self._source[place.start : place.end] == self._text[span[0] : span[1]]
        return place if same else None


def _words_of(source: str, view: SheetView) -> list[_Word]:
    """Return the words of a draft filled in, with the place each came from."""
    words: list[_Word] = []
    begin = 0
    for line, read in zip(source.split("\n"), read_draft(source, view.allowed), strict=True):
        parts = line_parts(read, view, {})
        if parts is not None:
            at = begin
            letters: list[tuple[int, int, bool]] = []
            for piece, part in zip(read, parts, strict=True):
                if isinstance(piece, str):
                    letters += [(place, place + 1, True) for place in range(at, at + len(part))]
                    at += len(part)
                    continue
                found = BLANK.match(source, at)
                assert found is not None, "a blank is read where it stands"
                letters += [(at, found.end(), False)] * len(part)
                at = found.end()
            words += [_word(found, letters) for found in _WORD.finditer("".join(parts))]
        begin += len(line) + 1
    return words


def _word(found: re.Match[str], letters: list[tuple[int, int, bool]]) -> _Word:
    """Return a word with its place; one that a blank has had part in is the blank's."""
    of = letters[found.start() : found.end()]
    given = next((one for one in of if not one[2]), None)
    if given:
        return _Word(found.group(), given[0], given[1], own=False)
    return _Word(found.group(), of[0][0], of[-1][1], own=True)
