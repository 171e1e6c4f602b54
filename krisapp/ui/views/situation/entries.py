"""Lists of things with several parts (här får du hjälp, öppet och stängt, trafik, det gör andra), one entry each."""

from typing import Any

import msgspec
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from krisapp.domain.sheet import Help, OthersAction, Service, Traffic
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.situation.control import Control
from krisapp.ui.widgets.fields import tab_order, text_field
from krisapp.ui.widgets.plain import Label, label

Names = tuple[tuple[str, str], ...]

KINDS: dict[str, tuple[type[msgspec.Struct], Names]] = {
    "help": (
        Help,
        (
            ("what", N_("Vad")),
            ("where", N_("Var")),
            ("when", N_("När")),
            ("bring", N_("Ta med")),
            ("offers", N_("Finns där")),
            ("note", N_("Övrigt")),
        ),
    ),
    "services": (
        Service,
        (("what", N_("Vad")), ("status", N_("Läge")), ("note", N_("Övrigt")), ("replacement", N_("I stället"))),
    ),
    "traffic": (
        Traffic,
        (("what", N_("Väg, linje")), ("status", N_("Läge")), ("diversion", N_("Omledning")), ("until", N_("Till"))),
    ),
    "others_actions": (OthersAction, (("actor", N_("Vem")), ("action", N_("Gör vad")))),
}
"""What an entry of each list is, and its parts by attribute and name."""

SIDE_BY_SIDE = 2


class _Entry(QFrame):
    """One entry: its parts in two columns."""

    def __init__(self, names: Names, parent: "Entries") -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self._names = names
        self.fields: dict[str, QLineEdit] = {}
        self._labels: dict[str, Label] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        for at, (attribute, _word) in enumerate(names):
            row, column = divmod(at, SIDE_BY_SIDE)
            field = self.fields[attribute] = text_field("", self)
            self._labels[attribute] = label("", self, "quiet")
            self._labels[attribute].setBuddy(field)
            grid.addWidget(self._labels[attribute], row, column * 2)
            grid.addWidget(field, row, column * 2 + 1)
            grid.setColumnStretch(column * 2 + 1, 1)
            field.returnPressed.connect(parent.entered)
            field.textEdited.connect(parent.grow)

    def texts(self) -> dict[str, str]:
        """Return what stands in each part."""
        return {attribute: field.text().strip() for attribute, field in self.fields.items()}

    def show_entry(self, entry: msgspec.Struct | None) -> None:
        """Show an entry, or the empty one for the next."""
        for attribute, field in self.fields.items():
            text = str(getattr(entry, attribute)) if entry is not None else ""
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)

    def entitle(self, name: str) -> None:
        """Set the words of the parts; `name` says which entry it is."""
        for attribute, word in self._names:
            self._labels[attribute].setText(_(word))
            self.fields[attribute].setAccessibleName(f"{name}, {_(word)}")


class Entries(Control):
    """Entries one under the other, with an empty one last; one that is emptied is left out."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind, self._names = KINDS[key]
        self._name = ""
        self.entries: list[_Entry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._make(1)

    def value(self) -> tuple[Any, ...]:
        """Return the entries that say something."""
        texts = [entry.texts() for entry in self.entries]
        return tuple(self._kind(**one) for one in texts if any(one.values()))

    def entitle(self, name: str, hint: str) -> None:
        """Set the spoken names."""
        self._name = name
        self.setAccessibleDescription(hint)
        for number, entry in enumerate(self.entries, 1):
            entry.entitle(f"{name} {number}")

    def grow(self, _text: str = "") -> None:
        """Keep an empty entry last."""
        if any(self.entries[-1].texts().values()):
            self._make(len(self.entries) + 1)

    def _fill(self, value: Any) -> None:
        if tuple(value) == self.value() and len(self.entries) == len(value) + 1:
            return
        self._make(len(value) + 1)
        for at, entry in enumerate(self.entries):
            entry.show_entry(value[at] if at < len(value) else None)

    def _make(self, count: int) -> None:
        while len(self.entries) > count:
            gone = self.entries.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        while len(self.entries) < count:
            entry = _Entry(self._names, self)
            self.entries.append(entry)
            self._column.addWidget(entry)
            entry.entitle(f"{self._name} {len(self.entries)}")
        tab_order(field for entry in self.entries for field in entry.fields.values())
        self.leads_to(self.entries[0].fields[self._names[0][0]])
