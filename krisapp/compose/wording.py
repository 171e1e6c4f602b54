"""Small joins of Swedish text: sentence ends, capitals, and whether two texts say the same thing."""

import re

from krisapp.domain.language.lix import words
from krisapp.domain.language.sentences import sentences
from krisapp.domain.language.wordings import IMPERATIVES

_SPACES = re.compile(r"\s+")
_MARKS = re.compile(r"^(?:[~#*•]\s*|-\s+)+")
_WORD = re.compile(r"\d+(?:[.:,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER_GAP = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")
_MANAGER = re.compile(r"\bdin (?:närmaste )?chef\b(?P<acts> (?:inte )?säger\b)?")
_CAPITALS = re.compile(r"^[A-ZÅÄÖ]{2}")
_SHORT, _LONG = 4, 5
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "och eller men som att det den de vi du ni man en ett är var har hade kan ska till från för med utan på av om "
        "vid hos i ur nu här där så då när alla din ditt dina vår vårt våra sig sin blir blev bli får få kl enligt "
        "händelsen",
    )
)
_DENIALS = frozenset(["inte", "ingen", "inget", "inga", "aldrig"])


def plain(text: str) -> str:
    """Return a value of the sheet as one line, without signs that mean something at the start of a draft's line."""
    return _MARKS.sub("", _SPACES.sub(" ", text).strip())


def sentence(text: str) -> str:
    """Return the text with a capital first and a sign that ends it."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":", "…")) else f"{text}."


def by_manager(text: str) -> str:
    """Return what is written to employees as their manager says it: "Ring din chef" is "Ring mig"."""
    return _MANAGER.sub(lambda found: f"jag{found['acts']}" if found["acts"] else "mig", text)


def heading(text: str) -> str:
    """Return the text as a heading: a single sentence loses its full stop, two keep theirs."""
    text = text.strip()
    if text.endswith(".") and len(sentences(text)) == 1:
        text = text[:-1]
    return text[:1].upper() + text[1:]


def inner(text: str) -> str:
    """Return the text as it stands inside a sentence: a small letter first, unless it is an abbreviation."""
    text = text.strip().rstrip(".")
    return text if _CAPITALS.match(text) else text[:1].lower() + text[1:]


def content(text: str) -> frozenset[str]:
    """Return the words that carry what a text says, cut to their stems; numbers and denials whole."""
    found = _WORD.findall(_NUMBER_GAP.sub("", text.lower()))
    return frozenset(
        word if word[0].isdigit() or word in _DENIALS else word[: _SHORT if len(word) <= _SHORT + 2 else _LONG]
        for word in found
        if word not in _SMALL
    )


def repeats(text: str, said: frozenset[str], share: float = 0.66) -> bool:
    """Return whether what a text says is already said: all its numbers and denials, and most of its other words.

    A word also counts as said when it is part of a compound that is ("tank" in "vattentank").
    """
    words = content(text)
    if not words:
        return True
    exact = {word for word in words if word[0].isdigit() or word in _DENIALS}
    if not exact <= said:
        return False
    return sum(word in said for word in words) >= share * len(words)


def unsaid(text: str, said: frozenset[str]) -> str:
    """Return advice without the order it opens with, if that is said already and another order follows it."""
    opening, *further = sentences(text)
    if further and is_order(further[0]) and repeats(opening, said):
        return " ".join(further)
    return text


def is_order(text: str) -> bool:
    """Return whether a sentence tells what to do: it begins with a verb in the imperative."""
    found = words(text)
    return bool(found) and found[0].lower() in IMPERATIVES
