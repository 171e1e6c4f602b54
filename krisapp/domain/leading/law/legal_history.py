"""What happens to the clocks that law starts (lagklockornas händelser): begun, settled, or said not to be needed."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.leading.law.legal_clocks import LegalClocks, Outcome
from krisapp.domain.log import Kind
from krisapp.domain.register import Register
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("legal.started")
class ClockStarted(Event, frozen=True):
    """A clock began. It keeps its name, law and deadline as they were, whatever the rule says later.

    `because` says what happened; `due` is None where a person sets the day when it is known.
    """

    clock: str
    began: datetime
    name: str
    law: str
    due: datetime | None = None
    because: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Start it and log it, once."""
        started = incident.part(LegalClocks).started
        if stamp.id in started:
            return
        started[stamp.id] = self, stamp
        local = self.due.astimezone(stamp.at.tzinfo) if self.due else None
        sentence = {
            (True, True): N_("Lagens klocka startad: {name}, senast {due} ({law}). {because}"),
            (True, False): N_("Lagens klocka startad: {name}, senast {due} ({law})."),
            (False, True): N_("Lagens klocka startad: {name} ({law}). {because}"),
            (False, False): N_("Lagens klocka startad: {name} ({law})."),
        }[local is not None, bool(self.because)]
        due = f"{local.day}/{local.month} {local:%H.%M}" if local else ""
        incident.note(stamp, Kind.TASK, sentence, name=self.name, due=due, law=self.law, because=self.because)


@event("legal.settled")
class ClockSettled(Event, frozen=True):
    """What a clock asks for was done at a time, or it does not apply, with a reason; or that was taken back."""

    clock: str
    outcome: Outcome
    at: datetime
    name: str
    reason: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what was said of the same clock."""
        register = incident.part(LegalClocks).settled.get(self.clock)
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Settle it and log it."""
        incident.part(LegalClocks).settled.setdefault(self.clock, Register()).set(self, stamp)
        sentence = {
            Outcome.DONE: N_("Lagens klocka klar kl. {time}: {name}. {reason}")
            if self.reason
            else N_("Lagens klocka klar kl. {time}: {name}."),
            Outcome.NOT_APPLICABLE: N_("Lagens klocka gäller inte: {name}. Skäl: {reason}"),
            Outcome.RUNS: N_("Lagens klocka går igen: {name}. {reason}")
            if self.reason
            else N_("Lagens klocka går igen: {name}."),
        }[self.outcome]
        time = f"{self.at.astimezone(stamp.at.tzinfo):%H.%M}"
        incident.note(stamp, Kind.TASK, sentence, name=self.name, time=time, reason=self.reason)


@event("legal.declined")
class ClockDeclined(Event, frozen=True):
    """Somebody answered no to a question that would start clocks, and why; or took that back."""

    trigger: str
    question: str
    reason: str
    declined: bool = True

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what was answered before."""
        register = incident.part(LegalClocks).declined.get(self.trigger)
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the answer and log it."""
        incident.part(LegalClocks).declined.setdefault(self.trigger, Register()).set(self, stamp)
        sentence = N_("{question} Nej. Skäl: {reason}") if self.declined else N_("{question} Frågan är öppen igen.")
        incident.note(stamp, Kind.TASK, sentence, question=self.question, reason=self.reason)
