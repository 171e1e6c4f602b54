"""Reading an incident-facts file (faktafil): one YAML file with the whole fact sheet of an incident.

What the types cannot say is checked here too, so that a file is used whole or not at all, and the reader is told in one
sentence which line to mend.
"""

import difflib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from krisapp.domain import facts
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_, Refused
from krisapp.store.bad_input import BadInput
from krisapp.store.fitting import fit
from krisapp.store.yaml_reading import Places, read_yaml

_TIMES = ("alarm_at", "next_update")
_LONGEST_HEADLINE = 90


def read_facts(path: Path, plan: Plan) -> Sheet:
    """Return the fact sheet of a file, checked against the plan's types, levels and places.

    Raises `BadInput` with file, line and remedy for whatever is wrong.
    """
    value, locate = read_yaml(path)
    if not isinstance(value, dict):
        raise BadInput(path, 1, N_("Filen ska ha nycklar med värden, till exempel id, name och type."))
    value = {
        key: (() if content is None and key not in ("first_sms", *_TIMES) else content)
        for key, content in value.items()
    }
    for key in _TIMES:
        if value.get(key) is not None:
            value[key] = _moment(value[key], key, path, locate)
    sheet = fit(value, Sheet, path, locate)
    _check_choices(sheet, plan, path, locate)
    _check_facts(sheet, path, locate)
    _check_head(sheet, path, locate)
    return sheet


def _moment(text: Any, key: str, path: Path, locate: Places) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise BadInput(
            path,
            locate((key,)),
            N_("{key} ska vara datum, klockslag och tidszon, till exempel 2027-06-11T18:00+02:00, men är {text}."),
            key=key,
            text=str(text)[:40],
        )
    return moment


def _check_choices(sheet: Sheet, plan: Plan, path: Path, locate: Places) -> None:
    _one_of(sheet.type, [row.id for row in plan.types], ("type",), path, locate)
    _one_of(sheet.level, [row.id for row in plan.levels], ("level",), path, locate)
    known = [place.name for place in plan.places]
    for number, place in enumerate(sheet.places):
        if place not in known:
            near = difflib.get_close_matches(place, known, 1)
            raise BadInput(
                path,
                locate(("places", number)),
                N_("Orten {place} finns inte i planens ortregister. Menade du {near}?")
                if near
                else N_("Orten {place} finns inte i planens ortregister. Rätta den, eller lägg till den i planen."),
                place=place[:60],
                near=near[0] if near else "",
            )


def _one_of(value: str, allowed: Sequence[str], at: tuple[str, ...], path: Path, locate: Places) -> None:
    if value not in allowed:
        raise BadInput(
            path,
            locate(at),
            N_("{key} är {value}, men ska vara ett av: {allowed}."),
            key=at[0],
            value=value[:40] or "–",
            allowed=", ".join(allowed),
        )


def _check_facts(sheet: Sheet, path: Path, locate: Places) -> None:
    seen = set()
    for number, fact in enumerate(sheet.facts):
        line = locate(("facts", number))
        if fact.id in seen:
            raise BadInput(path, line, N_("Två uppgifter heter {id}. Ge den ena ett eget id."), id=fact.id)
        seen.add(fact.id)
        try:
            facts.check(fact)
        except Refused as refused:
            raise BadInput(path, line, refused.sentence, **refused.values) from None


def _check_head(sheet: Sheet, path: Path, locate: Places) -> None:
    if len(sheet.headline) > _LONGEST_HEADLINE:
        raise BadInput(
            path,
            locate(("headline",)),
            N_("headline är {length} tecken. Högst {limit} får plats i sms och på anslag."),
            length=len(sheet.headline),
            limit=_LONGEST_HEADLINE,
        )
    if sheet.next_update is not None and sheet.next_update <= sheet.alarm_at:
        raise BadInput(path, locate(("next_update",)), N_("next_update ligger före alarm_at. Rätta den ena tiden."))
