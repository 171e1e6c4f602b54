"""A run of the program (körning): what it knew when it began, and whether its watch was set meanwhile."""

from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("run.started")
class RunStarted(Event, frozen=True):
    """The first entry of every stream: which program on which console, and how far every known stream had come.

    `tips` gives each stream's last number and entry id as this run found them. They cross-link the chains: whoever
    cuts the end off one is given away by the next run, on this console or on any other.
    """

    tips: dict[str, tuple[int, str]]
    console: str = ""
    program: str = ""
    sqlite: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Change nothing: a run is evidence about the journal, not about the incident."""


@event("clock.turned_back")
class ClockTurnedBack(Event, frozen=True):
    """The console's watch was turned back (klockan ställdes bakåt) between two entries.

    `before` is the latest time seen and `after` the first one after, in milliseconds since 1970 UTC. The program
    writes it by itself, so that times that do not rise can be understood afterwards.
    """

    before: int
    after: int

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Change nothing: order rests on ticks, never on the watch."""
