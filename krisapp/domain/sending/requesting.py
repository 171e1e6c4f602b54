"""Deciding to send (begära utskick), to try again, to give up, and what came of what nobody knows."""

from typing import TYPE_CHECKING

from krisapp.domain.delegation import WARNING_TO_PUBLIC
from krisapp.domain.messages import Message, Release
from krisapp.domain.sending.recipients import Recipient, address_for
from krisapp.domain.sending.sending_history import Answered, Begun, GivenUp, Requested, Settled
from krisapp.domain.sending.sendings import UNCLEAR, UNSENT, Outcome, Sending, Sendings, State
from krisapp.domain.sending.ways import TO_PEOPLE, Way, ways_for
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

_STILL_THEIRS = frozenset(State) - {State.REFUSED, State.GIVEN_UP}


def hold_real(incident: "Incident") -> None:
    """Hold that this is a real incident. Raises `Refused` in an exercise, and where the start cannot be read (P62)."""
    if incident.exercise:
        raise Refused(N_("Det här är en övning. Inget skickas på riktigt (P62)."))
    # A start that stands in for a lost one has no entry of its own, and nobody knows whether it was an exercise.
    if incident.start is None or "" in incident.lines:
        raise Refused(N_("Händelsens början går inte att läsa, så ingen vet om det är en övning. Inget skickas."))


def sendable(incident: "Incident", message: str) -> Release:
    """Return the text that may be sent. Raises `Refused` for a text that is not released, or is sent by nobody."""
    hold_real(incident)
    found: Message | None = incident.messages.get(message)
    if found is None or found.out is None:
        raise Refused(N_("Släpp texten först. Bara en text som är godkänd och släppt får skickas."))
    if found.channel == WARNING_TO_PUBLIC:
        raise Refused(N_("Ett VMA begärs på telefon och skickas aldrig härifrån."))
    if not ways_for(found.channel):
        raise Refused(N_("Texten bärs eller läses upp av någon och kan inte skickas härifrån."))
    return found.out


def already(incident: "Incident", message: str, way: Way) -> frozenset[str]:
    """Return the addresses that have got the text that is out, or are about to, this way."""
    found = incident.messages.get(message)
    number = found.out.number if found and found.out else 0
    addresses = set()
    for sending in incident.part(Sendings).asked:
        request = sending.request
        if request is None or (request.message, request.number, request.way) != (message, number, way):
            continue
        for one, recipient in zip(sending.states(), request.recipients, strict=True):
            if one.state in _STILL_THEIRS:
                addresses.add(address_for(incident.plan, recipient, way))
    return frozenset(addresses)


def request(
    incident: "Incident",
    message: str,
    way: Way,
    *,
    through: str,
    to: str,
    recipients: tuple[Recipient, ...],
    subject: str = "",
) -> Requested:
    """Ask for a released text to be sent (skicka). Raises `Refused` by the rules, and for anyone who has it already."""
    release = sendable(incident, message)
    channel = incident.message(message).channel
    if way not in ways_for(channel):
        raise Refused(N_("Den här texten kan inte gå den vägen. Välj en annan."))
    if not through:
        raise Refused(N_("Vägen är inte inställd. Fyll i den under Utvägar."))
    if not recipients:
        raise Refused(N_("Välj minst en mottagare."))
    addresses = [address_for(incident.plan, one, way) for one in recipients]
    if way in TO_PEOPLE and not all(addresses):
        raise Refused(N_("En av mottagarna har ingen adress. Ta bort den eller rätta kontakten."))
    if len(set(addresses)) < len(addresses):
        raise Refused(N_("Samma adress står två gånger. Ta bort den ena."))
    if not already(incident, message, way).isdisjoint(addresses):
        raise Refused(N_("En av mottagarna har redan fått texten, eller får den snart. Se Utkorg."))
    return Requested(message, release.number, release.sha256, way, through, to, recipients, subject.strip())


def begin(incident: "Incident", id: str, recipients: tuple[int, ...]) -> Begun:
    """Begin an attempt (börja). Raises `Refused` unless each of these surely has not got the text."""
    hold_real(incident)
    sending = _known(incident, id)
    request = sending.request
    assert request is not None
    out = incident.message(request.message).out
    if out is None or out.number != request.number or out.sha256 != request.sha256:
        raise Refused(N_("En nyare text är ute. Avbryt det här utskicket och skicka den nya."))
    states = sending.states()
    if not recipients or any(at >= len(states) or states[at].state not in UNSENT for at in recipients):
        raise Refused(N_("Ingen av mottagarna väntar på texten."))
    return Begun(id, recipients)


def answer(incident: "Incident", id: str, attempt: str, outcomes: tuple[Outcome, ...]) -> Answered:
    """Write down what came of an attempt. Raises `Refused` for one that was never begun."""
    if attempt not in _known(incident, id).begun:
        raise Refused(N_("Försöket finns inte i journalen."))
    return Answered(id, attempt, outcomes)


def unclear(sending: Sending) -> tuple[int, ...]:
    """Return the places of the recipients of whom nobody knows whether the text went."""
    return tuple(at for at, one in enumerate(sending.states()) if one.state in UNCLEAR)


def settle(incident: "Incident", id: str, recipients: tuple[int, ...], *, sent: bool, note: str = "") -> Settled:
    """Judge what nobody knows (bedöm). Raises `Refused` for anyone of whom it is known, or without saying how."""
    sending = _known(incident, id)
    if not recipients or not set(recipients) <= set(unclear(sending)):
        raise Refused(N_("Här finns inget oklart att bedöma."))
    if not note.strip():
        raise Refused(N_("Skriv hur du vet det, till exempel att mottagaren har svarat."))
    attempts = tuple(key for key, (begun, _stamp) in sending.begun.items() if set(begun.recipients) & set(recipients))
    return Settled(id, attempts, recipients, sent, note.strip())


def give_up(incident: "Incident", id: str, reason: str = "") -> GivenUp:
    """Give up what has not gone (avbryt). Raises `Refused` when nothing waits."""
    if not any(one.state in UNSENT for one in _known(incident, id).states()):
        raise Refused(N_("Inget väntar på att skickas."))
    return GivenUp(id, reason.strip())


def _known(incident: "Incident", id: str) -> Sending:
    sending = incident.part(Sendings).by_id.get(id)
    if sending is None or sending.request is None:
        raise Refused(N_("Utskicket finns inte."))
    return sending
