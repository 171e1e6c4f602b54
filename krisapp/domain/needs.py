"""What a cell of the matrix is as things stand (behov): must, should, can, by decision or not at all, handbook 6.3.

The plan says what a cell is as a rule. A few cells depend on the incident: guardians are told when a school is
affected, a notice is a must where the web is down, and a warning to the public exists only when a person asks for it.
"""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from krisapp.domain.plan_rows import Cell
from krisapp.domain.sheet import Sheet

MUST, BY_DECISION, NOT = "M", "D", ""
NONE: frozenset[str] = frozenset()

_BLANK = frozenset((NOT, "–", "-"))
_SCHOOL = re.compile(r"\b(?:för|grund|gymnasie|fritids)?skol(?!chef)\w*|\belev(?:er|erna)?\b|\bfritids(?:hem\w*)?\b")
_OPEN_AS_USUAL = re.compile(r"öpp(?:en|et|na)(?: som vanligt)?")
_OWN_NET = frozenset(("C01", "C02", "C06", "C07"))
_NET_AND_MOBILE = _OWN_NET | {"C03", "C04", "C05", "C16"}
_DOWN_IN_STATE = {"B": _OWN_NET, "C": _NET_AND_MOBILE, "D": _NET_AND_MOBILE | {"C10"}, "E": _NET_AND_MOBILE | {"C10"}}
"""What no longer works in each state of the degradation ladder (6.4)."""


def need_of(cell: Cell, sheet: Sheet, down: AbstractSet[str] = NONE) -> str:
    """Return what a cell is: "M" must, "B" should, "K" can, "D" by decision, "" not at all.

    `down` are the codes of the channels that do not work.
    """
    if cell.need in _BLANK:
        return NOT
    condition = _CONDITIONS.get((cell.audience, cell.channel))
    return condition(cell, sheet, down) if condition else cell.need


def depends(cell: Cell) -> bool:
    """Return whether a cell exists only in some incidents, or only when a person asks for it."""
    return cell.need == BY_DECISION or (cell.audience, cell.channel) in _MAY_BE_ABSENT


def school_affected(sheet: Sheet) -> bool:
    """Return whether a school or preschool is affected: by what has happened, or by not being open as usual."""
    if sheet.type == "school_threat" or names_school(f"{sheet.headline} {sheet.what_happened}"):
        return True
    if sheet.affected.unit.lower() in ("elever", "barn"):
        return True
    changed = (one.what for one in sheet.services if not _OPEN_AS_USUAL.fullmatch(one.status.strip(" .").lower()))
    return any(names_school(what) for what in (*changed, *(one.what for one in sheet.traffic)))


def names_school(text: str) -> bool:
    """Return whether a text speaks of schools, preschools or their pupils."""
    return bool(_SCHOOL.search(text.lower()))


def down_by_state(sheet: Sheet) -> frozenset[str]:
    """Return the channels that the sheet's channel state says are down, where nothing more exact is known (6.4)."""
    return _DOWN_IN_STATE.get(sheet.channel_state[:1], NONE)


def _if_school(cell: Cell, sheet: Sheet, _down: AbstractSet[str]) -> str:
    return cell.need if school_affected(sheet) else NOT


def _if_all_down(*codes: str) -> Callable[[Cell, Sheet, AbstractSet[str]], str]:
    """Return a rule that a cell is needed only when all of some channels are down."""
    return lambda cell, _sheet, down: cell.need if down >= frozenset(codes) else NOT


def _must_if_down(code: str) -> Callable[[Cell, Sheet, AbstractSet[str]], str]:
    """Return a rule that makes a cell a must when a channel is down."""
    return lambda cell, _sheet, down: MUST if code in down else cell.need


_CONDITIONS: dict[tuple[str, str], Callable[[Cell, Sheet, AbstractSet[str]], str]] = {
    ("E1", "C12"): _must_if_down("C01"),
    ("E1", "C21"): _if_school,
    ("I2", "C23"): _if_all_down("C06", "C07"),
}
_MAY_BE_ABSENT = frozenset((("E1", "C21"), ("I2", "C23")))
