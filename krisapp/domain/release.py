"""The release engine (utsändning): what may go out now, and in which order.

`decide` is the decision table of the domain handbook, chapter 2, as a pure function, and nothing else decides. Internal
first is what one normally does and may be departed from with a reason (P16); residents first is always (P28).
"""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.checks import Stage
from krisapp.domain.delegation import WARNING_TO_PUBLIC
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.messages import Message, Release, State, state
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

INTERNAL = ("I1", "I2")
RESIDENTS = "E1"
WEB, NOTICE = "C01", "C12"
OWN_PAGES = frozenset({WEB, NOTICE})
LEANS_ON_OWN_PAGE = frozenset({"C03", "C04", "C15", "C16"})


class Reason(StrEnum):
    """Why something went out before the employees and the elected knew (rule P16)."""

    DANGER = "danger"
    KNOWN = "known"
    INTERNAL_DOWN = "internal_down"
    OTHER = "other"


REASON_NAMES = {
    Reason.DANGER: N_("fara för liv eller hälsa"),
    Reason.KNOWN: N_("redan allmänt känt"),
    Reason.INTERNAL_DOWN: N_("intern kanal nere"),
    Reason.OTHER: N_("annat"),
}


class Allowed(msgspec.Struct, frozen=True):
    """It may go out now."""


class NeedsReason(msgspec.Struct, frozen=True):
    """It may go out with a reason that is logged. `offered` is the reason one click gives, in danger to life (P17)."""

    rules: tuple[str, ...]
    sentence: str
    offered: Reason | None = None


Decision = Allowed | NeedsReason | Refused


def covers(release: Release, uses: dict[str, str], facts_version: int) -> bool:
    """Return whether an earlier release tells the same truth as a text that is to go out.

    It does when it was built on the same or a newer version of the sheet, or when nothing both use has changed.
    """
    if release.facts_version >= facts_version:
        return True
    return all(release.uses[name] == digest for name, digest in uses.items() if name in release.uses)


def _told(incident: "Incident", audience: str, uses: dict[str, str], version: int) -> bool:
    return any(
        message.audience == audience and message.out and covers(message.out, uses, version)
        for message in incident.messages.values()
    )


def decide(incident: "Incident", message: Message) -> Decision:
    """Return whether a message may go out now: the decision table of chapter 2.

    A text that is not approved never goes out. P28 has no way round; P16, P17 and P64 ask for a reason.
    """
    if state(incident, message) is not State.APPROVED or message.approval is None:
        return Refused(N_("Texten måste vara godkänd innan den går ut."))
    return order_decision(incident, message, message.approval.uses, message.approval.facts_version)


def order_decision(incident: "Incident", message: Message, uses: dict[str, str], version: int) -> Decision:
    """Return what channel and order say of a text, whoever has approved it (rules P16, P17, P28, P35, P64)."""
    why = incident.plan.why_unusable(message.channel) if incident.plan else ""
    if why:
        return Refused(N_("{why} Välj en annan kanal, eller låt någon ansvara för den i planen."), why=why)
    if not message.audience.startswith("E"):
        return Allowed()
    if message.audience != RESIDENTS:
        if not any(m.audience == RESIDENTS and m.out for m in incident.messages.values()):
            return Refused(N_("Invånarna först: ingen text till invånarna är ute än (P28)."))
        if not _told(incident, RESIDENTS, uses, version):
            return Refused(N_("Invånarnas text bygger på äldre fakta. Släpp en ny text till invånarna först (P28)."))
    danger = incident.sheet.danger_to_life
    if message.channel == WARNING_TO_PUBLIC and danger:
        return Allowed()
    rules = []
    if not all(_told(incident, audience, uses, version) for audience in INTERNAL):
        rules.append("P16")
    if message.channel in LEANS_ON_OWN_PAGE and not _own_page(incident, uses, version):
        rules.append("P64")
    if not rules:
        return Allowed()
    sentence = (
        N_("Förtroendevalda och medarbetare har inte fått besked än.")
        if "P16" in rules
        else N_("Anslaget är inte släppt än, och webben är nere (P64).")
        if WEB in incident.down
        else N_("Den egna webbsidan är inte ute än (P64).")
    )
    return NeedsReason(tuple(rules), sentence, Reason.DANGER if danger else None)


