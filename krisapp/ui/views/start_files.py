"""The incident files of the workplace (händelsefiler), as rows to open."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column
from krisapp.workplace import Known

JUST_WRITTEN = timedelta(hours=24)
"""How long after the last entry an incident is taken to go on."""


class FileRow(NamedTuple):
    """A file as the list shows it. `touched` is when something was last written to it."""

    known: Known
    touched: datetime | None
    today: datetime


def file_rows(known: Iterable[Known], now: datetime) -> list[FileRow]:
    """Return a row for each incident file, newest alarm first."""
    return [FileRow(one, _touched(one.path, now), now) for one in known]


def under_way(rows: Iterable[FileRow], now: datetime) -> FileRow | None:
    """Return the real incident somebody has just written in: after a restart the work goes on there."""
    real = (row for row in rows if not row.known.exercise)
    return next((row for row in real if row.touched and now - row.touched < JUST_WRITTEN), None)


def _touched(path: Path, now: datetime) -> datetime | None:
    """Return when the file, or the part of it still being gathered beside it, was last written to."""
    times = [part.stat().st_mtime for part in (path, path.with_name(f"{path.name}-wal")) if part.exists()]
    return datetime.fromtimestamp(max(times), now.tzinfo) if times else None


def when(moment: datetime, now: datetime) -> str:
    """Return a time as a list tells it: "14.10" today, else "2027-06-11 14.10"."""
    moment = moment.astimezone(now.tzinfo)
    return at(moment) if moment.date() == now.date() else f"{moment:%Y-%m-%d} {at(moment)}"


def _detail(row: FileRow) -> str:
    words = [row.known.id, _("larm {time}").format(time=when(row.known.alarm_at, row.today))]
    if row.touched is not None:
        words.append(_("senast skrivet {time}").format(time=when(row.touched, row.today)))
    return " · ".join(words)


def _mark(row: FileRow) -> Mark:
    if row.known.exercise:
        return Mark(_("ÖVNING"), Tone.INFO, Shape.SQUARE)
    return Mark(_("skarpt"), Tone.NEUTRAL, Shape.DOT)


def _name(row: FileRow) -> str:
    return row.known.name


COLUMNS = (Column[FileRow](N_("Händelse"), _name, mark=_mark, detail=_detail),)


def row_key(row: FileRow) -> str:
    """Return what names a row: its file."""
    return str(row.known.path)
