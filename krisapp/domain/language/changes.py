"""What has changed between two texts, in words a person reads (ändringar): by word, and by sentence."""

import re
from collections import Counter
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from krisapp.domain.language.sentences import sentences

_WORD = re.compile(r"\S+\s*|\s+")


class Change(StrEnum):
    """What has become of words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


class Words(NamedTuple):
    """Words in a row that share a fate. Put together, kept and added are the new text, kept and removed the old one."""

    change: Change
    text: str


def changed_words(before: str, after: str) -> list[Words]:
    """Return both texts woven together; in the place of what is removed stands first the old, then the new.

    Space alone is no change: a kept word has the space of the new text.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    found: list[Words] = []
    beside = SequenceMatcher(None, [one.rstrip() for one in old], [one.rstrip() for one in new], autojunk=False)
    for kind, begin, end, at, until in beside.get_opcodes():
        if kind == "equal":
            found.append(Words(Change.KEPT, "".join(new[at:until])))
            continue
        if begin < end:
            found.append(Words(Change.REMOVED, "".join(old[begin:end])))
        if at < until:
            found.append(Words(Change.ADDED, "".join(new[at:until])))
    return found


def changed_sentences(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sentences that are new and those that are gone, each in the order of its text.

    A sentence that has only moved is neither.
    """
    old, new = sentences(before), sentences(after)
    return _without(new, old), _without(old, new)


def _without(these: list[str], those: list[str]) -> tuple[str, ...]:
    left = Counter(those)
    found = []
    for sentence in these:
        if left[sentence]:
            left[sentence] -= 1
        else:
            found.append(sentence)
    return tuple(found)
