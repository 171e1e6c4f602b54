"""Reading a journal into an incident (historien)."""

from collections.abc import Iterable

from krisapp.domain.events import Event, Stamp
from krisapp.domain.incident import Incident, Started


def started(entries: Iterable[tuple[Stamp, Event | None, str]]) -> Started | None:
    """Return the start of what was read: it names the plan, in whose names all that follows is told."""
    return next((happened for _stamp, happened, _kind in entries if isinstance(happened, Started)), None)


def fold(incident: Incident, entries: Iterable[tuple[Stamp, Event | None]]) -> Incident:
    """Apply entries in their reading order and return the incident, already with its plan; pass over unknown kinds."""
    for stamp, happened in entries:
        if happened is not None:
            happened.apply(incident, stamp)
    return incident
