"""How numbers are written in Swedish: rules T4 to T8, the later rows of domain handbook 7.4.

Each finding carries what to write in place of it.
"""

import re

from krisapp.domain.checking.by_line import SHORT
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.clock import NARROW_SPACE
from krisapp.domain.language.reading import read
from krisapp.domain.language.telephones import spaced
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_COUNTED = (
    r"(?:personer|invånare|kunder|hushåll|elever|barn|boende|fastigheter|hus|djur|hektar|kronor|liter|bilar|meter|skolor|"
    r"medarbetare|anställda|kommuninvånare|platser|flaskor|besökare)"
)
_COMMAS = re.compile(r"(?<![\d,.])\d{1,3}(?:[,.]\d{3})+(?![\d,.]\d|\d)")
_BARE = re.compile(
    rf"(?<![\d.,:/+–-])(?:\d{{4}}(?= {_COUNTED}\b)|[1-9]\d{{4,6}}(?![\d.,:/–-]\d|\d|[ \u00a0\u202f]\d\d\b))"
)
_MEASURE = (
    r"(?:kilometer|km|meter|m|liter|l|dl|cm|mm|procent|%|grader|°|milligram|mg|kg|kilo|ton|miljoner|miljarder|hektar)"
)
_DECIMAL = re.compile(rf"(?<![\d.,:])\b(\d{{1,4}})\.(\d{{1,2}})(?= ?{_MEASURE}(?!\w))")
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)[ \u00a0\u202f]?%")
_PHONE = re.compile(r"(?<![\d+/.,-])(?:\+46 ?(?:\(0\))?|0)\d{7,9}(?![\d/-])")
_UNITS = {
    "km": "km",
    "m": "meter",
    "cm": "cm",
    "mm": "mm",
    "kg": "kg",
    "mg": "mg",
    "l": "liter",
    "dl": "dl",
    "min": "minuter",
    "tim": "timmar",
    "°c": "grader",
    "°": "grader",
}
_TIGHT = re.compile(r"(?<![\w.,:/–-])(\d{1,4}(?:,\d{1,2})?)(?: ?(°c?)|(km|cm|mm|m|kg|mg|dl|l|min|tim))(?![\w/²³])")


def form_of_thousands(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find thousands with comma, point or nothing between them, "15,300", "15300" (T4)."""
    space = " " if context.channel in SHORT else NARROW_SPACE
    found = [*_COMMAS.finditer(text), *_BARE.finditer(text)]
    return [_form("T4", one.span(), _thousands(re.sub(r"\D", "", one.group()), space)) for one in found]


def form_of_decimals(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find decimals with a point before a measure, "2.5 km" (T5)."""
    return [_form("T5", found.span(), f"{found[1]},{found[2]}") for found in _DECIMAL.finditer(text)]


def form_of_percent(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find the sign of per cent in running text, "25%" (T6)."""
    if "%" not in text:
        return []
    return [_form("T6", found.span(), f"{found[1].replace('.', ',')} procent") for found in _PERCENT.finditer(text)]


def form_of_telephone(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find telephone numbers in one long row, "0157430000" (T7): in groups they can be read aloud and dialled."""
    findings = []
    for found in _PHONE.finditer(text):
        right = spaced(found.group())
        if right and right != found.group():
            findings.append(_form("T7", found.span(), right))
    return findings


def form_of_units(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find measures without space or with a sign, "30°C", "2km", "300m" (T8)."""
    return [
        _form("T8", found.span(), f"{found[1]} {_UNITS[found[2] or found[3]]}")
        for found in _TIGHT.finditer(read(text).lower)
    ]


def _form(rule: str, span: tuple[int, int], right: str) -> Finding:
    return Finding(rule, Severity.TIP, span, _("Talet skrivs på ett annat sätt."), right, right)


def _thousands(digits: str, space: str) -> str:
    return f"{int(digits):,}".replace(",", space)
