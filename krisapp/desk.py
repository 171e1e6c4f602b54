"""The desk: an open incident and who works on it. It is the only door.

Whoever wants something asks the domain for an event and hands it to the desk, which writes, applies and tells, in that
order, so that what anyone can see is on disk.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain import promises
from krisapp.domain.chain import Reading
from krisapp.domain.consoles import Numbering, know_consoles, mark_late
from krisapp.domain.events import Event, Stamp
from krisapp.domain.faults import Broken, Fault
from krisapp.domain.history import fold, started
from krisapp.domain.incident import Incident, lost_start
from krisapp.domain.messages import Drafted
from krisapp.domain.plan import Plan, decode_plan
from krisapp.domain.words import N_, Refused
from krisapp.store.journal import Journal
from krisapp.store.tips import arrivals
from krisapp.store.trouble import Trouble

if TYPE_CHECKING:
    from krisapp.store.index import Index

BACKSTAGE = ("drill.", "inject.")
"""How the kinds begin that only the director of an exercise reads (rule EX1)."""

Clock = Callable[[], datetime]
"""Returns the time now, with offset."""


class Desk:
    """An open incident, its journal, and the person who sits at it.

    `faults` are what was found wrong in the journal when it was opened; the readable rest is in `incident`. `tell` is
    called after each change that is on disk and in memory.
    """

    def __init__(self, journal: Journal, incident: Incident, clock: Clock) -> None:
        self.journal = journal
        self.incident = incident
        self.clock = clock
        self.person = ""
        self.faults: tuple[Fault, ...] = ()
        self.saved_at: datetime | None = None
        self.tell: Callable[[], None] = lambda: None
        self._at_once = self._untold = False
        self._since: list[tuple[Event, Stamp]] | None = None
        self._index: Index | None = None

    @classmethod
    def over(cls, journal: Journal, clock: Clock, spare: Callable[[], Plan]) -> "Desk":
        """Read a journal and sit down at it. `spare` is as in `read_incident`."""
        incident, reading = read_incident(journal, clock, spare)
        desk = cls(journal, incident, clock)
        desk.faults = tuple(reading.faults)
        return desk

    def set_apart(self) -> None:
        """Begin to remember what is done here: the journal is being read anew elsewhere, with what others wrote."""
        self._since = []

    def take_over(self, incident: Incident, reading: Reading) -> bool:
        """Go on with an incident read anew, and tell; return whether it has all in the order all consoles read it in.

        What was done here meanwhile is added to it. Then it is in order only when it has been read once more.
        """
        read = {stamp.id for stamp, _happened, _kind in reading.entries}
        late = [(happened, stamp) for happened, stamp in self._since or () if stamp.id not in read]
        for happened, stamp in late:
            happened.apply(incident, stamp)
        self._since = None
        incident.part(Numbering).own = self.journal.stream
        self.incident, self.faults = incident, tuple(reading.faults)
        self.journal.heard(reading.read, max((tip.tick for tip in reading.tips.values()), default=0))
        self.tell()
        return not late

    @property
    def path(self) -> Path:
        """Return the incident file."""
        return self.journal.path

    def now(self) -> datetime:
        """Return the time now, with offset."""
        return self.clock()

    def do(self, *happened: Event, person: str = "") -> tuple[Stamp, ...]:
        """Write events, apply them and tell. All are on disk, or none. `person` is another than who sits here.

        Raises `Refused` while nobody has said who sits at the desk, and what the journal raises when the disk says no.
        """
        person = person or self.person
        if not person:
            raise Refused(N_("Välj vem du är, längst upp till höger, så att journalen vet vem som skriver."))
        heads = [one.heads(self.incident) for one in happened]
        stamps = self.journal.append_all(list(zip(happened, heads, strict=True)), person)
        for one, stamp in zip(happened, stamps, strict=True):
            one.apply(self.incident, stamp)
        if self._since is not None:
            self._since += zip(happened, stamps, strict=True)
        self.saved_at = self.now()
        if self._at_once:
            self._untold = True
        else:
            self.tell()
        return tuple(stamps)

    @contextmanager
    def telling_once(self) -> Iterator[None]:
        """Let what is done within be told once, at the end: one act of a person that takes two writings."""
        self._at_once = True
        try:
            yield
        finally:
            self._at_once = False
            if self._untold:
                self._untold = False
                self.tell()

    def keep_time(self) -> None:
        """Log the promises that have just been broken (rule P8). Called about once a second."""
        late = promises.broken(self.incident, self.now()) if self.person else []
        if late:
            self.do(*late)

    def search(self, words: str, kinds: tuple[str, ...] = (), limit: int = 50) -> list[str]:
        """Return the ids of the entries that say something, newest first (rule LO4)."""
        return self._searched().search(words, kinds or None, limit)

    def make_findable(self, limit: int = 500) -> int:
        """Take the next entries into the search index and return how many are left: a few milliseconds of work.

        What is left, or where the file cannot be written to, is read by each search, which takes longer.
        """
        if not self.journal.stream:
            return 0
        try:
            return self._searched().catch_up(limit)
        except Trouble:
            return 0

    def _searched(self) -> "Index":
        if self._index is None:
            from krisapp.store.index import Index  # here: nobody searches before the first screen

            self._index = Index(self.journal, _said)
        return self._index

    def close(self) -> None:
        """Close the journal; another program may open it now."""
        self.journal.close()


def read_incident(journal: Journal, clock: Clock, spare: Callable[[], Plan]) -> tuple[Incident, Reading]:
    """Read a journal into an incident with its plan, as in a job of its own over a journal open for reading.

    `spare` gives the plan to lean on where a damaged file has lost its own; then a start is assumed too.
    """
    reading = journal.read_all()
    incident = Incident()
    start = started(reading.entries)
    lost = reading.faults and start is None
    if lost:
        stamp = next((stamp for stamp, _happened, _kind in reading.entries), None)
        at = stamp.at if stamp else clock()
        incident.plan = spare()
        assumed = lost_start(journal.path.stem, at, next((row.id for row in incident.plan.levels[-1:]), ""))
        assumed.apply(incident, Stamp("", "", 0, 0, int(at.timestamp() * 1000), 0, ""))
    # The plan comes first: what an entry says of people and roles is read in its names.
    if start is not None and start.plan:
        incident.plan = _plan(journal, start.plan) or spare()
    know_consoles(incident, reading, journal.stream)
    fold(incident, ((stamp, happened) for stamp, happened, _kind in reading.entries))
    if len({tip.key for tip in reading.tips.values()}) > 1:
        mark_late(incident, arrivals(journal), clock().tzinfo)
    if incident.plan is not None and incident.phrases_taken:
        incident.plan = incident.phrases_taken.over(incident.plan)
    return incident, reading


def _plan(journal: Journal, name: str) -> Plan | None:
    """Return the frozen plan of a journal, or None where it has been altered; the faults tell of it."""
    try:
        frozen = journal.blob(name)
    except Broken:
        return None
    return decode_plan(frozen) if frozen is not None else None


def _said(kind: str, body: bytes) -> str | None:
    """Return all words of an entry; the source of a draft is not what anyone said, and a drill's script is secret."""
    if kind == Drafted.kind or kind.startswith(BACKSTAGE):
        return None
    return "\n".join(_strings(msgspec.json.decode(body)))


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from _strings(part)
        case list():
            for part in value:
                yield from _strings(part)
