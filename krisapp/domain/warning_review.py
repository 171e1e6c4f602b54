"""When a request for a VMA is to be looked at again (omprövning), as a point of Att göra (checklist K14-10, K14-11)."""

from typing import TYPE_CHECKING

from krisapp.domain.plan_rows import Item
from krisapp.domain.warning import WARNINGS, Step, steps_of
from krisapp.domain.words import _

if TYPE_CHECKING:
    from datetime import datetime

    from krisapp.domain.incident import Incident


def reviews(incident: "Incident") -> list[tuple[Item, "datetime"]]:
    """Return a point for each request that SOS Alarm has been called about and that nobody has ended, with its time.

    The time is the next word that the text promised. A newer version is a point of its own.
    """
    found = []
    for id in WARNINGS:
        out = incident.message(id).out
        if out is None or out.stage.over or out.next_update is None:
            continue
        done = {one.step for one in steps_of(incident, id)}
        if Step.CALLED in done and Step.ENDED not in done:
            text = _("Ompröva {title}: uppdatera, begär faran över eller avsluta").format(title=incident.title_of(id))
            item = Item(id=f"VMA-{id}-{out.number}", rank=0, text=text, role="KOM", offset=0, links=("message",))
            found.append((item, out.next_update))
    return found