def own_pages(incident: "Incident") -> frozenset[str]:
    """Return where people find the municipality's own text first: the web, or the notice when the web is down (P64)."""
    return OWN_PAGES if WEB in incident.down else frozenset({WEB})


def _own_page(incident: "Incident", uses: dict[str, str], version: int) -> bool:
    pages = own_pages(incident)
    return any(
        message.channel in pages
        and message.audience.startswith("E")
        and message.out
        and covers(message.out, uses, version)
        for message in incident.messages.values()
    )


def order(message: Message, ranks: dict[str, int]) -> tuple[int, bool, str]:
    """Return where in the release order a message stands: by audience in policy order, own pages first (P56, P64)."""
    return (ranks.get(message.audience, 99), message.channel not in OWN_PAGES, message.channel)


class WentOut(Event, frozen=True):
    """What is kept of every text that goes out, approved or not (rule P59)."""

    message: str
    version: str
    text: str
    stage: Stage
    number: int
    uses: dict[str, str]
    facts_version: int

    def frozen(
        self,
        stamp: Stamp,
        edited: Stamp | None,
        next_update: datetime | None,
        *,
        approved_by: str = "",
        role: str = "",
        delegation: str = "",
    ) -> Release:
        """Return the text as it is kept.

        What a correction or a retraction says of the fault is the text's own from now on: the next correction is of
        another fault, and takes nothing from this one.
        """
        uses = self.uses
        if self.stage.mends:
            uses = {name: digest for name, digest in uses.items() if name != "correction"}
        return Release(
            text=self.text,
            stage=self.stage,
            number=self.number,
            uses=uses,
            facts_version=self.facts_version,
            approved_by=approved_by,
            next_update=next_update,
            stamp=stamp,
            edited=edited,
            role=role,
            delegation=delegation,
        )


@event("message.released")
class Released(WentOut, frozen=True):
    """A text went out; from now on it is frozen (rule P59). `replaces` is the number of the text it takes over from."""

    approved_by: str
    next_update: datetime | None = None
    replaces: int = 0
    rules: tuple[str, ...] = ()
    reason: Reason | None = None
    reason_text: str = ""
    role: str = ""
    delegation: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Freeze the text, clear the draft it came from and remember what was promised."""
        message = incident.message(self.message)
        claims = message.draft.claims
        own = message.approval is not None and message.approval.version == self.version
        edited = claims[-1][1] if own and claims and claims[-1][0].edited else None
        approver = {"approved_by": self.approved_by, "role": self.role, "delegation": self.delegation}
        message.releases.append(self.frozen(stamp, edited, self.next_update, **approver))
        if own:
            message.approval = None
            message.draft = type(message.draft)()
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            # Never that it is sent: that is for a person to report (domain handbook 8.7).
            N_("{message}, nr {number}: begäran är beslutad. Ring, och rapportera vad som händer. {reason}")
            if message.channel == WARNING_TO_PUBLIC
            else N_("{message}, nr {number}, är ute. {reason}"),
            message=incident.title_of(self.message),
            number=str(self.number),
            reason=self.reason_text,
        )
        if self.reason is Reason.DANGER and "P16" in self.rules:
            incident.ask_internal(stamp)


def release(incident: "Incident", id: str, reason: Reason | None = None, reason_text: str = "") -> Released:
    """Release an approved text (släpp). Raises `Refused` by the decision table, or when a reason is missing.

    Outside danger to life the reason is also written in words (rules P16, P17; cross test X6).
    """
    message = incident.message(id)
    decision = decide(incident, message)
    if isinstance(decision, Refused):
        raise decision
    rules: tuple[str, ...] = ()
    if isinstance(decision, NeedsReason):
        rules = decision.rules
        if reason is None:
            raise Refused(decision.sentence)
        if decision.offered is None and not reason_text.strip():
            raise Refused(N_("Skriv varför texten går ut innan de har fått besked. Skälet hamnar i loggen."))
    approval = message.approval
    assert approval is not None
    sheet = incident.sheet
    return Released(
        id,
        approval.version,
        approval.text,
        approval.stage,
        message.number,
        approval.uses,
        approval.facts_version,
        approval.by,
        None if approval.stage is Stage.FINAL else sheet.next_update,
        message.number - 1,
        rules,
        reason if rules else None,
        reason_text.strip() if rules else "",
        approval.role,
        approval.delegation,
    )
