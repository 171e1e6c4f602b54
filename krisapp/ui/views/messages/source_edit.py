"""The text as it is written (källtext): each live blank a chip that is moved over, copied and deleted as one sign."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from krisapp.channels.form import OPTIONAL
from krisapp.compose.sandbox import BLANK
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone, Weight
from krisapp.ui.views.messages import source_text
from krisapp.ui.views.messages.blank_values import Blanks
from krisapp.ui.views.messages.chips import Chips
from krisapp.ui.views.messages.pasting import SOURCE, Taken, taken
from krisapp.ui.widgets.plain import tooltip


class _Marking(QSyntaxHighlighter):
    """Marks blanks that are written out, and the sign of a line that may be left out when room is short."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        theme = current()
        for found in BLANK.finditer(text) if "{{" in text else ():
            blank = QTextCharFormat()
            pair = theme.tone(Tone.INFO)
            blank.setForeground(QColor(pair.text))
            blank.setBackground(QColor(pair.ground))
            blank.setFontWeight(Weight.MEDIUM)
            begin = source_text.units(text[: found.start()])
            self.setFormat(begin, source_text.units(found.group()), blank)
        if text.startswith(OPTIONAL):
            sign = QTextCharFormat()
            sign.setForeground(QColor(theme.tone(Tone.WAIT).text))
            sign.setFontWeight(Weight.BOLD)
            self.setFormat(0, 1, sign)


class SourceEdit(QPlainTextEdit):
    """A text area that knows its blanks; `toPlainText` gives the source as it is kept.

    `moved` tells that the cursor stands elsewhere, `noticed` what was changed in a text put in from outside. `hint`
    tells what is known of a place in the source, for the pointer.
    """

    moved = Signal()
    noticed = Signal(str)

    def __init__(self, name: str, blanks: Blanks, hint: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._hint = hint
        self._pointed = ""
        self.raw = False
        """Whether blanks are written out, to be changed letter by letter."""
        self.keeps_isolates = False
        """Whether a pasted text keeps the signs that set a number apart in a text from right to left (C20)."""
        self._chips = Chips(self, blanks.value)
        self.document().documentLayout().registerHandler(source_text.CHIP, self._chips)
        self._marking = _Marking(self.document())
        self.setMouseTracking(True)
        self.cursorPositionChanged.connect(self.moved)

    def toPlainText(self) -> str:
        """Return the source as it is kept."""
        return source_text.source_of(self.document())

    def setPlainText(self, source: str) -> None:
        """Show another source, with nothing to undo."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        self._put(self._whole(), source)
        document.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_source(self, source: str) -> None:
        """Show another source, unless it is shown already, and what its blanks give now."""
        if source != self.toPlainText():
            self.setPlainText(source)
        self.document().setModified(False)

    def show_values(self) -> None:
        """Draw the chips anew: what they give may be another, and take other room."""
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()

    def write_out(self, *, raw: bool) -> None:
        """Write the blanks out, or draw them as chips again; the source is the same, and so is the place in it."""
        if raw == self.raw:
            return
        self.raw = raw
        at, modified = self.at, self.document().isModified()
        self._put(self._whole(), self.toPlainText())
        self.document().setModified(modified)
        self.go_to(at, at)

    @property
    def at(self) -> int:
        """Return where in the source the cursor stands."""
        return source_text.place_in_source(self.document(), self.textCursor().position())

    @property
    def blank(self) -> str:
        """Return the blank at the cursor, or the chosen one; else nothing."""
        return self._blank_at(self.textCursor())

    def go_to(self, start: int, end: int) -> None:
        """Choose a span of the source and show it."""
        self.setTextCursor(source_text.choose(self.document(), start, end))
        self.ensureCursorVisible()

    def replace(self, start: int, end: int, words: str) -> None:
        """Put other words in the place of a span of the source, as one step to undo."""
        cursor = source_text.choose(self.document(), start, end)
        self._put(cursor, words)
        self.setTextCursor(cursor)

    def put_in(self, source: str) -> None:
        """Put source in at the cursor, blanks as chips, as one step to undo."""
        cursor = self.textCursor()
        self._put(cursor, source)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make a blank that has just been written out a chip."""
        super().keyPressEvent(event)
        if event.text() != "}" or self.raw or self.isReadOnly():
            return
        cursor = self.textCursor()
        before = source_text.source_of(self.document())[: self.at].rpartition("\n")[2]
        found = next((one for one in BLANK.finditer(before) if one.end() == len(before)), None)
        if found and Blanks.holds(found.group()):
            cursor.movePosition(
                QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, source_text.units(found.group())
            )
            self._put(cursor, found.group())
            self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the source, so that other programs get words and this one its blanks."""
        copied = QMimeData()
        source = source_text.chosen_source(self.textCursor())
        copied.setText(source)
        copied.setData(SOURCE, source.encode("utf-8", "replace"))
        return copied

    def canInsertFromMimeData(self, mime: QMimeData) -> bool:
        """Take all that may hold words, and tell of what holds none."""
        return not self.isReadOnly() and (mime.hasText() or mime.hasHtml() or mime.hasImage() or mime.hasFormat(SOURCE))

    def insertFromMimeData(self, mime: QMimeData) -> None:
        """Put in what is pasted or dropped: as text, never as blanks from outside, and tell what was changed."""
        if self.isReadOnly():
            return
        found: Taken = taken(mime, keep_isolates=self.keeps_isolates)
        if found.source:
            self.put_in(found.source)
        if found.notices:
            self.noticed.emit(" ".join(found.notices))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is known of what is under the pointer."""
        super().mouseMoveEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        pointed = self._hint(source_text.place_in_source(self.document(), cursor.position()))
        if pointed != self._pointed:
            self._pointed = pointed
            tooltip(self.viewport(), pointed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the chips follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.show_values()

    def changeEvent(self, event: QEvent) -> None:
        """Mark anew in another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_marking"):
            self._marking.rehighlight()
            self.show_values()

    def _whole(self) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return cursor

    def _put(self, cursor: QTextCursor, source: str) -> None:
        source_text.insert(cursor, source, _nothing if self.raw else Blanks.holds)

    def _blank_at(self, cursor: QTextCursor) -> str:
        at = source_text.place_in_source(self.document(), cursor.selectionStart())
        source = self.toPlainText()
        line = source.rfind("\n", 0, at) + 1
        inside = at - line
        found = BLANK.finditer(source[line:].partition("\n")[0])
        return next((one.group() for one in found if one.start() <= inside <= one.end()), "")


def _nothing(_blank: str) -> bool:
    return False
