"""A measure (mått) of how it went: its goal, what was found, and whether the goal was met."""

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import msgspec

from krisapp.domain.scoring.account import Account
from krisapp.domain.words import N_, Later, _


class Verdict(StrEnum):
    """Whether a measure met its goal."""

    MET = "met"
    MISSED = "missed"
    WAITING = "waiting"
    UNTRIED = "untried"
    NOTHING = "nothing"
    SHOWN = "shown"


VERDICT_NAMES = {
    Verdict.MET: N_("målet nått"),
    Verdict.MISSED: N_("målet missat"),
    Verdict.WAITING: N_("tiden har inte gått ut"),
    Verdict.UNTRIED: N_("övningen slutade före gränsen"),
    Verdict.NOTHING: N_("inget att mäta"),
    Verdict.SHOWN: N_("räknas, har inget mål"),
}


class Found(msgspec.Struct, frozen=True):
    """What a measure came to. `number` is in the measure's unit, `said` the same as people read it.

    `evidence` are the entries it rests on, those that missed the goal first, and `added` what else there is to say.
    """

    verdict: Verdict
    number: float | None
    said: Later | str
    evidence: tuple[str, ...] = ()
    added: Later | str = ""

    @property
    def words(self) -> str:
        """Return what it came to, in the language in force."""
        return str(self.said)

    @property
    def more(self) -> str:
        """Return what else there is to say, in the language in force."""
        return str(self.added)


class Unit(StrEnum):
    """What the number of a measure counts."""

    MINUTES = "minutes"
    PERCENT = "percent"
    COUNT = "count"
    LIX = "lix"


UNITS = {Unit.MINUTES: N_("{number} min"), Unit.PERCENT: N_("{number} %"), Unit.LIX: N_("LIX {number}")}


def with_unit(number: float, unit: Unit) -> str:
    """Return a number as read, with a decimal comma and its unit: "41 min", "12,5 %"."""
    said = f"{number:g}".replace(".", ",")
    return _(UNITS[unit]).format(number=said) if unit in UNITS else said


class Measure(NamedTuple):
    """A measure: its key, name, definition and goal as marked with `N_`, its unit, and how it is counted.

    `line` is the goal where it is a number of that unit to be drawn; None for a goal that is none, or that is no goal.
    `less_is_better` says which way is good where numbers are compared.
    """

    key: str
    name: str
    meaning: str
    goal: str
    unit: Unit
    find: Callable[[Account], Found]
    line: int | None = None
    less_is_better: bool = True


def in_minutes(minutes: float) -> str:
    """Return a number of minutes as read: "12 min", "1 tim 20 min"."""
    whole = int(minutes)
    if whole < 60:
        return _("{minutes} min").format(minutes=whole)
    return _("{hours} tim {minutes} min").format(hours=whole // 60, minutes=whole % 60)


def first_within(account: Account, found: tuple[datetime, str] | None, goal: int) -> Found:
    """Judge when something was done the first time. A minute that has begun is still in time, as with promises (P8)."""
    if found is not None:
        at, entry = found
        minutes = max(account.minutes(at), 0.0)
        verdict = Verdict.MET if int(minutes) <= goal else Verdict.MISSED
        return Found(verdict, round(minutes, 1), Later(in_minutes, minutes), (entry,))
    if int(account.passed) > goal:
        return Found(Verdict.MISSED, None, Later(_, N_("inte gjort")))
    return Found(Verdict.UNTRIED if account.over else Verdict.WAITING, None, Later(_, N_("inte gjort än")))


def share_of(judged: Iterable[tuple[bool | None, str]], goal: int, nothing: str) -> Found:
    """Judge how large a share was done in time; None is what nobody can judge yet.

    `nothing`, marked with `N_`, is said of none at all.
    """
    known = [(good, entry) for good, entry in judged if good is not None]
    if not known:
        return Found(Verdict.NOTHING, None, Later(_, nothing))
    good = sum(1 for one, _entry in known if one)
    percent = 100 * good / len(known)
    evidence = tuple(entry for _good, entry in sorted(known, key=lambda pair: bool(pair[0])))
    said = Later(_share_words, int(percent), good, len(known))
    return Found(Verdict.MET if percent >= goal else Verdict.MISSED, round(percent, 1), said, evidence)


def _share_words(percent: int, good: int, all: int) -> str:
    return _("{percent} %, {good} av {all}").format(percent=percent, good=good, all=all)


def within(account: Account, first: datetime, last: datetime | None, limit: int) -> bool | None:
    """Return whether something was done within a limit in minutes; None while there is time left."""
    if last is not None:
        return int(account.between(first, last)) <= limit
    return False if int(account.between(first, account.now)) > limit else None
