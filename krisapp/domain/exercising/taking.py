"""What the team makes of an inject that has reached it (mottaget): a line, an enquiry, a rumour or a report."""

from enum import StrEnum
from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.exercising.drill import Drill
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class Made(StrEnum):
    """What the team made of an inject."""

    SEEN = "seen"
    LOG = "log"
    ENQUIRY = "enquiry"
    RUMOUR = "rumour"
    REPORT = "report"


MADE = {
    Made.SEEN: N_("läst"),
    Made.LOG: N_("loggad"),
    Made.ENQUIRY: N_("mediefråga"),
    Made.RUMOUR: N_("rykte"),
    Made.REPORT: N_("rapport"),
}


@event("inject.taken")
class InjectTaken(Event, frozen=True):
    """The team took an inject in (mottaget): what it made of it, and the entry that came of it."""

    inject: str
    made: Made
    entry: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it; what was made of it counts before that it was seen."""
        taken = incident.part(Drill).taken
        if self.made is not Made.SEEN or self.inject not in taken:
            taken[self.inject] = (self, stamp)
