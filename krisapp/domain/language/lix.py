"""Reading ease (LIX) by the counting rules of domain handbook 7.2 and 7.11, pinned to its test vectors."""

import re
from functools import lru_cache

import msgspec

LETTER = "A-Za-zÅÄÖåäöéÉüÜ"
SHORTEST_SAFE = 30
"""Texts with fewer words than this give no safe value ("för kort för säkert värde")."""

_URL = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:se|com|org|nu)(?:/\S*)?")
_URL_PARTS = ("://", ".se", ".com", ".org", ".nu")
_WORD = re.compile(rf"[{LETTER}]+(?:[-’'][{LETTER}]+)*|\d+(?:[.,]\d+)?")
_LETTER = re.compile(rf"[{LETTER}]")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_LONG = 6


class Counts(msgspec.Struct, frozen=True):
    """What LIX is made of: words, sentences and words of more than six letters (långord)."""

    words: int
    sentences: int
    long: int

    @property
    def lix(self) -> float | None:
        """Return words per sentence plus the percentage of long words, or None without a sentence."""
        if not self.words or not self.sentences:
            return None
        return round(self.words / self.sentences + 100 * self.long / self.words, 1)

    @property
    def safe(self) -> bool:
        """Return whether there are words enough for the value to say anything."""
        return self.words >= SHORTEST_SAFE


def without_links(text: str) -> str:
    """Return the text with web addresses taken out; they are neither words nor sentences."""
    return _URL.sub(" ", text) if any(part in text for part in _URL_PARTS) else text


def words(text: str) -> list[str]:
    """Return the words of a text; a number is one word, a web address none."""
    return _WORD.findall(without_links(text))


@lru_cache(maxsize=64)
def counts(text: str) -> Counts:
    """Return what LIX is made of.

    A sentence ends at `. ! ? :` followed by space and at a line break; "kl." followed by a space ends one too, which is
    the rule the handbook's vectors were counted with. A rest without letters is no sentence. Lines are remembered.
    """
    lines = [_counted(line) for line in text.split("\n")]
    return Counts(
        sum(line.words for line in lines), sum(line.sentences for line in lines), sum(line.long for line in lines)
    )


@lru_cache(maxsize=4096)
def _counted(line: str) -> Counts:
    plain = without_links(line)
    found: list[str] = _WORD.findall(plain)
    ended = sum(1 for part in _SENTENCE_END.split(plain) if _LETTER.search(part))
    long = sum(
        1 for word in found if len(word) > _LONG and len(word.replace("-", "")) > _LONG and not word[0].isdigit()
    )
    return Counts(len(found), ended, long)


def lix(text: str) -> float | None:
    """Return the LIX of a text with one decimal, or None if it has no sentence. Short texts: see `Counts.safe`."""
    return counts(text).lix
