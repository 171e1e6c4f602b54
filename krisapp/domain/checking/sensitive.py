"""What may be secret though nobody marked it so: health, endurance, police, school classes, rules S4, S6, S7, S9 (7.8).

Hints, never verdicts. The law's grounds for each are named in the handbook; a person decides.
"""

import re

from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.reading import read
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_HEALTH = re.compile(
    r"\b(?:sjuk(?:a|t|dom\w*)?|insjukna\w*|smitta(?:d|de|t|ts)|kräk\w*|diarré\w*|magsjuk\w*|feber|död|döda|avlid\w*|dog"
    r"|dött|skada[dt]e?|covid\w*|legionella|dement\w*|diagnos\w*|psykisk\w*|missbruk\w*|självmord\w*|gravid\w*"
    r"|allergi\w*|inlagd\w*|vårdas)\b"
)
_FEW = re.compile(
    r"\b(?:en|ett|två|tre|fyra|fem|sex|[1-6]|någon|några|den|de) (?:av (?:de|våra) )?(?:\w{2,12}(?:a|e|ig) )?"
    r"(?:boende|brukare|elev|elever|patient|patienter|barn|person|personer|medarbetare|anställd|anställda|lärare|kvinna"
    r"|man|pojke|flicka)\b"
)
_UNIT = re.compile(
    r"\b(?:på|vid|i|hos) (?:ett |en |vårt |vår |avdelningen? |förskolan |gruppboendet? |äldreboendet? |boendet? )?"
    r"(?:avdelning\w*|äldreboende\w*|gruppboende\w*|boende[nt]?\w*|förskol\w*|klass\w*|demensboende\w*|korttid\w*"
    r"|hemtjänst\w*|vårdcentral\w*|familjehem\w*|[a-zåäö]{2,20}gården|[a-zåäö]{2,20}hemmet)"
)
_ON_A_NAME = re.compile(r"\b(?:på|vid) [A-ZÅÄÖ][a-zåäö]{2,20}\b")
_ENDURANCE = re.compile(
    r"\b(?:reservkraft|diesel|bränsle|batteri|reservel|elverk|syrgas|nödvatten|vattnet i (?:tornet|reservoaren))\w*"
    r"[^.!?\n]{0,40}?\b(?:räcker|håller|klarar|tar slut|varar)\b[^.!?\n]{0,30}?"
    r"(?:\d+|en|ett|två|tre|fyra|fem|sex|åtta|tio|tolv)[–\d]* (?:timm|dygn|dag|vecka)\w*"
    r"|\b\d{1,3} (?:timmars|dygns|dagars) (?:diesel|bränsle|reservkraft|batteri|uthållighet)\w*"
    r"|\buthållighet\w*|\bbemanning\w*[^.!?\n]{0,20}\b(?:räcker|håller|klarar)\b"
    r"|\b(?:personal|styrk|jour)\w*[^.!?\n]{0,20}\b(?:orkar|räcker (?:bara )?(?:till|i)|är slut|är för få)\b"
    r"|\bvi klarar (?:bara|högst|inte mer än)\b|\b(?:maximal |total )?kapacitet\w*|\bsårbarhet\w*|\bsvag(?:a)? punkt\w*"
    r"|\b(?:saknar|utan) (?:reservkraft|redundans|reservsystem|brandvägg|säkerhetskopi)\w*"
)
_ENDURANCE_SIGNS = ("räck", "håll", "klarar", "slut", "timmars", "dygns", "dagars", "kapacitet", "sårbar", "svag",
                    "saknar", "utan", "uthållig", "orkar", "för få", "varar")  # fmt: skip
_POLICE = re.compile(
    r"\b(?:förundersökning\w*|förhör(?:s|et|en|d|de|t|ts|a|as)?|gripen|gripits|gripit|greps|grep|gripna|anhållen"
    r"|anhållna|häktad\w*|husrannsakan\w*|spaning(?:en|ar|sarbete\w*)|avlyssn\w*|beslagtog\w*|beslagtagit|beslagtagen"
    r"|gärningsm\w+|tillslag(?:et)?|(?:den|en) misstänkt[ae]?|misstänkta personer|vittnesuppgift\w*"
    r"|bevis(?:ning|material)\w*)\b"
)
_POLICE_SIGNS = ("förunder", "förhör", "grip", "grep", "anhål", "häkta", "rannsak", "spaning", "avlyss", "beslag",
                 "gärning", "tillslag", "misstänkt", "vittnes", "bevis")  # fmt: skip
_BY_POLICE = re.compile(r"\b(?:enligt polis\w*|polisen (?:uppger|säger|skriver|bekräftar|meddelar|berättar))")
_CLASS = re.compile(
    r"\b(?:klass|årskurs|åk) ?[1-9][a-f]?\b|\b[1-9][a-f]\b(?= (?:på|vid|i)\b)|\bklassen\b"
    r"|\b(?:förskoleklass|förskoleavdelning)\w*"
)
_HAPPENED = re.compile(
    r"\b(?:hot|olyck|skad|sjuk|smitt|brand|död|våld|attack|misstänk|kräk|vapen|försvun)\w*",
)


def health_in_small_units(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find one person's health beside a unit so small that it tells who (S4): "en boende på Heden är sjuk"."""
    reading = read(text)
    lower = reading.lower
    if not _HEALTH.search(lower):
        return []
    return [
        Finding(
            "S4",
            Severity.WARNING,
            (first, last),
            _("Meningen säger något om hälsan hos någon som kan kännas igen."),
            _("Skriv inte var, eller stryk meningen."),
        )
        for first, last in reading.sentences
        if _HEALTH.search(lower, first, last)
        and _FEW.search(lower, first, last)
        and (_UNIT.search(lower, first, last) or _ON_A_NAME.search(text, first, last))
    ]


def endurance(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find how long power, fuel or staff last, and weak points of systems (S6): of use to one who wants to harm."""
    lower = read(text).lower
    if not any(sign in lower for sign in _ENDURANCE_SIGNS):
        return []
    return [
        Finding(
            "S6",
            Severity.WARNING,
            found.span(),
            _("Hur länge något räcker, eller var det är svagt, kan vara hemligt."),
            _("Skriv vad läsaren kan räkna med, inte vad kommunen klarar."),
        )
        for found in _ENDURANCE.finditer(lower)
    ]


def police_matters(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find what is the police's to tell (S7), unless the sentence says that the police tell it."""
    reading = read(text)
    lower = reading.lower
    if not any(sign in lower for sign in _POLICE_SIGNS):
        return []
    return [
        Finding(
            "S7",
            Severity.WARNING,
            found.span(),
            _("Det här är polisens sak att berätta."),
            _("Hänvisa till polisens presstjänst, eller skriv ”enligt polisen” om polisen har sagt det."),
        )
        for found in _POLICE.finditer(lower)
        if not _BY_POLICE.search(lower, *reading.sentence_at(found.start()))
    ]


def school_class(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find a school class in the same sentence as what happened (S9): a class is so few that it tells who."""
    reading = read(text)
    lower = reading.lower
    return [
        Finding(
            "S9",
            Severity.TIP,
            found.span(),
            _("En skolklass är så liten att någon kan kännas igen."),
            _("Skriv skolan, eller bara ”elever”."),
        )
        for found in _CLASS.finditer(lower)
        if _HAPPENED.search(lower, *reading.sentence_at(found.start()))
    ]
