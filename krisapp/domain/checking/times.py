"""Times and dates in a text: rules Q30 to Q32 and Q45 (7.4, 7.5)."""

import re
from datetime import date

from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.clock import WEEKDAYS
from krisapp.domain.language.reading import Reading, read
from krisapp.domain.language.wordings import RELATIVE_TIMES, VAGUE_PROMISES
from krisapp.domain.months import MONTHS
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_CLOCK = re.compile(r"\b(?:kl\.?|klockan) ?(\d{1,3})(?:[.:](\d{1,2}))?(?:[–-](\d{1,3})(?:[.:](\d{1,2}))?)?")
_DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\w{{0,4}}\b|\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b|\b\d{{4}}-\d\d-\d\d\b")
_WEEKDAY_AND_DATE = re.compile(
    rf"\b({'|'.join(WEEKDAYS)})(?:en)? (?:den )?(\d{{1,2}})(?: ({'|'.join(MONTHS)})(?: (\d{{4}}))?|/(\d{{1,2}})\b)"
)
_TODAY = ("i dag", "idag")
_FULL_DAY = 24


def impossible_times(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find times of day outside 00.00 to 23.59 (Q31)."""
    return [
        Finding(
            "Q31",
            Severity.STOP,
            found.span(),
            _("Klockslaget finns inte."),
            _("Skriv en tid mellan kl. 00.00 och kl. 23.59."),
        )
        for found in _CLOCK.finditer(read(text).lower)
        if not (_exists(found[1], found[2]) and _exists(found[3], found[4], end=True))
    ]


def wrong_weekdays(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find weekdays that do not fall on their date (Q32). Without a year the nearest such date is meant."""
    findings = []
    lower = read(text).lower
    for found in _WEEKDAY_AND_DATE.finditer(lower) if any(day in lower for day in WEEKDAYS) else ():
        month = MONTHS.index(found[3]) + 1 if found[3] else int(found[5])
        day = _dated(int(found[2]), month, int(found[4]) if found[4] else None, context.issued.date())
        if day is None:
            findings.append(
                Finding("Q32", Severity.WARNING, found.span(), _("Datumet finns inte."), _("Rätta datumet."))
            )
        elif WEEKDAYS[day.weekday()] != found[1]:
            findings.append(
                Finding(
                    "Q32",
                    Severity.WARNING,
                    found.span(),
                    _("Veckodagen stämmer inte med datumet."),
                    f"{WEEKDAYS[day.weekday()]} {found.group().partition(' ')[2]}",
                )
            )
    return findings


def relative_times(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find "i morgon", "i kväll", "nyss" and their like where neither date nor time stands by (Q30).

    "I dag" is clear in a text that carries its own date.
    """
    reading = read(text)
    findings = []
    for (first, last), instead in RELATIVE_TIMES.find(reading):
        start, stop = reading.sentence_at(first)
        sentence = reading.lower[start:stop]
        if _DAY.search(sentence) or _CLOCK.search(sentence):
            continue
        if reading.lower[first:last] in _TODAY and _carries_date(reading, context):
            continue
        findings.append(
            Finding(
                "Q30",
                Severity.WARNING,
                (first, last),
                _("Ordet blir fel när texten läses en annan dag eller delas vidare."),
                instead,
            )
        )
    return findings


def vague_promises(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find promises without a time of day, "snarast", "inom kort" (Q45)."""
    reading = read(text)
    return [
        Finding("Q45", Severity.WARNING, span, _("Ett löfte utan klockslag går inte att lita på."), instead)
        for span, instead in VAGUE_PROMISES.find(reading)
        if not _CLOCK.search(reading.lower, *reading.sentence_at(span[0]))
    ]


def _exists(hour: str | None, minute: str | None, *, end: bool = False) -> bool:
    if hour is None:
        return True
    if end and int(hour) == _FULL_DAY:
        return int(minute or 0) == 0
    return int(hour) < _FULL_DAY and (minute is None or (len(minute) == 2 and int(minute) < 60))


def _dated(day: int, month: int, year: int | None, near: date) -> date | None:
    years = (year,) if year else (near.year, near.year + 1, near.year - 1)
    days = [one for one in (_day_of(each, month, day) for each in years) if one]
    return min(days, key=lambda one: abs(one - near), default=None)


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _carries_date(reading: Reading, context: Context) -> bool:
    issued = context.issued
    return f"{issued.day} {MONTHS[issued.month - 1]}" in reading.lower or f"{issued:%Y-%m-%d}" in reading.text
