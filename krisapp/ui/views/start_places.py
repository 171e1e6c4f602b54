"""A field for one or several places (plats): the gazetteer fills in the rest, and anything else may be written."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class PlaceField(QLineEdit):
    """Places with commas between. What is filled in stands marked: going on takes it, writing on replaces it.

    Arrow down turns to the next place that fits. `suggested` brings the places that fit what is written.
    """

    suggested = Signal(object)

    def __init__(self, known: Iterable[str], hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._known = list(known)
        self._found: list[str] = []
        self._before = ""
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._complete)

    @property
    def places(self) -> tuple[str, ...]:
        """Return the places written, each once, spelled as in the gazetteer where they are in it."""
        spelled = {name.lower(): name for name in self._known}
        names = (part.strip() for part in self.text().split(","))
        return tuple(dict.fromkeys(spelled.get(name.lower(), name) for name in names if name))

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the places that the gazetteer does not have, as they are written."""
        return tuple(name for name in self.places if name not in self._known)

    def suggestions(self, typed: str) -> list[str]:
        """Return what a beginning may mean: names that begin so, shortest first, then names with a word that does."""
        wanted = typed.strip().lower()
        if not wanted:
            return []
        first = sorted((name for name in self._known if name.lower().startswith(wanted)), key=len)
        inside = [name for name in self._known if name not in first and f" {wanted}" in f" {name.lower()}"]
        return first + inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by the arrows, and let a comma take what was filled in."""
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(event.key())
        if step and self._found:
            self._found = self._found[step:] + self._found[:step]
            self._fill_in(self._found[0], 0)
            return
        if event.text() == "," and self.hasSelectedText() and self.selectionEnd() == len(self.text()):
            self.deselect()
            self.setCursorPosition(len(self.text()))
        super().keyPressEvent(event)

    def _complete(self, text: str) -> None:
        longer, self._before = len(text) > len(self._before), text
        begun = text.rpartition(",")[2].strip()
        self._found = self.suggestions(begun)
        if longer and self.cursorPosition() == len(text):
            first = self._found[0] if self._found else ""
            if first.lower().startswith(begun.lower()) and first != begun:
                self._fill_in(first, len(begun))
        self.suggested.emit(self._found)

    def _fill_in(self, name: str, kept: int) -> None:
        """Put a name where the last place stands; what comes after the first `kept` letters is marked."""
        before, comma, _begun = self.text().rpartition(",")
        head = f"{before}{comma} " if comma else ""
        self.setText(f"{head}{name}")
        self.setModified(True)
        start = len(head) + kept
        self.setSelection(start, len(self.text()) - start)
