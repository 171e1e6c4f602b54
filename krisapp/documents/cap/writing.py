"""An alert as a file (skriva CAP): built with lxml, and judged by the schema and our own rules before it is let go."""

from functools import cache

import msgspec
from lxml import etree

from krisapp.documents.cap.alert import NAMESPACE, Alert
from krisapp.documents.cap.rules import EXPORTED, faults
from krisapp.domain.words import N_, Refused
from krisapp.store.resources import resource


def encode_alert(alert: Alert) -> bytes:
    """Return an alert as XML. Raises `Refused` with the first fault if the schema or one of our rules says no."""
    found = faults(alert, EXPORTED)
    if found:
        raise Refused(N_("Varningen går inte att skriva som CAP. {fault}"), fault=found[0])
    try:
        root = etree.fromstring(f'<alert xmlns="{NAMESPACE}"/>')
        _fill(root, msgspec.to_builtins(alert))
    except ValueError:
        raise Refused(N_("Texten har ett tecken som inte får stå i en fil, till exempel ett styrtecken.")) from None
    schema = schema_of_cap()
    if not schema.validate(root):
        raise Refused(N_("Varningen går inte att skriva som CAP. {fault}"), fault=str(schema.error_log))
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


@cache
def schema_of_cap() -> etree.XMLSchema:
    """Return the schema of CAP 1.2, read once."""
    return etree.XMLSchema(etree.parse(str(resource("resources", "schemas", "CAP-v1.2.xsd"))))


def _fill(parent: etree._Element, value: object) -> None:
    if isinstance(value, str):
        parent.text = value
        return
    assert isinstance(value, dict)
    for key, part in value.items():
        for one in part if isinstance(part, list | tuple) else (part,):
            _fill(etree.SubElement(parent, f"{{{NAMESPACE}}}{key}"), one)
