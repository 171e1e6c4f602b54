"""An alert of CAP 1.2 as plain values (varning): each element by its own name, each value as it stands in the file."""

import msgspec

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"


class _Part(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    pass


class Pair(_Part, frozen=True):
    """A named value: of `eventCode`, `parameter` and `geocode`."""

    value_name: str = ""
    value: str = ""


class Resource(_Part, frozen=True):
    """A picture or the like that is told of. What it holds itself (`derefUri`) is never read."""

    resource_desc: str = ""
    mime_type: str = ""
    size: str = ""
    uri: str = ""
    digest: str = ""


class Area(_Part, frozen=True):
    """Where it holds. Polygons are "lat,lon lat,lon …", circles "lat,lon radius" with the radius in km."""

    area_desc: str = ""
    polygon: tuple[str, ...] = ()
    circle: tuple[str, ...] = ()
    geocode: tuple[Pair, ...] = ()
    altitude: str = ""
    ceiling: str = ""


class Info(_Part, frozen=True):
    """What is said in one language. `language` is a BCP 47 tag; times are ISO 8601 with offset."""

    language: str = ""
    category: tuple[str, ...] = ()
    event: str = ""
    response_type: tuple[str, ...] = ()
    urgency: str = ""
    severity: str = ""
    certainty: str = ""
    audience: str = ""
    event_code: tuple[Pair, ...] = ()
    effective: str = ""
    onset: str = ""
    expires: str = ""
    sender_name: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    web: str = ""
    contact: str = ""
    parameter: tuple[Pair, ...] = ()
    resource: tuple[Resource, ...] = ()
    area: tuple[Area, ...] = ()


class Alert(_Part, frozen=True):
    """An alert. `references` are "sender,identifier,sent" of those it updates or cancels, with spaces between."""

    identifier: str = ""
    sender: str = ""
    sent: str = ""
    status: str = ""
    msg_type: str = ""
    source: str = ""
    scope: str = ""
    restriction: str = ""
    addresses: str = ""
    code: tuple[str, ...] = ()
    note: str = ""
    references: str = ""
    incidents: str = ""
    info: tuple[Info, ...] = ()


def reference(alert: Alert) -> str:
    """Return how a later alert names this one: sender, identifier and sent, with commas between."""
    return f"{alert.sender},{alert.identifier},{alert.sent}"
