"""What can contradict in a text: times, dates, weekdays, places, numbers, telephones, open or closed, a denial.

Each is found where it stands and brought to one form, so that "kl. 18.00", "klockan 18" and "18:00" are the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

import msgspec

from krisapp.domain.language.clock import ENGLISH_MONTHS, ENGLISH_WEEKDAYS, WEEKDAYS
from krisapp.domain.months import MONTHS
from krisapp.domain.words import N_


class Kind(StrEnum):
    """What a value is. The order is that of the list people see."""

    CLOCK = "clock"
    DATE = "date"
    WEEKDAY = "weekday"
    PLACE = "place"
    NUMBER = "number"
    TELEPHONE = "telephone"
    OPENING = "opening"
    DENIAL = "denial"


KIND_NAMES = {
    Kind.CLOCK: N_("Klockslag"),
    Kind.DATE: N_("Datum"),
    Kind.WEEKDAY: N_("Veckodag"),
    Kind.PLACE: N_("Plats"),
    Kind.NUMBER: N_("Antal"),
    Kind.TELEPHONE: N_("Telefonnummer"),
    Kind.OPENING: N_("Öppet eller stängt"),
    Kind.DENIAL: N_("Råd"),
}

FIGURES = frozenset((Kind.CLOCK, Kind.DATE, Kind.NUMBER, Kind.TELEPHONE))
"""Kinds written in digits: a slip of the pen can make one of them another."""


class Token(msgspec.Struct, frozen=True):
    """A word of a line, or a value: then `kind` tells which, and `form` is its one form. Places are within the line."""

    form: str
    start: int
    stop: int
    kind: Kind | None = None


_UNITS = ("noll", "", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton")
_TEENS = ("fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
_ENGLISH = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _number_words() -> dict[str, int]:
    words = {word: value for value, word in enumerate((*_UNITS, *_TEENS)) if word}
    words |= {word: value for value, word in enumerate(_ENGLISH, start=2)}
    for names in (_TENS, _ENGLISH_TENS):
        words |= {name: value * 10 for value, name in enumerate(names, start=2)}
    for tens in _TENS:
        words |= {f"{tens}{_UNITS[unit]}": words[tens] + unit for unit in range(2, 10)}
        words[f"{tens}ett"] = words[tens] + 1
    return words | {"hundra": 100, "tusen": 1000, "hundred": 100, "thousand": 1000}


NUMBER_WORDS = _number_words()
"""Number words in Swedish and English, without "en" and "ett", which mostly count nothing."""

_OPENINGS = {
    **dict.fromkeys(("öppen", "öppet", "öppna", "öppnar", "öppnas", "open", "opens"), "open"),
    **dict.fromkeys(
        ("stängd", "stängt", "stängda", "stäng", "stänger", "stängs", "closed", "close", "closes"), "closed"
    ),
    **dict.fromkeys(("begränsad", "begränsat", "begränsade"), "limited"),
}
_DENIALS = (
    *("inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "sluta", "undvik"),
    *("not", "never", "no", "avoid", "stop"),
)
_LONG_DENIALS = ("do not", "does not", "don't", "avstå från")
_MONTH_NUMBERS = {name.lower(): at for months in (MONTHS, ENGLISH_MONTHS) for at, name in enumerate(months, start=1)}
_WEEKDAY_NUMBERS = {
    name.lower(): str(at) for days in (WEEKDAYS, ENGLISH_WEEKDAYS) for at, name in enumerate(days, start=1)
}

_DAY_ENDINGS = ("", "en", "ar", "arna", "s", "ens")

_DASH = "[–—-]"
_SPACE = "[ \u00a0\u202f]"
_HOUR = r"\d{1,3}(?:[.:]\d{1,2})?"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_PHONE = "|".join(
    (
        rf"(?<![\d,.])(?:\+\d\d{_SPACE}?)?0?\d{{1,3}}-\d{{2,3}}(?:{_SPACE}\d{{2,3}}){{1,3}}(?!\d)",
        r"(?<![\d,.+])0\d{6,10}(?!\d)",
        rf"(?<![\d,.])11[2-8]{_SPACE}\d\d(?!\d)",
        r"(?<![\d,.])(?:112|1177)(?!,?\d)",
    )
)
_CLOCK = "|".join(
    (
        rf"\b(?:kl\.?|klockan){_SPACE}?{_HOUR}(?:{_SPACE}?{_DASH}{_SPACE}?{_HOUR})?(?!\d)",
        rf"\b(?:kl\.?|klockan){_SPACE}?(?:{_any(NUMBER_WORDS)})\b",
        rf"(?<![\d.:,])\d{{1,2}}[.:]\d\d(?:{_DASH}\d{{1,2}}[.:]\d\d)?(?![\d,]|[.:]\d)",
    )
)
_THOUSANDS = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)"
_NUMBER = rf"{_THOUSANDS}(?:{_DASH}{_THOUSANDS})?|\d+(?:,\d+)?(?:{_DASH}\d+(?:,\d+)?)?"
_PATTERN = "|".join(
    (
        r"(?P<iso>(?<!\d)\d{4}-\d\d-\d\d(?!\d))",
        f"(?P<phone>{_PHONE})",
        r"(?P<numeric>(?<![\d/])\d{1,2}/\d{1,2}(?![\d/]))",
        rf"(?P<date>(?<!\d)\d{{1,2}}(?::e)?{_SPACE}(?:{_any(_MONTH_NUMBERS)})\b)",
        f"(?P<clock>{_CLOCK})",
        f"(?P<number>{_NUMBER})",
        rf"(?P<denial>\b(?:{_any(_LONG_DENIALS)})\b)",
        r"(?P<other>[^\W\d_]+)",
    )
)


class Finder:
    """Finds the words and values of a line. `places` are names as they are written, found in the genitive too."""

    def __init__(self, places: tuple[str, ...]) -> None:
        names = {name for name in places if name[:1].isupper() and not any(sign.isdigit() for sign in name)}
        self._places = frozenset(name for name in names if not any(_holds(name, other) for other in names))
        named = f"(?P<place>\\b(?-i:{_any(self._places)})s?\\b)|" if self._places else ""
        self._pattern = re.compile(named + _PATTERN, re.IGNORECASE)

    def tokens(self, line: str) -> Iterator[Token]:
        """Yield the words and values of a line in order."""
        for found in self._pattern.finditer(line):
            yield from self._read(found)

    def _read(self, found: re.Match[str]) -> Iterator[Token]:
        group, text = found.lastgroup or "", found.group()
        start, stop = found.span()
        if group == "place":
            yield Token(text if text in self._places else text[:-1], start, stop, Kind.PLACE)
        elif group == "iso":
            yield Token(text[:4], start, start + 4, Kind.NUMBER)
            yield Token(text[5:], start + 5, stop, Kind.DATE)
        elif group == "other":
            form, kind = _WORDS.get(text.lower(), (text.lower(), None))
            yield Token(form, start, stop, kind)
        else:
            kind, form_of = _READ[group]
            yield Token(form_of(text.lower()), start, stop, kind)


@lru_cache(maxsize=4)
def finder(places: tuple[str, ...]) -> Finder:
    """Return the finder that knows a gazetteer."""
    return Finder(places)


def _holds(name: str, other: str) -> bool:
    """Return whether a name holds a shorter one, so that the shorter tells it: "Bettna skola" and "Bettna"."""
    return name != other and re.search(rf"\b{re.escape(other)}s?\b", name) is not None


def _numeric_date(said: str) -> str:
    day, _slash, month = said.partition("/")
    return f"{int(month):02}-{int(day):02}"


def _date(said: str) -> str:
    day, month = re.split(_SPACE, said)
    return f"{_MONTH_NUMBERS[month]:02}-{int(day.removesuffix(':e')):02}"


def _number(said: str) -> str:
    return re.sub(_DASH, "-", re.sub(_SPACE, "", said))


def _clock(lower: str) -> str:
    said = re.sub(rf"^(?:klockan|kl\.?){_SPACE}?", "", lower)
    if said in NUMBER_WORDS:
        return f"{NUMBER_WORDS[said]:02}:00"
    return "-".join(_hour(part.strip()) for part in re.split(_DASH, said))


def _hour(said: str) -> str:
    hour, _point, minute = said.replace(".", ":").partition(":")
    return f"{int(hour):02}:{minute or '00'}"


_READ: dict[str, tuple[Kind, Callable[[str], str]]] = {
    "phone": (Kind.TELEPHONE, lambda said: re.sub(r"\D", "", said)),
    "numeric": (Kind.DATE, _numeric_date),
    "date": (Kind.DATE, _date),
    "clock": (Kind.CLOCK, _clock),
    "number": (Kind.NUMBER, _number),
    "denial": (Kind.DENIAL, lambda _said: "no"),
}
"""How each group of the pattern is brought to its one form."""

_WORDS: dict[str, tuple[str, Kind | None]] = {
    **{word: (str(value), Kind.NUMBER) for word, value in NUMBER_WORDS.items()},
    **{f"{day}{end}": (at, Kind.WEEKDAY) for day, at in _WEEKDAY_NUMBERS.items() for end in _DAY_ENDINGS},
    **{word: (form, Kind.OPENING) for word, form in _OPENINGS.items()},
    **dict.fromkeys(_DENIALS, ("no", Kind.DENIAL)),
}
"""The single words that are values, looked up since most words of a text are none."""
