"""How times and dates are written in Swedish: rules T1 to T3, the first rows of domain handbook 7.4.

Each finding carries what to write in place of it.
"""

import re
from datetime import date

from krisapp.domain.checking.by_line import SHORT
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.clock import EN_DASH, WEEKDAYS
from krisapp.domain.language.reading import read
from krisapp.domain.months import MONTHS
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_COLON = re.compile(r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?h?(?![\d:])")
_ONE_FIGURE = re.compile(r"\bkl\. (\d\.[0-5]\d)(?![\d–-])(?! till )")
_HOUR = re.compile(r"\bkl (?=\d)")
_ENGLISH = re.compile(r"(?<![\d.:])(1[0-2]|0?[1-9])(?:[.:]([0-5]\d))? ?([ap])(?:\.m\.|m\b)")
_SHORT_DATE = re.compile(
    r"(?<![\d/])(3[01]|[12]\d|0?[1-9])/(1[0-2]|0?[1-9])(?:[- ](?:(20\d\d)|(\d\d))(?!\d))?(?![\d/])"
)
_INTERVAL = re.compile(
    r"\b(?:kl\.?|klockan) ?((?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?)( ?- ?| till (?:kl\.? ?|klockan )?)"
    r"((?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?)(?:[.:]\d\d)?(?!\d)"
)


def form_of_time(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find times of day in another form than "kl. 18.00" (T1): "18:00", "kl 18", "6 pm", "kl. 8.00" for "kl. 08.00"."""
    lower = read(text).lower
    findings = []
    if ":" in text:
        findings += [_form("T1", found.span(), f"{found[1]}.{found[2]}") for found in _COLON.finditer(text)]
    if "kl. " in lower:
        findings += [_form("T1", found.span(1), f"0{found[1]}") for found in _ONE_FIGURE.finditer(lower)]
    if "kl " in lower:
        findings += [
            _form("T1", (found.start(), found.end() - 1), f"{text[found.start()]}l.") for found in _HOUR.finditer(lower)
        ]
    if "m" in lower and ("pm" in lower or "am" in lower or ".m" in lower):
        findings += [
            _form("T1", found.span(), f"kl. {int(found[1]) % 12 + 12 * (found[3] == 'p'):02}.{found[2] or '00'}")
            for found in _ENGLISH.finditer(lower)
        ]
    return findings


def form_of_date(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find dates as figures, "11/6-27" (T2): written "fredag 11 juni 2027" nobody takes day for month.

    Without a year the nearest such date is meant, and the year is left out.
    """
    if "/" not in text or context.channel in SHORT:
        return []
    findings = []
    for found in _SHORT_DATE.finditer(text):
        year = int(found[3]) if found[3] else 2000 + int(found[4]) if found[4] else None
        meant = _nearest(int(found[1]), int(found[2]), year, context.issued.date())
        if meant is None:
            continue
        weekday = f"{WEEKDAYS[meant.weekday()]} "
        before = text[max(0, found.start() - 10) : found.start()].lower()
        day = "" if before.rstrip().endswith(WEEKDAYS) else weekday
        told = f"{day}{meant.day} {MONTHS[meant.month - 1]}{f' {meant.year}' if year else ''}"
        findings.append(_form("T2", found.span(), told))
    return findings


def form_of_interval(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find intervals of time without an en dash, "kl. 8-16", "kl. 8.00 till 16.00" (T3). Text messages have a hyphen.

    In a text read aloud "klockan 8 till 16" is right.
    """
    findings = []
    for found in _INTERVAL.finditer(read(text).lower):
        if "till" in found[2] and found.group().startswith("klockan"):
            continue
        dash = "-" if context.channel in SHORT else EN_DASH
        start, end = (_hour(found[1]), _hour(found[3])) if "till" in found[2] else (found[1], found[3])
        told = f"kl. {start}{dash}{end}"
        if told != found.group():
            findings.append(_form("T3", found.span(), text[found.start()] + told[1:]))
    return findings


def _form(rule: str, span: tuple[int, int], right: str) -> Finding:
    return Finding(rule, Severity.TIP, span, _("Tid och datum skrivs på ett annat sätt."), right, right)


def _hour(time: str) -> str:
    return time.replace(":", ".").removesuffix(".00")


def _nearest(day: int, month: int, year: int | None, near: date) -> date | None:
    years = (year,) if year else (near.year, near.year + 1, near.year - 1)
    days = []
    for each in years:
        try:
            days.append(date(each, month, day))
        except ValueError:
            continue
    return min(days, key=lambda one: abs(one - near), default=None)
