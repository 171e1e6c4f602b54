"""The kinds of event (händelseslag) and the stamp each carries.

A kind is a permanent name chosen by hand. Fields are only ever added, with defaults. A kind this program does not know
is kept, chained and ignored, so that an older console can read a newer one's journal.
"""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

import msgspec

from krisapp.domain.kinds import HOMES

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class Stamp(msgspec.Struct, frozen=True, gc=False):
    """Who wrote an entry, on which console and when (stämpel).

    `id` is the entry's SHA-256 in hex, `stream` one console and program run, `seq` the place in that stream from 1.
    `tick` orders entries of several consoles; `wall` is the console's clock in milliseconds since 1970 UTC and
    `offset` its offset from UTC in minutes. `replaces` are the entries whose values the author saw and replaced.
    """

    id: str
    stream: str
    seq: int
    tick: int
    wall: int
    offset: int
    person: str
    replaces: tuple[str, ...] = ()

    @property
    def at(self) -> datetime:
        """Return the time of entry (loggtid) with the console's own offset."""
        zone = timezone(timedelta(minutes=self.offset))
        return datetime.fromtimestamp(self.wall / 1000, zone)


class Event(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What happened. Applying it to an incident accepts any order and never fails."""

    kind: ClassVar[str]

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the entries whose values this event replaces, if it were made now: what its author sees."""
        del incident
        return ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Change the incident as the event says."""
        raise NotImplementedError


KINDS: dict[str, type[Event]] = {}

E = TypeVar("E", bound=Event)


@dataclass_transform(frozen_default=True)
def event(kind: str) -> Callable[[type[E]], type[E]]:
    """Register a class as the event of this kind; the name is permanent."""

    def register(cls: type[E]) -> type[E]:
        if kind in KINDS:
            raise ValueError(f"two events are called {kind}")
        cls.kind = kind
        KINDS[kind] = cls
        return cls

    return register


def to_body(happened: Event) -> bytes:
    """Return the event's fields as JSON, the text that is salted, hashed and stored."""
    return msgspec.json.encode(happened, order="sorted")


def _class_of(kind: str) -> type[Event] | None:
    """Return the class of a kind, read from its home the first time: a journal brings in only what it holds."""
    if kind not in KINDS:
        for home in HOMES.get(kind.partition(".")[0], ()):
            import_module(f"krisapp.domain.{home}")
    return KINDS.get(kind)


_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {}


def from_body(kind: str, body: bytes) -> Event | None:
    """Return the event of a stored body, or None if this program does not know the kind or cannot read it."""
    decoder = _DECODERS.get(kind)
    if decoder is None:
        cls = _class_of(kind)
        if cls is None:
            return None
        decoder = _DECODERS[kind] = msgspec.json.Decoder(cls)
    try:
        happened: Event = decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return happened
