"""What one does in the open text with a key (kortkommandon): put a field in, mend what is found, add a word."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from krisapp.domain.words import N_, _
from krisapp.ui.attempt import attempt
from krisapp.ui.views.messages.blank_list import BlankList
from krisapp.ui.views.messages.spelling import SPELLING
from krisapp.ui.views.messages.told import told

if TYPE_CHECKING:
    from krisapp.ui.live import Live
    from krisapp.ui.views.messages.editor import Editor


class EditorKeys(QObject):
    """The editor's commands; a text that is out takes none that would change it."""

    def __init__(self, live: "Live", editor: "Editor") -> None:
        super().__init__(editor)
        self._live, self._editor = live, editor

    def give(self, command: Callable[[str, str, Callable[[], object]], object]) -> None:
        """Make each a command of the screen, so that it has its key and stands in F1."""
        command(N_("Rätta anmärkningen vid markören"), "Ctrl+.", self.mend)
        command(N_("Infoga ett fält ur läget"), "Ctrl+Space", self.insert_blank)
        command(N_("Skriv ut fälten, eller visa dem som brickor"), "Ctrl+E", self.turn_raw)
        command(N_("Lägg till ordet i ordlistan"), "Ctrl+Shift+O", self.add_word)
        command(N_("Invånarnas text bredvid"), "Ctrl+B", self._editor.beside.toggle)

    def insert_blank(self) -> None:
        """Put in a blank chosen from a list (Ctrl+Space)."""
        editor = self._editor
        if editor.frozen or not editor.id:
            return
        chosen = BlankList(editor.blanks.offered(editor.source.toPlainText()), editor).choose()
        if chosen:
            editor.source.put_in(chosen)
        editor.source.setFocus()

    def mend(self) -> None:
        """Put the suggested words in at the finding by the cursor (Ctrl+.)."""
        editor = self._editor
        if editor.id and not editor.frozen and not editor.review.mend():
            told(editor, _("Ingen anmärkning här har ett färdigt förslag."))

    def add_word(self) -> None:
        """Take the word at the cursor into the list of words (Ctrl+Shift+O)."""
        editor = self._editor
        here = [row for row in editor.review.at(editor.source.at) if row.finding.rule == SPELLING]
        if not here:
            told(editor, _("Ställ markören i ett ord som är understruket för stavning."))
            return
        start, end = here[0].finding.span
        word = editor.preview.text[start:end]
        if attempt(editor, lambda: editor.spelling.add(word)):
            done = _("”{word}” är med i ordlistan.").format(word=word)
            told(editor, done, lambda: attempt(editor, lambda: editor.spelling.drop(word)))

    def turn_raw(self) -> None:
        """Write the blanks out, or show them as chips again (Ctrl+E)."""
        if self._editor.id and not self._editor.frozen:
            self._editor.raw.toggle()
