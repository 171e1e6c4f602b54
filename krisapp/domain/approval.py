"""Approval (godkännande): two pairs of eyes, on exactly the text that was seen (rules P49, P53)."""

from typing import TYPE_CHECKING

from krisapp.domain.checks import Severity, Stage
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.messages import Rendering, State, digests, state, version_of
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("message.approved")
class Approved(Event, frozen=True):
    """Someone other than the writer approved this version, and no other (rule P53).

    `accepted` are the rules of the warnings passed; `means` says how the approval was given: here, or by telephone.
    """

    message: str
    version: str
    text: str
    stage: Stage
    uses: dict[str, str]
    by: str
    role: str = ""
    means: str = "here"
    accepted: tuple[str, ...] = ()
    facts_version: int = 0

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Mark the draft as approved, if it is still the draft that was seen."""
        message = incident.message(self.message)
        draft = message.draft.value
        if draft is None or draft.stage is not self.stage:
            return
        message.approval = self
        message.approved = stamp
        message.returned = ""
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("{message} godkänt av {by} ({role}). Varningar som godtogs: {accepted}.")
            if self.accepted
            else N_("{message} godkänt av {by} ({role})."),
            message=incident.title_of(self.message),
            by=incident.name_of(self.by),
            role=self.role,
            accepted=", ".join(self.accepted),
        )


@event("message.returned")
class Returned(Event, frozen=True):
    """Somebody sent a draft back to its writer, and said why."""

    message: str
    by: str
    reason: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Do away with the approval and show the reason."""
        message = incident.message(self.message)
        message.approval = None
        message.returned = self.reason
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("{message} skickat tillbaka av {by}: {reason}"),
            message=incident.title_of(self.message),
            by=incident.name_of(self.by),
            reason=self.reason,
        )


def approve(
    incident: "Incident",
    id: str,
    seen: Rendering,
    by: str,
    *,
    means: str = "here",
    accepted: tuple[str, ...] = (),
) -> Approved:
    """Approve a draft (godkänn), bound to the text that was seen.

    Two pairs of eyes: whoever wrote the text may not approve it, and only who the plan says may (rule P53). Raises
    `Refused` for that, for findings that stop, for warnings nobody accepted, and while two values of a used fact stand.
    """
    message = incident.message(id)
    why = incident.plan.why_unusable(message.channel) if incident.plan else ""
    if why:
        raise Refused(N_("{why} Välj en annan kanal, eller låt någon ansvara för den i planen."), why=why)
    current = message.draft.value
    if current is None:
        raise Refused(N_("Det finns inget utkast att godkänna."))
    if message.draft.contested:
        raise Refused(N_("Två utkast står mot varandra. Välj ett av dem först."))
    if state(incident, message) is State.APPROVED:
        raise Refused(N_("Budskapet är redan godkänt."))
    disputed = sorted(incident.contested.intersection(seen.uses))
    if disputed:
        raise Refused(
            N_("Två uppgifter står mot varandra i läget: {names}. Välj en av dem först."),
            names=", ".join(disputed),
        )
    writer = message.draft.claims[-1][1].person
    if writer == by:
        raise Refused(N_("{name} har skrivit texten. Någon annan måste godkänna."), name=incident.name_of(by))
    role = incident.approver_role(by)
    if role is None:
        raise Refused(
            N_("{name} får inte godkänna. Det får kommunchefen, kommunikationschefen och deras ersättare."),
            name=incident.name_of(by),
        )
    stops = [finding for finding in seen.findings if finding.severity is Severity.STOP]
    if stops:
        raise Refused(N_("Texten kan inte godkännas: {reason}"), reason=stops[0].text)
    passed = {finding.rule for finding in seen.findings if finding.severity is Severity.WARNING}
    if passed - set(accepted):
        raise Refused(
            N_("Texten har varningar som ingen har tagit ställning till: {rules}."),
            rules=", ".join(sorted(passed - set(accepted))),
        )
    return Approved(
        id,
        version_of(id, current.stage, seen.text),
        seen.text,
        current.stage,
        digests(incident.sheet, seen.uses),
        by,
        role,
        means,
        tuple(sorted(passed)),
        incident.version,
    )


def send_back(incident: "Incident", id: str, by: str, reason: str) -> Returned:
    """Send a draft back (skicka tillbaka). Raises `Refused` without a draft or a reason."""
    if incident.message(id).draft.value is None:
        raise Refused(N_("Det finns inget utkast att skicka tillbaka."))
    if not reason.strip():
        raise Refused(N_("Skriv vad som behöver ändras."))
    return Returned(id, by, reason.strip())
