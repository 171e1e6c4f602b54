"""Advice that speaks to the reader, and not too much of it: rules Q08, Q10, P24 and P42 (7.1, chapter 2)."""

import re
from collections.abc import Iterator

from krisapp.domain.checking.remembered import Remembered
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.reading import Reading, content_of, read
from krisapp.domain.language.wordings import IMPERATIVES
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

MOST_ADVICE = 7
MOST_KEY_MESSAGES = 3

_TO_YOU = frozenset({"du", "dig", "din", "dina", "ditt", "ni", "er", "era", "ert"})
_TO_NOBODY = re.compile(
    r"\b(?:ska|skall|bör|måste|får|kan) (?:inte )?\w{2,40}as\b"
    r"|\b(?:uppmanas|rekommenderas|ombeds|anmodas|bör man|man bör)\b"
    r"|^man\b|\b(?:invånare|medborgare|allmänhet)\w* (?:ska|bör|måste)"
)
_PARTNERS = {
    "school_threat": ("polis",),
    "hazmat": ("räddning",),
    "wildfire": ("räddning",),
    "drinking_water": ("va", "vatten", "smittskydd", "kontroll"),
    "infection": ("smittskydd", "region"),
    "power_outage": ("elnät", "nätägar"),
    "disinformation": ("polis", "myndighet", "länsstyrelse"),
}


def direct_advice(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find advice that does not tell the reader what to do (Q08).

    It begins with a verb in the imperative, or speaks to "du". A stop where it speaks to nobody ("vattnet ska kokas"),
    a warning where its first word is not known as such a verb.
    """
    if not context.external:
        return []
    lower = read(text).lower
    findings = []
    for sentence, kind in _faulty.of(sheet):
        at = lower.find(sentence)
        if at >= 0:
            findings.append(
                Finding(
                    "Q08",
                    kind,
                    (at, at + len(sentence)),
                    _("Rådet talar inte till läsaren."),
                    _("Börja med verbet: ”Koka vattnet”, inte ”Vattnet ska kokas”."),
                )
            )
    return findings


def amount_of_advice(text: str, sheet: Sheet, _context: Context) -> list[Finding]:
    """Find more than seven pieces of advice in one text (Q10)."""
    if len(sheet.advice) <= MOST_ADVICE:
        return []
    content = read(text).content
    told = sum(1 for sentence in sheet.advice if content_of(Reading(sentence).tokens) <= content)
    if told <= MOST_ADVICE:
        return []
    return [
        Finding(
            "Q10",
            Severity.WARNING,
            (0, 0),
            _("Texten har {count} råd. Ingen minns fler än sju.").format(count=told),
            _("Behåll de viktigaste."),
        )
    ]


def key_messages(_text: str, sheet: Sheet, _context: Context) -> list[Finding]:
    """Find more than three key messages (P24)."""
    if len(sheet.key_messages) <= MOST_KEY_MESSAGES:
        return []
    return [
        Finding(
            "P24",
            Severity.WARNING,
            (0, 0),
            _("Faktaunderlaget har {count} huvudbudskap. Tre är flest.").format(count=len(sheet.key_messages)),
            _("Välj de tre viktigaste."),
        )
    ]


def coordination(_text: str, sheet: Sheet, _context: Context) -> list[Finding]:
    """Find that nobody is named to coordinate with where the type of incident demands it (P42)."""
    partners = _PARTNERS.get(sheet.type)
    named = " ".join(sheet.coordinated_with).lower()
    if not partners or any(partner in named for partner in partners):
        return []
    return [
        Finding(
            "P42",
            Severity.WARNING,
            (0, 0),
            _("Texten är inte avstämd med den som leder eller äger frågan."),
            _("Stäm av och fyll i fältet Avstämt med."),
        )
    ]


def _fault_of(advice: str) -> Severity | None:
    tokens = Reading(advice).tokens
    if (
        not tokens
        or any(token in _TO_YOU for token in tokens)
        or any(first in IMPERATIVES for first in _firsts(advice))
    ):
        return None
    return Severity.STOP if _TO_NOBODY.search(advice.lower()) else Severity.WARNING


def _faulty_advice(sheet: Sheet) -> list[tuple[str, Severity]]:
    """Return the advice that speaks to nobody, in lower case and without its full stop, and how bad it is."""
    return [(advice.lower().rstrip("."), kind) for advice in sheet.advice if (kind := _fault_of(advice))]


_faulty = Remembered(_faulty_advice)


def _firsts(advice: str) -> Iterator[str]:
    """Yield the first word of each clause: "Om någon är sjuk, ring 1177" tells what to do after its comma."""
    for clause in re.split(r"[,.;:!?–]\s*", advice):
        words = Reading(clause).tokens
        if words:
            yield words[0]
