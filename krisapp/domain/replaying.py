"""Playing an incident again (uppspelning): the incident as it stood at any moment of its journal.

A moment is a number of entries in reading order, so that it is the same on every console; its time is the latest any
of them was written, since consoles' clocks differ. An incident is folded on from where it stands, and anew from the
beginning when one goes back: ten thousand entries take a twentieth of a second, less than to copy what they add up to.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import msgspec

from krisapp.domain.events import Event, Stamp
from krisapp.domain.history import fold
from krisapp.domain.incident import Incident, Started
from krisapp.domain.messages import Message, changed_since
from krisapp.domain.phrase_taking import PhrasesTaken
from krisapp.domain.words import N_


class Turn(StrEnum):
    """What happened in an entry, as one looks for it when an incident is played again (vändpunkt)."""

    OUT = "out"
    FACT = "fact"
    DECISION = "decision"
    ASKED = "asked"
    MEETING = "meeting"
    WRITTEN = "written"
    INJECT = "inject"
    NOTED = "noted"
    OTHER = "other"


TURN_NAMES = {
    Turn.OUT: N_("Text ute"),
    Turn.FACT: N_("Uppgift i läget"),
    Turn.DECISION: N_("Beslut"),
    Turn.ASKED: N_("Fråga eller rykte"),
    Turn.MEETING: N_("Möte"),
    Turn.WRITTEN: N_("Skriven loggpost"),
    Turn.INJECT: N_("Inspel"),
    Turn.NOTED: N_("Övningsledningens anteckning"),
    Turn.OTHER: N_("Övrigt"),
}

_BY_KIND = {
    "message.released": Turn.OUT,
    "message.released_unapproved": Turn.OUT,
    "level.set": Turn.DECISION,
    "incoming.received": Turn.ASKED,
    "log.written": Turn.WRITTEN,
    "drill.observed": Turn.NOTED,
    "drill.noted": Turn.NOTED,
}
_BY_SUBJECT = {
    "sheet": Turn.FACT,
    "fact": Turn.FACT,
    "decision": Turn.DECISION,
    "board": Turn.DECISION,
    "enquiry": Turn.ASKED,
    "rumour": Turn.ASKED,
    "question": Turn.ASKED,
    "meeting": Turn.MEETING,
    "inject": Turn.INJECT,
}
QUIET = 10 * 60 * 1000
"""The longest stretch without an entry, in milliseconds, that takes its own length to play; a longer one takes this."""

EXERCISE_ONLY = frozenset((Turn.INJECT, Turn.NOTED))
"""What only an exercise has, and only its director and its evaluators saw then."""


def turn_of(kind: str) -> Turn:
    """Return what an entry of a kind is looked for as."""
    return _BY_KIND.get(kind) or _BY_SUBJECT.get(kind.partition(".")[0], Turn.OTHER)


class Recording:
    """A journal as read, and the incident at each moment of it. Nothing here can write.

    `blank` gives an incident before its first entry, with the plan it runs on. Moments are numbered from `first`, when
    the incident had just been started, to `last`; 0 is before the first entry. A place is how far into the playing a
    moment is, in milliseconds: long stretches without an entry are shortened to `QUIET`.
    """

    def __init__(self, entries: Iterable[tuple[Stamp, Event | None, str]], blank: Callable[[], Incident]) -> None:
        read = tuple(entries)
        self.stamps: tuple[Stamp, ...] = tuple(stamp for stamp, _happened, _kind in read)
        self.turns: tuple[Turn, ...] = tuple(turn_of(kind) for _stamp, _happened, kind in read)
        self._happened = tuple((stamp, happened) for stamp, happened, _kind in read)
        self._blank = blank
        self._walls: list[int] = []
        self._places: list[int] = []
        for stamp in self.stamps:
            before = self._walls[-1] if self._walls else stamp.wall
            self._walls.append(max(stamp.wall, before))
            self._places.append((self._places[-1] if self._places else 0) + min(self._walls[-1] - before, QUIET))
        start = (at for at, (_stamp, happened) in enumerate(self._happened, 1) if isinstance(happened, Started))
        self.first = next(start, 0)
        self._standing = blank()
        self._plan = self._standing.plan
        self._at = 0
        self._taken: PhrasesTaken | None = None

    @property
    def last(self) -> int:
        """Return the number of the last moment: how many entries there are."""
        return len(self.stamps)

    def incident(self, number: int) -> Incident:
        """Return the incident as it stood when so many entries had been written.

        It is good until the next call: a later moment is built upon it.
        """
        number = min(max(number, 0), self.last)
        if number < self._at:
            self._standing, self._at, self._taken = self._blank(), 0, None
        fold(self._standing, self._happened[self._at : number])
        self._at = number
        taken = self._standing.phrases_taken
        if self._plan is not None and taken is not None and taken is not self._taken:
            self._taken = taken
            self._standing.plan = taken.over(self._plan)
        return self._standing

    def time(self, number: int) -> datetime:
        """Return when a moment was, with the offset of the console that wrote its entry."""
        if not self.stamps:
            return datetime.fromtimestamp(0, UTC)
        place = min(max(number - 1, 0), self.last - 1)
        return datetime.fromtimestamp(self._walls[place] / 1000, self.stamps[place].at.tzinfo)

    @property
    def length(self) -> int:
        """Return the place of the last moment: how long it takes to play all of it as fast as it went."""
        return self._places[-1] if self._places else 0

    def place(self, number: int) -> int:
        """Return where on the line of time a moment is."""
        return self._places[min(max(number, 1), self.last) - 1] if self.stamps else 0

    def moment(self, place: int) -> tuple[int, datetime]:
        """Return how many entries had been written at a place, and what the time was there."""
        number = max(bisect_right(self._places, max(place, 0)), 1)
        if number >= self.last:
            return self.last, self.time(self.last)
        gap, room = (kept[number] - kept[number - 1] for kept in (self._walls, self._places))
        share = (place - self._places[number - 1]) / room if room else 0.0
        return number, self.time(number) + timedelta(milliseconds=round(gap * share))

    def after(self, number: int, sought: Turn | None = None) -> int | None:
        """Return the next moment whose entry is of a kind, of any if none is given, or None after the last."""
        return next((at for at in range(number + 1, self.last + 1) if self._is(at, sought)), None)

    def before(self, number: int, sought: Turn | None = None) -> int | None:
        """Return the moment before whose entry is of a kind, or None where there is none after the start."""
        return next((at for at in range(number - 1, self.first - 1, -1) if self._is(at, sought)), None)

    def _is(self, number: int, sought: Turn | None) -> bool:
        return sought is None or self.turns[number - 1] is sought


class Changed(msgspec.Struct, frozen=True):
    """A thing of the fact sheet that had become another than a text says, and when (ändrad uppgift)."""

    name: str
    since: Stamp | None


class Out(msgspec.Struct, frozen=True):
    """A text that people had at a moment, and what of the facts known then it no longer agreed with (ute då)."""

    message: str
    number: int
    text: str
    stage: str
    released: Stamp
    changed: tuple[Changed, ...]


def out_then(incident: Incident) -> tuple[Out, ...]:
    """Return the texts that are out in an incident as it stands, the latest first, each with what has changed since.

    Staleness is that of rules P2 and ME3: exactly what the text used, and nothing guessed.
    """
    found = [_out(incident, message) for message in incident.messages.values() if message.releases]
    return tuple(sorted(found, key=lambda one: one.released.wall, reverse=True))


def _out(incident: Incident, message: Message) -> Out:
    release = message.releases[-1]
    names = changed_since(incident.sheet, release.uses)
    changed = tuple(Changed(name, _set_at(incident, name)) for name in names)
    return Out(message.id, release.number, release.text, release.stage.value, release.stamp, changed)


def _set_at(incident: Incident, name: str) -> Stamp | None:
    """Return by which entry a thing of the sheet got the value it has, if one entry gave it."""
    register = incident.facts.get(name.removeprefix("facts.")) if name.startswith("facts.") else None
    register = register or incident.fields.get(name)
    stamps: Sequence[Stamp] = [stamp for _value, stamp in register.claims] if register else ()
    return stamps[-1] if stamps else None
