"""What happens to the message map (budskapskartans händelser): somebody writes one, or takes back the sheet's own."""

from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class Key(msgspec.Struct, frozen=True):
    """A key message (huvudbudskap) and the facts that support it (stödfakta), at most three."""

    message: str
    supports: tuple[str, ...] = ()


class MessageMap(msgspec.Struct, frozen=True):
    """Three key messages in the order they are said, the most important first."""

    keys: tuple[Key, ...] = ()

    def text(self) -> str:
        """Return the map as plain text, to be copied."""
        blocks = [
            "\n".join((f"{number}. {key.message}", *(f"   • {line}" for line in key.supports)))
            for number, key in enumerate(self.keys, 1)
        ]
        return "\n\n".join(blocks)


@event("map.written")
class MapWritten(Event, frozen=True):
    """Somebody wrote a map of their own, or took back the one the sheet gives (an empty one)."""

    map: MessageMap

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing map."""
        return incident.message_map.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Let the map stand."""
        incident.message_map.set(self.map if self.map.keys else None, stamp)
        sentence = N_("Budskapskartan ändrad.") if self.map.keys else N_("Budskapskartan följer faktaunderlaget igen.")
        incident.note(stamp, Kind.COMMUNICATION, sentence)
