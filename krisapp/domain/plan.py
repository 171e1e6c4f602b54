"""The crisis plan as values (krisplan): what an incident runs on.

These are the rows of the plan database, in the order of their `rank`. The plan is edited in SQLite and frozen when
adopted; what an incident holds is one of these, named by its hash.
"""

import hashlib

import msgspec

from krisapp.domain.delegation_rows import Delegation, PreApproval
from krisapp.domain.leading_rows import AgendaPoint, AgendaRow, CallStep, ReportingUnit
from krisapp.domain.phrase_rows import Language, Phrase, Translation
from krisapp.domain.plan_rows import (
    Audience,
    Cell,
    Channel,
    Chapter,
    Checklist,
    Complement,
    Holder,
    IncidentType,
    Law,
    Level,
    NoticeBoard,
    Person,
    Place,
    Premises,
    Role,
    Row,
    SafePoint,
    Settings,
    Template,
    YearItem,
)
from krisapp.domain.profile import Profile
from krisapp.domain.words import _


class Plan(Row, frozen=True):
    """A whole crisis plan. `version` is the name people use; `digest` names it exactly."""

    version: str
    settings: Settings
    adopted: str = ""
    owner: str = ""
    decision: str = ""
    review_due: str = ""
    chapters: tuple[Chapter, ...] = ()
    audiences: tuple[Audience, ...] = ()
    channels: tuple[Channel, ...] = ()
    matrix: tuple[Cell, ...] = ()
    roles: tuple[Role, ...] = ()
    people: tuple[Person, ...] = ()
    holders: tuple[Holder, ...] = ()
    levels: tuple[Level, ...] = ()
    types: tuple[IncidentType, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    templates: tuple[Template, ...] = ()
    places: tuple[Place, ...] = ()
    safe_points: tuple[SafePoint, ...] = ()
    notice_boards: tuple[NoticeBoard, ...] = ()
    premises: tuple[Premises, ...] = ()
    laws: tuple[Law, ...] = ()
    complements: tuple[Complement, ...] = ()
    languages: tuple[Language, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    translations: tuple[Translation, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    pre_approvals: tuple[PreApproval, ...] = ()
    year_wheel: tuple[YearItem, ...] = ()
    profiles: tuple[Profile, ...] = ()
    agendas: tuple[AgendaRow, ...] = ()
    agenda_points: tuple[AgendaPoint, ...] = ()
    call_steps: tuple[CallStep, ...] = ()
    reporting_units: tuple[ReportingUnit, ...] = ()

    def person(self, id: str) -> Person | None:
        """Return the person of an id, or None."""
        return next((person for person in self.people if person.id == id), None)

    def role(self, id: str) -> Role | None:
        """Return the role of a code, or None."""
        return next((role for role in self.roles if role.id == id), None)

    def checklist(self, id: str) -> Checklist | None:
        """Return the checklist of a code, or None."""
        return next((checklist for checklist in self.checklists if checklist.id == id), None)

    def usable_channels(self) -> tuple[Channel, ...]:
        """Return the channels that can be chosen: those that somebody owns and has verified (rule P35)."""
        return tuple(channel for channel in self.channels if channel.owner and channel.verified)

    def why_unusable(self, channel: str) -> str:
        """Return why a channel cannot be chosen, or nothing when it can (rule P35)."""
        row = next((row for row in self.channels if row.id == channel), None)
        if row is None:
            return _("Kanalen {channel} finns inte i planen (P35).").format(channel=channel)
        if not row.owner:
            return _("{name} har ingen ansvarig och kan inte väljas (P35).").format(name=row.name)
        if not row.verified:
            return _("{name} är aldrig provad och kan inte väljas (P35).").format(name=row.name)
        return ""

    def held_by(self, person: str) -> tuple[Role, ...]:
        """Return the roles a person holds, as ordinary or as deputy."""
        held = {holder.role for holder in self.holders if holder.person == person}
        return tuple(role for role in self.roles if role.id in held)


def encode_plan(plan: Plan) -> bytes:
    """Return the plan as canonical JSON: what is frozen, hashed and copied into an incident."""
    return msgspec.json.encode(plan, order="sorted")


def decode_plan(content: bytes) -> Plan:
    """Return the plan of frozen content; raises `msgspec.ValidationError` if it is none."""
    return msgspec.json.decode(content, type=Plan)


def digest(content: bytes) -> str:
    """Return the name of frozen content: its SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()
