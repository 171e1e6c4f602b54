"""The form of a row of the plan (formulär): made of the description of its table, so that all are edited alike."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_forms import Form, label_of, unfilled, values_of
from krisapp.domain.words import Refused, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.plan.table.row_controls import Filled, control
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field
from krisapp.ui.widgets.page import scrolled

Save = Callable[[QWidget, dict[str, Any]], bool]


class RowForm(Dialog):
    """Adds a row or changes one. `save` settles the values in the plan and tells whether that was done."""

    def __init__(self, plan: Plan, form: Form, row: Any, save: Save, parent: QWidget) -> None:
        new = not getattr(row, "id", "settings")
        name = _(form.one) if form.table in ("setting", "profile") else "" if new else label_of(row)
        super().__init__(_(form.new) if new else _("Ändra: {name}").format(name=name), parent, _("Spara"))
        self._form, self._save = form, save
        self._before = values_of(plan, form, row)
        self.controls: dict[str, Filled] = {}
        self.fields: dict[str, Field] = {}
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        for field in form.fields:
            # The code of a row is what others refer to, and is written once.
            if field.shown and (new or field.name != "id"):
                made = control(field, self._before[field.name], plan, self._inside)
                around = Field(_(field.label), made.widget, self._inside, _(field.help) if field.help else "")
                self.controls[field.name], self.fields[field.name] = made, around
                column.addWidget(around)
        column.addStretch(1)
        self.body.addWidget(scrolled(self._inside, self), 1)
        self.resize(self.sizeHint())
        next(iter(self.fields.values())).setFocus()

    def sizeHint(self) -> QSize:
        """Return room for every field, but never more than the screen has."""
        theme, room = current(), self.screen().availableSize()
        high = self._inside.sizeHint().height() + theme.px(150)
        return QSize(min(theme.px(640), room.width() - 40), min(high, room.height() - 60))

    def press(self) -> None:
        """Save, or say beside each field what is wrong with it; what was typed stays."""
        self.banner.hide()
        values = self._read()
        if values is None:
            return
        if values == self._before or self._save(self, values):
            self.accept()

    def _typed(self) -> bool:
        """Return whether anything is other than it was, a choice or a tick as well as a text."""
        try:
            return any(made.read() != self._before[name] for name, made in self.controls.items())
        except Refused:
            return True

    def _read(self) -> dict[str, Any] | None:
        """Return what is filled in, or None when something was refused beside its field."""
        values, faults = dict(self._before), {}
        for name, made in self.controls.items():
            self.fields[name].clear_fault()
            try:
                values[name] = made.read()
            except Refused as no:
                faults[name] = str(no)
        faults |= {name: said for name, said in unfilled(self._form, values) if name in self.fields}
        for name in reversed([name for name in self.fields if name in faults]):
            self.fields[name].refuse(faults[name])
        return None if faults else values
