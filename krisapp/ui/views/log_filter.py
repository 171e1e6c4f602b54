"""Which lines of the log are wanted (urval): words, kinds, person, and whether people wrote them."""

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from krisapp.domain.incident import Incident
from krisapp.domain.log import Kind, Line

MEMORY = 20_000
"""Lines up to which words are looked for in memory; a longer log is searched by the journal's index (rule LO4)."""

FOUND = 1000
"""Hits an index is asked for, newest first."""


class Wanted(NamedTuple):
    """What to show. Empty parts narrow nothing."""

    words: str = ""
    kinds: frozenset[Kind] = frozenset()
    person: str = ""
    by_hand: bool = False

    @property
    def all(self) -> bool:
        """Return whether nothing is left out."""
        return self == Wanted()


def folded(text: str) -> str:
    """Return a text as it is compared: composed and small; å, ä and ö stay what they are."""
    return unicodedata.normalize("NFC", text).lower()


class Sieve:
    """Makes the test of which lines are wanted. Remembers the folded words of each line, for they never change."""

    def __init__(self, incident: Incident) -> None:
        self._incident = incident
        self._folded: dict[str, str] = {}

    def through(self, wanted: Wanted, found: frozenset[str] | None = None) -> Callable[[Line], bool]:
        """Return the test of a line.

        `found` are the entries an index has found for the words; without it they are looked for here.
        """
        words = folded(wanted.words).split()

        def test(line: Line) -> bool:
            if (wanted.by_hand and not line.by_hand) or (wanted.kinds and line.kind not in wanted.kinds):
                return False
            if wanted.person and line.stamp.person != wanted.person:
                return False
            if found is not None:
                return line.stamp.id in found
            return not words or all(word in self._said(line) for word in words)

        return test

    def _said(self, line: Line) -> str:
        key = f"{line.stamp.id}{line.number}"
        if key not in self._folded:
            words = (line.label, line.text, line.source, line.role, self._incident.name_of(line.stamp.person))
            self._folded[key] = folded(" ".join(words))
        return self._folded[key]
