"""Names spelled out for the ear (stavade namn): said over a bad line, "Bie" is Bertil, Ivar, Erik."""

import re
from collections.abc import Iterable

_WORDS = (
    "Adam Bertil Cesar David Erik Filip Gustav Helge Ivar Johan Kalle Ludvig Martin Niklas Olof Petter Qvintus Rudolf "
    "Sigurd Tore Urban Viktor Wilhelm Xerxes Yngve Zäta Åke Ärlig Östen"
)
_SIGNS = {"É": "Erik med accent", "Ü": "Urban med prickar", "-": "bindestreck", " ": "nytt ord"}
_LETTERS = {word[0]: word for word in _WORDS.split()} | _SIGNS
"""The Swedish spelling alphabet, as the emergency services and the radio use it."""

_NAME = re.compile(r"[A-ZÅÄÖÉÜ][a-zåäöéü]+(?:-[A-ZÅÄÖÉÜ]?[a-zåäöéü]+)*")
_BEGINNING = re.compile(r"(?:^|[.!?:–-]\s|\n)[\s\"”]*\Z")


def spelled(name: str) -> str:
    """Return a name letter by letter; a sign that the alphabet lacks is said as it is."""
    return " ".join(_LETTERS.get(sign, sign) for sign in name.upper())


def names_in(text: str, known: Iterable[str]) -> list[str]:
    """Return the names in a text, in order, each once.

    They are the known ones (the places of the plan), and each word with a capital that does not begin a sentence. A
    name within a longer one is not named again.
    """
    found = {
        match.start(): match.group() for match in _NAME.finditer(text) if not _BEGINNING.search(text[: match.start()])
    }
    for name in known:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", text):
            if len(name) >= len(found.get(match.start(), "").removesuffix("s")):
                found[match.start()] = name
    kept, end = [], -1
    for at, name in sorted(found.items()):
        if at >= end:
            kept.append(name)
            end = at + len(name)
    return list(dict.fromkeys(kept))
