"""What came from other consoles at a meeting (det som kom): from whom, how much, and how much of it was late."""

from collections.abc import Mapping

import msgspec

from krisapp.domain.chain import Reading
from krisapp.domain.events import Stamp
from krisapp.domain.run import RunStarted


class Arrived(msgspec.Struct, frozen=True):
    """What one console had written: who did, how many entries, and how many were older than what was here."""

    console: str
    people: tuple[str, ...]
    count: int
    late: int


def arrived(reading: Reading, new: Mapping[str, int], consoles: Mapping[str, str]) -> list[Arrived]:
    """Return what is new in a journal that has been read anew, by console, the most first.

    `new` gives how many entries of each stream came, `consoles` who wrote it. That a program was started is not told.
    """
    fresh: dict[str, list[Stamp]] = {}
    newest = 0
    for stamp, happened, _kind in reading.entries:
        tip = reading.tips.get(stamp.stream)
        if tip is None or stamp.seq <= tip.seq - new.get(stamp.stream, 0):
            newest = max(newest, stamp.wall)
        elif not isinstance(happened, RunStarted):
            fresh.setdefault(consoles.get(stamp.stream, ""), []).append(stamp)
    found = [
        Arrived(
            console,
            tuple(dict.fromkeys(stamp.person for stamp in stamps if stamp.person)),
            len(stamps),
            sum(stamp.wall < newest for stamp in stamps),
        )
        for console, stamps in fresh.items()
    ]
    return sorted(found, key=lambda one: -one.count)
