"""Standing the staff down (avveckla staben), handbook 3.14: the lowest level, list K09, and what is left to do."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain import promises
from krisapp.domain.checklists import open_list
from krisapp.domain.checks import Stage
from krisapp.domain.leading.decision.crisis_board import CrisisBoard
from krisapp.domain.leading.levels import set_level
from krisapp.domain.words import _

if TYPE_CHECKING:
    from krisapp.domain.events import Event
    from krisapp.domain.incident import Incident

ANCHOR = "A0"
"""The anchor of the list that is run when the staff is stood down."""

_LAST = (Stage.FINAL, Stage.ALL_CLEAR, Stage.RETRACTION)


def lowest(incident: "Incident") -> str:
    """Return the level at which no staff works: the plan's first."""
    levels = incident.plan.levels if incident.plan else ()
    return min(levels, key=lambda row: row.rank).id if levels else ""


def stand_down(incident: "Incident", decided_by: str, reason: str, now: datetime) -> "tuple[Event, ...]":
    """Decide that the staff stands down (avveckla): the lowest level, and the list for it from now.

    Raises `Refused` by `set_level`. What is left never stops it: staff mode can end although the crisis goes on (3.14).
    """
    lists = [row.id for row in incident.plan.checklists if row.anchor == ANCHOR] if incident.plan else []
    opened = [open_list(incident, id, now) for id in lists if id not in incident.opened]
    return set_level(incident, lowest(incident), decided_by, reason), *opened


def waiting_for_last_word(incident: "Incident") -> list[str]:
    """Return the audiences that have got texts but no last word, by their codes in the policy's order."""
    got: dict[str, bool] = {}
    for message in incident.messages.values():
        if message.out is not None:
            got[message.audience] = got.get(message.audience, False) or message.out.stage in _LAST
    ranks = {row.id: row.rank for row in incident.plan.audiences} if incident.plan else {}
    return sorted((one for one, last in got.items() if not last), key=lambda one: (ranks.get(one, 0), one))


def left(incident: "Incident") -> list[str]:
    """Return in words what stands open when the staff stands down: promises, last words that are owed, the board."""
    found = []
    promise = promises.standing(incident)
    if promise is not None:
        found.append(_("Ett besked är utlovat kl. {time}.").format(time=f"{promise.due:%H.%M}"))
    waiting = waiting_for_last_word(incident)
    if waiting:
        rows = incident.plan.audiences if incident.plan else ()
        names = [next((row.short for row in rows if row.id == id), id) for id in waiting]
        found.append(_("Slutbesked saknas till: {names}.").format(names=", ".join(names)))
    if incident.part(CrisisBoard).current is not None:
        found.append(_("Krisledningsnämnden är i funktion. Den avvecklas för sig."))
    return found
