"""A tone that serves the reader: nothing defensive, nothing ironic, rule P13 (chapter 2). Blame is rule F8."""

import re

from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.reading import read
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_TRIGGERS = ("bekant", "sagt", "påpekat", "skrivit", "kommunens", "vårt fel", "överdriv", "naturligtvis", "givetvis",
             "självklart", "faktiskt", "klagom", "tack vare")  # fmt: skip
_WORDINGS = re.compile(
    r"\bsom bekant\b|\bsom vi (?:redan |tidigare |flera gånger ){0,2}har (?:sagt|påpekat|skrivit)"
    r"|\binte (?:kommunens|vårt) (?:fel|ansvar|bord)\b|\böverdriv\w+"
    r"|\b(?:naturligtvis|givetvis|självklart) (?:borde|ska)\b"
    r"|\bvi har faktiskt\b|\btrots klagomål\w*|\btack vare (?:invånarnas|era|andras) (?:okunskap|slarv|klagomål)"
)


def defensive_tone(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find wordings that defend the municipality or are ironic, "som bekant", "inte vårt fel" (P13)."""
    lower = read(text).lower
    if not any(word in lower for word in _TRIGGERS):
        return []
    return [
        Finding(
            "P13",
            Severity.WARNING,
            found.span(),
            _("Tonen försvarar kommunen i stället för att hjälpa läsaren."),
            _("Skriv bara vad som gäller och vad läsaren kan göra."),
        )
        for found in _WORDINGS.finditer(lower)
    ]
