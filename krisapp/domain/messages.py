"""Messages (budskap) and their life: draft, approved, released, and replaced by the next in the chain.

A draft is source text with live blanks; it is rendered elsewhere and comes here as a `Rendering`. Released texts are
frozen (rule P59). What a text used makes it stale, exactly, and nothing is guessed.
"""

import hashlib
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain import versions
from krisapp.domain.checks import Finding, Stage
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.register import Register
from krisapp.domain.sheet import Correction, Sheet, digest_of
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.approval import Approved
    from krisapp.domain.incident import Incident


class State(StrEnum):
    """Where a message stands (läge). What the template gives is a suggestion until a person takes it over."""

    SUGGESTED = "suggested"
    DRAFT = "draft"
    APPROVED = "approved"
    RELEASED = "released"
    STALE = "stale"


STATE_NAMES = {
    State.SUGGESTED: N_("förslag"),
    State.DRAFT: N_("utkast"),
    State.APPROVED: N_("godkänt"),
    State.RELEASED: N_("ute"),
    State.STALE: N_("inaktuellt"),
}

STAGE_NAMES = {
    Stage.FIRST: N_("Första besked"),
    Stage.UPDATE: N_("Uppdatering"),
    Stage.CORRECTION: N_("Rättelse"),
    Stage.RETRACTION: N_("Återkallelse"),
    Stage.ALL_CLEAR: N_("Faran över"),
    Stage.FINAL: N_("Slutbesked"),
}


MENDING = "correction"
"""The field of the sheet with what was wrong and what is right (Rättelse)."""


class Draft(msgspec.Struct, frozen=True, omit_defaults=True):
    """A draft's source text. `edited` says that a person changed what the template gave.

    `mends` are the words of a correction that has its own, and not those that the sheet has now.
    """

    source: str
    stage: Stage
    edited: bool = False
    mends: Correction | None = None


class Rendering(msgspec.Struct, frozen=True):
    """A draft rendered on the sheet as it stands: the text, what it used, and what the checks found."""

    text: str
    uses: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


class Release(msgspec.Struct, frozen=True):
    """A text that went out (utsändning): frozen with its hash, what it used and who stands for it (rule P59).

    `edited` is when a person gave it words of their own, if anyone did. Nobody stands in `approved_by` when it went out
    in an emergency; `role` and `delegation` are by what the approver may.
    """

    text: str
    stage: Stage
    number: int
    uses: dict[str, str]
    facts_version: int
    approved_by: str
    next_update: datetime | None
    stamp: Stamp
    edited: Stamp | None = None
    role: str = ""
    delegation: str = ""

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the text as UTF-8, in hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class Rejected(msgspec.Struct, frozen=True):
    """A text that was sent back (underkänd text), as it was, and why. It is kept apart and never comes back."""

    text: str
    stage: Stage
    reason: str
    by: str
    stamp: Stamp


class Message(msgspec.Struct):
    """The message of one cell of the matrix; `id` is audience, channel and language: "E1-C05.sv".

    `political` says that it comes from a political decision, which only an elected person approves (rule P49).
    """

    id: str
    draft: Register[Draft] = msgspec.field(default_factory=Register)
    approval: "Approved | None" = None
    approved: Stamp | None = None
    returned: str = ""
    releases: list[Release] = msgspec.field(default_factory=list)
    rejected: list[Rejected] = msgspec.field(default_factory=list)
    political: bool = False

    @property
    def audience(self) -> str:
        """Return the audience's code."""
        return self.id.partition("-")[0]

    @property
    def channel(self) -> str:
        """Return the channel's code."""
        return self.id.partition("-")[2].partition(".")[0]

    @property
    def language(self) -> str:
        """Return the BCP 47 tag."""
        return self.id.partition(".")[2]

    @property
    def out(self) -> Release | None:
        """Return what people have now, the last release."""
        return self.releases[-1] if self.releases else None

    @property
    def number(self) -> int:
        """Return the number the next text in the chain gets, from 1 (rule P57)."""
        return len(self.releases) + 1


def message_id(audience: str, channel: str, language: str = "sv") -> str:
    """Return the id of a cell's message."""
    return f"{audience}-{channel}.{language}"


def version_of(id: str, stage: Stage, text: str) -> str:
    """Return the name of exactly this text for exactly this cell: what an approval is bound to."""
    return hashlib.sha256(f"{id}\n{stage}\n{text}".encode()).hexdigest()[:16]


def digests(sheet: Sheet, uses: tuple[str, ...]) -> dict[str, str]:
    """Return what each used thing was, as digests."""
    return {name: digest_of(sheet, name) for name in uses}


def changed_since(sheet: Sheet, uses: dict[str, str]) -> tuple[str, ...]:
    """Return the names whose value is another now (ändrade uppgifter)."""
    return tuple(name for name, digest in uses.items() if digest_of(sheet, name) != digest)


def state(incident: "Incident", message: Message) -> State:
    """Return where a message stands now.

    An approval counts only while all that the text used stands as it did; a released text is stale as soon as one thing
    it used has changed (rules P2, ME3). A version in other words or languages falls with the Swedish text too (ME11).
    An approval of an official text is none of a political one, and the other way round (P49).
    """
    if message.approval is not None:
        uses = message.approval.uses
        fresh = not changed_since(incident.sheet, uses) and versions.holds(incident, message, uses)
        return State.APPROVED if fresh and message.approval.political is message.political else State.DRAFT
    if message.draft.value is not None:
        return State.DRAFT
    if message.out is not None:
        uses = message.out.uses
        fresh = not changed_since(incident.sheet, uses) and versions.holds(incident, message, uses)
        return State.RELEASED if fresh else State.STALE
    return State.SUGGESTED


@event("message.drafted")
class Drafted(Event, frozen=True):
    """Somebody wrote or took over a draft. It does away with an approval of what was before.

    `mends` are words of its own for a correction, which keep it as it was read when another correction begins: then an
    approval that held goes on holding.
    """

    message: str
    source: str
    stage: Stage
    edited: bool = False
    mends: Correction | None = None

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing draft."""
        return incident.message(self.message).draft.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the draft."""
        message = incident.message(self.message)
        same = message.draft.value == Draft(self.source, self.stage, self.edited)
        message.draft.set(Draft(self.source, self.stage, self.edited, self.mends), stamp)
        approval, message.approval = message.approval, None
        if approval and same and self.mends and not changed_since(incident.sheet, approval.uses):
            own = {name: digest for name, digest in approval.uses.items() if name != MENDING}
            message.approval = msgspec.structs.replace(approval, uses=own)
        message.returned = ""


def draft(
    incident: "Incident", id: str, source: str, stage: Stage, *, edited: bool, mends: Correction | None = None
) -> Drafted:
    """Write a draft (skriv utkast). Raises `Refused` when it is empty or too long."""
    if not source.strip():
        raise Refused(N_("Texten är tom. Skriv något, eller hämta tillbaka mallens text."))
    if len(source) > 20_000:
        raise Refused(N_("Texten är för lång. Högst 20 000 tecken får plats."))
    del incident
    return Drafted(id, source, stage, edited, mends)
