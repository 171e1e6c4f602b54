"""Times as they stand on a paper (papperets tider): a day for the whole sheet, and a time of day for each line."""

import re
from datetime import datetime, timedelta

from krisapp.domain.words import N_, Refused
from krisapp.ui.log_line import read_time

_DAY = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")

HALF_A_DAY = timedelta(hours=12)
"""A line that seems to be so much earlier than the one before it was written after midnight."""


def say_day(moment: datetime) -> str:
    """Return a day as it is written on a sheet: "11/6"."""
    return f"{moment.day}/{moment.month}"


def read_day(text: str, now: datetime) -> datetime:
    """Return the end of the day a sheet was written: "11/6", "2027-06-11", or nothing for today.

    A day later in the year than today was last year. Raises `Refused` for anything else.
    """
    text = text.strip()
    if not text:
        return _end(now)
    short, long = _DAY.fullmatch(text), _ISO.fullmatch(text)
    try:
        if long:
            return _end(now.replace(year=int(long[1]), month=int(long[2]), day=int(long[3])))
        if short:
            found = _end(now.replace(month=int(short[2]), day=int(short[1])))
            return found if found <= _end(now) else found.replace(year=now.year - 1)
    except ValueError:
        pass  # a day no calendar has is refused in the same words
    raise Refused(N_("Skriv dagen som 11/6."))


def read_sheet_time(text: str, day: datetime, before: datetime | None) -> datetime:
    """Return when a line happened; `day` is the end of the sheet's day, `before` the time of the line above.

    Nothing means the same as the line above. Sheets are filled in from the top, so a time more than half a day earlier
    than the line above belongs to the next day. Raises `Refused` for what is no time.
    """
    if not text.strip():
        if before is None:
            raise Refused(N_("Skriv klockslaget som står på första raden, till exempel 14.10."))
        return before
    happened = read_time(text, day)
    if before is None:
        return happened
    happened = happened.replace(year=before.year, month=before.month, day=before.day)
    return happened + timedelta(days=1) if before - happened > HALF_A_DAY else happened


def _end(moment: datetime) -> datetime:
    return moment.replace(hour=23, minute=59, second=0, microsecond=0)
