"""Times and dates are told as Swedish tells them (7.4)."""

from datetime import datetime

import pytest

from krisapp.domain.language import clock

FRIDAY = datetime.fromisoformat("2027-06-11T18:00+02:00")
HALF = datetime.fromisoformat("2027-06-11T11:30+02:00")
EARLY = datetime.fromisoformat("2027-06-12T08:05+02:00")


def test_a_time_of_day_has_two_digits_of_hours_and_a_full_stop() -> None:
    assert clock.clock(FRIDAY) == "kl. 18.00"
    assert clock.clock(EARLY) == "kl. 08.05"


def test_a_text_message_leaves_out_full_hours_minutes() -> None:
    assert clock.short_clock(FRIDAY) == "kl. 18"
    assert clock.short_clock(HALF) == "kl. 11.30"


def test_a_voice_says_klockan() -> None:
    assert clock.spoken_clock(FRIDAY) == "klockan 18"
    assert clock.spoken_clock(HALF) == "klockan 11.30"


def test_a_date_always_has_its_weekday() -> None:
    assert clock.date(FRIDAY) == "fredag 11 juni 2027"
    assert clock.stamp(FRIDAY) == "fredag 11 juni 2027 kl. 18.00"


def test_another_day_is_named_and_the_same_day_is_not() -> None:
    assert clock.moment(FRIDAY, HALF) == "kl. 18.00"
    assert clock.moment(EARLY, FRIDAY) == "lördag 12 juni kl. 08.05"
    assert clock.short_moment(EARLY, FRIDAY) == "lördag 12/6 kl. 8.05"
    assert clock.spoken_moment(EARLY, FRIDAY) == "lördag 12 juni klockan 8.05"
    assert clock.english_moment(FRIDAY, HALF) == "18:00"
    assert clock.english_moment(EARLY, FRIDAY) == "08:05 on Saturday 12 June"


def test_the_day_is_compared_in_the_time_of_the_promise() -> None:
    just_before_midnight_in_utc = datetime.fromisoformat("2027-06-11T22:30+00:00")

    assert clock.moment(EARLY, just_before_midnight_in_utc) == "kl. 08.05"


def test_an_interval_has_an_en_dash() -> None:
    assert clock.interval(HALF, FRIDAY) == "kl. 11.30–18"


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (15300, 15300, "15\u202f300"),
        (1900, 2100, "1\u202f900–2\u202f100"),
        (None, 420, "420"),
        (None, None, ""),
        (30, 20, "20–30"),
    ],
)
def test_numbers_have_a_narrow_space_between_thousands(least: int | None, most: int | None, told: str) -> None:
    assert clock.span_of(least, most) == told
