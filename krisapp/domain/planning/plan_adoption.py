"""Adopting the plan (anta planen): what must be said of a version before it is frozen (row PL2)."""

from collections.abc import Collection
from datetime import date

import msgspec
from msgspec.structs import replace

from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, Refused


class Adoption(msgspec.Struct, frozen=True, kw_only=True):
    """A decision to adopt: what the version is called, when, by whom it is owned, by which decision, until when.

    `adopted` and `review_due` are ISO dates.
    """

    version: str
    adopted: str
    owner: str
    decision: str
    review_due: str


def adopt(plan: Plan, adoption: Adoption, taken: Collection[str]) -> Plan:
    """Return the plan with the decision at its head. Raises `Refused` for what is missing, or a `taken` name."""
    for value, sentence in (
        (adoption.version, N_("Ge versionen ett namn, till exempel Flen 2027-1.")),
        (adoption.owner, N_("Skriv vem som äger planen.")),
        (adoption.decision, N_("Skriv beslutets nummer, till exempel KS 2027 § 14.")),
    ):
        if not value.strip():
            raise Refused(sentence)
    if adoption.version.strip() in taken:
        raise Refused(N_("Det finns redan en version som heter {name}. Välj ett annat namn."), name=adoption.version)
    start, end = _day(adoption.adopted), _day(adoption.review_due)
    if end <= start:
        raise Refused(N_("Planen ska ses över efter att den har antagits. Rätta datumet."))
    said = {name: getattr(adoption, name).strip() for name in adoption.__struct_fields__}
    return replace(plan, **said)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise Refused(N_("Datumet ska skrivas som 2026-11-24. Rätta {value}."), value=value or "–") from None
