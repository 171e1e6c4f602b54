"""Whether what an inject waits for has happened (villkor), read from what the team has done and nothing else."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from krisapp.domain.checklists import Mark
from krisapp.domain.exercising.scenario import Condition

if TYPE_CHECKING:
    from krisapp.domain.exercising.drill import Drill
    from krisapp.domain.incident import Incident
    from krisapp.domain.messages import Release


def has_happened(incident: "Incident", drill: "Drill", condition: Condition) -> bool:
    """Return whether the team has done what the condition names, as often as it says."""
    ((what, value),) = condition.named.items()
    return _times(incident, drill, what, value) >= condition.times


def _times(incident: "Incident", drill: "Drill", what: str, value: str) -> int:
    match what:
        case "released":
            return sum(1 for _release in releases(incident, value))
        case "item":
            mark = incident.marks.get(value)
            return int(mark is not None and mark.state is not Mark.OPEN)
        case "inject":
            return int(drill.sent_at(value) is not None)
        case "level":
            return sum(level == value for level, _reason, _stamp in incident.levels)
        case "answered":
            return _answered(incident, value)
        case _:
            return _done(incident, value)


def releases(incident: "Incident", of: str) -> "Iterator[Release]":
    """Give the texts that have gone out to an audience, or in a channel."""
    for id, message in incident.messages.items():
        if of in id.partition(".")[0].split("-"):
            yield from message.releases


def _answered(incident: "Incident", what: str) -> int:
    """Return how many media enquiries, or rumours, have been answered."""
    if what == "media":
        return sum(bool(enquiry.replies) for enquiry in incident.enquiries.values())
    return sum(rumour.counter.value is not None for rumour in incident.rumours.values())


def _done(incident: "Incident", what: str) -> int:
    # Each is read where it lives, and only when a scenario asks for it.
    match what:
        case "calls":
            from krisapp.domain.leading.alarm.calling import Calls

            return len(incident.part(Calls).ended)
        case "handover":
            from krisapp.domain.leading.staff.handovers import Handovers

            return sum(one.confirmed is not None for one in incident.part(Handovers).all.values())
        case "warning":
            from krisapp.domain.warning_request import Requests

            return len(incident.warnings) + (incident.part(Requests).weighed.value is not None)
        case _:
            return sum(bool(line.paper) for line in incident.log)
