"""Taking a sentence of the fact sheet into an answer (infoga uppgift), so that the answer knows when it grows old."""

from textwrap import shorten

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.language.clock import moment
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.questions.answer_edit import AnswerEdit
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice

LONGEST = 60
"""Characters of a sentence that are shown to choose it by."""


class FactChoice(QWidget):
    """Offers what the sheet says openly; what was taken is remembered by the name it has on the sheet."""

    def __init__(self, live: Live, answer: AnswerEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._answer = live, answer
        self._taken: dict[str, list[str]] = {}
        self._before: tuple[str, ...] = ()
        self.choice = Choice("", self)
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(16)
        self.take_button = Button("", self.take, self, icon="situation")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.choice, 1)
        row.addWidget(self.take_button)

    def begin(self, uses: tuple[str, ...]) -> None:
        """Begin with another question; `uses` are the names its standing answer was written from."""
        self._before = uses
        self._taken = {}

    def refresh(self) -> None:
        """Offer what the sheet says now."""
        found = sentences_of(self._live.incident.sheet, self._live)
        self.choice.fill((f"{name}\n{text}", shorten(text, LONGEST, placeholder=" …")) for name, text in found)
        self.setVisible(bool(found))

    def take(self) -> None:
        """Add the chosen sentence to the answer."""
        name, _line, text = self.choice.key.partition("\n")
        if text:
            self._answer.add(text)
            self._taken.setdefault(name, []).append(text)
            self._answer.setFocus()

    def uses(self, answer: str) -> tuple[str, ...]:
        """Return the names of what the answer was written from: before, and what was taken and still stands there."""
        taken = (name for name, texts in self._taken.items() if any(text in answer for text in texts))
        return tuple(dict.fromkeys((*self._before, *taken)))

    def retranslate(self) -> None:
        """Set every word."""
        self.choice.setAccessibleName(_("Mening ur läget"))
        self.take_button.say(_("Infoga"))


def sentences_of(sheet: Sheet, live: Live) -> list[tuple[str, str]]:
    """Return what the sheet says openly, each with its name: next word, advice, what we do, confirmed facts."""
    found = []
    if sheet.next_update is not None:
        # Goes into an answer to people, so it is Swedish in every language of the interface.
        found.append(("next_update", f"Nästa besked kommer {moment(sheet.next_update, live.now())}."))
    found += [("advice", text) for text in sheet.advice]
    found += [("our_actions", text) for text in sheet.our_actions]
    found += [(f"facts.{fact.id}", fact.text) for fact in sheet.public_facts()]
    return found
