"""Plain words (klarspråk): bureaucratic words, short forms and hard words, rules Q05, Q07 and Q13 (7.1, 7.6)."""

from krisapp.domain.checks import Context, Finding, Severity, Stage
from krisapp.domain.language.bureaucratic import BUREAUCRATIC
from krisapp.domain.language.reading import read
from krisapp.domain.language.wordings import (
    ABBREVIATIONS,
    EXPLAINED,
    FIRST_TIME_WORDS,
    HARD_WORDS,
    STAFF_ABBREVIATIONS,
)
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_TO_CHOOSE = ",/(…"


def bureaucratic_words(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find words of the bureaucratic list (Q05), with the plain word."""
    return [
        Finding(
            "Q05",
            Severity.WARNING,
            span,
            _("Krångligt ord: det finns ett vanligare."),
            instead,
            _in_place_of(text[span[0]], instead),
        )
        for span, instead in BUREAUCRATIC.find(read(text))
    ]


def short_forms(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find short forms that not everybody knows (Q07). Words of the staff room are allowed in internal texts."""
    reading = read(text)
    found = list(ABBREVIATIONS.find(reading))
    if context.external:
        found += STAFF_ABBREVIATIONS.find(reading)
    return [
        Finding(
            "Q07",
            Severity.WARNING,
            span,
            _("Förkortningen är inte känd av alla."),
            instead,
            _in_place_of(text[span[0]], instead),
        )
        for span, instead in found
    ]


def hard_words(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find the first use of words one has to know beforehand, without an explanation near, in external texts (Q13)."""
    if not context.external:
        return []
    reading = read(text)
    findings = []
    told: set[str] = set()
    words = list(HARD_WORDS.find(reading))
    if context.stage is Stage.FIRST:
        words += FIRST_TIME_WORDS.find(reading)
    for (first, last), instead in words:
        if instead in told:
            continue
        told.add(instead)
        near = reading.lower[max(0, first - 60) : last + 120]
        if not any(mark in near for mark in EXPLAINED) and "–" not in text[last : last + 3]:
            findings.append(
                Finding("Q13", Severity.WARNING, (first, last), _("Alla vet inte vad ordet betyder."), instead)
            )
    return findings


def _in_place_of(first: str, instead: str) -> str | None:
    """Return the plain words as they replace a word with that first letter, or None where a person has to choose."""
    if any(sign in instead for sign in _TO_CHOOSE):
        return None
    return instead[:1].upper() + instead[1:] if first.isupper() else instead
