"""Reading back a request for a VMA (motläsning): which sentences somebody has heard come back as they were read."""

from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.register import Register

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

Read = tuple[str, int, str]
"""A sentence of a request: its message, its place in the chain, and the words."""


class ReadBack:
    """The sentences that have been ticked off, or taken back."""

    def __init__(self) -> None:
        self.sentences: dict[Read, Register[bool]] = {}


@event("warning.heard")
class SentenceHeard(Event, frozen=True):
    """A person ticked a sentence off as read back, or took the tick away. The log tells of the whole, not of each."""

    message: str
    number: int
    sentence: str
    heard: bool

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing ticks of this sentence."""
        found = incident.part(ReadBack).sentences.get((self.message, self.number, self.sentence))
        return found.heads if found else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Keep the tick."""
        kept = incident.part(ReadBack).sentences
        kept.setdefault((self.message, self.number, self.sentence), Register()).set(self.heard, stamp)


def heard_of(incident: "Incident", message: str) -> frozenset[str]:
    """Return the sentences heard of the request that is out now. Where two ticked apart, one that missed it wins."""
    out = incident.message(message).out
    number = out.number if out else 0
    return frozenset(
        sentence
        for (of, at, sentence), register in incident.part(ReadBack).sentences.items()
        if (of, at) == (message, number) and register.claims and all(heard for heard, _stamp in register.claims)
    )
