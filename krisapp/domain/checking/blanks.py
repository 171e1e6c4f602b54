"""Blanks nobody has filled in (tomma fält): no text leaves with one (ME2)."""

import re

from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_BLANK = re.compile(r"\[fyll i(?:: ?([^\]\n]{0,80}))?\]?|\[(?:…|\.{2,}|_+|x+)\]|\{\{|\}\}|\{%|%\}|\?{3,}|_{3,}|X{3,}")
_SIGNS = ("[", "{{", "}}", "{%", "%}", "???", "___", "XXX")


def unfilled_blanks(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find blanks without a value, and remains of a template (Q20)."""
    if not any(sign in text for sign in _SIGNS):
        return []
    return [
        Finding(
            "Q20",
            Severity.STOP,
            found.span(),
            _("Här saknas något: {label}.").format(label=(found[1] or found.group()).strip()),
            _("Fyll i fältet i Läge, eller stryk raden."),
        )
        for found in _BLANK.finditer(text)
    ]
