"""Reading a journal into an incident (historien). All kinds of event are known to whoever folds here."""

from collections.abc import Iterable

# Importing a module registers its kinds of event.
from krisapp.domain import (  # noqa: F401
    approval,
    break_glass,
    checklists,
    dispatch,
    enquiries,
    log,
    map_history,
    messages,
    phrase_taking,
    promises,
    question_history,
    release,
    replacing,
    rumours,
    run,
    situation,
    warning,
)
from krisapp.domain.events import Event, Stamp
from krisapp.domain.incident import Incident
from krisapp.domain.reaching import working  # noqa: F401


def fold(incident: Incident, entries: Iterable[tuple[Stamp, Event | None]]) -> Incident:
    """Apply entries in their reading order and return the incident. Unknown kinds are passed over."""
    for stamp, happened in entries:
        if happened is not None:
            happened.apply(incident, stamp)
    return incident
