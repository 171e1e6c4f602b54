"""The dangerous wordings themselves, as patterns on text in lower case, domain handbook 7.7.

A pattern is tried only where one of its trigger words stands. Each `.{…}` is bounded and stays within its sentence, so
that no text makes it slow.
"""

import re

import msgspec

from krisapp.domain.checks import Severity
from krisapp.domain.words import N_

_MEDIA = r"\b(?:medier|media|journalist\w*|pressen|tidning\w*|reportrar\w*)"
_NEAR = r"[^.!?\n]{0,80}?"


class Wording(msgspec.Struct, frozen=True):
    """One kind of dangerous wording: rule, severity, words that call for a look, pattern, why, and what instead.

    `unless` is what makes it harmless when it stands earlier in the same sentence.
    """

    rule: str
    severity: Severity
    triggers: tuple[str, ...]
    pattern: re.Pattern[str]
    why: str
    instead: str
    unless: re.Pattern[str] | None = None


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


GAG = Wording(
    "F1",
    Severity.STOP,
    ("medi", "journalist", "press", "tidning", "report", "uttal", "hänvisa", "arbetstid"),
    _any_of(
        rf"\b(?:endast|bara|enbart|ingen annan än|ingen utom){_NEAR} får uttala sig",
        rf"\b(?:endast|bara|enbart|ingen annan än|ingen utom){_NEAR} får (?:prata|tala|svara){_NEAR} {_MEDIA}",
        rf"\b(?:får|ska|bör|måste) (?:inte|aldrig|ej) (?:själva? )?(?:prata|tala|kontakta|svara|lämna){_NEAR} {_MEDIA}",
        r"\b(?:får|ska|bör) (?:inte|aldrig|ej) (?:själva? )?uttala sig",
        r"\bhänvisa (?:alltid|alla|samtliga)\b",
        rf"\b(?:kontakta|prata|tala|svara|uttala)(?: dig| er)? (?:inte|aldrig|ej)\b[^.!?\n]{{0,25}}? {_MEDIA}",
        r"\bpå arbetstid får\b[^.!?\n]{0,80}?\binte\b",
        rf"\b(?:alla|samtliga) \w{{0,8}}(?:kontakter|frågor|förfrågningar){_NEAR} (?:ska|måste) (?:gå via|hänvisas)",
        rf"\b(?:förbjudet|inte tillåtet) att (?:prata|tala|kontakta|svara){_NEAR} {_MEDIA}",
        r"\b(?:förbjudet|inte tillåtet) att uttala sig",
    ),
    N_("Det kan läsas som ett förbud att tala med medier. Medarbetare har rätt att lämna uppgifter."),
    N_("Skriv vem som talar för kommunen, och att det inte ändrar någons rätt att själv lämna uppgifter."),
)

HIDING = Wording(
    "F3",
    Severity.STOP,
    ("gömmer", "gömt", "inlåst", "inrymd", "låst in", "låser in", "befinner sig", "sitter i", "polis"),
    _any_of(
        rf"\b(?:elev|barn|person|lärar)\w*{_NEAR}\b(?:gömmer sig|gömt sig|inlåsta|inrymda|låst in sig|låser in sig)",
        rf"\b(?:elev|barn|person|lärar)\w*{_NEAR}\b(?:befinner sig|sitter) i (?:klass|källar|mat|aula|sal|rum)",
        rf"\bpolis\w*{_NEAR}\b(?:har omringat|positioner|ligger och väntar|smyger|gör sig redo att storma)",
        rf"\bpolis\w*{_NEAR}\b(?:tar sig in (?:via|genom)|står (?:vid|bakom|på) )",
    ),
    N_("Att berätta var människor gömmer sig eller var polisen står kan sätta liv i fara."),
    N_("Stryk meningen."),
)

REASSURING = Wording(
    "F5",
    Severity.WARNING,
    ("ingen ", "kontroll", "inget att", "inte oroa", "inte vara orolig", "ofarlig"),
    _any_of(
        r"\bingen anledning (?:till oro|att oroa|att vara orolig|att känna oro)",
        r"\bingen (?:fara|risk)\b",
        r"\bunder kontroll\b",
        r"\binget att (?:oroa|vara orolig)",
        r"\bbehöver inte (?:oroa|vara orolig)",
        r"\bhelt ofarlig",
    ),
    N_("Lugnande löften minskar förtroendet om de inte håller."),
    N_("Säg vad du vet, vad du inte vet och vad läsaren kan göra."),
    re.compile(r"\b(?:inte|när|tills|om|innan)\b"),
)

PANIC = Wording(
    "F6",
    Severity.WARNING,
    ("panik",),
    re.compile(r"\bpanik\w*"),
    N_("Den som läser ordet panik får tanken."),
    N_("Skriv vad läsaren ska göra i stället."),
)

EVADING = Wording(
    "F7",
    Severity.WARNING,
    ("komment",),
    re.compile(r"\b(?:inga kommentarer|ingen kommentar|kommenterar (?:inte|ej)|vill inte kommentera)\b"),
    N_("Det låter som att kommunen döljer något."),
    N_("Skriv ”Det kan vi inte svara på, därför att …”."),
)

BLAMING = Wording(
    "F8",
    Severity.WARNING,
    ("borde", "tyvärr", "skyll", "trots", "på grund av", "slarv"),
    _any_of(
        r"\bborde (?:ha|inte|själv)\b",
        r"\btyvärr har (?:invånar|ni|många|folk|du|vissa)\w*[^.!?\n]{0,30}\binte\b",
        r"\bskyll\w* (?:sig|dig|er)\b",
        r"\btrots (?:våra|alla|upprepade) (?:uppmaningar|varningar)",
        r"\bpå grund av \w{1,40}s (?:misstag|slarv|fel)\b",
        r"\bslarv\w*",
    ),
    N_("Det lägger skuld på någon och skadar förtroendet."),
    N_("Skriv vad som har hänt och vad läsaren kan göra, utan att peka ut någon."),
)

WORDINGS = (GAG, HIDING, REASSURING, PANIC, EVADING, BLAMING)
