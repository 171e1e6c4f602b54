"""Posters and flyers (anslag, flygblad): a message in large type on paper, domain handbook 6.4, row CN3.

The head is at least 24 points and the text at least 16; both grow until the sheet is full. A text that has no room at
those sizes goes on to a second page, never to smaller letters. Every word of the message stands on the paper as it was
approved; what is added says which sheet hangs where, which of them is the newest, and how long it holds.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from krisapp.channels.exercise_marks import MARK, without_marks
from krisapp.channels.notice import hand_copy
from krisapp.documents.frame import worn
from krisapp.documents.glyphs import letters
from krisapp.documents.paper import Paper
from krisapp.documents.qr import qr_code
from krisapp.domain.language.clock import clock, day, english_moment
from krisapp.domain.months import MONTHS
from krisapp.domain.profile import Dress
from krisapp.domain.words import N_, Refused, _

LONGEST_WORD = 24
"""A longer word may break anywhere: at 24 points no more letters than these stand on a line of a flyer."""


class Size(StrEnum):
    """The paper. `A5` is two of the same on an A4 sheet, to be cut apart."""

    A4 = "a4"
    A3 = "a3"
    A5 = "a5"


class Poster(msgspec.Struct, frozen=True, kw_only=True):
    """What a poster says: the text of a release with its marks, and what identifies it.

    `number` is the release in its chain, 0 for a draft, which says so on the paper. `next_update` is how long it holds,
    None when nobody has promised another text.
    """

    text: str
    dress: Dress
    incident: str
    message: str
    number: int
    at: datetime
    next_update: datetime | None = None
    language: str = "sv"
    exercise: bool = False


def poster_pdf(poster: Poster, size: Size = Size.A4, places: Sequence[str] = ("",)) -> bytes:
    """Return a poster as PDF, once for each of `places`, which stand at the foot of their own.

    A place twice makes two copies. Raises `Refused` for an empty text, or one in letters our faces do not have.
    """
    return poster_paper(poster, size, places).pdf()


def poster_paper(poster: Poster, size: Size = Size.A4, places: Sequence[str] = ("",)) -> Paper:
    """Return a poster to look at, print or save, as `poster_pdf` makes it. Raises `Refused` as that does."""
    values = poster_values(poster, size, places)
    kind = _("Flygblad") if size is Size.A5 else _("Anslag")
    name = f"{'OVNING-' if poster.exercise else ''}{poster.message}-nr-{poster.number}-{size.value}.pdf"
    return Paper(
        title=_("{kind}: {title}").format(kind=kind, title=values["title"]),
        file_name=name if poster.number else name.replace("nr-0", _("utkast")),
        data=values,
        template="flyer" if size is Size.A5 else "poster",
    )


def poster_values(poster: Poster, size: Size, places: Sequence[str]) -> dict[str, object]:
    """Return what the templates `poster` and `flyer` lay out. Raises `Refused` as `poster_pdf` does."""
    _refuse_unknown_letters(poster.text)
    sender = next(iter(poster.dress.sender), "")
    lines = without_marks(poster.text.split("\n"))
    pieces = _pieces(lines, sender)
    if not pieces:
        raise Refused(N_("Texten är tom. Skriv något först."))
    english = poster.language == "en"
    code, caption = _code(poster.text, english=english)
    return {
        "title": pieces[0]["text"],
        "sender": [sender],
        "date": f"{poster.at:%Y-%m-%dT%H:%M}",
        "exercise": poster.exercise,
        "mark": _mark(poster),
        "language": poster.language,
        "paper": size.value,
        "pieces": pieces,
        "valid": _valid(poster, english=english),
        "foot": " · ".join(part for part in (_revision(poster), poster.incident, poster.message) if part),
        "draft": not poster.number,
        "draft_says": _(_DRAFT),
        "places": [_("Plats: {place}").format(place=place) if place else "" for place in places],
        "code": code[0] if code else "",
        "modules": code[1] if code else 0,
        "code_says": _("QR-kod med anslagets text"),
        "caption": caption,
        "turn": "Continues on page {next} of {last}." if english else _("Fortsätter på sida {next} av {last}."),
        "page": "Page {here} of {last}" if english else _("Sida {here} av {last}"),
        "dress": worn(poster.dress),
    }


_STAMP = re.compile(r"^(?:Publicerat|Uppdaterat|Besked \d|Slutbesked|Ersätter besked)\b")
_PROMISE = re.compile(r"\b(?:nästa|nytt|sista)\s+(?:anslag|besked|flygblad)\b|^next update\b", re.IGNORECASE)
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_JOINED = re.compile(rf"(?<=\bkl\.) (?=\d)|(?<=\d) (?=\d)|(?<=\d) (?={'|'.join(MONTHS)})")
"""The gaps of a time, a telephone number and a date, at which no line ends."""

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ0-9])")
_NEVER_TOO_WIDE = 12
_MOST_LETTERS = 280
"""A line of more letters than these is laid out as several, between sentences, so that a page can end there."""


def _pieces(lines: Sequence[str], sender: str) -> list[dict[str, object]]:
    """Return the lines with the part they play. What stands after the last gap keeps together: it ends the poster."""
    pieces: list[dict[str, object]] = []
    opens = True
    for at, whole in enumerate(lines):
        line = whole.strip()
        if not line:
            opens = True
            continue
        role = _role(line, lines[at + 1 : at + 2], sender, first=not pieces, opens=opens)
        for part in _parts(line) if role == "text" else [line]:
            text = _LONG.sub(_breakable, _JOINED.sub("\u00a0", part))
            pieces.append({"role": role, "text": text, "opens": opens, "longest": _longest(text)})
            opens = False
    return pieces


def _role(line: str, after: Sequence[str], sender: str, *, first: bool, opens: bool) -> str:
    if first:
        return "head"
    if _STAMP.match(line):
        return "stamp"
    if line == sender:
        return "sender"
    if _PROMISE.search(line):
        return "promise"
    followed = bool(after) and bool(after[0].strip())
    if opens and followed and len(line.split()) <= 6 and line[-1].isalpha():
        return "subhead"
    return "text"


def _parts(line: str) -> list[str]:
    """Return a long line as several, broken between sentences, and where one sentence is too long between words."""
    if len(line) <= _MOST_LETTERS:
        return [line]
    return _joined(
        chunk
        for sentence in _SENTENCE.split(line)
        for chunk in (_joined(sentence.split(" ")) if len(sentence) > _MOST_LETTERS else [sentence])
    )


def _joined(pieces: Iterable[str]) -> list[str]:
    """Return pieces put together with spaces between, as many in each as it has room for."""
    parts = [""]
    for piece in pieces:
        if parts[-1] and len(parts[-1]) + len(piece) > _MOST_LETTERS:
            parts.append("")
        parts[-1] = f"{parts[-1]} {piece}".strip()
    return parts


def _longest(text: str) -> str:
    """Return the longest word, if it can be too wide for a line; shorter ones never are, at any size of letters."""
    longest = max(re.split("[ \u200b]", text), key=len)
    return longest if len(longest) > _NEVER_TOO_WIDE else ""


def _breakable(found: "re.Match[str]") -> str:
    """Return a long word with places where it may break: after its signs, as in an address, or between any letters."""
    word = found[0]
    parts = re.findall(rf"[^/.@_-]{{0,{LONGEST_WORD}}}[/.@_-]|.{{1,{LONGEST_WORD}}}", word)
    return "\u200b".join(parts)


def _code(text: str, *, english: bool) -> tuple[tuple[str, int] | None, str]:
    """Return the code of the whole text, else of its shorter version, else none, and the words beside it."""
    whole = qr_code(text)
    if whole is not None:
        said = "The whole text for your phone. No network needed." if english else _WHOLE
        return (whole.svg, whole.modules), said if english else _(said)
    short = qr_code(hand_copy(text)) if not english else None
    if short is not None:
        return (short.svg, short.modules), _(_SHORT)
    said = "The text is too long for a QR code. Take a picture of it." if english else _(_NONE)
    return None, said


_DRAFT = N_("UTKAST – FÅR INTE SÄTTAS UPP")
_WHOLE = N_("Hela texten till din mobil. Det behövs inget nät.")
_SHORT = N_("Det viktigaste till din mobil. Det behövs inget nät. Hela texten är för lång för en kod.")
_NONE = N_("Texten är för lång för en QR-kod. Ta en bild av den.")


def _valid(poster: Poster, *, english: bool) -> str:
    if poster.next_update is None:
        return "Valid until taken down." if english else _("Gäller tills det tas ner.")
    if english:
        return f"Valid until {english_moment(poster.next_update, poster.at)}."
    when = f"{day(poster.next_update)} {clock(poster.next_update)}"
    return _("Gäller till {time}. Då kommer nästa besked.").format(time=when)


def _revision(poster: Poster) -> str:
    return _("Nr {number}").format(number=poster.number) if poster.number else _("Utkast")


def _mark(poster: Poster) -> str:
    return "EXERCISE – ÖVNING – EXERCISE" if poster.language == "en" else f"{MARK} – {MARK} – {MARK}"


def _refuse_unknown_letters(text: str) -> None:
    """Raise `Refused` for a text with letters the faces lack: squares on a wall inform nobody."""
    known = letters()
    unknown = sorted({sign for sign in text if sign.isalpha() and ord(sign) not in known})
    if unknown:
        raise Refused(
            N_("Anslagets typsnitt saknar bokstäverna {letters}. Skriv anslaget i ett annat program."),
            letters=" ".join(unknown[:8]),
        )
