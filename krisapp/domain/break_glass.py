"""Release without approval (nöd-release, row ME6): when nobody who may approve can be reached and people are in danger.

It is the one way past rule P53, and no way past any other: the order of P28 holds, and so do the checks that stop a
text. That the text contradicts another (6.7), which an approver may weigh and pass, stops it here, where nobody weighs
it: what is wrong is mended first, on the sheet or in the text. An exercise is treated as the real thing. It leaves a
debt that stays in sight until somebody other than the one who released it has approved it afterwards, or until a
retraction that was approved has gone out.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.approval import authority_for, kind_of
from krisapp.domain.checklists import OWED
from krisapp.domain.checks import AGREEMENT, Severity, Stage
from krisapp.domain.delegation import TextKind
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.messages import Message, Rendering, State, digests, state, version_of
from krisapp.domain.plan_rows import Item
from krisapp.domain.release import NeedsReason, WentOut, order_decision
from krisapp.domain.words import N_, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

SHORTEST_REASON = 10
"""Letters a reason has at least: "bråttom" says nothing to whoever reads the journal afterwards."""


@event("message.released_unapproved")
class ReleasedUnapproved(WentOut, frozen=True):
    """The person at the desk let a text out that nobody had approved, and said why. Who it was stands in the stamp.

    `rules` are those of the order that the reason also covers (P16, P64).
    """

    reason: str
    next_update: datetime | None = None
    replaces: int = 0
    rules: tuple[str, ...] = ()

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the draft the text was made of."""
        return incident.message(self.message).draft.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Freeze the text and remember the debt; a draft that somebody has changed meanwhile is left alone."""
        message = incident.message(self.message)
        seen = [(draft, made) for draft, made in message.draft.claims if made.id in stamp.replaces]
        edited = seen[-1][1] if seen and seen[-1][0].edited else None
        message.releases.append(self.frozen(stamp, edited, self.next_update))
        message.draft.drop(stamp.replaces)
        if message.draft.value is None:
            message.approval = None
        incident.unapproved[self.message, self.number] = stamp
        incident.note(
            stamp,
            Kind.DECISION,
            N_("NÖD-RELEASE UTAN GODKÄNNANDE: {message}, nr {number}, är ute. Skäl: {reason}"),
            message=incident.title_of(self.message),
            number=str(self.number),
            reason=self.reason,
        )
        if "P16" in self.rules:
            incident.ask_internal(stamp)


@event("message.approved_afterwards")
class ApprovedAfterwards(Event, frozen=True):
    """Somebody else who may approve stands for a text that went out in an emergency (godkänt i efterhand)."""

    message: str
    number: int
    by: str
    role: str
    name: str = ""
    delegation: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Settle the debt of that text and no other."""
        incident.approved_afterwards[self.message, self.number] = self
        incident.note(
            stamp,
            Kind.DECISION,
            N_("{message}, nr {number}, godkänt i efterhand av {by} ({role})."),
            message=incident.title_of(self.message),
            number=str(self.number),
            by=self.name or incident.name_of(self.by),
            role=", ".join(part for part in (self.role, self.delegation) if part),
        )


class Owed(msgspec.Struct, frozen=True):
    """A text that is out without approval: which, who let it out and when."""

    message: str
    number: int
    stamp: Stamp

    @property
    def item(self) -> str:
        """Return the id of what is to be done about it: "P53-E1-C05.sv-1"."""
        return f"{OWED}{self.message}-{self.number}"


def owed(incident: "Incident") -> tuple[Owed, ...]:
    """Return the texts that still need an approval or a retraction, the oldest first."""
    found = [
        Owed(message, number, stamp)
        for (message, number), stamp in incident.unapproved.items()
        if not _settled(incident, message, number)
    ]
    return tuple(sorted(found, key=lambda one: (one.stamp.tick, one.stamp.stream, one.stamp.seq)))


def _settled(incident: "Incident", id: str, number: int) -> bool:
    if (id, number) in incident.approved_afterwards:
        return True
    return any(
        release.stage is Stage.RETRACTION
        and release.number > number
        and (bool(release.approved_by) or (id, release.number) in incident.approved_afterwards)
        for release in incident.message(id).releases
    )


