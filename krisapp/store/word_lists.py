"""The lists of words the spelling is checked by (ordlistor): the one for Swedish, the municipal one, and one's own."""

from collections.abc import Iterator
from pathlib import Path

from krisapp.domain.language.spelling import WordList
from krisapp.domain.plan import Plan
from krisapp.store.resources import resource

OWN = "ordlista.txt"
"""The file in the workplace with the words people have added; plain text, one on each line, to be edited by anyone."""


def word_list(plan: Plan, folder: Path) -> WordList:
    """Return the list for a plan and a workplace. Raises `OSError` when a file cannot be read."""
    files = resource("resources", "words")
    municipal = (files / "municipal.txt").read_text("utf-8").splitlines()
    own = [*(line for line in municipal if not line.startswith("#")), *names_in(plan), *own_words(folder)]
    return WordList((files / "sv_SE.dic").read_bytes(), (files / "sv_SE.aff").read_text("utf-8"), own)


def own_words(folder: Path) -> list[str]:
    """Return the words people have added in a workplace; none before somebody has."""
    path = folder / OWN
    return path.read_text("utf-8", "replace").split("\n") if path.exists() else []


def add_own_word(folder: Path, word: str) -> None:
    """Add a word for all texts of the workplace. Raises `OSError` when the folder cannot be written to."""
    _write(folder, [*own_words(folder), word])


def drop_own_word(folder: Path, word: str) -> None:
    """Take a word out again. Raises `OSError` when the folder cannot be written to."""
    _write(folder, [one for one in own_words(folder) if one != word])


def names_in(plan: Plan) -> Iterator[str]:
    """Give the names a plan has of places, people, roles, organisations, sites and laws."""
    settings = plan.settings
    yield from (settings.municipality, settings.sender, settings.county, settings.radio)
    yield from (row.name for row in plan.places)
    yield from (row.name for row in plan.safe_points)
    yield from (row.name for row in plan.laws)
    yield from (row.name for row in plan.channels)
    for premises in plan.premises:
        yield from (premises.name, premises.address)
    for role in plan.roles:
        yield from (role.id, role.name)
    for person in plan.people:
        yield from (person.name, person.organisation)


def _write(folder: Path, words: list[str]) -> None:
    kept = dict.fromkeys(word for word in words if word.strip())
    (folder / OWN).write_text("".join(f"{word}\n" for word in kept), "utf-8", newline="\n")
