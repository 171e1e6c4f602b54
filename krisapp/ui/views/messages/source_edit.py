"""The text as it is written (källtext), its live blanks marked, with the value of the one pointed at."""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QMouseEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from krisapp.channels.form import OPTIONAL
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone, Weight
from krisapp.ui.widgets.plain import tooltip

BLANK = re.compile(r"\{\{.*?\}\}")


class _Marking(QSyntaxHighlighter):
    """Marks blanks, and the sign of a line that may be left out when room is short."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        theme = current()
        blank = QTextCharFormat()
        pair = theme.tone(Tone.INFO)
        blank.setForeground(QColor(pair.text))
        blank.setBackground(QColor(pair.ground))
        blank.setFontWeight(Weight.MEDIUM)
        for found in BLANK.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), blank)
        if text.startswith(OPTIONAL):
            sign = QTextCharFormat()
            sign.setForeground(QColor(theme.tone(Tone.WAIT).text))
            sign.setFontWeight(Weight.BOLD)
            self.setFormat(0, 1, sign)


class SourceEdit(QPlainTextEdit):
    """A text area that knows its blanks. `stood_on` gives the blank at the cursor, or nothing."""

    stood_on = Signal(str)

    def __init__(self, name: str, value_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._value_of = value_of
        self._pointed = ""
        self._marking = _Marking(self.document())
        self.setMouseTracking(True)
        self.cursorPositionChanged.connect(self._tell)

    def show_source(self, source: str) -> None:
        """Show another source, with nothing to undo."""
        if source != self.toPlainText():
            self.setPlainText(source)
        self.document().setModified(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the value of the blank under the pointer."""
        super().mouseMoveEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        pointed = _blank_at(cursor.block().text(), cursor.positionInBlock())
        if pointed != self._pointed:
            self._pointed = pointed
            tooltip(self.viewport(), self._value_of(pointed) if pointed else "")

    def changeEvent(self, event: QEvent) -> None:
        """Mark anew in another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_marking"):
            self._marking.rehighlight()

    def _tell(self) -> None:
        cursor = self.textCursor()
        self.stood_on.emit(_blank_at(cursor.block().text(), cursor.positionInBlock()))


def _blank_at(line: str, at: int) -> str:
    return next((one.group() for one in BLANK.finditer(line) if one.start() <= at <= one.end()), "")
