"""Times to come as people type them."""

from datetime import datetime, timedelta, timezone

import pytest

from krisapp.domain.words import Refused
from krisapp.ui.views.lead.moments import read_moment

NOW = datetime(2027, 6, 11, 14, 10, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15.30", "2027-06-11 15.30"),
        ("kl. 9", "2027-06-12 09.00"),
        ("14:10", "2027-06-12 14.10"),
        ("i morgon 9", "2027-06-12 09.00"),
        ("Imorgon kl. 18.15", "2027-06-12 18.15"),
        ("13/6 8.00", "2027-06-13 08.00"),
        ("30 min", "2027-06-11 14.40"),
        ("om 2 timmar", "2027-06-11 16.10"),
    ],
)
def test_a_time_is_the_nearest_ahead_that_fits(typed: str, meant: str) -> None:
    found = read_moment(typed, NOW)
    assert found is not None
    assert f"{found:%Y-%m-%d %H.%M}" == meant


def test_a_day_half_a_year_back_is_next_years() -> None:
    found = read_moment("2/1 8", NOW.replace(month=12))
    assert found is not None
    assert found.year == 2028


def test_nothing_is_no_time() -> None:
    assert read_moment("  ", NOW) is None


@pytest.mark.parametrize("typed", ["snart", "25.00", "31/2 8.00", "14.7", "-5 min"])
def test_what_is_no_time_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Refused, match=r"15\.30"):
        read_moment(typed, NOW)
