"""Whether what an inject waits for has happened (villkor), read from what the team has done and nothing else."""

from typing import TYPE_CHECKING

from krisapp.domain.checklists import Mark
from krisapp.domain.exercising.scenario import Condition

if TYPE_CHECKING:
    from krisapp.domain.exercising.drill import Drill
    from krisapp.domain.incident import Incident


def has_happened(incident: "Incident", drill: "Drill", condition: Condition) -> bool:
    """Return whether the team has done what the condition names."""
    ((what, value),) = condition.named.items()
    match what:
        case "released":
            return _released(incident, value)
        case "item":
            mark = incident.marks.get(value)
            return mark is not None and mark.state is not Mark.OPEN
        case "inject":
            return drill.sent_at(value) is not None
        case "level":
            return any(level == value for level, _reason, _stamp in incident.levels)
        case _:
            return _answered(incident, value)


def _released(incident: "Incident", of: str) -> bool:
    """Return whether a text has gone out to an audience, or in a channel."""
    return any(of in id.partition(".")[0].split("-") for id, message in incident.messages.items() if message.releases)


def _answered(incident: "Incident", what: str) -> bool:
    """Return whether a media enquiry, or a rumour, has been answered."""
    if what == "media":
        return any(enquiry.replies for enquiry in incident.enquiries.values())
    return any(rumour.counter.value is not None for rumour in incident.rumours.values())
