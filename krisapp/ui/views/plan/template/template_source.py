"""A template's own text as it is written (mallkälla): its signs marked, its faults underlined where they stand."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QColor,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from krisapp.compose.template_checking import Misplaced
from krisapp.ui.theme import fonts
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone, Weight

_SIGNS = (
    (re.compile(r"\{\{.*?\}\}"), Tone.INFO),
    (re.compile(r"<<.*?>>"), Tone.GOOD),
    (re.compile(r"<%.*?%>|<#.*?#>"), Tone.NEUTRAL),
)
"""Blanks that the fact sheet fills, phrases of the type, and what decides which lines stand."""


class _Marking(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        for sign, tone in _SIGNS:
            pair = current().tone(tone)
            look = QTextCharFormat()
            look.setForeground(QColor(pair.text))
            look.setBackground(QColor(pair.ground))
            look.setFontWeight(Weight.MEDIUM)
            for found in sign.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), look)


class TemplateSource(QPlainTextEdit):
    """Edits the source of a template. Tab goes on to the next control, as everywhere else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setStyleSheet(f'font-family: "{fonts.mono_family()}";')
        self._marking = _Marking(self.document())

    def show_source(self, text: str, *, modified: bool = False) -> None:
        """Show another text, with nothing to undo."""
        self.setPlainText(text)
        self.document().setModified(modified)

    def write_over(self, text: str) -> None:
        """Let another text take the place of all of it; Ctrl+Z brings the old one back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def underline(self, faults: Sequence[Misplaced]) -> None:
        """Underline the places of faults."""
        self.setExtraSelections([self._selection(fault) for fault in faults])

    def go_to(self, fault: Misplaced) -> None:
        """Select the place of a fault, so that typing mends it."""
        self.setTextCursor(self._cursor(fault))
        self.ensureCursorVisible()
        self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Mark anew in another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_marking"):
            self._marking.rehighlight()

    def _selection(self, fault: Misplaced) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(current().tone(Tone.ALARM).text))
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = self._cursor(fault), look
        return selection

    def _cursor(self, fault: Misplaced) -> QTextCursor:
        """Return a cursor that selects a fault's place, or stands before it where the line is empty."""
        block = self.document().findBlockByNumber(fault.line - 1)
        line = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + _units(line[: fault.start]))
        end = block.position() + min(_units(line[: fault.end]), block.length() - 1)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
