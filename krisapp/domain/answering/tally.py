"""Counting what comes in (frågelista): how often, from where and at which hour (checklist K12-03)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

HOUR = timedelta(hours=1)


class Ask(msgspec.Struct, frozen=True):
    """Once or more that somebody asked or told the same: where they were, when, and how many they were."""

    place: str
    at: datetime
    count: int = 1


Tally = dict[str, Ask]
"""What was counted, by the entry that counted it; taking an entry back takes just that away."""


def total(tally: Tally) -> int:
    """Return how many asked."""
    return sum(ask.count for ask in tally.values())


def by_place(asks: Iterable[Ask]) -> list[tuple[str, int]]:
    """Return how many asked from each place, the most first; an unknown place is "" and comes last."""
    found: dict[str, int] = {}
    for ask in asks:
        found[ask.place] = found.get(ask.place, 0) + ask.count
    return sorted(found.items(), key=lambda pair: (not pair[0], -pair[1], pair[0]))


def by_hour(asks: Iterable[Ask], now: datetime, most: int = 24) -> list[tuple[datetime, int]]:
    """Return how many asked in each whole hour from the first to now, silent hours too, at most the last `most`."""
    found: dict[datetime, int] = {}
    for ask in asks:
        hour = _hour(ask.at.astimezone(now.tzinfo))
        found[hour] = found.get(hour, 0) + ask.count
    if not found:
        return []
    last = max(_hour(now), max(found))
    first = max(min(found), last - HOUR * (most - 1))
    return [(hour, found.get(hour, 0)) for hour in _hours(first, last)]


def _hours(first: datetime, last: datetime) -> Iterable[datetime]:
    while first <= last:
        yield first
        first += HOUR


def _hour(time: datetime) -> datetime:
    return time.replace(minute=0, second=0, microsecond=0)
