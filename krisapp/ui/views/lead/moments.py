"""Times to come, as they are typed (tider): "15.30" today or tomorrow, "i morgon 9", "12/6 9.00", "30 min"."""

import re
from datetime import datetime, timedelta

from krisapp.domain.words import N_, Refused

_WITHIN = re.compile(r"(?:om |inom )?(\d{1,3})\s*(min|minuter|h|tim|timmar|timme)\.?")
_CLOCK = re.compile(r"(?:(i\s?morgon)|(\d{1,2})/(\d{1,2}))?\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?")


def read_moment(text: str, now: datetime) -> datetime | None:
    """Return a time to come, or None for nothing. A clock without a day is the nearest ahead.

    A date that lies half a year back is next year's. Raises `Refused` for what is none of these.
    """
    text = " ".join(text.lower().split())
    if not text:
        return None
    within = _WITHIN.fullmatch(text)
    if within:
        minutes = int(within[1]) * (1 if within[2].startswith("min") else 60)
        return now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    said = _CLOCK.fullmatch(text)
    try:
        if said is None:
            raise ValueError
        found = now.replace(hour=int(said[4]), minute=int(said[5] or 0), second=0, microsecond=0)
        if said[1]:
            return found + timedelta(days=1)
        if said[2]:
            dated = found.replace(month=int(said[3]), day=int(said[2]))
            return dated.replace(year=now.year + 1) if dated < now - timedelta(days=183) else dated
    except ValueError:
        raise Refused(N_("Skriv tiden som 15.30, i morgon 9, 12/6 9.00 eller 30 min.")) from None
    return found if found > now else found + timedelta(days=1)
