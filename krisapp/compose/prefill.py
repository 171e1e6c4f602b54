"""The fact sheet from three facts (förifyllning): type, place and one sentence give a whole sheet to start from.

Only standard advice and what nobody knows yet is filled in; nothing here claims to be known of the incident.
"""

from datetime import datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from krisapp.channels.subject import shortened
from krisapp.compose import wording
from krisapp.compose.contact_words import telephone
from krisapp.compose.derived import DERIVED
from krisapp.compose.filling import filled
from krisapp.compose.sheet_view import SheetView
from krisapp.compose.whereabouts import where
from krisapp.compose.writing import writer_for
from krisapp.domain.checks import Stage
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Help, Sheet

LONGEST_HEADLINE = 80
"""Shorter than the 90 characters a headline may have, so that a text message has room for day and exercise mark."""

MANY_PLACES = 4
UNTIL_NEXT = timedelta(minutes=60)
QUARTER = timedelta(minutes=15)
ZONE = "Europe/Stockholm"

_TEXTS = ("what_happened", "empathy", "commitment", "staff_impact")
_LISTS = ("advice", "do_not", "unknowns", "our_actions", "symptoms", "affected_groups")

REQUIRED = (
    *("headline", "what_happened", "area", "advice", "unknowns", "our_actions"),
    *("empathy", "staff_impact", "next_update"),
)
"""What a message set needs, and standard texts may give without claiming anything of the incident."""


def prefill(
    plan: Plan, type: str, *, places: tuple[str, ...], sentence: str, alarm_at: datetime, danger: bool
) -> dict[str, Any]:
    """Return the first values of a fact sheet as plain values: the type's standard texts, and when we speak next.

    `sentence` is what the caller knows of what has happened. The next update is an hour from the alarm, rounded up to a
    whole quarter.
    """
    known = Sheet(id="", name="", type=type, alarm_at=alarm_at, level="", danger_to_life=danger, places=places)
    values = _standard(known, plan, next_from=alarm_at)
    if sentence.strip():
        values["what_happened"] = wording.sentence(sentence)
    return {key: msgspec.to_builtins(value) for key, value in values.items() if value}


def complete(sheet: Sheet, plan: Plan, issued: datetime) -> Sheet:
    """Return the sheet with what a whole message set needs where nothing is written, from the type's standard texts.

    What somebody has written is never changed, and advice is not added where nothing needs to be done.
    """
    values = _standard(sheet, plan, next_from=max(issued, sheet.alarm_at))
    if sheet.nothing_needed or sheet.do_not:
        values.pop("advice")
    if sheet.others_actions:
        values.pop("our_actions")
    missing = {key: values[key] for key in REQUIRED if values.get(key) and not getattr(sheet, key)}
    missing["contact"] = _contacts(sheet, values["contact"])
    return msgspec.structs.replace(sheet, **missing)


def _contacts(sheet: Sheet, ordinary: dict[str, str]) -> dict[str, str]:
    """Return the sheet's ways to reach us, with the plan's where none is given.

    The plan's telephone for companies is left out when the public is told to come in person, for then telephones fail.
    """
    given = {key: way for key, way in sheet.contact.items() if way}
    if "public" in given and not telephone(given["public"]):
        ordinary = {key: way for key, way in ordinary.items() if key != "business"}
    return {**ordinary, **given}


def next_quarter(start: datetime) -> datetime:
    """Return an hour from a time, rounded up to a whole quarter, in the offset that holds by then."""
    later = start.replace(second=0, microsecond=0) + UNTIL_NEXT
    over = timedelta(minutes=later.minute) % QUARTER
    later += QUARTER - over if over else timedelta(0)
    return _in_summer_or_winter_time(start, later)


def _in_summer_or_winter_time(start: datetime, later: datetime) -> datetime:
    """Return the later time in the offset Sweden has then, if the start is told in the offset Sweden has."""
    try:
        zone = ZoneInfo(ZONE)
    except ZoneInfoNotFoundError:
        return later
    if start.tzinfo is None or start.astimezone(zone).utcoffset() != start.utcoffset():
        return later
    local = later.astimezone(zone)
    offset = local.utcoffset()
    return local.replace(tzinfo=timezone(offset)) if offset is not None else later


def _standard(sheet: Sheet, plan: Plan, *, next_from: datetime) -> dict[str, Any]:
    """Return the standard values of each field for the sheet's type and places."""
    writer = writer_for(plan)
    ground = writer.ground(sheet.type)
    context = writer.context("E1", "C01", Stage.FIRST, exercise=False, issued=next_from)
    view = SheetView(sheet, context, ground, DERIVED)
    texts = ground.phrases.prefill
    values: dict[str, Any] = {name: filled(getattr(texts, name), view) for name in _TEXTS}
    values |= {name: tuple(filled(line, view) for line in getattr(texts, name)) for name in _LISTS}
    values["headline"] = _headline(texts.headline, view)
    values["help"] = tuple(Help(what=help.what, where=help.where, when=help.when) for help in texts.help)
    values["area"] = _area(view)
    settings = plan.settings
    contacts = {
        "public": settings.public_contact,
        "media": settings.media_contact,
        "business": settings.business_contact,
    }
    values["contact"] = {key: way for key, way in contacts.items() if way}
    values["next_update"] = next_quarter(next_from)
    return values


def _headline(phrase: str, view: SheetView) -> str:
    """Return the type's headline with its places, as many of its clauses as there is room for."""
    told = filled(phrase, view)
    if len(view.sheet.places) > MANY_PLACES and len(told) > LONGEST_HEADLINE:
        whole = msgspec.structs.replace(view.sheet, places=())
        told = filled(phrase, SheetView(whole, view.context, view.ground, DERIVED))
    return wording.sentence(shortened(told, LONGEST_HEADLINE)) if len(told) > LONGEST_HEADLINE else told


def _area(view: SheetView) -> str:
    """Return the places as an area in words: "Bettna och Vadsbro", "Hela Flens kommun"."""
    told = where(view)
    return wording.sentence(told.removeprefix("i "))
