"""A contradiction in words, for people and for programs."""

from collections.abc import Mapping

import msgspec

from krisapp.domain.consistency.contradiction import Contradiction
from krisapp.domain.consistency.values import KIND_NAMES, Kind
from krisapp.domain.consistency.whereabouts import SHEET
from krisapp.domain.words import _


def sentence(found: Contradiction, texts: Mapping[str, str]) -> str:
    """Return one line: where, what it says, who says otherwise, and what the fact sheet supports."""
    line = texts[found.id].count("\n", 0, found.span[0]) + 1
    where = _("{text}, rad {line}").format(text=found.id, line=line)
    return f"{where}: {reason(found)} {verdict(found)}"


def reason(found: Contradiction) -> str:
    """Return what is said here and what is said elsewhere: "Klockslag: här ”kl. 19.00”, i E1-C05 ”kl. 18.00”."."""
    kind = _(KIND_NAMES[found.kind])
    if found.against is None:
        return _("{kind}: ”{text}” står bara här.").format(kind=kind, text=found.text)
    if found.against.id == SHEET:
        return _("{kind}: här ”{text}”, i faktaunderlaget ”{other}”.").format(
            kind=kind, text=found.text, other=found.against.text
        )
    return _("{kind}: här ”{text}”, i {where} ”{other}”.").format(
        kind=kind, text=found.text, where=found.against.id, other=found.against.text
    )


def verdict(found: Contradiction) -> str:
    """Return which of the two the fact sheet supports."""
    if found.supported:
        return _("Faktaunderlaget stöder ”{words}”.").format(words=found.supported)
    if found.both:
        return _("Båda står i läget eller i svaren. Ändra den som är fel.")
    if found.against is None:
        return _("Varken faktaunderlaget eller någon annan text säger det.")
    if found.kind is Kind.DENIAL:
        return _("Faktaunderlaget avgör inte vilket som gäller.")
    return _("Faktaunderlaget stöder ingen av dem.")


def as_json(contradictions: list[Contradiction]) -> str:
    """Return contradictions as JSON; `against` and `supported` are null where there is none."""
    rows = [
        {
            "file": each.id,
            "span": each.span,
            "text": each.text,
            "kind": each.kind,
            "against": None
            if each.against is None
            else {
                "file": each.against.id or None,
                "span": each.against.span if each.against.id else None,
                "text": each.against.text,
            },
            "supported": each.supported or None,
        }
        for each in contradictions
    ]
    return msgspec.json.format(msgspec.json.encode({"contradictions": rows}), indent=2).decode()
