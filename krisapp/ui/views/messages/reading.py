"""A text over the whole screen (läsvy): to read aloud, or to copy by hand with a marker when nothing else works."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from krisapp.channels import channel, hand_copy
from krisapp.domain.language.lix import words
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.exercise import Strip, is_exercise
from krisapp.ui.widgets.plain import label, reader

WORDS_A_MINUTE = 130
"""How fast a text is read aloud, domain handbook 6.2."""
SIZES = (24, 32, 44, 60, 80)


class Reading(QDialog):
    """Large letters and nothing else. H changes between the whole text and the forty words of a notice by hand."""

    def __init__(self, title: str, text: str, channel_code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._text, self._size, self._by_hand = text, 2, False
        self._spoken = channel(channel_code).spoken
        self._title = label(title, self, "heading")
        self._note = label("", self, "quiet")
        self.page = reader(_("Texten"), self)
        self._hand = Button(_("Kort för hand (H)"), self._turn, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if is_exercise(parent):
            column.addWidget(Strip(self))
        row = QHBoxLayout()
        row.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._title)
        row.addWidget(self._note, 1)
        for button in (
            self._hand,
            Button(_("Mindre (−)"), self._smaller, self),
            Button(_("Större (+)"), self._larger, self),
            Button(_("Stäng (Esc)"), self.reject, self, "primary"),
        ):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.page, 1)
        self._show()
        self.page.setFocus()

    @property
    def text(self) -> str:
        """Return the text that is shown."""
        return self.page.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change size by + and −, and between whole and short by H."""
        keys = {Qt.Key.Key_Plus: self._larger, Qt.Key.Key_Minus: self._smaller, Qt.Key.Key_H: self._turn}
        act = keys.get(Qt.Key(event.key()))
        if act:
            act()
        else:
            super().keyPressEvent(event)

    def _larger(self) -> None:
        self._size = min(self._size + 1, len(SIZES) - 1)
        self._show()

    def _smaller(self) -> None:
        self._size = max(self._size - 1, 0)
        self._show()

    def _turn(self) -> None:
        self._by_hand = not self._by_hand
        self._hand.say(_("Hela texten (H)") if self._by_hand else _("Kort för hand (H)"))
        self._show()

    def _show(self) -> None:
        text = hand_copy(self._text) if self._by_hand else self._text
        font = current().font(Size.BODY)
        font.setPixelSize(SIZES[self._size])
        self.page.setStyleSheet(f"font-size: {SIZES[self._size]}px; padding: {Space.XL}px; border: none;")
        self.page.document().setDefaultFont(font)
        if self.page.toPlainText() != text:
            self.page.setPlainText(text)
        count = len(words(text))
        seconds = round(count * 60 / WORDS_A_MINUTE)
        self._note.setText(_("{count} ord, omkring {seconds} sekunder högt").format(count=count, seconds=seconds))
