"""A question of the readiness check (beredskapsfråga): its verdict, its reason and what mends it (handbook 12.3)."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from krisapp.domain.words import _

NAMED = 3
"""How many names a reason tells before it says how many more there are."""


class Verdict(StrEnum):
    """The answer to a question."""

    READY = "ready"
    OLD = "old"
    MISSING = "missing"


class Mend(StrEnum):
    """What mends a lack: going to a place in the plan or to a contact, or doing something at once."""

    PLAN = "plan"
    CONTACTS = "contacts"
    FORMS = "forms"
    BAG = "bag"
    EXERCISE = "exercise"
    OFFLINE = "offline"


class Question(NamedTuple):
    """A question with its verdict, the reason in one sentence, and what mends it; `item` is where, by its key."""

    number: int
    title: str
    verdict: Verdict
    reason: str
    mend: Mend
    button: str
    item: str = ""


def day_of(text: str) -> date | None:
    """Return an ISO date of the plan, or None for one that cannot be read."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def some(names: list[str]) -> str:
    shown = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    return _("{names} och {count} till").format(names=shown, count=more) if more > 0 else shown
