"""Covering what is secret (maskning): the words are gone and the legal ground stands in their place (rules P31, L8).

A mark covers what it stands on. The same words anywhere else are covered too: a secret that is out in one line must not
be read in another. What is covered is always whole words, rather too much than too little.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.facts import Fact
from krisapp.domain.records.secrecy import Marks, standing, text_of
from krisapp.domain.words import N_, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

REMOVED = N_("uppgift borttagen, sekretess enligt {ground}")
"""What stands where something was covered, domain handbook 3.11."""

SHORTEST = 3
"""Letters that a whole secret text has at least to be looked for in other texts; a passage is always looked for."""


class Cover(msgspec.Struct, frozen=True):
    """Words that are secret wherever they stand, and the ground."""

    words: str
    ground: str


class Redaction:
    """What is covered in an incident as it stands. `grounds` gathers the grounds of what was covered, in order."""

    def __init__(self, incident: "Incident") -> None:
        self._incident = incident
        found = sorted(set(_covers(incident)), key=lambda cover: (-len(cover.words), cover.words))
        self._covers = [(cover, _folded(cover.words)) for cover in found]
        self.grounds: dict[str, int] = {}

    @property
    def count(self) -> int:
        """Return how many covers have been laid."""
        return sum(self.grounds.values())

    def hides(self, subject: str) -> bool:
        """Return whether all of a line or a text is covered."""
        return bool(self._whole(subject))

    def of(self, subject: str, text: str) -> str:
        """Return the text of a subject as it may be handed out: all of it covered, or the passages that are secret."""
        whole = self._whole(subject)
        return self.covered("; ".join(whole)) if whole else self.text(text)

    def fact(self, fact: Fact) -> str:
        """Return what a fact says, as it may be handed out."""
        return self.covered(fact.legal_ground) if fact.secret else self.text(fact.text)

    def text(self, text: str) -> str:
        """Return any text with every secret in it covered."""
        folded = _folded(text)
        for cover, wanted in self._covers:
            # Most texts have nothing of most secrets, and this look is a hundred times quicker than the next.
            if wanted not in folded:
                continue
            parts = _pattern(cover.words).split(text)
            if any(wanted in _folded(part) for part in parts):
                return self.covered(cover.ground)  # letters that only fold alike, as ß and SS: all of it goes
            text = parts[0] + "".join(self.covered(cover.ground) + part for part in parts[1:])
        return text

    def _whole(self, subject: str) -> list[str]:
        """Return the grounds on which all of a subject is covered."""
        marks = standing(self._incident, subject)
        return list(dict.fromkeys(one.ground for one in marks if not one.passages))

    def covered(self, ground: str) -> str:
        """Return what stands in the place of something secret, and count it."""
        self.grounds[ground] = self.grounds.get(ground, 0) + 1
        return f"[{_(REMOVED).format(ground=ground)}]"


def _covers(incident: "Incident") -> Iterator[Cover]:
    """Give all words that are secret: passages, whole texts, and facts as they stand and as they once stood."""
    marked = set(incident.part(Marks).by_subject) | {f"log:{line.stamp.id}" for line in incident.log if line.ground}
    for subject in sorted(marked):
        text = text_of(incident, subject) or ""
        for mark in standing(incident, subject):
            yield from (Cover(passage, mark.ground) for passage in mark.passages)
            if not mark.passages and len(text) >= SHORTEST:
                yield Cover(text, mark.ground)
    secret = {
        id: fact.legal_ground
        for id, register in incident.facts.items()
        for fact, _stamp in register.claims
        if fact.secret
    }
    for id in sorted(secret):
        yield from (Cover(fact.text, secret[id]) for fact, _stamp in incident.facts[id].claims if fact.text)
    for line in incident.log:
        ground = secret.get(str(line.values.get("id", "")))
        text = str(line.values.get("text", ""))
        if ground and len(text) >= SHORTEST and not line.by_hand:
            yield Cover(text, ground)


def _folded(text: str) -> str:
    """Return a text as it is compared: case and gaps make no difference, nor does the dot of an i."""
    return " ".join(text.split()).casefold().replace("\u0307", "").replace("\u0131", "i")


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds words however they are broken and cased, with the rest of the words they stand in."""
    return re.compile(r"\w*" + r"\s+".join(map(re.escape, words.split())) + r"\w*", re.IGNORECASE)
