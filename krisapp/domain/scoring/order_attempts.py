"""Attempts to let a text out before the residents have theirs (ordningsfel): refused, and kept to learn from (P28)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.release import Decision


@event("order.refused")
class OrderRefused(Event, frozen=True):
    """Somebody asked to let a text out, and the order that has no way round refused it (rule P28)."""

    message: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Log it; nothing went out."""
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("{message} fick inte gå ut: invånarna först (P28)."),
            message=incident.title_of(self.message),
        )


def attempts(decided: "Iterable[tuple[str, Decision]]") -> list[OrderRefused]:
    """Return an event for each chosen message that the order of P28 refused, and none for other reasons."""
    return [OrderRefused(id) for id, no in decided if isinstance(no, Refused) and "(P28)" in no.sentence]
