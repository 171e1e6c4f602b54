"""The consoles that write in an incident (konsolerna): what their lines are called, and two that share one key.

A line keeps the number its own console gave it, whatever comes from others afterwards: what was read out on the
telephone or written on a paper stays true. The console that started the incident counts 1, 2, 3; every other has two
letters before its numbers, made of its key and so the same everywhere.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo
from enum import StrEnum
from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.chain import Reading
from krisapp.domain.events import Stamp
from krisapp.domain.run import RunStarted

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

_CONSONANTS, _VOWELS = "BDFGHJKLMNPRSTV", "AEIOUYÅÄÖ"

LATE = 10 * 60 * 1000
"""Milliseconds after which what comes among older lines came late, as what is entered afterwards (rule L2)."""


class Numbering:
    """What each console's lines are called and how far each has counted. `own` is the stream that is written here."""

    def __init__(self) -> None:
        self.own = ""
        self._marks: dict[str, str] = {}
        self._counted: Counter[str] = Counter()

    def know(self, keys: Mapping[str, bytes], home: str, own: str) -> None:
        """Learn which console wrote each stream, by its public key, and which stream the incident began in."""
        marks = _marks({key for key in keys.values() if key != keys.get(home)})
        self._marks = {stream: marks.get(key, "") for stream, key in keys.items()}
        self.own = own

    @property
    def several(self) -> bool:
        """Return whether more than one console writes."""
        return any(self._marks.values())

    def mark(self, stream: str) -> str:
        """Return the letters of the console that writes a stream, none for the one that started."""
        # A stream that is not known is one more of our own: others' are known before their lines are read.
        return self._marks.get(stream, self._marks.get(self.own, ""))

    def next(self, stream: str) -> tuple[str, int]:
        """Return the mark and number of a stream's next line."""
        mark = self.mark(stream)
        self._counted[mark] += 1
        return mark, self._counted[mark]


def _marks(keys: set[bytes]) -> dict[bytes, str]:
    """Return a syllable of each key; where two have the same, one more of both, and so on."""
    long = {key: _letters(key) for key in keys}
    marks: dict[bytes, str] = {}
    for length in range(2, 34, 2):
        shared = Counter(letters[:length] for letters in long.values())
        for key, letters in long.items():
            if shared[letters[:length]] == 1:
                marks.setdefault(key, letters[:length])
    return marks


def _letters(key: bytes) -> str:
    """Return sixteen syllables made of a key, which can be said on a radio."""
    digest = sha256(key).digest()
    return "".join(
        f"{_CONSONANTS[one % 15]}{_VOWELS[other % 9]}" for one, other in zip(digest[::2], digest[1::2], strict=True)
    )


def know_consoles(incident: "Incident", reading: Reading, own: str) -> None:
    """Let an incident know whose streams it is about to be told of."""
    # Before there is a start the one that is about to write it is at home.
    home = next((stamp.stream for stamp, _happened, kind in reading.entries if kind == "incident.started"), own)
    keys = {stream: tip.key for stream, tip in reading.tips.items()}
    incident.part(Numbering).know(keys, home, own)


def mark_late(incident: "Incident", arrived: Mapping[str, int], zone: tzinfo | None) -> None:
    """Mark each line that came among older ones: lines written after it were here when it arrived.

    `arrived` gives by entry when this console stored it, in milliseconds since 1970 UTC.
    """
    newest = -1
    lines = [(arrived[line.stamp.id], line) for line in incident.log if line.stamp.id in arrived]
    lines.sort(key=lambda pair: pair[0])
    since, together = newest, -1
    for at, line in lines:
        if at != together:
            since, together = newest, at
        newest = max(newest, line.stamp.wall)
        if line.stamp.wall < since and at - line.stamp.wall > LATE:
            line.arrived = datetime.fromtimestamp(at / 1000, zone)


class Same(StrEnum):
    """How two runs of one console came not to know of each other."""

    RESTORED = "restored"
    COPIED = "copied"


class Twin(msgspec.Struct, frozen=True):
    """Two runs of one console that went on from the same point: the machine was restored, or it has been copied.

    `since` is when the later of them began.
    """

    console: str
    how: Same
    since: Stamp


def twins(reading: Reading) -> list[Twin]:
    """Return the consoles whose runs did not know of one another, the latest first.

    A run begins with all that its machine has written before. One that lacks some of it began from an older copy: a
    backup when the other had ended, a copied machine when both went on at the same time.
    """
    runs: dict[str, tuple[Stamp, RunStarted]] = {
        stamp.stream: (stamp, happened)
        for stamp, happened, _kind in reading.entries
        if isinstance(happened, RunStarted)
    }
    found: dict[tuple[str, Same], Twin] = {}
    for one, other in combinations(_by_key(reading, runs), 2):
        if reading.tips[one].key != reading.tips[other].key:
            continue
        first, then = sorted((one, other), key=lambda stream: runs[stream][0].wall)
        knew = runs[then][1].tips.get(first, (0, ""))[0] >= reading.tips[first].seq
        known = runs[first][1].tips.get(then, (0, ""))[0] >= reading.tips[then].seq
        if knew or known:
            continue
        stamp, run = runs[then]
        how = Same.COPIED if reading.tips[first].wall > stamp.wall else Same.RESTORED
        found[run.console, how] = Twin(run.console, how, stamp)
    return sorted(found.values(), key=lambda twin: twin.since.wall, reverse=True)


def _by_key(reading: Reading, runs: Mapping[str, object]) -> Iterable[str]:
    return [stream for stream in reading.tips if stream in runs]
