"""Times and dates in words, domain handbook 7.4: "kl. 18.00", "fredag 11 juni 2027", spoken "klockan 18".

A time is told as it is written in its own offset: the municipality's time comes with the fact sheet.
"""

from datetime import datetime

from krisapp.domain.months import MONTHS

NARROW_SPACE = "\u202f"
EN_DASH = "–"

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def clock(time: datetime) -> str:
    """Return the time of day as written: "kl. 18.00", "kl. 08.05"."""
    return f"kl. {time:%H.%M}"


def short_clock(time: datetime) -> str:
    """Return the time of day as a text message writes it: "kl. 18", "kl. 11.30"."""
    return f"kl. {_short(time)}"


def spoken_clock(time: datetime) -> str:
    """Return the time of day as read aloud: "klockan 18", "klockan 11.30"."""
    return f"klockan {_short(time)}"


def day(time: datetime) -> str:
    """Return weekday and date without year: "fredag 11 juni"."""
    return f"{WEEKDAYS[time.weekday()]} {time.day} {MONTHS[time.month - 1]}"


def short_day(time: datetime) -> str:
    """Return weekday and date as a text message writes it: "onsdag 3/11"."""
    return f"{WEEKDAYS[time.weekday()]} {time.day}/{time.month}"


def date(time: datetime) -> str:
    """Return weekday and date: "fredag 11 juni 2027"."""
    return f"{day(time)} {time.year}"


def stamp(time: datetime) -> str:
    """Return date and time of day, as every text is dated: "fredag 11 juni 2027 kl. 14.30"."""
    return f"{date(time)} {clock(time)}"


def moment(time: datetime, issued: datetime) -> str:
    """Return a time as a text of a certain day tells it: "kl. 18.00", or "lördag 12 juni kl. 08.00" on another day."""
    return clock(time) if _same_day(time, issued) else f"{day(time)} {clock(time)}"


def short_moment(time: datetime, issued: datetime) -> str:
    """Return a time for a text message: "kl. 18", or "onsdag 3/11 kl. 15" on another day."""
    return short_clock(time) if _same_day(time, issued) else f"{short_day(time)} {short_clock(time)}"


def spoken_moment(time: datetime, issued: datetime) -> str:
    """Return a time to be read aloud: "klockan 18", or "lördag 12 juni klockan 8" on another day."""
    return spoken_clock(time) if _same_day(time, issued) else f"{day(time)} {spoken_clock(time)}"


def interval(start: datetime, end: datetime) -> str:
    """Return an interval of one day: "kl. 8–16", "kl. 8.30–16"."""
    return f"kl. {_short(start)}{EN_DASH}{_short(end)}"


def english_clock(time: datetime) -> str:
    """Return the time of day in English, 24 hours as in Sweden: "18:00"."""
    return f"{time:%H:%M}"


def english_date(time: datetime) -> str:
    """Return weekday and date in English: "Friday 11 June 2027"."""
    return f"{_english_day(time)} {time.year}"


def english_moment(time: datetime, issued: datetime) -> str:
    """Return a time in English: "18:00", or "18:00 on Friday 11 June" on another day."""
    if _same_day(time, issued):
        return english_clock(time)
    return f"{english_clock(time)} on {_english_day(time)}"


def number(value: int) -> str:
    """Return a whole number with a narrow no-break space between thousands: "15 300"."""
    return f"{value:,}".replace(",", NARROW_SPACE)


def span_of(least: int | None, most: int | None) -> str:
    """Return a number that is known as a span: "1 900–2 100", "420", or empty if nothing is known."""
    known = [value for value in (least, most) if value is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    return number(low) if low == high else f"{number(low)}{EN_DASH}{number(high)}"


def _short(time: datetime) -> str:
    return f"{time.hour}.{time:%M}" if time.minute else str(time.hour)


def _same_day(one: datetime, other: datetime) -> bool:
    return (
        one.date() == other.astimezone(one.tzinfo).date()
        if one.tzinfo and other.tzinfo
        else (one.date() == other.date())
    )


def _english_day(time: datetime) -> str:
    return f"{ENGLISH_WEEKDAYS[time.weekday()]} {time.day} {ENGLISH_MONTHS[time.month - 1]}"
