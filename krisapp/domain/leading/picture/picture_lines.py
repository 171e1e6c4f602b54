"""The lines of the situation picture (lägesbildens rader): what is known, unknown and assumed, and where it stands.

Nothing is typed twice: each line is taken from the fact sheet, the log or what people have done, and says from where,
so that it can be opened there (domain handbook 3.9, row AC7).
"""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.facts import STATUS_NAMES, Fact, Status
from krisapp.domain.fields import label_of
from krisapp.domain.language.clock import stamp
from krisapp.domain.leading.picture.assessing import AREAS, ASSESSED, CONFIDENCE, CONSEQUENCES, HORIZONS, STEPS
from krisapp.domain.log import Kind, Line
from krisapp.domain.words import N_, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

LATEST = 8
"""How many lines of the log of one sort stand in the picture, the newest first."""

LOOKED_AT = 10_000
"""How many of the latest lines of the log are looked through for them: in a long log older ones are no news."""


class Basis(StrEnum):
    """What a line rests on (grund)."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    ASSUMED = "assumed"


BASIS_NAMES = {Basis.KNOWN: N_("känt"), Basis.UNKNOWN: N_("okänt"), Basis.ASSUMED: N_("antaget")}


class Said(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of the picture. `key` names what it is taken from, for as long as that stands.

    `origin` tells where it comes from, in words; `view` and `item` open it. `ground` is the legal ground when it is
    secret: such a line stands only in the internal version (rule P31).
    """

    key: str
    basis: Basis
    text: str
    origin: str
    view: str
    item: str = ""
    ground: str = ""


Lines = Iterator[Said]


def event(incident: "Incident", _now: datetime) -> Lines:
    """What has happened: the sheet's own words, its facts by status, and what the log has observed."""
    sheet = incident.sheet
    yield from field(incident, "what_happened", sheet.what_happened)
    yield Said(
        "sheet.alarm_at",
        Basis.KNOWN,
        _("Larmet kom {time}.").format(time=stamp(sheet.alarm_at)),
        _("Larmtid"),
        "situation",
    )
    yield from field(incident, "cause", sheet.cause)
    for fact in sheet.facts:
        yield from _fact(fact)
    yield from _logged(incident, Kind.OBSERVATION)


def extent(incident: "Incident", _now: datetime) -> Lines:
    """Where, how much and whom it affects."""
    sheet = incident.sheet
    yield from field(incident, "places", ", ".join(sheet.places))
    yield from field(incident, "area", sheet.area)
    least, most, unit = sheet.affected.min, sheet.affected.max, sheet.affected.unit
    if least is not None or most is not None:
        numbers = "–".join(str(one) for one in dict.fromkeys((least, most)) if one is not None)
        yield from field(incident, "affected", f"{numbers} {unit}")
    yield from field(incident, "affected_groups", ", ".join(sheet.affected_groups))
    for service in sheet.services:
        yield from field(incident, "services", f"{service.what}: {service.status}", service.what)
    for road in sheet.traffic:
        yield from field(incident, "traffic", f"{road.what}: {road.status}", road.what)
    for name, status in sheet.safe_points.items():
        yield from field(incident, "safe_points", f"{name}: {status}", name)


def unknown(incident: "Incident", _now: datetime) -> Lines:
    """What we do not know: what the sheet says so of, what two say differently, and what nobody has filled in."""
    sheet = incident.sheet
    for line in sheet.unknowns:
        yield from field(incident, "unknowns", line, line, Basis.UNKNOWN)
    for name in sorted(incident.contested):
        id = name.removeprefix("facts.")
        words = _("uppgift {id}").format(id=id) if id != name else label_of(name).lower()
        yield Said(
            f"conflict.{name}",
            Basis.UNKNOWN,
            _("Två uppgifter står mot varandra: {name}.").format(name=words),
            _("Läge"),
            "lead" if name in ASSESSED else "situation",
            f"picture:{name}" if name in ASSESSED else name,
        )
    empty = [
        key
        for key, value in (
            ("what_happened", sheet.what_happened),
            ("area", sheet.area),
            ("affected", sheet.affected.min or sheet.affected.max),
            ("cause", sheet.cause),
        )
        if not value
    ]
    for key in empty:
        yield Said(
            f"empty.{key}",
            Basis.UNKNOWN,
            _("{label}: ingen har fyllt i.").format(label=label_of(key)),
            _("Läge"),
            "situation",
            key,
        )


