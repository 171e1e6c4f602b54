"""Secret facts and personal identity numbers in a text, rules S1 and S8 (domain handbook 7.8).

Secrecy is found by the words of the fact, in whatever field or hand edit they come, and in internal texts too.
"""

import re

from krisapp.domain.checking.statements import kept_by
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.reading import read
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_IDENTITY_NUMBER = re.compile(r"(?<!\d)(?:19|20)?(\d{6})[-+]?(\d{4})(?!\d)")
_MANY_DIGITS = re.compile(r"\d{6}[-+]?\d{4}")
_MOST_DAY = 91
"""Coordination numbers (samordningsnummer) have 60 added to the day."""


def secret_facts(text: str, sheet: Sheet, _context: Context) -> list[Finding]:
    """Find secret facts by overlap of words (S8): a stop where the fact is told, a warning where it may be paraphrased.

    The finding names the fact's number and ground, and never repeats it.
    """
    reading = read(text)
    findings = []
    for statement in kept_by(sheet).secret:
        hit = statement.find(reading)
        if not hit:
            continue
        fact = statement.fact
        sentence = (
            _("Texten säger det som står i uppgift {id}, som är sekretessmarkerad ({ground}).")
            if hit.sure
            else _("Meningen kan röja uppgift {id}, som är sekretessmarkerad ({ground}).")
        )
        findings.append(
            Finding(
                "S8",
                Severity.STOP if hit.sure else Severity.WARNING,
                hit.span,
                sentence.format(id=fact.id, ground=fact.legal_ground or "OSL"),
                _("Stryk meningen. Den får inte nå någon mottagare."),
            )
        )
    return findings


def identity_numbers(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find personal identity numbers (S1): a date and a check digit that holds."""
    if not _MANY_DIGITS.search(text):
        return []
    return [
        Finding(
            "S1",
            Severity.STOP,
            found.span(),
            _("Det här ser ut som ett personnummer. Personuppgifter får inte stå i ett budskap."),
            _("Stryk numret."),
        )
        for found in _IDENTITY_NUMBER.finditer(text)
        if _is_date(found[1]) and _luhn_holds(found[1] + found[2])
    ]


def _is_date(digits: str) -> bool:
    month, day = int(digits[2:4]), int(digits[4:6])
    return 1 <= month <= 12 and 1 <= day <= _MOST_DAY and not 31 < day < 61


def _luhn_holds(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(digits):
        value = int(digit) * (2 - place % 2)
        total += value // 10 + value % 10
    return total % 10 == 0
