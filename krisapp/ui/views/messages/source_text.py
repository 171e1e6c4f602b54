"""A draft's source in a Qt document, where each live blank is one sign, a chip (fältbricka).

Qt counts UTF-16 units of the document, we count characters of the source; this is the only place that turns one into
the other.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from krisapp.compose.sandbox import BLANK

CHIP = int(QTextFormat.ObjectTypes.UserObject.value) + 1
_WRITTEN = int(QTextFormat.Property.UserProperty.value) + 1
SIGN = "\ufffc"
"""What stands in the document for a chip."""


class Part(NamedTuple):
    """A run of the source: where it begins, as it is written, where its place in the document begins, how long it is.

    `chip` tells whether it is one sign that stands for a blank.
    """

    start: int
    written: str
    position: int
    units: int
    chip: bool


def units(text: str) -> int:
    """Return the length of a text as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, count: int) -> int:
    """Return how many characters so many UTF-16 units of a text are."""
    return len(text.encode("utf-16-le", "surrogatepass")[: count * 2].decode("utf-16-le", "replace"))


def blank_of(form: QTextCharFormat) -> str:
    """Return the blank a chip stands for; nothing for other signs."""
    return str(form.property(_WRITTEN)) if form.objectType() == CHIP else ""


def parts(document: QTextDocument) -> Iterator[Part]:
    """Give the source in its parts, ends of lines among them."""
    start, block = 0, document.begin()
    while block.isValid():
        each = block.begin()
        while not each.atEnd():
            fragment = each.fragment()
            text, blank, position = fragment.text(), blank_of(fragment.charFormat()), fragment.position()
            if blank:
                for number in range(len(text)):  # Two chips of the same blank side by side are one fragment.
                    yield Part(start, blank, position + number, 1, chip=True)
                    start += len(blank)
            else:
                yield Part(start, text, position, units(text), chip=False)
                start += len(text)
            each += 1
        block = block.next()
        if block.isValid():
            yield Part(start, "\n", block.position() - 1, 1, chip=False)
            start += 1


def source_of(document: QTextDocument) -> str:
    """Return the source as it is kept, with its blanks as they are written."""
    return "".join(part.written for part in parts(document))


def chosen_source(cursor: QTextCursor) -> str:
    """Return the source of what is chosen."""
    document = cursor.document()
    begin, end = (place_in_source(document, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
    return source_of(document)[begin:end]


def place_in_source(document: QTextDocument, position: int) -> int:
    """Return a place of the document as characters of the source."""
    last = 0
    for part in parts(document):
        if position < part.position + part.units:
            return part.start + (0 if part.chip else characters(part.written, max(0, position - part.position)))
        last = part.start + len(part.written)
    return last


def place_in_document(document: QTextDocument, at: int, *, after: bool = False) -> int:
    """Return a place of the source in the document; inside a chip it is before the chip, or `after` it."""
    position = 0
    for part in parts(document):
        within = at - part.start
        if within < len(part.written) or (after and within == len(part.written)):
            if part.chip:
                return part.position + (1 if after and within > 0 else 0)
            return part.position + units(part.written[: max(0, within)])
        position = part.position + part.units
    return position


def choose(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Return a cursor that has chosen a span of the source."""
    cursor = QTextCursor(document)
    cursor.setPosition(place_in_document(document, start))
    cursor.setPosition(place_in_document(document, end, after=True), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def insert(cursor: QTextCursor, source: str, holds: Callable[[str], bool]) -> None:
    """Put source in at a cursor, as one step to undo; each blank that holds becomes a chip."""
    plain = QTextCharFormat()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    end = 0
    for found in BLANK.finditer(source):
        if holds(found.group()):
            cursor.insertText(source[end : found.start()], plain)
            chip = QTextCharFormat()
            chip.setObjectType(CHIP)
            chip.setProperty(_WRITTEN, found.group())
            cursor.insertText(SIGN, chip)
            end = found.end()
    cursor.insertText(source[end:], plain)
    cursor.endEditBlock()
