"""Times as iCalendar (kalenderfil, RFC 5545): meetings, shifts and the year's recurring work, for any calendar.

A file made anew has the same uid for the same entry, so that a calendar that reads it again moves and doubles nothing.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from icalendar import Calendar, Event, vRecur, vText

from krisapp.domain.words import _

_AS_MADE = datetime.fromisoformat("2026-01-01T00:00:00+00:00")
"""When an entry without a time of its own is said to have been written: the file is the same for the same input."""


class Entry(NamedTuple):
    """A line of a calendar. `start` and `end` are times with a zone, or days, of which the last is part of it.

    `uid` names it for ever. `yearly` repeats it on the same day of every year. `written` is when it was last changed.
    """

    uid: str
    summary: str
    start: datetime | date
    end: datetime | date | None = None
    description: str = ""
    place: str = ""
    yearly: bool = False
    written: datetime | None = None


def calendar(entries: Iterable[Entry], name: str = "", *, exercise: bool = False) -> bytes:
    """Return a calendar file. In an exercise every entry says so first (rule P62).

    Raises `ValueError` for a time without a zone, which every calendar would put at another hour.
    """
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//Krisapp//Krisapp//SV")
    made.add("calscale", "GREGORIAN")
    if name:
        made.add("x-wr-calname", vText(_marked(name, exercise=exercise)))
    for entry in entries:
        made.add_component(_event(entry, exercise=exercise))
    return bytes(made.to_ical())


def _event(entry: Entry, *, exercise: bool) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.written or _AS_MADE)
    event.add("summary", _marked(_one_line(entry.summary), exercise=exercise))
    event.add("dtstart", _moment(entry.start))
    if entry.end is not None:
        end = _moment(entry.end)
        # The day a calendar is told as the end is the first that is not part of it.
        event.add("dtend", end if isinstance(end, datetime) else end + timedelta(days=1))
    if entry.description:
        event.add("description", _plain(entry.description))
    if entry.place:
        event.add("location", _one_line(entry.place))
    if entry.yearly:
        event.add("rrule", vRecur(freq="YEARLY"))
    return event


def _moment(moment: datetime | date) -> datetime | date:
    """Return a time in UTC, which needs no table of zones in the file, or the day as it is."""
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is None:
        raise ValueError(f"a time without a zone: {moment}")
    return datetime.fromtimestamp(moment.timestamp(), _AS_MADE.tzinfo)


def _marked(text: str, *, exercise: bool) -> str:
    return _("ÖVNING: {text}").format(text=text) if exercise else text


def _one_line(text: str) -> str:
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    """Return a text without the characters that a calendar file may not hold."""
    return "".join(sign for sign in text if sign in "\n\t" or sign.isprintable())
