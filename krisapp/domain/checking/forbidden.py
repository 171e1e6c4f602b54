"""Forbidden and dangerous wordings, rules F1 to F8, F11 and F13 to F15 of domain handbook 7.7."""

import re
from collections.abc import Iterator

from krisapp.domain.checking.by_line import NAMES_WARNINGS
from krisapp.domain.checking.dangerous_wordings import WORDINGS
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.reading import read
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_GUESSING = ("trolig", "sannolik", "antagligen", "förmodligen", "misstänks", "tyder på")
_GUESS = re.compile(r"\b(?:troligen|troligtvis|sannolikt|antagligen|förmodligen|misstänks (?:vara|ha)|tyder på)\b")
_GUILT = re.compile(
    r"\b(?:orsak\w*|beror|bero|sabot\w*|attack\w*|angrepp\w*|brott\w*|anlagd\w*|gärningsm\w*|skyldig\w*|dåd\w*|terror\w*"
    r"|medvetet|avsiktlig\w*|misstag\w*|vållat)\b|\bmisstänks "
)
_SUSPECTED = ("misstänk", "gärningsm", "ligger bakom", "gripen", "gripit", "skyldig", "angripare", "förövare")
_GROUPS = re.compile(
    r"\b(?:muslim|islam|jud(?:e|ar|isk)|krist(?:en|na)|invandrar|flykting|asylsökande|utländsk|utlänning|rom(?:er|sk)\b"
    r"|zigenar|arab|somali|afgan|syri(?:er|sk)|rysk|ryss|afrikan|etnisk|svarta\b|mörkhyad|minoritet)\w*"
)
_NAMES = ("VMA", "meddelande till allmänheten")
_WARNING_NAME = re.compile(r"\bVMA\b|\b[Vv]iktigt meddelande till allmänheten")
_CAPITALS = re.compile(r"\b[A-ZÅÄÖÉÜ]{4,}\b")
_KNOWN_CAPITALS = frozenset({"SMHI", "KRIS", "ÖVNING", "EXERCISE", "SVAR", "KUPP", "POSOM", "RAKEL"})
_EMOJI = re.compile("[\u2600-\u26ff\u2700-\u27bf\U0001f000-\U0001faff]")
_EXCLAIMED = re.compile(r"(?<!\bHej)(?<!\bTack)!+")


def dangerous_wordings(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find wordings that may gag (F1), endanger (F3), over-reassure (F5), frighten (F6), evade (F7) or blame (F8)."""
    reading = read(text)
    lower = reading.lower
    return [
        Finding(wording.rule, wording.severity, found.span(), _(wording.why), _(wording.instead))
        for wording in WORDINGS
        if any(word in lower for word in wording.triggers)
        for found in wording.pattern.finditer(lower)
        if not (wording.unless and wording.unless.search(lower, reading.sentence_at(found.start())[0], found.start()))
    ]


def guesses(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find guesses (F4): a stop about cause or guilt unless the police say so, else a warning."""
    reading = read(text)
    findings = []
    if not any(word in reading.lower for word in _GUESSING):
        return []
    for found in _GUESS.finditer(reading.lower):
        first, last = reading.sentence_at(found.start())
        sentence = reading.lower[first:last]
        if "polis" in sentence:
            continue
        stop = bool(_GUILT.search(sentence))
        findings.append(
            Finding(
                "F4",
                Severity.STOP if stop else Severity.WARNING,
                found.span(),
                _("Det gissar om orsak eller skuld.") if stop else _("Det är en gissning."),
                _("Skriv ”Vi vet inte ännu”, eller vem som har bekräftat det."),
            )
        )
    return findings


def groups_suspected(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find words about groups of people in a sentence about who is suspected (F15)."""
    reading = read(text)
    findings = []
    if not any(word in reading.lower for word in _SUSPECTED):
        return []
    for found in _GROUPS.finditer(reading.lower):
        first, last = reading.sentence_at(found.start())
        if any(word in reading.lower[first:last] for word in _SUSPECTED):
            findings.append(
                Finding(
                    "F15",
                    Severity.WARNING,
                    found.span(),
                    _("Ord om folkgrupp eller tro hör inte hemma där någon misstänks."),
                    _("Stryk ordet."),
                )
            )
    return findings


def warning_name_misused(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find "VMA" in an external text (F11): the name belongs to a warning that has been requested."""
    if not context.external or context.channel in NAMES_WARNINGS or not any(name in text for name in _NAMES):
        return []
    return [
        Finding(
            "F11",
            Severity.WARNING,
            found.span(),
            _("VMA är namnet på en varning som har begärts hos SOS Alarm. Använd det inte om något annat."),
            _("Skriv ”information från kommunen”, eller vem som har sänt varningen."),
        )
        for found in _WARNING_NAME.finditer(text)
    ]


def loud_signs(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find exclamation marks and words in capitals (F13), and emojis (F14)."""
    return [*_exclaimed(text), *_in_capitals(text, context), *_emojis(text)]


def _exclaimed(text: str) -> Iterator[Finding]:
    for found in _EXCLAIMED.finditer(text) if "!" in text else ():
        yield Finding("F13", Severity.WARNING, found.span(), _("Utropstecken låter upprört."), _("Skriv punkt."))


def _in_capitals(text: str, context: Context) -> Iterator[Finding]:
    for found in _CAPITALS.finditer(text):
        word = found.group()
        if word not in _KNOWN_CAPITALS and not any(word in name for name in context.names):
            yield Finding(
                "F13",
                Severity.WARNING,
                found.span(),
                _("Versaler låter som att ropa och är svåra att läsa."),
                word.capitalize(),
            )


def _emojis(text: str) -> Iterator[Finding]:
    if text.isascii():
        return
    for found in _EMOJI.finditer(text):
        yield Finding(
            "F14", Severity.WARNING, found.span(), _("Bildtecken hör inte hemma i en varning."), _("Stryk det.")
        )
