"""One contact to read (kontaktkort): numbers first, then when it was checked, roles, and the rest."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.contacts.freshness import checked_mark
from krisapp.ui.views.contacts.listing import Held, PersonRow, numbers, rank_words
from krisapp.ui.views.contacts.number_rows import NumberRows
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip

FIELDS = {
    "email": N_("E-post"),
    "address": N_("Adress"),
    "minutes_away": N_("Inställelsetid"),
    "languages": N_("Språk"),
    "groups": N_("Grupper"),
    "note": N_("Anteckning"),
}


class PersonPane(Card):
    """Shows one contact. `role_pressed` brings the code of a role somebody wants to see."""

    role_pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        inside = QWidget(self)
        self.name = label("", inside, "title", wrap=True)
        self._function = label("", inside, wrap=True)
        self._protected = Chip(Mark("", Tone.INFO, Shape.SQUARE), inside)
        self.numbers = NumberRows(inside)
        self.checked = Chip(Mark("", Tone.NEUTRAL, Shape.DASH), inside)
        self._checked_on = label("", inside, "quiet")
        self._roles = QVBoxLayout()
        self._roles.setSpacing(Space.XS)
        self._role_rows: list[_RoleRow] = []
        self._values = {name: (label("", inside, "caption"), label("", inside, wrap=True)) for name in FIELDS}
        self.acts = Flow()
        self._lay_out(inside)
        self._inside = inside

    def _lay_out(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self.name, self._function, self._protected, self.numbers):
            column.addWidget(part)
        row = Flow()
        row.addWidget(self.checked)
        row.addWidget(self._checked_on)
        column.addLayout(row)
        column.addLayout(self.acts)
        column.addLayout(self._roles)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for at, (caption, value) in enumerate(self._values.values()):
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(caption, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self.body.addWidget(inside, 1)

    def show_row(self, row: PersonRow | None, today: date) -> None:
        """Show a contact, or nothing when none is chosen."""
        self._inside.setVisible(row is not None)
        if row is None:
            return
        person = row.person
        self.name.setText(person.name)
        where = (person.function, person.organisation)
        self._function.setText(", ".join(word for word in where if word))
        self._function.setVisible(any(where))
        self._protected.show_mark(Mark(_("skyddad identitet"), Tone.INFO, Shape.SQUARE))
        self._protected.setVisible(person.protected)
        self.numbers.show_numbers(person.name, numbers(person))
        self.checked.show_mark(checked_mark(person.checked, today))
        self._checked_on.setText(person.checked)
        values = {
            "email": person.email,
            # A protected identity has no address; whatever an older file holds is not shown.
            "address": _("Sparas inte") if person.protected else person.address,
            "minutes_away": _minutes(person.minutes_away),
            "languages": person.languages,
            "groups": ", ".join(person.groups),
            "note": person.note,
        }
        for name, (caption, value) in self._values.items():
            caption.setText(_(FIELDS[name]))
            value.setText(values[name])
            caption.setVisible(bool(values[name]))
            value.setVisible(bool(values[name]))
        self._show_roles(row.held)

    def _show_roles(self, held: tuple[Held, ...]) -> None:
        if held != tuple(row.held for row in self._role_rows):
            for row in self._role_rows:
                self._roles.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._role_rows = [_RoleRow(one, self) for one in held]
            for row in self._role_rows:
                self._roles.addWidget(row)
                row.show()
        for row in self._role_rows:
            row.retranslate()


class _RoleRow(QWidget):
    """A role somebody holds: its code leads to everyone who holds it."""

    def __init__(self, held: Held, pane: PersonPane) -> None:
        super().__init__(pane)
        self.held, self._pane = held, pane
        self.button = Button(held.role.id, self._press, self, icon="people")
        self._words = label("", self, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.button)
        row.addWidget(self._words, 1)

    def retranslate(self) -> None:
        """Set every word."""
        words = _("{name}, {rank}").format(name=self.held.role.name, rank=rank_words(self.held.rank))
        self._words.setText(words)
        self.button.setAccessibleName(_("Visa rollen {name}").format(name=f"{self.held.role.id}, {words}"))
        tooltip(self.button, _("Visa vilka mer som har rollen"))

    def _press(self) -> None:
        self._pane.role_pressed.emit(self.held.role.id)


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else _("{minutes} minuter").format(minutes=minutes)
