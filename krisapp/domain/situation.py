"""Filling in the fact sheet (läget): setting fields and stating facts, with the rules that may refuse."""

from typing import TYPE_CHECKING, Any

import msgspec

from krisapp.domain import facts as rules
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.facts import STATUS_NAMES, Fact, Status
from krisapp.domain.fields import label_of
from krisapp.domain.log import Kind
from krisapp.domain.register import Register
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

_TYPES: dict[str, Any] = {field.name: field.type for field in msgspec.structs.fields(Sheet)}


@event("sheet.set")
class FieldsSet(Event, frozen=True):
    """Somebody filled in fields of the sheet. `prefilled` says that the plan's standard texts did."""

    values: dict[str, Any]
    prefilled: bool = False

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing values of the fields."""
        standing = (head for key in self.values for head in incident.register(key).heads)
        return tuple(dict.fromkeys(standing))

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set each field this program knows."""
        changed = [key for key, value in self.values.items() if incident.set_field(key, value, stamp)]
        if not changed:
            return
        incident.version += 1
        if self.prefilled:
            incident.note(
                stamp,
                Kind.SYSTEM,
                N_("Faktaunderlaget är ifyllt med planens standardtexter."),
            )
        else:
            incident.note(
                stamp,
                Kind.SITUATION,
                N_("Läget ändrat (version {version}): {fields}."),
                version=str(incident.version),
                fields=Later(lambda: ", ".join(label_of(key).lower() for key in changed)),
            )


@event("fact.stated")
class FactStated(Event, frozen=True):
    """Somebody stated a fact, or gave it new words or a new status. `second` is the other person a refutal needs."""

    fact: Fact
    second: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing values of the fact."""
        register = incident.facts.get(self.fact.id)
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the fact; the log says what, unless the fact is secret."""
        incident.facts.setdefault(self.fact.id, Register()).set(self.fact, stamp)
        incident.version += 1
        sentence = (
            N_("Uppgift {id} ({status}) är sekretessmarkerad enligt {ground}.")
            if self.fact.secret
            else N_("Uppgift {id} ({status}): {text} Källa: {source}")
        )
        incident.note(
            stamp,
            Kind.RUMOUR if self.fact.status is Status.RUMOUR else Kind.SITUATION,
            sentence,
            id=self.fact.id,
            status=Later(lambda: _(STATUS_NAMES[self.fact.status]).lower()),
            text=self.fact.text,
            source=self.fact.source or "–",
            ground=self.fact.legal_ground,
        )


def set_fields(incident: "Incident", values: dict[str, Any]) -> FieldsSet:
    """Fill in fields (fyll i) with values of the sheet's own types.

    Raises `Refused` when none differs, or one is of a wrong kind or too long.
    """
    sheet = incident.sheet
    changed: dict[str, Any] = {}
    for key, value in values.items():
        try:
            msgspec.convert(msgspec.to_builtins(value), _TYPES[key])
        except (KeyError, msgspec.ValidationError):
            raise Refused(N_("Fältet {key} kan inte ha det värdet."), key=key) from None
        if getattr(sheet, key) != value or incident.register(key).contested:
            changed[key] = msgspec.to_builtins(value)
    if not changed:
        raise Refused(N_("Inget är ändrat."))
    if changed.get("headline") and len(changed["headline"]) > 90:
        raise Refused(
            N_("En mening får vara högst 90 tecken. Den är {length} nu."),
            length=len(changed["headline"]),
        )
    return FieldsSet(changed)


def next_id(incident: "Incident") -> str:
    """Return the id the next fact gets: F1, F2 …"""
    numbers = [int(id[1:]) for id in incident.facts if id[:1] == "F" and id[1:].isdigit()]
    return f"F{max(numbers, default=0) + 1}"


def state_fact(incident: "Incident", fact: Fact, by: str, second: str = "") -> FactStated:
    """State a fact, reword it or change its status (ange uppgift).

    Raises `Refused` by the transitions, the two-source rule and the demand for a legal ground (5.3, rule P31).
    """
    rules.check(fact)
    if fact.secret:
        from krisapp.domain.records.secrecy import (
            check_ground,  # here: few facts are secret, and none when the program starts
        )

        check_ground(incident.plan, fact.legal_ground)
    register = incident.facts.get(fact.id)
    before = register.value if register else None
    if before == fact and not (register and register.contested):
        raise Refused(N_("Inget är ändrat."))
    if before is not None:
        rules.check_transition(before, fact, by, second)
    return FactStated(fact, second)
