"""What is another now than in the text that is out (ändrat sedan sist): in sentences first, then word by word."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from krisapp.domain.language.changes import Change, changed_sentences, changed_words
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone, Weight


class Changed(QTextEdit):
    """Shows added words underlined and removed ones struck out, so that colour is not needed to tell them apart."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._shown: tuple[str, str] | None = None

    def show_change(self, before: str, after: str) -> None:
        """Show what became of a text."""
        if (before, after) == self._shown:
            return
        self._shown = (before, after)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        added, removed = changed_sentences(before, after)
        if before == after:
            cursor.insertText(_("Texten är densamma som den som är ute."))
        for sentences, name, change in (
            (added, _("Nytt: {sentence}"), Change.ADDED),
            (removed, _("Borttaget: {sentence}"), Change.REMOVED),
        ):
            head, _blank, tail = name.partition("{sentence}")
            for sentence in sentences:
                cursor.insertText(head, _look(Change.KEPT, strong=True))
                cursor.insertText(sentence, _look(change))
                cursor.insertText(f"{tail}\n", _look(Change.KEPT))
        if before != after:
            cursor.insertText("\n" + _("Hela texten") + "\n", _look(Change.KEPT, strong=True))
            for words in changed_words(before, after):
                kept = words.text.rstrip()
                cursor.insertText(kept, _look(words.change))
                cursor.insertText(words.text[len(kept) :], _look(Change.KEPT))
                if words.change is Change.REMOVED and kept == words.text:
                    cursor.insertText(" ", _look(Change.KEPT))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _look(change: Change, *, strong: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    if strong:
        look.setFontWeight(Weight.SEMIBOLD)
    if change is Change.KEPT:
        return look
    pair = current().tone(Tone.GOOD if change is Change.ADDED else Tone.ALARM)
    look.setForeground(QColor(pair.text))
    look.setBackground(QColor(pair.ground))
    look.setFontUnderline(change is Change.ADDED)
    look.setFontStrikeOut(change is Change.REMOVED)
    return look
