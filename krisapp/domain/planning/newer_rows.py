"""What the program has and a workplace's plan has not (nyare i programmet): later templates, phrases and channels.

A plan is the workplace's own. What somebody has edited there is told of, and replaced only by one who asks for it.
"""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import NamedTuple

from msgspec.structs import replace

from krisapp.domain.plan import Plan


class Part(StrEnum):
    """The parts of a plan that the program brings news of."""

    TEMPLATE = "template"
    PHRASE = "phrase"
    CHANNEL = "channel"


class Newer(NamedTuple):
    """A row that is missing or older in the plan. `edited` tells that somebody has put own words in its place."""

    part: Part
    id: str
    missing: bool
    edited: bool = False


def differing(plan: Plan, program: Plan) -> list[str]:
    """Return the templates that both have, with different texts."""
    own = {one.id: one.text for one in plan.templates}
    return [one.id for one in program.templates if own.get(one.id, one.text) != one.text]


def newer(plan: Plan, program: Plan, delivered: Mapping[str, AbstractSet[str]]) -> list[Newer]:
    """Return what the program's own plan has and this one lacks, templates first.

    `delivered` are the texts that the program has given a differing template before. One that was edited from the
    program's present text is not older.
    """
    own = {one.id: one.text for one in plan.templates}
    found = []
    for one in program.templates:
        if one.id not in own:
            found.append(Newer(Part.TEMPLATE, one.id, missing=True))
        elif own[one.id] != one.text:
            known = delivered.get(one.id, frozenset())
            edited = bool(known) and own[one.id] not in known
            if not (edited and one.text in known):
                found.append(Newer(Part.TEMPLATE, one.id, missing=False, edited=edited))
    phrases, channels = {one.id for one in plan.phrases}, {one.id for one in plan.channels}
    found += [Newer(Part.PHRASE, one.id, missing=True) for one in program.phrases if one.id not in phrases]
    found += [Newer(Part.CHANNEL, one.id, missing=True) for one in program.channels if one.id not in channels]
    return found


def take_over(plan: Plan, program: Plan, chosen: Collection[Newer]) -> Plan:
    """Return the plan with the chosen rows of the program, and what goes with them: matrix cells and translations.

    The owner of a new channel is kept only if the plan has that role; a channel without one cannot be used (P35).
    """
    templates, phrases, channels = (
        {one.id for one in chosen if one.part is part} for part in (Part.TEMPLATE, Part.PHRASE, Part.CHANNEL)
    )
    roles, audiences = {one.id for one in plan.roles}, {one.id for one in plan.audiences}
    languages = {one.id for one in plan.languages}
    fresh = tuple(one for one in program.channels if one.id in channels)
    return replace(
        plan,
        templates=(
            *(one for one in plan.templates if one.id not in templates),
            *(one for one in program.templates if one.id in templates),
        ),
        phrases=(*plan.phrases, *(one for one in program.phrases if one.id in phrases)),
        translations=(
            *plan.translations,
            *(one for one in program.translations if one.phrase in phrases and one.language in languages),
        ),
        channels=(*plan.channels, *(one if one.owner in roles else replace(one, owner="") for one in fresh)),
        matrix=(
            *plan.matrix,
            *(one for one in program.matrix if one.channel in channels and one.audience in audiences),
        ),
    )
