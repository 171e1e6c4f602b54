"""What may leave the machine (försändelse): a value that only a begun sending in a real incident can give.

Every way out takes one and nothing else, so there is no path by which an exercise, a draft or a text nobody asked for
could be sent: whoever cannot make this value cannot send.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from krisapp.domain.sending.recipients import address_for
from krisapp.domain.sending.requesting import hold_real
from krisapp.domain.sending.sendings import Sendings
from krisapp.domain.sending.ways import TO_PEOPLE, Way
from krisapp.domain.words import N_, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

_PROOF = object()
EXERCISE = "ÖVNING"
"""The word every text of an exercise begins with (rule P62)."""


class Target(NamedTuple):
    """One recipient: its place in the request, and the address."""

    at: int
    address: str


class Outgoing:
    """A text on its way out. Made by `clear` and `trial` alone; anything else that tries is refused."""

    __slots__ = ("id", "message", "number", "subject", "targets", "text")

    def __init__(
        self, proof: object, id: str, message: str, number: int, subject: str, text: str, targets: tuple[Target, ...]
    ) -> None:
        if proof is not _PROOF:
            raise TypeError("only a begun sending in a real incident leaves the machine")
        if any(words.lstrip(" *-–:#").startswith(EXERCISE) for words in (text, subject)):
            raise Refused(N_("Texten är märkt som övning. Inget skickas på riktigt (P62)."))
        self.id = id
        self.message = message
        self.number = number
        self.subject = subject
        self.text = text
        self.targets = targets


def clear(incident: "Incident", id: str, attempt: str) -> Outgoing:
    """Return what an attempt sends. Raises `Refused` unless it stands in the journal of a real incident, unanswered."""
    hold_real(incident)
    sending = incident.part(Sendings).by_id.get(id)
    if sending is None or sending.request is None or attempt not in sending.begun:
        raise Refused(N_("Försöket finns inte i journalen."))
    if any(answered.attempt == attempt for answered, _stamp in sending.answers.values()):
        raise Refused(N_("Försöket är redan besvarat."))
    request = sending.request
    out = incident.message(request.message).out
    if out is None or (out.number, out.sha256) != (request.number, request.sha256):
        raise Refused(N_("En nyare text är ute. Avbryt det här utskicket och skicka den nya."))
    begun, _stamp = sending.begun[attempt]
    targets = [Target(at, address_for(incident.plan, request.recipients[at], request.way)) for at in begun.recipients]
    if request.way in TO_PEOPLE and not all(target.address for target in targets):
        raise Refused(N_("En av mottagarna har ingen adress. Ta bort den eller rätta kontakten."))
    return Outgoing(_PROOF, id, request.message, request.number, request.subject, out.text, tuple(targets))


def trial(incident: "Incident | None", way: Way, address: str, sender: str) -> Outgoing:
    """Return a message to oneself that tries a way (prova). Raises `Refused` while an exercise is open."""
    if incident is not None:
        hold_real(incident)
    if way in TO_PEOPLE and not address:
        raise Refused(N_("Skriv din egen adress eller ditt eget mobilnummer."))
    text = _("{sender}: prov av utskick. Inget har hänt.").format(sender=sender)
    return Outgoing(_PROOF, "prov", "prov", 0, _("Prov av utskick"), text, (Target(0, address),))


class OutgoingSite:
    """A whole site on its way out, file by file. Made by `clear_site` alone; `manifest` names the file listing them."""

    __slots__ = ("files", "manifest")

    def __init__(self, proof: object, files: Mapping[str, bytes], manifest: str) -> None:
        if proof is not _PROOF:
            raise TypeError("only the site of a real incident leaves the machine")
        self.files = files
        self.manifest = manifest


def clear_site(incident: "Incident", files: Mapping[str, bytes], manifest: str) -> OutgoingSite:
    """Return a site that may leave: of a real incident in which something is out. Raises `Refused` otherwise."""
    hold_real(incident)
    if not any(message.out for message in incident.messages.values()):
        raise Refused(N_("Ingen text är ute än, så det finns inget att publicera."))
    return OutgoingSite(_PROOF, files, manifest)
