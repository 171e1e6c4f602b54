"""The logical clock (turordning) that orders entries of several consoles without asking any watch.

An entry's tick is one more than the highest its console had seen. A watch never decides: it may be ten years
wrong, and what happened first must still come first. Two guards keep one faulty or hostile console from pulling
every other along: what a foreign entry claims is believed only within reach of what is really held, and that
holds when a journal is read back from disk too.
"""

from collections.abc import Iterable

REACH = 1_000_000
"""How far beyond the number of entries held a tick is believed. No honest console can be further ahead, since a
tick rises by one with each entry; a million leaves room for entries of others that have not arrived yet."""

TURNED_BACK = 60_000
"""Milliseconds a watch may go back before it is called turned (klockan ställd bakåt); less is time keeping."""


def next_tick(own: int, seen: Iterable[int], held: int) -> int:
    """Return the tick of the next entry.

    `own` is the highest tick of this run, 0 for none; `seen` the highest tick of each other stream; `held` the
    number of entries in the journal.
    """
    within = held + REACH
    return max(own, *(min(tick, within) for tick in seen), 0) + 1


def turned_back(before: int, now: int) -> bool:
    """Return whether the watch has been turned back between two readings, in milliseconds since 1970 UTC."""
    return before - now > TURNED_BACK
