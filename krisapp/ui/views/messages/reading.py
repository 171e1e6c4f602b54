"""A text over the whole screen (läsvy): to read aloud, or to copy by hand with a marker when nothing else works.

One line at a time is lit, and the next comes by a key, so that the place is not lost when one looks up. Leaving and
coming back begins where one left.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QTextEdit, QVBoxLayout, QWidget

from krisapp.channels import channel, hand_copy
from krisapp.domain.language.lix import words
from krisapp.domain.language.sentences import sentence_spans
from krisapp.domain.language.spelled_names import names_in, spelled
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space
from krisapp.ui.widgets.announcing import announce
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.exercise import Strip, is_exercise
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, reader

WORDS_A_MINUTE = 130
"""How fast a text is read aloud, domain handbook 6.2."""
SIZES = (24, 32, 44, 60, 80)

_left_at: dict[str, int] = {}
"""The line that was lit when a text was left, while the program runs. A text that has changed begins anew."""


class Reading(QDialog):
    """Large letters and nothing else.

    Space and the arrows go from line to line, H changes between the whole text and the forty words of a notice by hand,
    S spells the names, + and − change the size, Ctrl+P prints. `known` are names to spell wherever they stand.
    """

    def __init__(
        self,
        title: str,
        text: str,
        channel_code: str,
        parent: QWidget,
        *,
        known: Sequence[str] = (),
        to_paper: Callable[[QWidget], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._whole, self._size, self._by_hand = text, 2, False
        self._known, self._to_paper = known, to_paper
        self._spells = channel(channel_code).spoken
        self._at = 0
        self._lines: list[tuple[int, int]] = []
        self._title = label(title, self, "heading")
        self._note = label("", self, "quiet")
        self.page = reader(_("Texten"), self)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.setCenterOnScroll(True)
        self.names = label("", self, "strong", wrap=True)
        self._hand = Button("", self.turn_hand, self)
        self._spell = Button("", self.turn_spelling, self)
        self._lay_out(is_exercise(parent))
        self._show()
        self.setFocus()

    def _lay_out(self, exercise: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if exercise:
            column.addWidget(Strip(self))
        head = QWidget(self)
        rows = QVBoxLayout(head)
        rows.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        tools = Flow(first_wide=True)
        tools.addWidget(self._title)
        buttons = [
            Button(_("Förra (↑)"), self.go_back, self),
            Button(_("Nästa (↓)"), self.go_on, self),
            self._hand,
            self._spell,
            Button(_("Mindre (−)"), self._smaller, self),
            Button(_("Större (+)"), self._larger, self),
        ]
        if self._to_paper is not None:
            buttons.append(Button(_("Skriv ut (Ctrl+P)"), self.print, self))
        buttons.append(Button(_("Stäng (Esc)"), self.reject, self, "primary"))
        for button in buttons:
            tools.addWidget(button)
        rows.addLayout(tools)
        rows.addWidget(self._note)
        column.addWidget(head)
        column.addWidget(self.page, 1)
        foot = QWidget(self)
        under = QVBoxLayout(foot)
        under.setContentsMargins(Space.XL, Space.S, Space.XL, Space.M)
        under.addWidget(self.names)
        column.addWidget(foot)

    @property
    def text(self) -> str:
        """Return the text that is shown."""
        return self.page.toPlainText()

    @property
    def line(self) -> str:
        """Return the line that is lit."""
        first, last = self._lines[self._at] if self._lines else (0, 0)
        return self.text[first:last]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from line to line, and do by a letter what the buttons do."""
        keys = {
            Qt.Key.Key_Space: self.go_on,
            Qt.Key.Key_Down: self.go_on,
            Qt.Key.Key_Right: self.go_on,
            Qt.Key.Key_PageDown: self.go_on,
            Qt.Key.Key_Return: self.go_on,
            Qt.Key.Key_Enter: self.go_on,
            Qt.Key.Key_Up: self.go_back,
            Qt.Key.Key_Left: self.go_back,
            Qt.Key.Key_PageUp: self.go_back,
            Qt.Key.Key_Backspace: self.go_back,
            Qt.Key.Key_Home: self.go_first,
            Qt.Key.Key_Plus: self._larger,
            Qt.Key.Key_Minus: self._smaller,
            Qt.Key.Key_H: self.turn_hand,
            Qt.Key.Key_S: self.turn_spelling,
        }
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            keys = {Qt.Key.Key_P: self.print}
        act = keys.get(Qt.Key(event.key()))
        if act:
            act()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the lit line into sight: only now is it known how much there is room for."""
        super().showEvent(event)
        self._light()

    def go_on(self) -> None:
        """Light the next line."""
        self._go(self._at + 1)

    def go_back(self) -> None:
        """Light the line before."""
        self._go(self._at - 1)

    def go_first(self) -> None:
        """Begin from the beginning."""
        self._go(0)

    def turn_hand(self) -> None:
        """Change between the whole text and what is written by hand."""
        self._by_hand = not self._by_hand
        self._show()

    def turn_spelling(self) -> None:
        """Spell the names of the lit line, or stop doing it."""
        self._spells = not self._spells
        self._tell()

    def print(self) -> None:
        """Show the text as a paper to print: a card in large type if it is read aloud."""
        if self._to_paper is not None:
            self._to_paper(self)

    def _larger(self) -> None:
        self._size = min(self._size + 1, len(SIZES) - 1)
        self._show()

    def _smaller(self) -> None:
        self._size = max(self._size - 1, 0)
        self._show()

    def _show(self) -> None:
        text = hand_copy(self._whole) if self._by_hand else self._whole
        font = current().font(Size.BODY)
        font.setPixelSize(SIZES[self._size])
        self.page.setStyleSheet(f"font-size: {SIZES[self._size]}px; padding: {Space.XL}px; border: none;")
        self.page.document().setDefaultFont(font)
        if self.text != text:
            self.page.setPlainText(text)
            self._lines = _lines_of(text)
            self._at = min(_left_at.get(text, 0), max(len(self._lines) - 1, 0))
        self._light()
        self._tell()

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._lines):
            self._at = _left_at[self.text] = at
            self._light()
            self._tell()
            self.page.setAccessibleName(self.line)
            announce(self.page)

    def _light(self) -> None:
        """Light the line, dim the others, and keep it in the middle."""
        if not self._lines:
            return
        colours = current().colours
        first, last = self._lines[self._at]
        dim, lit = QTextCharFormat(), QTextCharFormat()
        dim.setForeground(QColor(colours.quiet))
        lit.setForeground(QColor(colours.on_selection))
        lit.setBackground(QColor(colours.selection))
        parts = []
        for begin, end, form in ((0, len(self.text), dim), (first, last, lit)):
            part = QTextEdit.ExtraSelection()
            part.cursor = self._cursor(begin, end)
            part.format = form
            parts.append(part)
        self.page.setExtraSelections(parts)
        self.page.setTextCursor(self._cursor(last, last))
        self.page.setTextCursor(self._cursor(first, first))
        self.page.centerCursor()

    def _cursor(self, first: int, last: int) -> QTextCursor:
        cursor = QTextCursor(self.page.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _tell(self) -> None:
        """Say where one is, how long is left, and how the names are spelled."""
        self._hand.say(_("Hela texten (H)") if self._by_hand else _("Kort för hand (H)"))
        self._spell.say(_("Dölj stavning (S)") if self._spells else _("Stava namn (S)"))
        if not self._lines:
            return
        count = len(words(self.text))
        place = _("Rad {line} av {lines}").format(line=self._at + 1, lines=len(self._lines))
        said = [place, _("{count} ord").format(count=count)]
        if not self._by_hand:
            left = len(words(self.text[self._lines[self._at][0] :]))
            seconds = round(left * 60 / WORDS_A_MINUTE)
            time = ngettext("omkring {count} sekund kvar högt", "omkring {count} sekunder kvar högt", seconds)
            said.append(time.format(count=seconds))
        self._note.setText(" · ".join(said))
        named = names_in(self.line, self._known) if self._spells else []
        self.names.setText("\n".join(f"{name}: {spelled(name)}" for name in named))
        self.names.setVisible(self._spells)


def _lines_of(text: str) -> list[tuple[int, int]]:
    """Return from and to of what is said or written in one go: a sentence, with what a colon introduces."""
    found: list[tuple[int, int]] = []
    for first, last in sentence_spans(text):
        if found and text[found[-1][1] - 1] == ":" and "\n" not in text[found[-1][1] : first]:
            first = found.pop()[0]
        found.append((first, last))
    return found
