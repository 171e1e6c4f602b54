"""What was done on a day and leaves no other trace (gjort): forms printed, the bag packed, a computer tried offline."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class ActKind(StrEnum):
    """What was done. DONE is an occasion of the annual wheel and WHEEL the making of a year's; both say which."""

    FORMS = "forms"
    BAG = "bag"
    OFFLINE = "offline"
    DONE = "done"
    WHEEL = "wheel"


class Act(NamedTuple):
    """That something was done: what, on which day, by whom; `about` names the one thing of its kind."""

    kind: ActKind
    day: date
    by: str
    about: str = ""
    id: int = 0


def latest(acts: Iterable[Act], kind: ActKind) -> date | None:
    """Return the last day something of a kind was done, or None."""
    return max((act.day for act in acts if act.kind is kind), default=None)
