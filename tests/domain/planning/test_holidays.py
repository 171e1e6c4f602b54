"""Swedish holidays are computed, and right in years one can look up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.planning.holidays import easter, first_monday, holidays, is_holiday

EASTERS = {
    2024: (3, 31),
    2025: (4, 20),
    2026: (4, 5),
    2027: (3, 28),
    2028: (4, 16),
    2029: (4, 1),
    2030: (4, 21),
    2031: (4, 13),
    2032: (3, 28),
    2033: (4, 17),
    2034: (4, 9),
    2035: (3, 25),
    2038: (4, 25),
}


@pytest.mark.parametrize(("year", "day"), EASTERS.items())
def test_easter_falls_on_the_day_the_almanac_says(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@given(st.integers(1753, 2999))
def test_easter_is_always_a_sunday_from_22_march_to_25_april(year: int) -> None:
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_the_holidays_of_2027_are_those_of_the_almanac() -> None:
    assert sorted(holidays(2027)) == [
        date(2027, 1, 1),
        date(2027, 1, 6),
        date(2027, 3, 26),
        date(2027, 3, 28),
        date(2027, 3, 29),
        date(2027, 5, 1),
        date(2027, 5, 6),
        date(2027, 5, 16),
        date(2027, 6, 6),
        date(2027, 6, 26),
        date(2027, 11, 6),
        date(2027, 12, 25),
        date(2027, 12, 26),
    ]
    assert is_holiday(date(2027, 2, 7)), "a Sunday"
    assert not is_holiday(date(2027, 6, 25)), "Midsummer's Eve is none by law"


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2022, 6, 13), (2026, 3, 2), (2026, 6, 1), (2026, 9, 7), (2026, 12, 7), (2033, 6, 13), (2028, 5, 8)],
)
def test_a_first_monday_that_is_a_holiday_gives_way_to_the_next(year: int, month: int, day: int) -> None:
    assert first_monday(year, month) == date(year, month, day)


@given(st.integers(1990, 2200), st.integers(1, 12))
def test_the_first_monday_is_a_working_monday_and_none_before_it_is(year: int, month: int) -> None:
    found = first_monday(year, month)
    assert (found.month, found.isoweekday()) == (month, 1)
    assert not is_holiday(found)
    earlier = found - timedelta(days=7)
    assert earlier.month != month or is_holiday(earlier)
