"""Slips of the pen, planted in a finished text one at a time: found by patterns of their own, not by the engine's."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from krisapp.domain.language.wordings import IMPERATIVES

TOWNS = ("Bettna", "Flen", "Hälleforsnäs", "Malmköping", "Mellösa", "Skebokvarn", "Sparreholm", "Vadsbro", "Harpsund")
MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
ENGLISH = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
ENGLISH_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
OPENINGS = {
    "öppen": "stängd",
    "öppet": "stängt",
    "öppna": "stängda",
    "stängd": "öppen",
    "stängt": "öppet",
    "stängda": "öppna",
    "open": "closed",
    "closed": "open",
}
_TELEPHONE = re.compile(r"\b0\d{1,3}-\d{2,3}(?: \d\d){2}\b|\b11[34] 1[34]\b|\b1177\b|\b112\b")
_DATE = re.compile(rf"\b(\d{{1,2}})( (?:{MONTHS}|{ENGLISH})\b|/\d{{1,2}}\b)")
_CLOCK = re.compile(
    r"(?<=kl\. )\d{1,2}(?:\.\d\d)?|(?<=klockan )\d{1,2}(?:\.\d\d)?|\b\d\d[.:]\d\d\b|(?<=\d[–-])\d{1,2}\b"
)
_NUMBER = re.compile(r"\d+(?:[ \u202f]\d{3})*")
_IMPERATIVE = re.compile(r"(?:^|(?<=[.!?] ))([A-ZÅÄÖ][a-zåäö]+)(?= )", re.MULTILINE)


class Planted(NamedTuple):
    """A text with one slip: its kind, where it stands and what stood there before."""

    kind: str
    text: str
    span: tuple[int, int]
    before: str


def planted(text: str) -> Iterator[Planted]:
    """Yield the text with each slip that can be planted in it, every position of every kind."""
    telephones = [found.span() for found in _TELEPHONE.finditer(text)]
    dates = [found.span() for found in _DATE.finditer(text)]
    clocks = [found.span() for found in _CLOCK.finditer(text) if not _in(found.span(), telephones)]
    numbers = [found.span() for found in _NUMBER.finditer(text) if not _in(found.span(), telephones + dates + clocks)]
    yield from _each("clock", text, clocks, _later)
    yield from _each("date", text, dates, lambda said: _counted(said, 1))
    yield from _each("number", text, numbers, lambda said: _counted(said, 3))
    yield from _each("telephone", text, telephones, _other_number)
    yield from _words("weekday", text, _turned(DAYS) | _turned(ENGLISH_DAYS))
    yield from _words("number word", text, _turned(WORDS) | _turned(ENGLISH_WORDS))
    yield from _words("opening", text, OPENINGS)
    yield from _places(text)
    yield from _denied(text)


def _in(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(first <= span[0] < last for first, last in taken)


def _each(kind: str, text: str, spans: list[tuple[int, int]], turn: Callable[[str], str]) -> Iterator[Planted]:
    for first, last in spans:
        yield _put(kind, text, first, last, turn(text[first:last]))


def _put(kind: str, text: str, first: int, last: int, instead: str) -> Planted:
    return Planted(kind, text[:first] + instead + text[last:], (first, first + len(instead)), text[first:last])


def _later(said: str) -> str:
    hour = re.match(r"\d+", said)
    assert hour
    return f"{(int(hour[0]) + 1) % 24:02}{said[hour.end() :]}"


def _counted(said: str, by: int) -> str:
    digits = re.match(r"\d+", said)
    assert digits
    return f"{int(digits[0]) + by if int(digits[0]) + by < 29 or by > 1 else int(digits[0]) - 1}{said[digits.end() :]}"


def _other_number(said: str) -> str:
    return {"112": "1177", "1177": "112"}.get(said, f"{said[:-1]}{(int(said[-1]) + 3) % 10}")


def _turned(words: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(words, (*words[1:], words[0]), strict=True))


def _words(kind: str, text: str, instead: dict[str, str]) -> Iterator[Planted]:
    for found in re.finditer(rf"\b(?:{'|'.join(instead)})\b", text):
        yield _put(kind, text, *found.span(), instead[found[0]])


def _places(text: str) -> Iterator[Planted]:
    for found in re.finditer(rf"\b({'|'.join(TOWNS)})(s?)\b", text):
        for step in (1, 4):
            other = TOWNS[(TOWNS.index(found[1]) + step) % len(TOWNS)]
            yield _put("place", text, *found.span(), other + found[2])


def _denied(text: str) -> Iterator[Planted]:
    for found in re.finditer(r" inte\b| not\b", text):
        yield _put("denial taken away", text, *found.span(), "")
    for found in _IMPERATIVE.finditer(text):
        verb = found[1]
        line = text[found.end() :].split("\n")[0]
        if verb.lower() not in IMPERATIVES or " inte" in line[:12]:
            continue
        yield _put("denial", text, found.start(1), found.end(1), f"{verb} inte")
        if verb.endswith("a"):
            yield _put("no need", text, found.start(1), found.end(1), f"Du behöver inte {verb.lower()}")
