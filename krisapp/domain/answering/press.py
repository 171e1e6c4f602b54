"""Serving the media (mediekontakter): noting and answering what they ask, and who speaks (rules P46, P48, P50)."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.answering.enquiries import POLITICIAN, Answered, Received, Tagged, Withdrawn
from krisapp.domain.checking.answering import MEDIA, refuse_stops
from krisapp.domain.plan_rows import Person, Role
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

FREEDOM = N_(
    "Talespersonen talar för kommunen. Det ändrar inte din rätt att själv lämna uppgifter till medier. "
    "Ingen får ta reda på vem som har gjort det."
)
"""The reminder that stands wherever a spokesperson is named (meddelarfrihet, rule P48)."""

SPEAKERS = ("TAL", "KC", "KSO")
"""The roles whose holders speak for the municipality, in the order they are offered."""


def receive(
    *,
    medium: str,
    question: str,
    now: datetime,
    who: str = "",
    telephone: str = "",
    deadline: datetime | None = None,
    political: bool = False,
) -> Received:
    """Note an enquiry (ta emot mediefråga). Raises `Refused` without medium or question, or for a passed deadline."""
    if not medium.strip():
        raise Refused(N_("Skriv vilket medium som frågar, till exempel P4 Sörmland."))
    if not question.strip():
        raise Refused(N_("Skriv vad de frågar om."))
    if deadline is not None and deadline <= now:
        raise Refused(N_("Tiden de behöver svaret har redan passerat. Kontrollera klockslaget."))
    return Received(
        medium.strip(), question.strip(), now, who.strip(), telephone.strip(), deadline, political=political
    )


def tag(incident: "Incident", id: str, *, political: bool) -> Tagged:
    """Say whether a question is political (märk som politisk). Raises `Refused` if it is so already."""
    if incident.enquiries[id].is_political == political:
        raise Refused(N_("Inget är ändrat."))
    return Tagged(id, political)


def answer(incident: "Incident", id: str, text: str, spokesperson: str, now: datetime, reason: str = "") -> Answered:
    """Note an answer (svara).

    Raises `Refused` without text or spokesperson, for a text with a wording that stops (7.7, rule P48), and for a
    political question that another than the elected answers without a reason (rule P50).
    """
    enquiry = incident.enquiries[id]
    if enquiry.withdrawn:
        raise Refused(N_("Frågan är avskriven. Skriv en ny om mediet hör av sig igen."))
    if not spokesperson:
        raise Refused(N_("Välj vem som svarar för kommunen."))
    roles = {role.id for role in incident.plan.held_by(spokesperson)} if incident.plan else set()
    if enquiry.is_political and POLITICIAN not in roles and not reason.strip():
        raise Refused(
            N_("Frågan är politisk och besvaras av kommunstyrelsens ordförande. Skriv skälet om någon annan svarar.")
        )
    refuse_stops(incident, text, MEDIA, now)
    return Answered(id, text.strip(), spokesperson, now, reason.strip())


def withdraw(incident: "Incident", id: str, reason: str) -> Withdrawn:
    """Write an enquiry off (avskriv). Raises `Refused` without a reason or twice."""
    if incident.enquiries[id].withdrawn:
        raise Refused(N_("Frågan är redan avskriven."))
    if not reason.strip():
        raise Refused(N_("Skriv varför frågan avskrivs."))
    return Withdrawn(id, reason.strip())


def speakers(incident: "Incident") -> list[tuple[Person, Role]]:
    """Return who speaks for the municipality, each once: those the fact sheet names, then spokespersons and leaders."""
    plan = incident.plan
    if plan is None:
        return []
    named = incident.sheet.spokesperson
    found: dict[str, tuple[Person, Role]] = {}
    for code in (named.municipality, named.topic, *SPEAKERS):
        role = plan.role(code)
        for holder in sorted((one for one in plan.holders if role and one.role == role.id), key=lambda one: one.rank):
            person = plan.person(holder.person)
            if person is not None and role is not None:
                found.setdefault(person.id, (person, role))
    return list(found.values())
