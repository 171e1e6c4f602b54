"""The form a text has where it is met (kanalens form): a phone, a web page, a sheet on a board, a script, a post.

The text stays letter for letter what goes out; only how its lines are set differs, and what is drawn around them.
"""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from krisapp.documents.html import LineKind, kinds
from krisapp.domain.language.lix import words
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Tone, Weight
from krisapp.ui.views.messages.figures import Figure
from krisapp.ui.views.messages.reading import WORDS_A_MINUTE
from krisapp.ui.views.messages.source_text import units


class Kind(StrEnum):
    """What a text is read on."""

    PLAIN = "plain"
    PHONE = "phone"
    WEB = "web"
    SHEET = "sheet"
    SCRIPT = "script"
    POST = "post"


class Form(NamedTuple):
    """What a channel's text is read on; `points` are the sizes of heading and text on paper, the largest first.

    `seconds` is the longest it may take to read aloud, `fold` after how many characters a post is cut, `width` is that
    of the paper in points; 0 is none.
    """

    kind: Kind = Kind.PLAIN
    points: tuple[tuple[int, int], ...] = ()
    seconds: int = 0
    fold: int = 0
    width: int = 0


A4, A5, ROOT_TWO = 595, 420, 1.414
"""Widths of paper in points, and how much higher than wide it is."""
_MARGIN = 0.08
_BOARD = ((40, 27), (34, 23), (28, 19), (24, 16))
"""Sizes for a notice: the largest that hold on one page, never below 24 and 16 points (domain handbook 6.2)."""
_FORMS = {
    "C01": Form(Kind.WEB),
    "C02": Form(Kind.WEB),
    "C03": Form(Kind.POST, fold=480),
    "C04": Form(Kind.POST),
    "C05": Form(Kind.PHONE),
    "C06": Form(Kind.WEB),
    "C09": Form(Kind.SCRIPT, seconds=180),
    "C10": Form(Kind.SCRIPT, seconds=45),
    "C12": Form(Kind.SHEET, _BOARD, width=A4),
    "C13": Form(Kind.SHEET, ((18, 13), (16, 12)), width=A5),
    "C15": Form(Kind.SCRIPT, seconds=30),
    "C23": Form(Kind.SHEET, _BOARD, width=A4),
    "C24": Form(Kind.SCRIPT, seconds=20),
}
PAPER, INK = "#ffffff", "#16181c"
"""Paper is white and print is black in every scheme."""


def form_of(channel: str) -> Form:
    """Return the form of a channel's text."""
    return _FORMS.get(channel, Form())


def reading_time(text: str, form: Form) -> tuple[Figure, ...]:
    """Return how long a script takes to read aloud, beside what its channel allows."""
    if form.kind is not Kind.SCRIPT:
        return ()
    seconds = round(len(words(text)) * 60 / WORDS_A_MINUTE)
    told = ngettext("cirka {count} sekund högt", "cirka {count} sekunder högt", seconds).format(count=seconds)
    over = seconds > form.seconds
    if over:
        told = _("{told}, helst högst {most}").format(told=told, most=form.seconds)
    return (Figure(told, Tone.WAIT if over else Tone.GOOD),)


def set_lines(document: QTextDocument, text: str, form: Form, width: int) -> tuple[Figure, ...]:
    """Set the lines of a text as its form has them, in so many pixels; return what is to be said of the room."""
    if form.kind is Kind.SHEET:
        return _on_paper(document, text, form, width)
    theme = current()
    body, heading, under = theme.px(Size.BODY), theme.px(Size.TITLE), theme.px(Size.HEADING)
    if form.kind is Kind.SCRIPT:
        body = theme.px(Size.HEADING)
    if form.kind is Kind.WEB:
        _set(document, text, (heading, under, body), 125)
    else:
        _set(document, text, (body, body, body), 150 if form.kind is Kind.SCRIPT else 115)
    if form.fold and len(text) > form.fold:
        cursor = QTextCursor(document)
        cursor.setPosition(units(text[: form.fold]))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        folded = QTextCharFormat()
        folded.setForeground(QColor(theme.colours.quiet))
        cursor.mergeCharFormat(folded)
        return (Figure(_("det grå syns först efter ”Visa mer”"), Tone.NEUTRAL),)
    return ()


def paper(room: QRectF) -> QRectF:
    """Return where a sheet of paper lies in a room: as wide as is good to read, and cut below where room ends."""
    width = min(room.width(), current().px(460))
    return QRectF(room.left() + (room.width() - width) / 2, room.top(), width, min(room.height(), width * ROOT_TWO))


def _on_paper(document: QTextDocument, text: str, form: Form, width: int) -> tuple[Figure, ...]:
    """Set a text on paper in the largest letters that hold on one page."""
    pixels = width / form.width
    high = width * ROOT_TWO
    document.setDocumentMargin(width * _MARGIN)
    for heading, body in form.points:
        sizes = (round(heading * pixels), round(body * pixels * 1.15), round(body * pixels))
        _set(document, text, sizes, 120, ink=INK)
        document.setTextWidth(width)
        if document.size().height() <= high:
            told = _("ryms på en sida med {points} punkters text").format(points=body)
            return (Figure(told, Tone.GOOD),)
    return (Figure(_("ryms inte på en sida i läsbar storlek"), Tone.ALARM),)


def _set(document: QTextDocument, text: str, sizes: tuple[int, int, int], spacing: int, ink: str = "") -> None:
    """Give each line the size of what it is: heading, heading within, or text; items of a list hang."""
    look: dict[LineKind, tuple[int, Weight]] = {
        LineKind.HEADING: (sizes[0], Weight.BOLD),
        LineKind.UNDER: (sizes[1], Weight.SEMIBOLD),
    }
    plain = sizes[0] == sizes[2]
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    for kind in kinds(text):
        size, weight = (sizes[2], Weight.REGULAR) if plain else look.get(kind, (sizes[2], Weight.REGULAR))
        lines, letters = QTextBlockFormat(), QTextCharFormat()
        lines.setLineHeight(spacing, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
        if kind is LineKind.ITEM and not plain:
            lines.setLeftMargin(sizes[2])
            lines.setTextIndent(-sizes[2] * 0.6)
        font = QFont(current().font())
        font.setPixelSize(max(4, size))
        font.setWeight(QFont.Weight(weight))
        letters.setFont(font)
        letters.setForeground(QColor(ink or current().colours.text))
        cursor.setPosition(block.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setBlockFormat(lines)
        cursor.setCharFormat(letters)
        cursor.setBlockCharFormat(letters)
        block = block.next()
    cursor.endEditBlock()
