"""Text pasted from elsewhere (inklistrad text), made into what the program writes, with a notice of what was changed.

Letters, digits, emoji and other scripts are meaning, and stay. What cannot be seen goes, and nothing goes unsaid.
"""

import re
import unicodedata
from collections.abc import Callable

import msgspec

from krisapp.domain.language.clock import EN_DASH, NARROW_SPACE
from krisapp.domain.words import _, ngettext

LONGEST = 100_000
"""Characters of the longest text that is checked."""

_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_BROKEN = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]")
_PICTURES = re.compile("\ufffc")
_BULLETS = re.compile("^[ \t]*(?:[•‣◦▪▫●○■□\u2043\uf0a7\uf0b7\uf0d8\uf0fc][ \t]*|[o§·](?:\t| {2})[ \t]*)", re.MULTILINE)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = re.compile("[\u202a-\u202e]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\u034f\u180e\u115f\u1160\u3164\U000e0001]")
_EMOJI = "\u00a9\u00ae\u203c\u2049\u2100-\u3299\U0001f000-\U0001faff\ufe0f\u20e3"
_JOINED = "\u0600-\u08ff\u0900-\u0dff\ufb50-\ufdff\ufe70-\ufefc"
_JOINERS = re.compile(f"(?<![{_EMOJI}{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_EMOJI}{_JOINED}])")
_VARIANTS = re.compile(f"(?<![#*0-9{_EMOJI}])[\ufe00-\ufe0f]")
_THOUSANDS = re.compile("(?<=\\d)[\u00a0\u2007\u2009\u202f](?=\\d{3}(?!\\d))")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u205f\u3000]|(?<!\\d)\u202f|\u202f(?!\\d{3}(?!\\d))")
_TABS = re.compile("\t+")
_QUOTES = re.compile("[“„‟]")
_APOSTROPHES = re.compile("[‘‚‛]")
_DASHES = re.compile("[\u2012\u2014\u2015\u2212]")
_HYPHENS = re.compile("[\u2010\u2011]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_MANY_SPACES = re.compile(" {2,}")
_MANY_LINES = re.compile("\n{3,}")


class Pasted(msgspec.Struct, frozen=True):
    """A pasted text as the program writes it, and what was changed, each in one sentence for the user."""

    text: str
    notices: tuple[str, ...] = ()


def pasted(text: str, *, keep_isolates: bool = False) -> Pasted:
    """Return a pasted text made clean, whatever it holds; done twice, it changes nothing more.

    `keep_isolates` keeps the signs that set a number apart, which texts in other languages are written with.
    A text too long to be checked keeps all its characters, and a notice says so.
    """
    pasting = _Pasting(unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text)))
    pasting.replace(_BROKEN, "\ufffd", _broken)
    pasting.replace(_PICTURES, "", _pictures)
    pasting.replace(_CONTROLS, "", _controls)
    hidden = pasting.count(_INVISIBLE, _JOINERS, _VARIANTS)
    pasting.tell(hidden, _hidden)
    kept = keep_isolates or _RIGHT_TO_LEFT.search(pasting.text)
    pasting.replace(_OVERRIDES if kept else _DIRECTION, "", _direction)
    pasting.replace(_LIGATURE, lambda found: _LIGATURES[found.group()], None)
    pasting.replace(_THOUSANDS, NARROW_SPACE, None)
    pasting.replace(_SPACES, " ", _spaces)
    pasting.replace(_BULLETS, f"{EN_DASH} ", _bullets)
    pasting.replace(_PRIVATE, "", _private)
    pasting.replace(_TABS, " ", _tabs)
    pasting.replace(_QUOTES, "”", _quotes)
    pasting.replace(_APOSTROPHES, "’", None)
    pasting.replace(_DASHES, EN_DASH, None)
    pasting.replace(_HYPHENS, "-", None)
    clean = unicodedata.normalize("NFC", _tidy(pasting.text))
    if len(clean) > LONGEST:
        pasting.notices.append(
            _("Texten har {count} tecken. Högst {most} kan granskas. Korta den eller dela upp den.").format(
                count=len(clean), most=LONGEST
            )
        )
    return Pasted(clean, tuple(pasting.notices))


class _Pasting:
    """A text on its way, and what has been said of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notices: list[str] = []

    def replace(
        self, what: re.Pattern[str], by: str | Callable[[re.Match[str]], str], notice: Callable[[int], str] | None
    ) -> None:
        """Replace what is found, and tell how many were."""
        self.text, count = what.subn(by, self.text)
        if notice:
            self.tell(count, notice)

    def count(self, *what: re.Pattern[str]) -> int:
        """Take out what is found, as long as anything is, and return how many."""
        total = 0
        while True:
            before = total
            for pattern in what:
                self.text, count = pattern.subn("", self.text)
                total += count
            if total == before:
                return total

    def tell(self, count: int, notice: Callable[[int], str]) -> None:
        """Note a sentence if anything was changed."""
        if count:
            self.notices.append(notice(count).format(count=count))


def _tidy(text: str) -> str:
    """Return the text without space at the ends of lines, doubled spaces, and more than one empty line in a row."""
    lines = (_MANY_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def _broken(count: int) -> str:
    return ngettext("{count} trasigt tecken blev �.", "{count} trasiga tecken blev �.", count)


def _pictures(count: int) -> str:
    return ngettext(
        "{count} bild följde inte med. Texten rymmer bara text.",
        "{count} bilder följde inte med. Texten rymmer bara text.",
        count,
    )


def _controls(count: int) -> str:
    return ngettext("{count} styrtecken togs bort.", "{count} styrtecken togs bort.", count)


def _hidden(count: int) -> str:
    return ngettext("{count} osynligt tecken togs bort.", "{count} osynliga tecken togs bort.", count)


def _direction(count: int) -> str:
    return ngettext(
        "{count} tecken som vänder textens riktning togs bort.",
        "{count} tecken som vänder textens riktning togs bort.",
        count,
    )


def _bullets(count: int) -> str:
    return ngettext("{count} punkt i en lista blev tankstreck.", "{count} punkter i listor blev tankstreck.", count)


def _private(count: int) -> str:
    return ngettext(
        "{count} tecken som bara finns i ett visst typsnitt togs bort.",
        "{count} tecken som bara finns i vissa typsnitt togs bort.",
        count,
    )


def _spaces(count: int) -> str:
    return ngettext(
        "{count} särskilt mellanslag blev ett vanligt.", "{count} särskilda mellanslag blev vanliga.", count
    )


def _tabs(count: int) -> str:
    return ngettext("{count} tabb blev mellanslag.", "{count} tabbar blev mellanslag.", count)


def _quotes(count: int) -> str:
    return ngettext("{count} citattecken blev svenskt.", "{count} citattecken blev svenska.", count)
