"""What people do with the points of a checklist (checklistor): tick, set aside, hand over, note.

Each act is an event, and each writes its own line in the log (rule CH2).
"""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.plan_rows import Item
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


OWED = "P53-"
"""How the ids of points begin that a text without approval makes: only an approval or a retraction ends them."""


class Mark(StrEnum):
    """What has become of an item (punkt)."""

    OPEN = "open"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class ItemMark(msgspec.Struct):
    """What people have done with an item: its mark, who has it instead of its role, and notes."""

    mark: "Register[Ticked]" = msgspec.field(default_factory=Register)
    role: "Register[Reassigned]" = msgspec.field(default_factory=Register)
    notes: list[tuple[str, Stamp]] = msgspec.field(default_factory=list)

    @property
    def state(self) -> Mark:
        """Return the mark that stands."""
        ticked = self.mark.value
        return ticked.mark if ticked else Mark.OPEN


class Opened(msgspec.Struct, frozen=True):
    """When a list's clock started."""

    anchor: datetime


@event("checklist.opened")
class ChecklistOpened(Event, frozen=True):
    """Somebody opened a list by hand, and its times run from `anchor`."""

    checklist: str
    anchor: datetime

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing anchor."""
        register = incident.opened.get(self.checklist)
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Start the list's clock."""
        incident.opened.setdefault(self.checklist, Register()).set(Opened(self.anchor), stamp)
        incident.note(stamp, Kind.SYSTEM, N_("Checklista {checklist} startad."), checklist=self.checklist)


@event("item.ticked")
class Ticked(Event, frozen=True):
    """Somebody ticked an item, said it does not apply, or opened it again."""

    item: str
    mark: Mark
    reason: str = ""
    text: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing mark."""
        return incident.mark(self.item).mark.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the mark; the log says so."""
        incident.mark(self.item).mark.set(self, stamp)
        sentence = {
            Mark.DONE: N_("Klart: {text} ({item})"),
            Mark.NOT_APPLICABLE: N_("Ej aktuellt: {text} ({item}). Skäl: {reason}"),
            Mark.OPEN: N_("Öppnad igen: {text} ({item})"),
        }[self.mark]
        incident.note(stamp, Kind.TASK, sentence, text=self.text, item=self.item, reason=self.reason)


@event("item.reassigned")
class Reassigned(Event, frozen=True):
    """Somebody gave an item to another role."""

    item: str
    role: str
    text: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing role."""
        return incident.mark(self.item).role.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Move the item."""
        incident.mark(self.item).role.set(self, stamp)
        incident.note(
            stamp,
            Kind.TASK,
            N_("{item} flyttad till {role}: {text}"),
            item=self.item,
            role=self.role,
            text=self.text,
        )


@event("item.noted")
class Noted(Event, frozen=True):
    """Somebody wrote a note on an item."""

    item: str
    note: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add the note."""
        incident.mark(self.item).notes.append((self.note, stamp))
        incident.note(stamp, Kind.TASK, N_("Anteckning på {item}: {note}"), item=self.item, note=self.note)


def tick(incident: "Incident", item: Item, mark: Mark, reason: str = "") -> Ticked:
    """Tick an item, set it aside or open it again (bocka av). Raises `Refused` when "ej aktuell" has no reason."""
    if incident.mark(item.id).state is mark:
        raise Refused(N_("Punkten är redan markerad så."))
    if item.id.startswith(OWED):
        raise Refused(
            N_("Punkten försvinner när någon annan har godkänt texten i efterhand, eller när den är återkallad.")
        )
    if mark is Mark.NOT_APPLICABLE and not reason.strip():
        raise Refused(N_("Skriv varför punkten inte är aktuell."))
    return Ticked(item.id, mark, reason.strip(), item.text)


def reassign(incident: "Incident", item: Item, role: str) -> Reassigned:
    """Give an item to another role (lämna över). Raises `Refused` for a role the plan does not have."""
    if incident.plan is None or incident.plan.role(role) is None:
        raise Refused(N_("Planen har ingen roll {role}."), role=role)
    return Reassigned(item.id, role, item.text)


def note(incident: "Incident", item: Item, text: str) -> Noted:
    """Write a note on an item (anteckna). Raises `Refused` for an empty note."""
    del incident
    if not text.strip():
        raise Refused(N_("Skriv något i anteckningen."))
    return Noted(item.id, text.strip())


def open_list(incident: "Incident", checklist: str, anchor: datetime) -> ChecklistOpened:
    """Start a list's clock (öppna lista). Raises `Refused` for a list the plan does not have."""
    if incident.plan is None or incident.plan.checklist(checklist) is None:
        raise Refused(N_("Planen har ingen checklista {checklist}."), checklist=checklist)
    return ChecklistOpened(checklist, anchor)
