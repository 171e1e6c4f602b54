"""The annual wheel (årshjul): when the year's recurring work falls, and whether it is done (rule P4, handbook 3.17)."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from krisapp.domain.months import MONTHS
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import YearItem
from krisapp.domain.planning.acts import Act, ActKind
from krisapp.domain.planning.holidays import first_monday
from krisapp.domain.words import N_, _


class When(StrEnum):
    """How the day of an item is found."""

    MONTH = "month"
    FIRST_MONDAY = "first_monday"
    DAY = "day"
    WEEK = "week"


WHEN_NAMES = {
    When.MONTH: N_("någon gång i månaden"),
    When.FIRST_MONDAY: N_("första helgfria måndagen i månaden"),
    When.DAY: N_("en viss dag i månaden"),
    When.WEEK: N_("en viss vecka"),
}

REMINDER = (10, 1)
"""Month and day from which next year's wheel is asked for: it is made before each new year (rule P4)."""

_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
Found = tuple[tuple[str | int, ...], str, dict[str, object]]


class Occasion(NamedTuple):
    """One time that an item falls due: the days from `start` to `end`, and who did it when."""

    item: YearItem
    start: date
    end: date
    done: Act | None = None

    @property
    def key(self) -> str:
        """Return what an act names it by: the item, the year and the month, "vma-test/2027-06"."""
        return key_of(self.item, self.start)

    def moment(self, zone: tzinfo | None) -> datetime | None:
        """Return the time of day it begins, or None for what takes a day or more."""
        found = _CLOCK.fullmatch(self.item.time)
        return datetime.combine(self.start, time(int(found[1]), int(found[2])), zone) if found else None


class State(StrEnum):
    """Where an occasion stands on a day."""

    DONE = "done"
    LATE = "late"
    NOW = "now"
    AHEAD = "ahead"


STATE_NAMES = {
    State.DONE: N_("klart"),
    State.LATE: N_("försenad"),
    State.NOW: N_("att göra nu"),
    State.AHEAD: N_("kommer"),
}


def key_of(item: YearItem, start: date) -> str:
    """Return what an act of `ActKind.DONE` is about; a week that begins in December belongs to its Thursday's month."""
    named = start + timedelta(days=3) if item.when == When.WEEK else start
    return f"{item.id}/{named:%Y-%m}"


def state(occasion: Occasion, today: date) -> State:
    """Return where an occasion stands: late from the day after its last."""
    if occasion.done is not None:
        return State.DONE
    if occasion.end < today:
        return State.LATE
    return State.NOW if occasion.start <= today else State.AHEAD


def occasions(wheel: Iterable[YearItem], year: int, acts: Iterable[Act] = ()) -> list[Occasion]:
    """Return everything that falls in a year, by day, with what is done."""
    done = {act.about: act for act in acts if act.kind is ActKind.DONE}
    found = [
        Occasion(item, start, end, done.get(key_of(item, start)))
        for item in wheel
        if item.year in (0, year)
        for start, end in _spans(item, year)
    ]
    return sorted(found, key=lambda one: (one.start, one.end, one.item.rank))


def month_of(occasion: Occasion) -> int:
    """Return the month an occasion is shown in, 1 to 12: that of its name."""
    return int(occasion.key[-2:])


def when_words(item: YearItem) -> str:
    """Return when an item falls, in words: "mars och juni, första helgfria måndagen kl. 15.00"."""
    names = [_(MONTHS[int(month) - 1]) for month in item.months]
    months = (
        _("{first} och {last}").format(first=", ".join(names[:-1]), last=names[-1]) if names[1:] else "".join(names)
    )
    match item.when:
        case When.WEEK:
            told = _("vecka {number}").format(number=item.number)
        case When.DAY:
            told = _("den {number} i {months}").format(number=item.number, months=months)
        case When.FIRST_MONDAY:
            told = _("{months}, första helgfria måndagen").format(months=months)
        case _other:
            told = months
    told = _("{when} kl. {time}").format(when=told, time=item.time) if item.time else told
    return _("{when}, bara {year}").format(when=told, year=item.year) if item.year else told


def day_words(occasion: Occasion) -> str:
    """Return on which days an occasion falls: "7 juni kl. 15.00", "27 september–3 oktober", "juni"."""
    start, end, item = occasion.start, occasion.end, occasion.item
    if item.when == When.MONTH:
        return _(MONTHS[start.month - 1])
    told = f"{start.day} {_(MONTHS[start.month - 1])}"
    if start != end:
        told = f"{told}–{end.day} {_(MONTHS[end.month - 1])}"
    return _("{when} kl. {time}").format(when=told, time=item.time) if item.time else told


def wheel_wanted(acts: Iterable[Act], today: date) -> int | None:
    """Return the year whose wheel should have been made by now and is not (P4), or None.

    From 1 October it is the next; before that, this year's own.
    """
    made = {act.about for act in acts if act.kind is ActKind.WHEEL}
    years = [today.year, *([today.year + 1] if (today.month, today.day) >= REMINDER else [])]
    # One that made next year's has left this year's behind.
    return None if str(years[-1]) in made else years[-1]


def _spans(item: YearItem, year: int) -> Iterator[tuple[date, date]]:
    if item.when == When.WEEK:
        if 1 <= item.number <= _weeks(year):
            start = date.fromisocalendar(year, item.number, 1)
            yield start, start + timedelta(days=6)
        return
    for month in sorted({int(month) for month in item.months}):
        last = _last(year, month)
        if item.when == When.FIRST_MONDAY:
            day = first_monday(year, month)
            yield day, day
        elif item.when == When.DAY:
            # The 31st is the last day of a shorter month, and the 29th of a February that has none.
            day = date(year, month, min(max(item.number, 1), last.day))
            yield day, day
        else:
            yield date(year, month, 1), last


def _last(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _weeks(year: int) -> int:
    """Return how many ISO weeks a year has: the week of 28 December is its last."""
    return date(year, 12, 28).isocalendar().week


def faults_in_wheel(plan: Plan) -> Iterator[Found]:
    """Yield what does not hold: an empty name, an item that never falls, unknown roles, a time that is none."""
    roles = {role.id for role in plan.roles}
    for place, item in enumerate(plan.year_wheel):
        at: tuple[str | int, ...] = ("year_wheel", place)
        if not item.name.strip():
            yield (*at, "name"), N_("Punkten är tom. Skriv vad som ska göras."), {}
        if item.when not in set(When):
            known = ", ".join(When)
            yield (
                (*at, "when"),
                N_("{when} är inget sätt att säga när. Välj bland {known}."),
                {
                    "when": item.when,
                    "known": known,
                },
            )
        if any(not (month.isascii() and month.isdecimal() and 1 <= int(month) <= 12) for month in item.months):
            yield (*at, "months"), N_("Månaderna skrivs som 1 till 12. Rätta dem."), {}
        if item.when != When.WEEK and not item.months:
            yield (*at, "months"), N_("Välj minst en månad för {name}."), {"name": item.name}
        most = {When.DAY.value: 31, When.WEEK.value: 53}.get(item.when, 0)
        if most and not 1 <= item.number <= most:
            yield (
                (*at, "number"),
                N_("Skriv en dag eller vecka mellan 1 och {most} för {name}."),
                {
                    "most": most,
                    "name": item.name,
                },
            )
        if item.time and not _CLOCK.fullmatch(item.time):
            yield (*at, "time"), N_("Skriv klockslaget som 15.00. Rätta {time}."), {"time": item.time}
        if item.owner and item.owner not in roles:
            yield (*at, "owner"), N_("{name} finns inte bland rollerna. Rätta koden."), {"name": item.owner}
