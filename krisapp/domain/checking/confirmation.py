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
_DENIAL_FIRST = re.compile(r"(?:nej\b|ryktet|det (?:stämmer|är) inte|det är (?:fel|falskt)|uppgiften|vi dementerar)")
_HALF = 0.5
_CLAUSE = re.compile(r"\b(?:när|tills|innan|medan|om|sedan|så fort|så snart)\s$", re.IGNORECASE)
"""What makes of the words after it a condition or a time, and no statement."""
_RUMOUR_MARK = re.compile(r"rykte|obekräft|inte bekräft|stämmer inte|inte sant|är fel")


def unconfirmed_facts(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find rumours, unconfirmed facts told plainly, and refuted facts told as true (P34).

    An unconfirmed fact may stand under "Det här vet vi inte ännu" or with the mark that it is not confirmed. A rumour
    stands in no external text, and in an internal one only with its mark. A correction and a retraction name what was
    wrong, whatever it was (P43).
    """
    reading = _besides_the_wrong(text, sheet, context)
    text = reading.text
    kept = kept_by(sheet)
    findings = []
    for statement in kept.rumours:
        if hit := _told(statement, _outside_answers(text, reading, sheet, statement)):
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


def _told(statement: Statement, reading: Reading) -> Hit | None:
    """Return where a rumour is told; "tills strömmen kommer tillbaka" tells nobody that it comes tonight."""
    hit = statement.find(reading)
    while hit and _CLAUSE.search(reading.text[: hit.span[0]]):
        first, last = hit.span
        if statement.content <= Reading(reading.text[first : _end_of_sentence(reading, first)]).content:
            return hit
        reading = Reading(f"{reading.text[:first]}{' ' * (last - first)}{reading.text[last:]}")
        hit = statement.find(reading)
    return hit


def _end_of_sentence(reading: Reading, at: int) -> int:
    return next((last for first, last in reading.sentences if first <= at < last), len(reading.text))


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


def rumour_words_in(heading: str, rumour: str, sheet: Sheet, context: Context) -> float:
    """Return the share of a rumour's telling words that a heading says again, 0 to 1 (F9)."""
    statement = _statement(rumour, sheet)
    telling = statement.telling - _names(sheet, context) if statement else frozenset()
    return len(telling & Reading(heading).content) / len(telling) if telling else 0


def first_words_of_rumour(text: str, rumour: str, sheet: Sheet) -> bool:
    """Return whether an answer begins with the rumour or with a denial of it, and not with what is true (H11-06)."""
    reading = Reading(text)
    if not reading.sentences:
        return False
    first, last = reading.sentences[0]
    statement = _statement(rumour, sheet)
    told = statement is not None and statement.find(Reading(text[first:last])) is not None
    return told or bool(_DENIAL_FIRST.match(reading.lower[first:last].lstrip()))


def _statement(rumour: str, sheet: Sheet) -> Statement | None:
    kept = kept_by(sheet)
    return next((one for one in (*kept.rumours, *kept.refuted) if one.fact.id == rumour), None)


def _outside_answers(text: str, reading: Reading, sheet: Sheet, statement: Statement) -> Reading:
    """Return the text without the answers to a rumour: those are where its words may stand (5.3).

    Nor does it tell the rumour to say that we do not know something of the same kind, without all that it says: "Vi vet
    inte när strömmen kommer tillbaka" is not that it comes tonight.
    """
    rumour = statement.fact.id
    answers = [one for one in (*sheet.answers, *sheet.staff_answers) if one.rumour == rumour]
    unknown = [one for one in sheet.unknowns if not statement.content <= read(one).content]
    told = [one for one in unknown for _time in range(reading.lower.count(one.strip().rstrip(".").lower()))]
    return _without(text, reading, *told, *(part for one in answers for part in (one.question, one.answer)))


def _besides_the_wrong(text: str, sheet: Sheet, context: Context) -> Reading:
    """Return the text, where it takes something back without the one place that says what."""
    return _without(text, read(text), sheet.correction.wrong) if context.stage.mends else read(text)


def _without(text: str, reading: Reading, *parts: str) -> Reading:
    """Return the reading of a text with empty space where the parts stand first."""
    bare = text
    for told in (part.strip().rstrip(".") for part in parts):
        at = bare.lower().find(told.lower()) if told else -1
        if at >= 0:
            bare = f"{bare[:at]}{' ' * len(told)}{bare[at + len(told) :]}"
    return reading if bare == text else Reading(bare)


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
