"""Reading a page of the plan (läsyta): set type, plain text only, and links that go to other things in the plan."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QWidget

from krisapp.ui.theme import fonts
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space, Weight
from krisapp.ui.widgets.set_page import SetPage, hang

Target = tuple[str, str]
"""A thing in the plan: its kind and id, as in the plan's search."""


class Voice(Enum):
    """How a block is set."""

    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    TEXT = "text"
    FIELD = "field"
    POINT = "point"
    BULLET = "bullet"
    TABLE = "table"
    QUIET = "quiet"
    GAP = "gap"
    SOURCE = "source"


class Block(NamedTuple):
    """A paragraph. `label` stands before the text of a field, or is the mark of a BULLET; `to` makes the text a link.

    A TABLE has `rows`, the first of them its head; its text says what it is to one who cannot see it.
    """

    voice: Voice
    text: str
    label: str = ""
    to: Target | None = None
    rows: tuple[tuple[str, ...], ...] = ()


class Reading(SetPage):
    """Shows blocks; `followed` brings kind and id of what a link goes to."""

    followed = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Space.XS)
        self._blocks: tuple[Block, ...] = ()
        self._targets: list[Target] = []
        self.setMinimumHeight(current().px(200))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return what is shown."""
        return self._blocks

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show another page, from its beginning; the same page stays where it is."""
        if tuple(blocks) != self._blocks:
            self._blocks = tuple(blocks)
            self.write()
            self.verticalScrollBar().setValue(0)

    def rewrite(self, blocks: Sequence[Block]) -> None:
        """Show a page that somebody is writing: what is new, and the same place in it."""
        at = self.verticalScrollBar().value()
        if tuple(blocks) != self._blocks:
            self._blocks = tuple(blocks)
            self.write()
            self.verticalScrollBar().setValue(at)

    def write(self) -> None:
        """Write the blocks anew."""
        self.clear()
        self._targets = []
        cursor = QTextCursor(self.document())
        # One edit, or Qt would lay the page out anew for every cell of a table.
        cursor.beginEditBlock()
        for number, block in enumerate(self._blocks):
            if block.voice is Voice.TABLE:
                _write_table(cursor, block)
                continue
            form = _block_form(block.voice, first=number == 0)
            if number:
                cursor.insertBlock(form)
            else:
                cursor.setBlockFormat(form)
            if block.voice is Voice.BULLET:
                cursor.insertText(f"{block.label}\t", _letters(block.voice))
            elif block.label:
                cursor.insertText(block.label + "\u2028", _letters(Voice.QUIET))
            letters = _letters(block.voice)
            if block.to is not None:
                letters.setAnchor(True)
                letters.setAnchorHref(f"#{len(self._targets)}")
                letters.setForeground(QColor(current().colours.accent))
                letters.setFontUnderline(True)
                self._targets.append(block.to)
            # A line separator keeps lines of one paragraph together.
            cursor.insertText(block.text.replace("\n", "\u2028"), letters)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def follow(self, link: QUrl) -> None:
        """Tell which thing of the plan a link goes to."""
        number = link.fragment()
        if number.isdecimal() and int(number) < len(self._targets):
            self.followed.emit(*self._targets[int(number)])


_SIZES = {
    Voice.TITLE: (Size.TITLE, Weight.BOLD),
    Voice.HEADING: (Size.HEADING, Weight.SEMIBOLD),
    Voice.STRONG: (Size.BODY, Weight.SEMIBOLD),
    Voice.QUIET: (Size.SMALL, Weight.REGULAR),
    Voice.GAP: (Size.BODY, Weight.SEMIBOLD),
}

_ABOVE = {
    Voice.TITLE: 0,
    Voice.HEADING: Space.L,
    Voice.POINT: Space.XS,
    Voice.BULLET: Space.XS,
    Voice.SOURCE: Space.S,
}
_INDENT = 22
"""Pixels at text size 100 % from a bullet to its text."""


def _write_table(cursor: QTextCursor, block: Block) -> None:
    """Write a table as wide as the page, its head in strong letters, and go on after it."""
    theme = current()
    form = QTextTableFormat()
    form.setCellPadding(theme.tight(Space.XS))
    form.setCellSpacing(0)
    form.setTopMargin(theme.tight(Space.S))
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderBrush(QColor(theme.colours.line))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setHeaderRowCount(1)
    table = cursor.insertTable(len(block.rows), len(block.rows[0]), form)
    for number, row in enumerate(block.rows):
        letters = _letters(Voice.STRONG if number == 0 else Voice.TEXT)
        for place, words in enumerate(row):
            table.cellAt(number, place).firstCursorPosition().insertText(words, letters)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _block_form(voice: Voice, *, first: bool) -> QTextBlockFormat:
    form = QTextBlockFormat()
    theme = current()
    form.setTopMargin(0 if first else theme.tight(_ABOVE.get(voice, Space.S)))
    if voice is Voice.BULLET:
        hang(form, _INDENT)
    if voice is not Voice.SOURCE:
        form.setLineHeight(130.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form


def _letters(voice: Voice) -> QTextCharFormat:
    theme = current()
    size, weight = _SIZES.get(voice, (Size.BODY, Weight.REGULAR))
    font = theme.font(size, weight)
    if voice is Voice.SOURCE:
        font = QFont(fonts.mono_family())
        font.setPixelSize(theme.px(Size.SMALL))
    form = QTextCharFormat()
    form.setFont(font)
    colours = theme.colours
    colour = {Voice.QUIET: colours.quiet, Voice.GAP: colours.wait.text}.get(voice, colours.text)
    form.setForeground(QColor(colour))
    return form
