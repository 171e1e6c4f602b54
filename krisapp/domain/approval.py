"""Approval (godkännande): two pairs of eyes, on exactly the text that was seen (rules P49, P53, P55)."""

from datetime import date
from typing import TYPE_CHECKING

from krisapp.domain.checks import Severity, Stage
from krisapp.domain.delegation import BOARD_ROLE, WARNING_TO_PUBLIC, Authority, TextKind, authority, refuse_decider
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.messages import Message, Rejected, Rendering, State, digests, state, version_of
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


KEPT_FROM_RESIDENTS = "P29"
"""The rule that asks why residents are not told what others are."""

IN_ADVANCE = "in_advance"
"""How an approval was given that a template had before anything happened."""


@event("message.approved")
class Approved(Event, frozen=True):
    """Someone other than the writer approved this version, and no other (rule P53).

    `accepted` are the rules of the warnings passed; `means` says how the approval was given: here, or by telephone, or
    in advance. `role`, `name` and `delegation` are who approved and by what decision, as the plan had it then. `why` is
    the reason, in words, that residents are not told what others are (rule P29).
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
    name: str = ""
    delegation: str = ""
    political: bool = False
    why: str = ""

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
            N_("{message} godkänt i förväg av {by} ({role}).")
            if self.means == IN_ADVANCE
            else N_("{message} godkänt av {by} ({role}). Varningar som godtogs: {accepted}. Skäl: {why}")
            if self.why
            else N_("{message} godkänt av {by} ({role}). Varningar som godtogs: {accepted}.")
            if self.accepted
            else N_("{message} godkänt av {by} ({role})."),
            message=incident.title_of(self.message),
            by=self.name or incident.name_of(self.by),
            role=", ".join(part for part in (self.role, self.delegation) if part),
            accepted=", ".join(self.accepted),
            why=self.why,
        )


@event("message.kind_set")
class KindSet(Event, frozen=True):
    """A person said that a text is political, or that it is official after all (rule P49)."""

    message: str
    political: bool

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the kind. An approval of the other kind no longer counts."""
        incident.message(self.message).political = self.political
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("{message} är en politisk text och godkänns av en förtroendevald.")
            if self.political
            else N_("{message} är en tjänstemannatext."),
            message=incident.title_of(self.message),
        )


@event("message.returned")
class Returned(Event, frozen=True):
    """Somebody sent a draft back to its writer, and said why. `text` is what was read; old journals do not have it."""

    message: str
    by: str
    reason: str
    text: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Do away with the approval, show the reason, and keep the text apart from what may go out."""
        message = incident.message(self.message)
        draft = message.draft.value
        text = self.text or (draft.source if draft else "")
        stage = draft.stage if draft else Stage.FIRST
        message.rejected.append(Rejected(text, stage, self.reason, self.by, stamp))
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
    on: date | None = None,
    why: str = "",
) -> Approved:
    """Approve a draft (godkänn), bound to the text that was seen.

    Two pairs of eyes: whoever wrote the text may not approve it, and only who the plan's table of delegation says may,
    `on` that day, or else on the day of the alarm (rules P49, P53, P55). Raises `Refused` for that, for findings that
    stop, for warnings nobody accepted, and while two values of a used fact stand.
    """
    message = incident.message(id)
    unusable = incident.plan.why_unusable(message.channel) if incident.plan else ""
    if unusable:
        raise Refused(N_("{why} Välj en annan kanal, eller låt någon ansvara för den i planen."), why=unusable)
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
    may = authority_for(incident, message, by, on)
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
        may.role,
        means,
        tuple(sorted(passed)),
        incident.version,
        incident.name_of(by),
        may.decision,
        message.political,
        why.strip() if KEPT_FROM_RESIDENTS in passed else "",
    )


def kind_of(message: Message) -> TextKind:
    """Return what kind of decision a text needs: a warning to the public is asked for, whoever it is addressed to."""
    if message.channel == WARNING_TO_PUBLIC:
        return TextKind.VMA
    return TextKind.POLITICAL if message.political else TextKind.OFFICIAL


def authority_for(incident: "Incident", message: Message, by: str, on: date | None) -> Authority:
    """Return by what a person may approve a text. Raises `Refused`, and says who may (rules P49, P53, P55)."""
    day = on or incident.sheet.alarm_at.date()
    kind = kind_of(message)
    if incident.plan is None:
        raise Refused(N_("Det finns ingen plan som säger vem som får godkänna."))
    barred = barred_from(incident, kind)
    found = authority(incident.plan, by, kind, day, barred)
    if found:
        return found
    if barred and authority(incident.plan, by, kind, day):
        raise Refused(
            N_("Krisledningsnämnden är inte i funktion. {name} godkänner inga politiska texter förrän den är det."),
            name=incident.name_of(by),
        )
    raise refuse_decider(incident.plan, incident.name_of(by), kind, day)


def barred_from(incident: "Incident", kind: TextKind) -> tuple[str, ...]:
    """Return the roles that may not decide a kind of text now: the krisledningsnämnd while it is not in function."""
    return (BOARD_ROLE,) if kind is TextKind.POLITICAL and not _board_in_function(incident) else ()


def _board_in_function(incident: "Incident") -> bool:
    from krisapp.domain.leading.decision.crisis_board import CrisisBoard  # here: only political texts ask

    return incident.part(CrisisBoard).current is not None


def set_political(incident: "Incident", id: str, *, political: bool) -> KindSet:
    """Say what kind of text it is (politisk eller inte, P49). Raises `Refused` if it is so, or asks for a VMA."""
    message = incident.message(id)
    if message.channel == WARNING_TO_PUBLIC:
        raise Refused(N_("En begäran om VMA är aldrig en politisk text."))
    if message.political is political:
        raise Refused(N_("Texten är redan märkt så."))
    return KindSet(id, political)


def send_back(incident: "Incident", id: str, by: str, reason: str, text: str = "") -> Returned:
    """Send a draft back (skicka tillbaka), with the text as it was read. Raises `Refused` without draft or reason."""
    if incident.message(id).draft.value is None:
        raise Refused(N_("Det finns inget utkast att skicka tillbaka."))
    if not reason.strip():
        raise Refused(N_("Skriv vad som behöver ändras."))
    return Returned(id, by, reason.strip(), text)
