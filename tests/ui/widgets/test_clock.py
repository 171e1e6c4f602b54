"""Clocks say how long in words, and what was promised and did not come."""

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.clock import Since, at, countdown, span

NOW = datetime(2027, 3, 4, 14, 10, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (59, "59 min"), (80, "1 tim 20 min"), (-6, "6 min"), (26 * 60, "1 d 2 tim")],
)
def test_a_length_of_time_is_said_in_whole_minutes(minutes: int, words: str) -> None:
    assert span(timedelta(minutes=minutes)) == words


def test_a_time_of_day_is_written_with_a_full_stop() -> None:
    assert at(NOW) == "14.10"


@pytest.mark.parametrize(
    ("left", "word", "tone"),
    [
        (timedelta(hours=1, minutes=20), "om 1 tim 20 min", Tone.NEUTRAL),
        (timedelta(minutes=15), "om 15 min", Tone.WAIT),
        (timedelta(seconds=5), "om 1 min", Tone.WAIT),
        (timedelta(0), "nu", Tone.ALARM),
        (timedelta(seconds=-59), "nu", Tone.ALARM),
        (timedelta(minutes=-6), "6 min sent", Tone.ALARM),
    ],
)
def test_me8_a_promise_is_counted_down_and_then_up(left: timedelta, word: str, tone: Tone) -> None:
    mark = countdown(NOW, NOW + left)

    assert (mark.word, mark.tone) == (word, tone)


def test_me8_without_a_promise_that_is_what_it_says() -> None:
    assert countdown(NOW, None).word == "Inget lovat"


def test_the_time_since_the_alarm_moves(home: QWidget) -> None:
    since = Since(home)
    since.tick(NOW, NOW - timedelta(minutes=80))
    assert "T+ 1 tim 20 min" in [label.text() for label in since.findChildren(QLabel)]

    since.tick(NOW + timedelta(minutes=1), NOW - timedelta(minutes=80))
    assert "T+ 1 tim 21 min" in [label.text() for label in since.findChildren(QLabel)]
