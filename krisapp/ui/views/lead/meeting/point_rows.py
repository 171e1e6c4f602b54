"""How the points of a meeting are told in their list (punkter): number, words, time used of time planned, and state."""

from datetime import datetime, timedelta
from typing import NamedTuple

from krisapp.domain.leading.meeting.agendas import Point
from krisapp.domain.leading.meeting.meetings import Meeting
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column


class PointRow(NamedTuple):
    """A point as a row."""

    id: str
    title: str
    detail: str
    mark: Mark | None


def point_rows(meeting: Meeting, now: datetime) -> list[PointRow]:
    """Return the points in order, each with how it stands."""
    return [
        PointRow(
            point.id,
            f"{number}. {point.text}",
            _detail(meeting, point, now),
            _state(meeting, point, now),
        )
        for number, point in enumerate(meeting.points, 1)
    ]


def time_words(spent: timedelta, minutes: int) -> str:
    """Return time used of time planned: "2 av 4 min"."""
    used = int(spent.total_seconds()) // 60
    if not minutes:
        return _("{used} min").format(used=used)
    return _("{used} av {minutes} min").format(used=used, minutes=minutes)


def time_mark(spent: timedelta, minutes: int) -> Mark:
    """Return time used of time planned as a mark: quiet, near its end, or over."""
    word = time_words(spent, minutes)
    if minutes and spent >= timedelta(minutes=minutes):
        return Mark(_("{word}, över tiden").format(word=word), Tone.ALARM, Shape.TRIANGLE)
    if minutes and spent >= timedelta(minutes=minutes) * 0.8:
        return Mark(word, Tone.WAIT, Shape.CLOCK)
    return Mark(word, Tone.NEUTRAL, Shape.CLOCK)


def _detail(meeting: Meeting, point: Point, now: datetime) -> str:
    spent = meeting.spent(point.id, now)
    parts = [
        time_words(spent, point.minutes) if spent or point.minutes else "",
        _("måste fyllas i") if point.locked and not meeting.note(point.id).strip() else "",
    ]
    return " · ".join(part for part in parts if part)


def _state(meeting: Meeting, point: Point, _now: datetime) -> Mark | None:
    if point.id in meeting.contested:
        return Mark(_("två texter"), Tone.ALARM, Shape.CROSS)
    if meeting.closed is None and point.id == meeting.current:
        return Mark(_("nu"), Tone.INFO, Shape.DIAMOND)
    if meeting.done(point.id):
        return Mark(_("klar"), Tone.GOOD, Shape.CHECK)
    return None


def point_key(row: PointRow) -> str:
    """Return what names a row."""
    return row.id


def _title(row: PointRow) -> str:
    return row.title


def _quiet(row: PointRow) -> str:
    return row.detail


def _mark(row: PointRow) -> Mark | None:
    return row.mark


COLUMNS = (Column[PointRow](N_("Punkt"), _title, mark=_mark, detail=_quiet),)
