"""Fields of several parts (sammansatta fält): numbers with unit, correction, contacts, rows of a table."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QWidget,
)

from krisapp.domain.sheet import Affected, Correction, Spokesperson
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.situation.control import Control
from krisapp.ui.widgets.fields import tab_order, text_field
from krisapp.ui.widgets.plain import Label, label

Names = tuple[tuple[str, str], ...]
"""Parts: attribute or key, and its name as marked with `N_`."""

FORMS: dict[str, tuple[type[msgspec.Struct], Names]] = {
    "correction": (
        Correction,
        (("wrong", N_("Fel")), ("right", N_("Rätt")), ("since", N_("Sedan")), ("why", N_("Skäl"))),
    ),
    "spokesperson": (Spokesperson, (("topic", N_("I sakfrågan")), ("municipality", N_("För kommunen")))),
}
CONTACTS: Names = (
    ("public", N_("Allmänheten")),
    ("media", N_("Medier")),
    ("business", N_("Företag")),
    ("relatives", N_("Anhöriga")),
)


class Parts(Control):
    """Several lines, each with its name; `build` makes the value of what stands in them."""

    def __init__(
        self, parent: QWidget, parts: Callable[[], Sequence[tuple[str, str]]], build: Callable[[dict[str, str]], Any]
    ) -> None:
        super().__init__(parent)
        self._parts, self._build = parts, build
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self.fields: dict[str, QLineEdit] = {}
        self._labels: dict[str, Label] = {}
        self._named: list[tuple[str, str]] = []
        self._name = self._hint = ""
        self._lay_out({})

    def value(self) -> Any:
        """Return the value of all lines together. Raises `Refused` when one cannot be read."""
        return self._build({key: field.text().strip() for key, field in self.fields.items()})

    def entitle(self, name: str, hint: str) -> None:
        """Set the spoken names: the field's and the line's."""
        self._name, self._hint = name, hint
        words = dict(self._parts())
        for key, word in self._named:
            self._labels[key].setText(words.get(key, word))
            self.fields[key].setAccessibleName(f"{name}, {words.get(key, word)}")

    def _fill(self, value: Any) -> None:
        texts = _texts(value)
        if set(texts) - set(self.fields):
            self._lay_out(texts)
            self.entitle(self._name, self._hint)
        for key, field in self.fields.items():
            if field.text().strip() != texts.get(key, ""):
                field.setText(texts.get(key, ""))
                field.setCursorPosition(0)

    def _lay_out(self, texts: dict[str, str]) -> None:
        named = list(self._parts())
        named += [(key, key) for key in texts if key not in dict(named)]
        self._named = named
        for row, (key, word) in enumerate(named):
            if key not in self.fields:
                self.fields[key] = text_field(word, self)
                self._labels[key] = label(word, self, "quiet")
                self._labels[key].setBuddy(self.fields[key])
                self._grid.addWidget(self._labels[key], row, 0)
                self._grid.addWidget(self.fields[key], row, 1)
                self.fields[key].returnPressed.connect(self.entered)
        tab_order(self.fields[key] for key, _word in named)
        if named:
            self.leads_to(self.fields[named[0][0]])


def form_of(key: str) -> Callable[[QWidget], Parts]:
    """Return what makes the lines of a struct such as the correction."""
    kind, names = FORMS[key]

    def make(parent: QWidget) -> Parts:
        return Parts(parent, lambda: [(part, _(word)) for part, word in names], lambda texts: kind(**texts))

    return make


def affected(parent: QWidget) -> Parts:
    """Make the lines of how many are affected."""
    names = (("min", N_("Minst")), ("max", N_("Högst")), ("unit", N_("Av vad")))
    return Parts(parent, lambda: [(part, _(word)) for part, word in names], _affected)


def by_key(parts: Callable[[], Sequence[tuple[str, str]]]) -> Callable[[QWidget], Parts]:
    """Return what makes one line for each key, empty ones left out."""
    return lambda parent: Parts(parent, parts, lambda texts: {key: text for key, text in texts.items() if text})


def _affected(texts: dict[str, str]) -> Affected:
    return Affected(min=_count(texts["min"]), max=_count(texts["max"]), unit=texts["unit"] or "personer")


def _count(text: str) -> int | None:
    digits = "".join(text.split())
    if not digits:
        return None
    if not digits.isdecimal():
        raise Refused(N_("Skriv antalet med siffror, till exempel 2 000."))
    return int(digits)


def _texts(value: Any) -> dict[str, str]:
    if isinstance(value, dict):
        return {str(key): str(text) for key, text in value.items()}
    if isinstance(value, msgspec.Struct):
        return {
            name: "" if getattr(value, name) is None else str(getattr(value, name)) for name in value.__struct_fields__
        }
    return {}
