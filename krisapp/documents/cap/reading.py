"""Reading alerts from anybody (läsa CAP), tolerantly: the alerts with what is wrong in each, or one sentence.

A file is never trusted. One with a DOCTYPE or an entity is refused before it is parsed, nothing is fetched, and size,
depth and number are bounded. Whatever the bytes are, the answer is alerts or a refusal.
"""

import re
from functools import cache
from typing import Any

import msgspec
from lxml import etree

from krisapp.documents.cap.alert import NAMESPACE, Alert, Area, Info, Pair, Resource
from krisapp.documents.cap.rules import READ, faults
from krisapp.documents.cap.shape import ALLOWED, REQUIRED
from krisapp.domain.words import N_, Refused, _

LARGEST_FILE = 4_000_000
"""Bytes that are read. Two hundred times the largest real alert seen."""

MOST_ALERTS = 500
MOST_FAULTS = 50
_ENCODINGS = frozenset(("utf-8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"))
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_KINDS: dict[str, type[msgspec.Struct]] = {
    "info": Info,
    "area": Area,
    "resource": Resource,
    "eventCode": Pair,
    "parameter": Pair,
    "geocode": Pair,
}
_SKIPPED = frozenset(("derefUri",))
"""What a resource holds itself: never taken in."""


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """An alert as a file says it, and in sentences what in it is not as the standard asks."""

    alert: Alert
    faults: tuple[str, ...] = ()


def read_alerts(content: bytes) -> tuple[Reading, ...]:
    """Return the alerts of a file: one alone, or all within another root such as SMHI's or a feed's.

    Raises `Refused` with what is wrong and what to do when it holds none that can be read.
    """
    root = _parsed(content)
    found = _alerts_in(root)
    if not found:
        raise Refused(
            N_(
                "Filen är inget CAP-meddelande: den börjar med <{name}> och har ingen alert. Hämta CAP-filen i stället."
            ),
            name=_local(root),
        )
    if len(found) > MOST_ALERTS:
        raise Refused(N_("Filen har fler än {most} varningar. Hämta dem för ett mindre område."), most=MOST_ALERTS)
    read = tuple(_read(one) for one in found)
    if all(one.alert == Alert() for one in read):
        raise Refused(N_("Filen har en alert men inget i den går att läsa. Be avsändaren om en ny fil."))
    return read


def as_json(read: tuple[Reading, ...]) -> bytes:
    """Return alerts as JSON: `{"alerts": […]}`, CAP's own names, and `faults` where something is wrong."""
    alerts = []
    for one in read:
        plain: dict[str, Any] = msgspec.to_builtins(one.alert)
        alerts.append(plain | {"faults": list(one.faults)} if one.faults else plain)
    return msgspec.json.format(msgspec.json.encode({"alerts": alerts}), indent=2)


def _parsed(content: bytes) -> etree._Element:
    if len(content) > LARGEST_FILE:
        raise Refused(N_("Filen är större än {most} MB och läses inte."), most=LARGEST_FILE // 1_000_000)
    # Without the zero bytes of UTF-16 and UTF-32 the signs of markup stand as they do in UTF-8.
    bare = content.replace(b"\0", b"")
    if not bare.strip():
        raise Refused(N_("Filen är tom. Hämta den igen."))
    lower = bare.lower()
    if b"<!doctype" in lower or b"<!entity" in lower:
        raise Refused(N_("Filen har en DOCTYPE eller en ENTITY och kan vara en attack. Den läses inte."))
    named = _ENCODING.search(bare[:200])
    if named is not None and named[1].decode("ascii").lower() not in _ENCODINGS:
        raise Refused(N_("Filens teckenkodning {name} läses inte. Be om den i UTF-8."), name=named[1].decode("ascii"))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(
            N_("Filen går inte att läsa från rad {line}: den är avbruten eller trasig. Hämta den igen."),
            line=error.lineno or 1,
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(N_("Filen har en DOCTYPE eller en ENTITY och kan vara en attack. Den läses inte."))
    return root


def _alerts_in(root: etree._Element) -> list[etree._Element]:
    if _local(root) == "alert":
        return [root]
    return list(root.iter("{*}alert"))


def _read(element: etree._Element) -> Reading:
    wrong: list[str] = []
    space = etree.QName(element).namespace
    if space != NAMESPACE:
        wrong.append(_("Filen är inte CAP 1.2 utan {name}.").format(name=space or _("utan namnrymd")))
    alert = _taken(element, Alert, wrong)
    assert isinstance(alert, Alert)
    found = dict.fromkeys((*wrong, *faults(alert, READ)))
    return Reading(alert, tuple(found)[:MOST_FAULTS])


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, tuple[int, str, bool]]:
    """Return each element of a part: its place in the order, the field it fills, and whether it may stand again."""
    return {
        field.encode_name: (place, field.name, field.default == ())
        for place, field in enumerate(msgspec.structs.fields(kind))
    }


def _taken(element: etree._Element, kind: type[msgspec.Struct], wrong: list[str]) -> msgspec.Struct:
    """Return a part as it stands, and say what in it is out of order, missing, unknown or told twice."""
    fields, values, latest = _fields(kind), dict[str, Any](), 0
    within = _local(element)
    for child in element:
        name = _local(child)
        if etree.QName(child).namespace != etree.QName(element).namespace or name in _SKIPPED:
            continue  # a signature, or what is not for us
        if name not in fields:
            wrong.append(_("{within} har ett okänt element: {name}.").format(within=within, name=name))
            continue
        place, field, many = fields[name]
        if place < latest:
            wrong.append(_("{name} står på fel plats i {within}.").format(name=name, within=within))
        latest = max(latest, place)
        value = _taken(child, _KINDS[name], wrong) if name in _KINDS else _text(child)
        if name in ALLOWED and value not in ALLOWED[name]:
            wrong.append(_("{name} är {value}, vilket inte finns i CAP.").format(name=name, value=value or "–"))
        if many:
            values.setdefault(field, []).append(value)
        elif field in values:
            wrong.append(_("{name} står två gånger i {within}.").format(name=name, within=within))
        else:
            values[field] = value
    missing = (name for name in fields if name in REQUIRED[kind] and fields[name][1] not in values)
    wrong.extend(_("{name} saknas i {within}.").format(name=name, within=within) for name in missing)
    return kind(**{field: tuple(value) if isinstance(value, list) else value for field, value in values.items()})


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext()).strip()


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
