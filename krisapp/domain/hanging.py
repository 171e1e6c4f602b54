"""What hangs where (uppsatt): the last text of each spot, and what a newer one makes it time to replace (rule P57)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from krisapp.domain.dispatch import Dispatch, State

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


def standing(dispatches: Iterable[Dispatch]) -> tuple[Dispatch, ...]:
    """Return what hangs or was told last in each spot: those done that no later one of the same spot took over."""
    last: dict[tuple[str, str, str], Dispatch] = {}
    for one in dispatches:
        if one.state is State.DONE and one.at is not None:
            before = last.get(one.spot)
            if before is None or before.at is None or (one.number, one.at) >= (before.number, before.at):
                last[one.spot] = one
    return tuple(last.values())


def to_replace(incident: "Incident") -> tuple[Dispatch, ...]:
    """Return what stands somewhere though a newer text has been released since: it has to be replaced (ska bytas)."""
    return tuple(one for one in standing(incident.dispatches.values()) if outdated(incident, one))


def outdated(incident: "Incident", one: Dispatch) -> bool:
    """Return whether a newer text than the one carried has been released."""
    message = incident.messages.get(one.message)
    return message is not None and message.out is not None and message.out.number > one.number
