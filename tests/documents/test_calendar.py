"""A calendar file that other programs read: the same hour, the same days, the same uid, and nothing but text."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from krisapp.documents.calendar import Entry, calendar

SUMMER = timezone(timedelta(hours=2))
MEETING = Entry(
    "mote-3@krisapp",
    "Stabsmöte 3",
    datetime(2027, 6, 11, 16, 0, tzinfo=SUMMER),
    datetime(2027, 6, 11, 16, 30, tzinfo=SUMMER),
    "Dagordning:\nLäge; beslut, kommunikation",
    "Stabsrummet",
)


def read(content: bytes) -> list[Component]:
    return Calendar.from_ical(content).walk("VEVENT")


def test_a_meeting_is_read_back_with_its_time_text_and_uid() -> None:
    (event,) = read(calendar([MEETING], "Stab"))

    assert event["uid"] == "mote-3@krisapp"
    assert str(event["summary"]) == "Stabsmöte 3"
    assert str(event["description"]) == MEETING.description
    assert str(event["location"]) == "Stabsrummet"
    assert event.decoded("dtstart") == datetime(2027, 6, 11, 14, 0, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2027, 6, 11, 14, 30, tzinfo=UTC)


def test_the_last_day_is_part_of_what_goes_on_for_days_and_the_year_comes_again() -> None:
    (event,) = read(calendar([Entry("u", "Kontakter", date(2027, 1, 1), date(2027, 1, 31), yearly=True)]))

    assert event.decoded("dtstart") == date(2027, 1, 1)
    assert event.decoded("dtend") == date(2027, 2, 1)
    assert event["rrule"] == {"FREQ": ["YEARLY"]}


def test_the_same_entries_give_the_same_bytes() -> None:
    assert calendar([MEETING]) == calendar([MEETING])


def test_p62_every_entry_of_an_exercise_says_so_first() -> None:
    (event,) = read(calendar([MEETING], "Stab", exercise=True))

    assert str(event["summary"]).startswith("ÖVNING: ")
    assert "X-WR-CALNAME:ÖVNING: Stab".encode() in calendar([MEETING], "Stab", exercise=True)


def test_a_time_without_a_zone_is_refused_since_every_calendar_would_move_it() -> None:
    with pytest.raises(ValueError, match="zone"):
        calendar([Entry("u", "Möte", datetime(2027, 6, 11, 16, 0))])  # noqa: DTZ001 - that is what is tried


@given(st.text(), st.text())
def test_no_text_makes_a_line_of_its_own(summary: str, description: str) -> None:
    events = read(calendar([Entry("u", summary, date(2027, 1, 1), description=description)]))

    assert len(events) == 1
    assert set(events[0]) <= {"UID", "DTSTAMP", "SUMMARY", "DTSTART", "DESCRIPTION"}
