"""Swedish public holidays (helgdagar), computed for any year: act (1989:253) om allmänna helgdagar."""

from datetime import date, timedelta
from functools import cache


def easter(year: int) -> date:
    """Return Easter Sunday (påskdagen) of a year in the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - lunar + 15) % 30
    leaps, odd = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * leaps - epact - odd) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the holidays of a year that have a name; every Sunday is a holiday too, see `is_holiday`."""
    sunday = easter(year)
    moving = (sunday + timedelta(days=days) for days in (-2, 0, 1, 39, 49))
    fixed = (date(year, month, day) for month, day in ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26)))
    saturdays = (_first_saturday(date(year, 6, 20)), _first_saturday(date(year, 10, 31)))
    return frozenset((*moving, *fixed, *saturdays))


def is_holiday(day: date) -> bool:
    """Return whether a day is a public holiday (allmän helgdag)."""
    return day.isoweekday() == 7 or day in holidays(day.year)


def first_monday(year: int, month: int) -> date:
    """Return the first Monday of a month that is no holiday (första helgfria måndagen): the test of the VMA sirens."""
    day = date(year, month, 1)
    while day.isoweekday() != 1 or is_holiday(day):
        day += timedelta(days=1)
    return day


def _first_saturday(day: date) -> date:
    """Return the first Saturday on or after a day: Midsummer's Day and All Saints' Day."""
    return day + timedelta(days=(6 - day.isoweekday()) % 7)