def advice(incident: "Incident", _now: datetime) -> Lines:
    """What people are asked to do."""
    for line in incident.sheet.advice:
        yield from field(incident, "advice", line, line)


def measures(incident: "Incident", _now: datetime) -> Lines:
    """What is done, by us and by others."""
    for line in incident.sheet.our_actions:
        yield from field(incident, "our_actions", line, line)
    for one in incident.sheet.others_actions:
        yield from field(incident, "others_actions", f"{one.actor}: {one.action}", f"{one.actor} {one.action}")


def consequences(incident: "Incident", _now: datetime) -> Lines:
    """What it leads to: the impact on each area, and what people have judged."""
    sheet = incident.sheet
    for area, name in AREAS.items():
        if step := STEPS.get(sheet.impact.get(area, "")):
            words = _("{area}: {step} påverkan.").format(area=_(name), step=_(step))
            yield _judged("impact", area, words)
    for key, name in CONSEQUENCES.items():
        if text := sheet.consequences.get(key):
            yield _judged("consequences", key, _("{label}: {text}").format(label=_(name), text=text))
    yield from field(incident, "staff_impact", sheet.staff_impact)


def forecast(incident: "Incident", _now: datetime) -> Lines:
    """What we think will happen, on which assumptions, and how sure we are."""
    sheet = incident.sheet
    for hours, name in HORIZONS.items():
        if text := sheet.forecast.get(hours):
            yield _judged("forecast", hours, _("{label}: {text}").format(label=_(name), text=text))
    for line in sheet.assumptions:
        yield _judged("assumptions", line, _("Vi antar: {text}").format(text=line))
    if sure := CONFIDENCE.get(sheet.confidence):
        yield _judged("confidence", "", _("Hur säker bedömningen är: {sure}.").format(sure=_(sure)))


def resources(incident: "Incident", _now: datetime) -> Lines:
    """What we need and do not have."""
    for line in incident.sheet.support_needed:
        yield msgspec.structs.replace(_judged("support_needed", line, line), basis=Basis.KNOWN)


def _judged(field: str, part: str, text: str) -> Said:
    """Return a line that a person has added to the picture."""
    return Said(f"{field}.{part}", Basis.ASSUMED, text, _("Bedömning"), "lead", f"picture:{field}")


def field(incident: "Incident", key: str, text: str, part: str = "", basis: Basis = Basis.KNOWN) -> Lines:
    """Return a field of the sheet as a line, with who filled it in last; nothing for an empty one."""
    if not text:
        return
    register = incident.register(key)
    by = incident.name_of(register.claims[-1][1].person) if register.claims else ""
    origin = ", ".join(one for one in (label_of(key), by) if one)
    yield Said(f"sheet.{key}.{part}", basis, text, origin, "situation", key)


_BY_STATUS = {Status.CONFIRMED: Basis.KNOWN, Status.UNCONFIRMED: Basis.ASSUMED, Status.RUMOUR: Basis.UNKNOWN}


def _fact(fact: Fact) -> Lines:
    """Return a fact by its status; what is refuted or outdated is no part of the picture."""
    basis = _BY_STATUS.get(fact.status)
    if basis is None:
        return
    parts = (fact.id, _(STATUS_NAMES[fact.status]).lower(), fact.source, fact.time.replace(":", "."))
    yield Said(
        f"facts.{fact.id}",
        basis,
        fact.text,
        ", ".join(part for part in parts if part),
        "situation",
        f"facts.{fact.id}",
        fact.legal_ground if fact.secret else "",
    )


def _logged(incident: "Incident", kind: Kind) -> Lines:
    """Return the latest lines of a sort that people wrote; what nobody has confirmed is assumed."""
    found = 0
    for line in islice(reversed(incident.log), LOOKED_AT):
        if line.kind is not kind or line.struck or not line.by_hand:
            continue
        basis = _BY_STATUS.get(line.status) if line.status else Basis.ASSUMED
        if basis is None:
            continue
        yield Said(f"log.{line.stamp.id}", basis, line.text, _origin(line), "log", line.stamp.id, line.ground)
        found += 1
        if found == LATEST:
            return


def _origin(line: Line) -> str:
    number = _("loggpost {number}, kl. {time}").format(number=line.label, time=f"{line.happened:%H.%M}")
    return ", ".join(part for part in (number, line.role, line.source) if part)
