"""Fields where one chooses (val): one of a few words, or one for each of several things; a choice is saved at once."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.situation.control import Control
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.plain import label

SIDE_BY_SIDE = 2


class OneChoice(Control):
    """One of a few words; empty means that nobody has judged."""

    def __init__(self, parent: QWidget, words: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._words = words
        self.field = Choice("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.leads_to(self.field)
        self.field.chose.connect(self._chose)

    def value(self) -> Any:
        """Return the key of the word."""
        return self.field.key

    def entitle(self, name: str, hint: str) -> None:
        """Set the spoken name and the words."""
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(hint)
        fill(self.field, self._words)

    def _fill(self, value: Any) -> None:
        fill(self.field, self._words)
        self.field.choose(str(value or ""))

    def _chose(self, _key: str) -> None:
        self.entered.emit()


class Choices(Control):
    """A choice for each of several things, side by side; what nobody has judged is left out."""

    def __init__(self, parent: QWidget, things: Mapping[str, str], words: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._things, self._words = things, words
        self._others: dict[str, str] = {}
        self.fields: dict[str, Choice] = {}
        self._labels = {key: label("", self, "quiet") for key in things}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        for at, key in enumerate(things):
            row, column = divmod(at, SIDE_BY_SIDE)
            field = self.fields[key] = Choice("", self)
            self._labels[key].setBuddy(field)
            grid.addWidget(self._labels[key], row, column * 2)
            grid.addWidget(field, row, column * 2 + 1)
            grid.setColumnStretch(column * 2 + 1, 1)
            field.chose.connect(self._chose)
        self.leads_to(next(iter(self.fields.values())))

    def value(self) -> Any:
        """Return the key of the word for each thing somebody has judged, and what this program does not know."""
        chosen = {key: field.key for key, field in self.fields.items() if field.key}
        return self._others | chosen

    def entitle(self, name: str, hint: str) -> None:
        """Set the spoken names: the field's and the thing's."""
        for key, thing in self._things.items():
            self._labels[key].setText(_(thing))
            self.fields[key].setAccessibleName(f"{name}, {_(thing)}")
            self.fields[key].setAccessibleDescription(hint)
            fill(self.fields[key], self._words)

    def _fill(self, value: Any) -> None:
        known = dict(value or {})
        self._others = {key: word for key, word in known.items() if key not in self.fields}
        for key, field in self.fields.items():
            fill(field, self._words)
            field.choose(known.get(key, ""))

    def _chose(self, _key: str) -> None:
        self.entered.emit()


def fill(field: Choice, words: Mapping[str, str]) -> None:
    """Offer the words, and none."""
    field.fill([("", "–"), *((key, _(word)) for key, word in words.items())])
