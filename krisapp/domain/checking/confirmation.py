"""Rumours, unconfirmed and refuted facts in a text: rule P34 with domain handbook 5.3, and F9."""

import re

from krisapp.domain.checking.statements import Hit, Statement, kept_by
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.reading import Reading, content_of, read
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_NOT_KNOWN = re.compile(
    r"vet (?:vi )?(?:ännu )?inte|inte (?:vet|veta)|inte bekräft|obekräft|kan inte säga|ännu inte klart|inte klarlag"
    r"|undersöker om|utreder om|uppgifter om att"
)
_DENIED = re.compile(
    r"stämmer inte|är (?:fel|falsk|osann)|inte sant|falsk[at]? |är inte |har inte |finns inte |inga |ingen |dementera|"
    r"rykte"
)
_HALF = 0.5
_RUMOUR_MARK = re.compile(r"rykte|obekräft|inte bekräft|stämmer inte|inte sant|är fel")


def unconfirmed_facts(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find rumours, unconfirmed facts told plainly, and refuted facts told as true (P34).

    An unconfirmed fact may stand under "Det här vet vi inte ännu" or with the mark that it is not confirmed. A rumour
    stands in no external text, and in an internal one only with its mark.
    """
    reading = read(text)
    kept = kept_by(sheet)
    findings = []
    for statement in kept.rumours:
        if hit := statement.find(reading):
            findings += _rumour(statement, hit, reading, context)
    for statement in kept.unconfirmed:
        hit = statement.find(reading)
        if hit and not _around(reading, hit, _NOT_KNOWN):
            findings.append(_unconfirmed(statement, hit, context))
    for statement in kept.refuted:
        hit = statement.find(reading)
        if hit and not _around(reading, hit, _DENIED):
            findings.append(_refuted(statement, hit))
    return findings


def rumour_in_heading(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find a rumour's telling words in the heading, half of them or more (F9): the truth comes first."""
    reading = read(text)
    kept = kept_by(sheet)
    heading = next(
        (span for span in reading.lines if not text[span[0] : span[1]].startswith(("ÖVNING", "EXERCISE"))), None
    )
    if heading is None:
        return []
    words = reading.content_within(*heading)
    for statement in (*kept.rumours, *kept.refuted):
        telling = statement.telling & words and statement.telling - _names(sheet, context)
        if telling and len(telling & words) >= _HALF * len(telling):
            return [
                Finding(
                    "F9",
                    Severity.WARNING,
                    heading,
                    _("Rubriken använder ryktets ord (uppgift {id}). Den som skummar minns ryktet.").format(
                        id=statement.fact.id
                    ),
                    _("Börja med det som är sant."),
                )
            ]
    return []


def _names(sheet: Sheet, context: Context) -> frozenset[str]:
    """Return the words of the sender and of places, which no rumour owns."""
    return content_of(Reading(" ".join((context.sender, *sheet.places, *context.names))).tokens)


def _rumour(statement: Statement, hit: Hit, reading: Reading, context: Context) -> list[Finding]:
    marked = not context.external and _around(reading, hit, _RUMOUR_MARK)
    hard = hit.sure and not marked
    return [
        Finding(
            "P34",
            Severity.STOP if hard else Severity.WARNING,
            hit.span,
            _("Det här är ett rykte (uppgift {id}). Rykten hör bara hemma i ett svar på ryktet.").format(
                id=statement.fact.id
            ),
            _("Stryk meningen, eller bekräfta uppgiften först."),
        )
    ]


def _unconfirmed(statement: Statement, hit: Hit, context: Context) -> Finding:
    return Finding(
        "P34",
        Severity.STOP if context.external and hit.sure else Severity.WARNING,
        hit.span,
        _("Uppgift {id} är inte bekräftad men står som ett faktum.").format(id=statement.fact.id),
        _("Skriv att den inte är bekräftad, eller flytta den till ”Det här vet vi inte ännu”."),
    )


def _refuted(statement: Statement, hit: Hit) -> Finding:
    return Finding(
        "P34",
        Severity.STOP if hit.sure else Severity.WARNING,
        hit.span,
        _("Uppgift {id} är dementerad men står som ett faktum.").format(id=statement.fact.id),
        _("Stryk den, eller skriv vad som är sant och att uppgiften inte stämmer."),
    )


def _around(reading: Reading, hit: Hit, mark: re.Pattern[str]) -> bool:
    """Return whether the mark stands in the sentence, next to it, or in the heading of its paragraph."""
    lower = reading.lower
    at = next((place for place, (_first, last) in enumerate(reading.sentences) if last > hit.span[0]), None)
    if at is None:
        return False
    near = reading.sentences[max(0, at - 1) : at + 2]
    if any(mark.search(lower, first, last) for first, last in near):
        return True
    start = lower.rfind("\n\n", 0, hit.span[0]) + 1
    end_of_heading = lower.find("\n", start + 1)
    return end_of_heading > 0 and bool(mark.search(lower, start, end_of_heading))