def items_owed(incident: "Incident") -> list[tuple[Item, Stamp]]:
    """Return what is to be done about each text that is out without approval, with when its clock started."""
    return [
        (
            Item(
                id=one.item,
                rank=0,
                text=_("Godkänn i efterhand eller återkalla: {title}, nr {number}").format(
                    title=incident.title_of(one.message), number=one.number
                ),
                role="KOM",
                offset=0,
                links=("message",),
            ),
            one.stamp,
        )
        for one in owed(incident)
    ]


def release_unapproved(
    incident: "Incident", id: str, seen: Rendering, person: str, *, reason: str, knows: bool
) -> ReleasedUnapproved:
    """Let a text out that nobody has approved (släpp i nöd). `person` is the one at the desk, and nobody else can.

    Two deliberate acts: the reason in words, and `knows`, that nobody has approved it. Raises `Refused` without them,
    for a political text (P49), for a request for a VMA, for findings that stop, and by the order (P28, P35).
    """
    message = incident.message(id)
    if not person:
        raise Refused(N_("Välj vem du är, längst upp till höger. Det ska synas vem som släpper texten."))
    if state(incident, message) is State.APPROVED:
        raise Refused(N_("Texten är godkänd. Släpp den på vanligt sätt."))
    current = message.draft.value
    if current is None:
        raise Refused(N_("Det finns inget utkast att släppa."))
    _hold_rules(incident, message, seen)
    refuse_unless_meant(reason, knows=knows)
    uses = digests(incident.sheet, seen.uses)
    decision = order_decision(incident, message, uses, incident.version)
    if isinstance(decision, Refused):
        raise decision
    return ReleasedUnapproved(
        id,
        version_of(id, current.stage, seen.text),
        seen.text,
        current.stage,
        message.number,
        uses,
        incident.version,
        reason.strip(),
        None if current.stage is Stage.FINAL else incident.sheet.next_update,
        message.number - 1,
        decision.rules if isinstance(decision, NeedsReason) else (),
    )


def refuse_unless_meant(reason: str, *, knows: bool) -> None:
    """Refuse what lacks one of the two deliberate acts: the reason in words, and knowing that nobody has approved."""
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refused(
            N_("Skriv varför texten måste ut utan godkännande, med minst {count} tecken."), count=SHORTEST_REASON
        )
    if not knows:
        raise Refused(N_("Kryssa i att du vet att ingen har godkänt texten."))


def _hold_rules(incident: "Incident", message: Message, seen: Rendering) -> None:
    """Refuse what no emergency excuses."""
    kind = kind_of(message)
    if kind is TextKind.POLITICAL:
        raise Refused(N_("En politisk text släpps aldrig utan godkännande av en förtroendevald (P49)."))
    if kind is TextKind.VMA:
        raise Refused(
            N_("En begäran om VMA görs av den som har delegation. Ring hen, eller räddningstjänsten via 112.")
        )
    if message.draft.contested:
        raise Refused(N_("Två utkast står mot varandra. Välj ett av dem först."))
    disputed = sorted(incident.contested.intersection(seen.uses))
    if disputed:
        raise Refused(
            N_("Två uppgifter står mot varandra i läget: {names}. Välj en av dem först."),
            names=", ".join(disputed),
        )
    stops = [one for one in seen.findings if one.severity is Severity.STOP or one.rule == AGREEMENT]
    if stops:
        raise Refused(N_("Texten kan inte släppas: {reason}"), reason=stops[0].text)


def approve_afterwards(
    incident: "Incident", id: str, number: int, by: str, on: date | None = None
) -> ApprovedAfterwards:
    """Approve a text that is out without approval (godkänn i efterhand).

    Raises `Refused` when it needs none, for the one who released it, and for those the plan does not let.
    """
    found = next((one for one in owed(incident) if (one.message, one.number) == (id, number)), None)
    if found is None:
        raise Refused(N_("Texten behöver inget godkännande i efterhand."))
    if found.stamp.person == by:
        raise Refused(
            N_("{name} släppte texten. Någon annan måste godkänna den i efterhand."), name=incident.name_of(by)
        )
    may = authority_for(incident, incident.message(id), by, on)
    return ApprovedAfterwards(id, number, by, may.role, incident.name_of(by), may.decision)
