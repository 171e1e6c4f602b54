"""The form of a contact (kontaktformulär): every field, what is wrong beside each, and nothing typed is lost."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from krisapp.domain.contacts import contact_values
from krisapp.domain.contacts.contact_values import TEXTS
from krisapp.domain.plan_rows import Person
from krisapp.domain.words import _
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, Tick, tab_order, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import editor

_ORDER = (
    ("name", 0, 0, 2),
    ("function", 1, 0, 1),
    ("organisation", 1, 1, 1),
    ("mobile", 2, 0, 1),
    ("phone", 2, 1, 1),
    ("rakel", 3, 0, 1),
    ("email", 3, 1, 1),
    ("protected", 4, 0, 1),
    ("address", 4, 1, 1),
    ("private", 5, 0, 2),
    ("minutes_away", 6, 0, 1),
    ("languages", 6, 1, 1),
    ("groups", 7, 0, 1),
    ("checked", 7, 1, 1),
    ("note", 8, 0, 2),
)
"""Each field with its row, column and width."""

_TWO_COLUMNS = 600
"""The width of the screen at text size 100 % below which the fields stand in one column."""


class PersonDialog(Dialog):
    """Adds a contact, or changes one. `save` settles it in the plan and tells whether that was done."""

    def __init__(
        self, live: Live, person: Person | None, save: Callable[[QWidget, Person], bool], parent: QWidget
    ) -> None:
        super().__init__(_("Ändra kontakt") if person else _("Ny kontakt"), parent, _("Spara"))
        self._live, self._save = live, save
        self._before = person or Person(id="", name="")
        self.note = editor("", self)
        self.note.setFixedHeight(current().px(64))
        self.protected = Tick(_("Skyddad identitet"), self)
        self.protected.setChecked(self._before.protected)
        own = QWidget(self)
        words = {"mobile": _("Mobilnumret"), "phone": _("Telefonnumret"), "email": _("E-posten")}
        self.private = {name: Tick(words[name], own) for name in contact_values.PRIVATE}
        row = Flow(own)
        row.setContentsMargins(0, 0, 0, 0)
        for name, tick in self.private.items():
            tick.setChecked(name in self._before.private)
            row.addWidget(tick)
        others = {"note": self.note, "protected": self.protected, "private": own}
        self.controls: dict[str, QWidget] = {
            name: text_field("", self) for name, *_place in _ORDER if name not in others
        }
        self.controls |= others
        self.fields = self._make_fields()
        self._fill()
        self._lay_out()
        # Qt itself would make no window higher than two thirds of the screen.
        self.resize(self.sizeHint())
        self.controls["name"].setFocus()

    def _make_fields(self) -> dict[str, Field]:
        words = {
            "name": (_("Namn"), ""),
            "function": (_("Funktion"), ""),
            "organisation": (_("Organisation"), ""),
            "mobile": (_("Mobil"), ""),
            "phone": (_("Telefon"), ""),
            "rakel": (_("Rakel"), ""),
            "email": (_("E-post"), ""),
            "address": (_("Adress"), _("Sparas aldrig för den som har skyddad identitet.")),
            "minutes_away": (_("Inställelsetid i minuter"), ""),
            "languages": (_("Språk"), ""),
            "groups": (_("Grupper"), _("Med komma emellan: stab, TiB, E4")),
            "checked": (_("Senast kontrollerad"), _("Som 2026-11-24")),
            "note": (_("Anteckning"), ""),
            "protected": (_("Sekretess"), ""),
            "private": (_("Privata uppgifter"), _("Exporteras bara när någon anger ett skäl.")),
        }
        return {name: Field(text, self.controls[name], self, help) for name, (text, help) in words.items()}

    def _fill(self) -> None:
        for name, text in contact_values.typed_of(self._before).items():
            control = self.controls[name]
            if isinstance(control, QLineEdit):
                control.setText(text)
                control.setCursorPosition(0)
            elif isinstance(control, QPlainTextEdit):
                control.setPlainText(text)
        # The group's own word is heard from the label; the box says what is ticked.
        self.protected.say(_("Skyddad identitet"))

    def _lay_out(self) -> None:
        self._inside = QWidget(self)
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, Space.S, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        one_column = self.screen().availableSize().width() < current().px(_TWO_COLUMNS)
        for at, (name, row, column, wide) in enumerate(_ORDER):
            place = (at, 0, 1, 1) if one_column else (row, column, 1, wide)
            grid.addWidget(self.fields[name], *place, Qt.AlignmentFlag.AlignTop)
        for column in range(1 if one_column else 2):
            grid.setColumnStretch(column, 1)
        self.body.addWidget(scrolled(self._inside, self), 1)
        ticks = list(self.private.values())
        stops = [stop for name, *_place in _ORDER for stop in (ticks if name == "private" else [self.controls[name]])]
        tab_order([*stops, self.cancel, self.confirm])

    def sizeHint(self) -> QSize:
        """Return room for every field, but never more than the screen has."""
        theme, room = current(), self.screen().availableSize()
        high = self._inside.sizeHint().height() + theme.px(160)
        return QSize(min(theme.px(680), room.width() - 40), min(high, room.height() - 60))

    def typed(self) -> dict[str, str]:
        """Return what stands in the form."""
        typed = {name: self.controls[name] for name in (*TEXTS, "minutes_away", "groups", "checked")}
        return {
            name: control.text() if isinstance(control, QLineEdit) else self.note.toPlainText()
            for name, control in typed.items()
        }

    def press(self) -> None:
        """Save, or say beside each field what is wrong with it and go to the first."""
        self.banner.hide()
        for field in self.fields.values():
            field.clear_fault()
        protected, typed = self.protected.isChecked(), self.typed()
        today = self._live.now().date()
        faults = list(contact_values.faults(typed, protected=protected, today=today))
        for name, sentence in reversed(faults):
            self.fields[name].refuse(_(sentence))
        if faults:
            return
        taken = {person.id for person in self._live.workplace.plan.people}
        id = self._before.id or contact_values.free_id(typed["name"], taken)
        private = [name for name, tick in self.private.items() if tick.isChecked()]
        person = contact_values.person_of(typed, id, protected=protected, private=private)
        if person == self._before or self._save(self, person):
            self.accept()
