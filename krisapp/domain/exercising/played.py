"""The approver whom the program plays (spelad godkännare), for who drills alone (handbook 9.9)."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from krisapp.domain.approval import kind_of
from krisapp.domain.delegation import entitled
from krisapp.domain.messages import State, state

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

READS_FOR = timedelta(seconds=20)
"""How long the played approver reads: time enough to change one's mind, and never a wait."""


def to_read(incident: "Incident", now: datetime) -> str | None:
    """Return the text the played approver has read by now, or None. What was sent back waits for another draft."""
    for id, message in incident.messages.items():
        draft = message.draft
        if state(incident, message) is not State.DRAFT or draft.contested or message.returned:
            continue
        if draft.claims and now - draft.claims[-1][1].at >= READS_FOR:
            return id
    return None


def approver(incident: "Incident", message: str, day: datetime) -> str | None:
    """Return who is played: the first who may decide of the text and has not written it; None where there is none."""
    found = incident.messages[message]
    writer = found.draft.claims[-1][1].person
    may = entitled(incident.plan, kind_of(found), day.date()) if incident.plan else ()
    return next((person for person in may if person != writer), None)
