"""A field for one or several places (plats): the gazetteer suggests, and anything else may be written."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

LONGEST_LIST = 8
"""How many suggestions are shown at a time."""


class PlaceField(QLineEdit):
    """Places with commas between. A suggestion is taken by Enter or Tab; Esc leaves what was typed."""

    def __init__(self, known: Iterable[str], hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._known = list(known)
        self.setPlaceholderText(hint)
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(LONGEST_LIST)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._suggest)

    @property
    def places(self) -> tuple[str, ...]:
        """Return the places written, each once."""
        names = (part.strip() for part in self.text().split(","))
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the places that the gazetteer does not have, as they are written."""
        return tuple(name for name in self.places if name not in self._known)

    def suggestions(self, typed: str) -> list[str]:
        """Return what a beginning may mean: names that begin so, then names with a word that does."""
        wanted = typed.strip().lower()
        if not wanted:
            return []
        first = [name for name in self._known if name.lower().startswith(wanted)]
        inside = [name for name in self._known if name not in first and f" {wanted}" in f" {name.lower()}"]
        return first + inside

    def _suggest(self, _text: str) -> None:
        found = self.suggestions(self._beginning())
        popup = self._completer.popup()
        if popup is None:
            return
        if not found or (len(found) == 1 and found[0] == self._beginning()):
            popup.hide()
            return
        self._model.setStringList(found)
        self._completer.complete(self.rect())
        popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _beginning(self) -> str:
        """Return the place the cursor stands in, as far as it is written."""
        return self.text()[: self.cursorPosition()].rpartition(",")[2].strip()

    def _take(self, name: str) -> None:
        before, comma, _begun = self.text()[: self.cursorPosition()].rpartition(",")
        after = self.text()[self.cursorPosition() :]
        written = f"{before}{comma} {name}".strip()
        self.setText(f"{written}{after}")
        self.setCursorPosition(len(written))
        self.setModified(True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
