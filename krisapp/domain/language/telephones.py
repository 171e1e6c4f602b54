"""Swedish telephone numbers: found in a text, compared by their digits, and written in groups (7.4)."""

import re

SERVICE = frozenset({"112", "1177", "11313", "11414", "116117", "90000"})
"""Short numbers everybody may be told to call."""

_TWO = ("8",)
_THREE = ("10", "11", "13", "16", "18", "19", "20", "21", "23", "26", "31", "33", "35", "36", "40", "42", "44", "46",
          "54", "60", "63", "70", "72", "73", "76", "77", "79", "90")  # fmt: skip
_GROUPS = {5: (3, 2), 6: (2, 2, 2), 7: (3, 2, 2), 8: (3, 3, 2)}

PHONE = re.compile(
    r"(?<![\d.,/+-])(?:\+46[ \u00a0\u202f-]?(?:\(0\))?|0)\d{1,3}[ \u00a0\u202f]?[-/]?[ \u00a0\u202f]?\d{2,3}"
    r"(?:[ \u00a0\u202f-]?\d{2,3}){1,2}(?![\d/]|[.,:]\d)"
)
"""A subscriber's number, national or with +46; never a time, a date or a service number."""


def digits_of(number: str) -> str:
    """Return a number's digits as dialled within the country: "+46 70-174 06 05" is "0701740605"."""
    plain = number.replace("(0)", "")
    digits = re.sub(r"\D", "", plain)
    return f"0{digits[2:]}" if plain.lstrip().startswith("+46") else digits


def numbers_in(text: str) -> list[str]:
    """Return the digits of every subscriber's number in a text."""
    return [digits_of(found.group()) for found in PHONE.finditer(text)] if "0" in text else []


def spaced(number: str) -> str:
    """Return a number as it is written, "0157-43 00 00", "070-174 06 05"; empty if it is none that can be dialled."""
    digits = digits_of(number)
    own = digits[1:]
    if own.startswith(_TWO):
        area = 2
    elif own.startswith(_THREE):
        area = 3
    else:
        area = 4
    groups = _GROUPS.get(len(digits) - area)
    if not groups:
        return ""
    parts = []
    at = area
    for length in groups:
        parts.append(digits[at : at + length])
        at += length
    return f"{digits[:area]}-{' '.join(parts)}"
