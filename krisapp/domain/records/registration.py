"""Registration of public records (diarieföring, OSL 5 kap.): the number a record got in the municipality's register.

The register itself is the municipality's. Here stands which number a line or a text was given, so that the two can be
found from one another, and a list of what there is to register.
"""

from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.records.secrecy import name_of, text_of
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

LONGEST = 40
"""Characters of a number in the register."""


class Registrations:
    """The numbers that records were given, by what a mark of secrecy calls them."""

    def __init__(self) -> None:
        self.by_subject: dict[str, Register[str]] = {}


@event("registration.numbered")
class Numbered(Event, frozen=True):
    """Somebody noted the number that a record has in the municipality's register."""

    subject: str
    number: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing number."""
        return _register(incident, self.subject).heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Keep it, and log it."""
        _register(incident, self.subject).set(self.number, stamp)
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("Diarienummer {number}: {what}."),
            number=self.number,
            what=Later(lambda: name_of(incident, self.subject)),
        )


def register(incident: "Incident", subject: str, number: str) -> Numbered:
    """Note a record's number (diarienummer). Raises `Refused` for none, one too long, and the one that stands."""
    number = " ".join(number.split())
    if not number or len(number) > LONGEST:
        raise Refused(N_("Skriv diarienumret, till exempel KS 2027/14. Högst {limit} tecken."), limit=LONGEST)
    if text_of(incident, subject) is None:
        raise Refused(N_("Det som skulle märkas finns inte längre i händelsen."))
    if number_of(incident, subject) == number:
        raise Refused(N_("Inget är ändrat."))
    return Numbered(subject, number)


def number_of(incident: "Incident", subject: str) -> str:
    """Return the number of a record, nothing when it has none; two that nobody chose between are both told."""
    kept = incident.part(Registrations).by_subject.get(subject)
    return "; ".join(value for value, _stamp in kept.claims) if kept else ""


def _register(incident: "Incident", subject: str) -> Register[str]:
    return incident.part(Registrations).by_subject.setdefault(subject, Register())
