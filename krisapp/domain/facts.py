"""Facts (uppgifter): each line of the fact sheet with status, source and secrecy, domain handbook 5.3.

*Fact* always means such a line; what is written in the journal is an event.
"""

from enum import StrEnum

import msgspec

from krisapp.domain.words import N_, Later, Refused, _


class Status(StrEnum):
    """How far a fact is confirmed (bekräftelsestatus)."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    RUMOUR = "rumour"
    REFUTED = "refuted"
    OUTDATED = "outdated"


STATUS_NAMES = {
    Status.CONFIRMED: N_("Bekräftad"),
    Status.UNCONFIRMED: N_("Obekräftad"),
    Status.RUMOUR: N_("Rykte"),
    Status.REFUTED: N_("Dementerad"),
    Status.OUTDATED: N_("Inaktuell"),
}


class SourceType(StrEnum):
    """Who a fact comes from (källtyp)."""

    OWN_SERVICE = "own_service"
    RESCUE_SERVICE = "rescue_service"
    POLICE = "police"
    REGION = "region"
    COUNTY_BOARD = "county_board"
    POWER_GRID = "power_grid"
    WATER_UTILITY = "water_utility"
    WEATHER_SERVICE = "weather_service"
    OTHER_AUTHORITY = "other_authority"
    MEDIA = "media"
    PUBLIC = "public"
    UNKNOWN = "unknown"


SOURCE_NAMES = {
    SourceType.OWN_SERVICE: N_("Egen verksamhet"),
    SourceType.RESCUE_SERVICE: N_("Räddningstjänsten"),
    SourceType.POLICE: N_("Polisen"),
    SourceType.REGION: N_("Regionen"),
    SourceType.COUNTY_BOARD: N_("Länsstyrelsen"),
    SourceType.POWER_GRID: N_("Elnätsägaren"),
    SourceType.WATER_UTILITY: N_("VA-bolaget"),
    SourceType.WEATHER_SERVICE: N_("SMHI"),
    SourceType.OTHER_AUTHORITY: N_("Annan myndighet"),
    SourceType.MEDIA: N_("Medier"),
    SourceType.PUBLIC: N_("Allmänheten"),
    SourceType.UNKNOWN: N_("Okänd"),
}


class Topic(StrEnum):
    """Kinds of fact that need the responsible owner's word (two-source rule, domain handbook 5.3)."""

    ORDINARY = "ordinary"
    CASUALTIES = "casualties"
    CAUSE = "cause"
    SUSPECTED_ACT = "suspected_act"
    EVACUATED = "evacuated"


TOPIC_NAMES = {
    Topic.ORDINARY: N_("Vanlig uppgift"),
    Topic.CASUALTIES: N_("Döda eller skadade"),
    Topic.CAUSE: N_("Orsak"),
    Topic.SUSPECTED_ACT: N_("Misstänkt gärning"),
    Topic.EVACUATED: N_("Antal evakuerade"),
}

HEARSAY = frozenset({SourceType.MEDIA, SourceType.PUBLIC, SourceType.UNKNOWN})
RESPONSIBLE = frozenset({SourceType.POLICE, SourceType.RESCUE_SERVICE, SourceType.REGION})
OWNERS = RESPONSIBLE | {SourceType.POWER_GRID, SourceType.WATER_UTILITY, SourceType.OTHER_AUTHORITY}


class Fact(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line of the fact sheet (uppgift).

    `time` is the time of day it came in, as written ("13:10"). `secret` facts name the legal ground that protects them
    and reach no text. `valid_until` is free text as written.
    """

    id: str
    status: Status
    text: str
    source: str = ""
    source_type: SourceType = SourceType.UNKNOWN
    time: str = ""
    secret: bool = False
    legal_ground: str = ""
    topic: Topic = Topic.ORDINARY
    valid_until: str = ""


ALLOWED: dict[Status, frozenset[Status]] = {
    Status.RUMOUR: frozenset({Status.UNCONFIRMED, Status.CONFIRMED, Status.REFUTED}),
    Status.UNCONFIRMED: frozenset({Status.CONFIRMED, Status.REFUTED}),
    Status.CONFIRMED: frozenset({Status.REFUTED}),
    Status.REFUTED: frozenset(),
    Status.OUTDATED: frozenset(),
}
"""Which status may follow which. Anything may become outdated. A rumour goes to confirmed by way of unconfirmed unless
the responsible source itself speaks; `check_transition` holds that."""


def check(fact: Fact) -> None:
    """Refuse a fact that may not stand as it is written.

    A secret fact names its legal ground (rule P31). What media or the public says is never confirmed by that alone, and
    deaths, cause, suspected acts and evacuees need police, rescue service, region or the owner (two-source rule, 5.3).
    """
    if not fact.text.strip():
        raise Refused(N_("Skriv vad uppgiften säger."))
    if fact.secret and not fact.legal_ground.strip():
        raise Refused(
            N_("Uppgift {id} är sekretessmarkerad men saknar lagrum. Ange lagrum, till exempel OSL 26:1."),
            id=fact.id,
        )
    if fact.status in (Status.CONFIRMED, Status.REFUTED):
        if not fact.source.strip():
            raise Refused(
                N_("Uppgift {id} behöver en namngiven källa för att bli {status}."),
                id=fact.id,
                status=Later(lambda: _(STATUS_NAMES[fact.status]).lower()),
            )
        if fact.source_type in HEARSAY:
            raise Refused(
                N_("Medier och allmänhet kan inte bekräfta uppgift {id}. Ange den ansvariga källan."),
                id=fact.id,
            )
    if fact.status is Status.CONFIRMED and fact.topic is not Topic.ORDINARY and fact.source_type not in OWNERS:
        raise Refused(
            N_("{topic} får bara bekräftas av polis, räddningstjänst, region eller den som äger frågan."),
            topic=Later(lambda: _(TOPIC_NAMES[fact.topic])),
        )


def check_transition(before: Fact, after: Fact, by: str, second: str) -> None:
    """Refuse a change of status the rules do not allow (domain handbook 5.3).

    A confirmed fact is refuted only with a second person, and starts a correction (rule P43).
    """
    if before.status is after.status or after.status is Status.OUTDATED:
        return
    if after.status not in ALLOWED[before.status]:
        raise Refused(
            N_("En uppgift som är {before} kan inte bli {after}. Skriv en ny uppgift i stället."),
            before=Later(lambda: _(STATUS_NAMES[before.status]).lower()),
            after=Later(lambda: _(STATUS_NAMES[after.status]).lower()),
        )
    if before.status is Status.CONFIRMED and (not second or second == by):
        raise Refused(N_("Två personer behövs för att dementera en bekräftad uppgift. Ange vem mer."))
