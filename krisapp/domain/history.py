"""Reading a journal into an incident (historien)."""

from collections.abc import Iterable

from krisapp.domain.events import Event, Stamp
from krisapp.domain.incident import Incident


def fold(incident: Incident, entries: Iterable[tuple[Stamp, Event | None]]) -> Incident:
    """Apply entries in their reading order and return the incident. Unknown kinds are passed over."""
    for stamp, happened in entries:
        if happened is not None:
            happened.apply(incident, stamp)
    return incident
