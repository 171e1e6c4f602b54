"""How advice and news are phrased: passive, nouns for verbs and double negation, rules Q04, Q06 and Q12 (7.1)."""

import re

from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.reading import read
from krisapp.domain.language.wordings import IMPERATIVES
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_PASSIVE = re.compile(r"\b(?:ska|skall|bör|måste) (?:inte |alltid |först |nu )?(\w{2,30}s)\b(?! (?:sig|med) )")
_NOT_PASSIVE = frozenset({"finnas", "hoppas", "minnas", "umgås", "andas", "trivas", "lyckas", "samlas", "mötas", "oss"})
"""Words in -s that are active: "barnen ska samlas"."""

_VERB_FORMS = {
    "genomför": 1,
    "genomföra": 0,
    "genomförde": 2,
    "genomfört": 3,
    "utför": 1,
    "utföra": 0,
    "utförde": 2,
    "utfört": 3,
    "gör": 1,
    "göra": 0,
    "gjorde": 2,
    "gjort": 3,
    "företa": 0,
    "företar": 1,
    "företog": 2,
    "företagit": 3,
}
_VERB_OF = {
    "kontroll": ("kontrollera", "kontrollerar", "kontrollerade", "kontrollerat"),
    "provtagning": ("ta prov på", "tar prov på", "tog prov på", "tagit prov på"),
    "undersökning": ("undersöka", "undersöker", "undersökte", "undersökt"),
    "bedömning": ("bedöma", "bedömer", "bedömde", "bedömt"),
    "utredning": ("utreda", "utreder", "utredde", "utrett"),
    "analys": ("analysera", "analyserar", "analyserade", "analyserat"),
    "rengöring": ("göra rent", "gör rent", "gjorde rent", "gjort rent"),
    "reparation": ("laga", "lagar", "lagade", "lagat"),
    "spolning": ("spola", "spolar", "spolade", "spolat"),
    "mätning": ("mäta", "mäter", "mätte", "mätt"),
    "besiktning": ("besiktiga", "besiktigar", "besiktigade", "besiktigat"),
    "genomgång": ("gå igenom", "går igenom", "gick igenom", "gått igenom"),
    "sammanställning": ("sammanställa", "sammanställer", "sammanställde", "sammanställt"),
    "inventering": ("räkna", "räknar", "räknade", "räknat"),
    "utdelning": ("dela ut", "delar ut", "delade ut", "delat ut"),
}
_NOUN = re.compile(rf"\b({'|'.join(_VERB_FORMS)}) (?:en |ett )?({'|'.join(_VERB_OF)})(?:en|ar|er)?( av)?\b")
_HAPPENS = re.compile(r"\b(\w{3,30}(?:ning|ering|ande|ende))(?:en|ar|et)?\b(?: av \w{2,30})? (sker|utförs|genomförs)\b")
_DOUBLE = re.compile(
    r"\b(?:inte|aldrig|ingen|inga|inget)\b[^.!?\n]{1,60}?\b(?:om|utan att|innan|förrän)(?: \w{1,20}){0,2} inte\b"
    r"|\binte (?:omöjlig|ovanlig|otänkbar|osannolik|oväntad|obetydlig|otillåt)\w*"
)


def passive_advice(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find what the reader is to do in the passive, "vattnet ska kokas" (Q04): "koka vattnet" speaks to somebody."""
    lower = read(text).lower
    return [
        Finding(
            "Q04",
            Severity.TIP,
            found.span(),
            _("Det säger inte vem som ska göra det."),
            _("Tala till läsaren: ”{verb} …”.").format(verb=verb.capitalize()),
        )
        for found in _PASSIVE.finditer(lower)
        if (verb := _imperative_of(found[1]))
    ]


def nouns_for_verbs(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find an act hidden in a noun, "genomför en kontroll av", "utdelning sker" (Q06), with the verb where it is known.

    The verb comes in the form of the one it replaces.
    """
    lower = read(text).lower
    findings = []
    for found in _NOUN.finditer(lower):
        verb = _VERB_OF[found[2]][_VERB_FORMS[found[1]]]
        findings.append(
            Finding(
                "Q06",
                Severity.TIP,
                found.span(),
                _("Ett verb är kortare och lättare att läsa."),
                verb,
                _like(text[found.start()], verb) if found[3] else None,
            )
        )
    if " sker" in lower or "förs" in lower:
        findings += [
            Finding(
                "Q06",
                Severity.TIP,
                found.span(),
                _("Ett verb är kortare och lättare att läsa."),
                _("Skriv vem som gör vad."),
            )
            for found in _HAPPENS.finditer(lower)
        ]
    return findings


def double_negation(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find two denials in one sentence, "inte … om inte" (Q12)."""
    lower = read(text).lower
    if "inte" not in lower:
        return []
    return [
        Finding(
            "Q12",
            Severity.TIP,
            found.span(),
            _("Två nekande ord i samma mening är lätta att läsa fel."),
            _("Skriv vad som gäller, utan ”inte”."),
        )
        for found in _DOUBLE.finditer(lower)
    ]


def _imperative_of(passive: str) -> str:
    """Return the imperative of a verb in the passive ("kokas" → "koka", "stängas" → "stäng"), or empty."""
    if passive in _NOT_PASSIVE:
        return ""
    for verb in (passive[:-1], passive[:-2]):
        if verb in IMPERATIVES:
            return verb
    return ""


def _like(sign: str, words: str) -> str:
    """Return words that begin with a capital where the sign is one."""
    return words[:1].upper() + words[1:] if sign.isupper() else words
