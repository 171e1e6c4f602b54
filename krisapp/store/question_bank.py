"""Reading the question bank (frågebanken) from its files, one for each kind of incident."""

from functools import cache

from krisapp.domain.answering.question_bank import BankQuestion
from krisapp.store.fitting import fit
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_yaml

_FOLDER = ("resources", "questions")


def types_with_questions() -> tuple[str, ...]:
    """Return the kinds of incident that have questions of their own."""
    return tuple(sorted(path.stem for path in resource(*_FOLDER).glob("*.yaml")))


@cache
def question_bank(type: str) -> tuple[BankQuestion, ...]:
    """Return the questions of a kind of incident; those of `other` for a kind that has none of its own.

    Raises `BadInput` with file and line if somebody has broken the file.
    """
    path = resource(*_FOLDER, f"{type}.yaml")
    if type not in types_with_questions():
        path = resource(*_FOLDER, "other.yaml")
    content, lines = read_yaml(path)
    return fit(content, tuple[BankQuestion, ...], path, lines)
