"""What only a text message can have wrong: alphabet, parts and links (7.9, F10)."""

import re

from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.sms import sms_size, to_gsm
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

RULE = "C05"

_LINK = re.compile(
    r"https?:\S+|www\.\S+|\b[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:se|com|org|nu|net|eu|info|ly|gl|me|io|link)\b(?:/\S*)?",
    re.IGNORECASE,
)
_MOST = 2


def alphabet(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find the characters that force the large alphabet, where a part holds 70 instead of 160."""
    offending = sms_size(text).offending
    if not offending:
        return []
    return [
        Finding(
            RULE,
            Severity.WARNING,
            (at, at + 1),
            _("Tecknet ”{sign}” gör att sms:et rymmer 70 tecken i stället för 160.").format(sign=sign),
            to_gsm(sign) if to_gsm(sign) != sign else _("Stryk eller byt tecknet."),
        )
        for sign in offending
        if (at := text.find(sign)) >= 0
    ]


def parts(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find a text message of more than one part: a warning at two, a stop above."""
    size = sms_size(text)
    if size.parts < _MOST:
        return []
    return [
        Finding(
            RULE,
            Severity.WARNING if size.parts == _MOST else Severity.STOP,
            (0, len(text)),
            _(
                "Sms:et blir {parts} delar ({units} tecken). Delar kan komma fram i fel ordning, eller inte alls."
            ).format(parts=size.parts, units=size.units),
            _("Korta det till högst 160 tecken."),
        )
    ]


def links(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find links and web addresses (F10): a phone makes them clickable, and fraud looks the same."""
    return [
        Finding(
            "F10",
            Severity.STOP,
            found.span(),
            _("En länk i ett sms går inte att skilja från en bluff."),
            _("Hänvisa till kommunens vanliga nummer eller P4."),
        )
        for found in _LINK.finditer(text)
    ]
