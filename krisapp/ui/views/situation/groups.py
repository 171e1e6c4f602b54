"""The fields of the sheet in groups (grupper), in the order they matter to whoever writes the first text."""

from typing import Any, NamedTuple

from krisapp.domain.fields import FIELDS, MUST, Field
from krisapp.domain.sheet import Affected, Correction, Sheet, Spokesperson
from krisapp.domain.words import N_


class Group(NamedTuple):
    """A heading, as marked with `N_`, and the keys of its fields."""

    name: str
    keys: tuple[str, ...]


GROUPS = (
    Group(
        N_("Det viktigaste"), ("headline", "what_happened", "places", "area", "danger_to_life", "next_update", "news")
    ),
    Group(N_("Råd"), ("advice", "do_not", "nothing_needed", "symptoms")),
    Group(N_("Hjälp"), ("help", "safe_points")),
    Group(N_("Öppet, stängt och trafik"), ("services", "traffic")),
    Group(N_("Det vet vi inte"), ("unknowns", "cause")),
    Group(N_("Det gör vi"), ("our_actions", "others_actions", "coordinated_with")),
    Group(N_("Vilka berörs"), ("affected", "affected_groups", "staff_impact")),
    Group(N_("Ton och huvudbudskap"), ("empathy", "commitment", "key_messages")),
    Group(N_("Kontakt"), ("contact", "spokesperson")),
    Group(N_("Rättelse och slut"), ("correction", "outcome", "still_holds")),
    Group(N_("Händelsen"), ("name", "channel_state")),
)
"""Every field that is filled in here; the level is a decision and is set where decisions are."""

FIELD_BY_KEY: dict[str, Field] = {field.key: field for field in FIELDS}

THREE = ("headline", "places", "next_update")
"""The three facts a good first text comes from."""

_NOTHING: tuple[Any, ...] = (None, "", (), {}, Affected(), Correction(), Spokesperson())


def is_filled(sheet: Sheet, key: str) -> bool:
    """Return whether a field says something; a yes or no always does."""
    return getattr(sheet, key) not in _NOTHING or key == "danger_to_life"


def missing(sheet: Sheet) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is still missing of the three facts, and of what a first text to the residents must have else."""
    three = tuple(key for key in THREE if not is_filled(sheet, key))
    instead = is_filled(sheet, "nothing_needed")
    rest = tuple(
        field.key
        for field in FIELDS
        if field.first == MUST
        and field.key not in THREE
        and not is_filled(sheet, field.key)
        and not (field.key == "advice" and instead)
    )
    return three, rest
