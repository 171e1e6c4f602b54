"""Two values of one thing (två uppgifter): both are shown with person, console and time, and a person chooses."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from krisapp.domain.events import Stamp
from krisapp.domain.facts import STATUS_NAMES, Fact
from krisapp.domain.messages import Draft
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.plain import label

Claims = Sequence[tuple[Any, Stamp]]


def in_words(value: Any) -> str:
    """Return a value of the sheet as one line."""
    if isinstance(value, Fact):
        return _("{status}: {text}").format(status=_(STATUS_NAMES[value.status]), text=value.text)
    if isinstance(value, Draft):
        return value.source
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, datetime):
        return _("{date} kl. {time}").format(date=f"{value:%Y-%m-%d}", time=at(value))
    if isinstance(value, tuple | list):
        return "; ".join(in_words(one) for one in value) or "–"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {text}" for key, text in value.items()) or "–"
    if isinstance(value, msgspec.Struct):
        return ", ".join(str(text) for text in msgspec.structs.astuple(value) if text) or "–"
    return str(value) if value not in (None, "") else "–"


class Conflict(QFrame):
    """Shows claims side by side, no winner; `chose` gives the value a person has chosen."""

    chose = Signal(object)

    def __init__(self, name_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self._name_of = name_of
        self._claims: list[tuple[Any, Stamp]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        self._grid.setColumnStretch(0, 1)
        self.buttons: list[Button] = []
        self.hide()

    def show_claims(self, claims: Claims) -> None:
        """Show two or more standing values; of one, nothing."""
        if list(claims) == self._claims:
            return
        self._claims = list(claims)
        while (item := self._grid.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.deleteLater()
        self.buttons = []
        if len(claims) > 1:
            self._grid.addWidget(
                label(_("Två uppgifter står mot varandra. Välj den som gäller."), self, "fault"), 0, 0, 1, 2
            )
            for row, (value, stamp) in enumerate(claims, 1):
                words = _("{value}  ({who}, konsol {console}, kl. {time})").format(
                    value=in_words(value), who=self._name_of(stamp.person), console=stamp.stream[:4], time=at(stamp.at)
                )
                button = Button(_("Välj den här"), self._choose, self)
                button.setProperty("claim", row - 1)
                self.buttons.append(button)
                self._grid.addWidget(label(words, self, wrap=True), row, 0)
                self._grid.addWidget(button, row, 1)
        self.setVisible(len(claims) > 1)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chose.emit(self._claims[int(button.property("claim"))][0])
