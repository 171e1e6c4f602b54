"""One field of the sheet on the screen: label, whether a text must have it, who uses it, and the control."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from krisapp.domain.fields import MUST, SHOULD, Field
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.situation.conflict import Conflict
from krisapp.ui.views.situation.controls import control_for
from krisapp.ui.views.situation.groups import is_filled
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.compound import Compound
from krisapp.ui.widgets.plain import label, tooltip

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class FieldLine(Compound):
    """Shows a field and hears when it is to be saved: `save` gives its key, `users` asks for the texts that use it."""

    save = Signal(str)
    users = Signal(str)
    chose = Signal(str, object)

    def __init__(self, field: Field, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self.field, self._live = field, live
        self._name = label("", self, "strong", wrap=True)
        self._need = label("", self, "quiet")
        self._uses = Button("", self._ask_users, self, "bare")
        # Not a stop for Tab: it would double the way through the sheet. By key it is a command of the screen.
        self._uses.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.control = control_for(field, live, self)
        self.conflict = Conflict(self._name_of, self)
        self._fault = label("", self, "fault", wrap=True)
        self._fault.hide()
        self._name.setBuddy(self.control)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._name, 1)
        head.addWidget(self._need)
        head.addWidget(self._uses)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.XS)
        column.setSpacing(0)
        column.addLayout(head)
        for part in (self.control, self._fault, self.conflict):
            column.addWidget(part)
        self.leads_to(self.control)
        self.control.entered.connect(self._save)
        self.conflict.chose.connect(self._choose)

    @property
    def modified(self) -> bool:
        """Return whether something stands here that is not saved."""
        return self.control.modified

    def refresh(self, users: int) -> None:
        """Show the field as the desk holds it; what is being typed stays."""
        if not self._live.has_incident:
            return
        sheet = self._live.incident.sheet
        register = self._live.incident.register(self.field.key)
        if not self.modified:
            self.control.show_value(getattr(sheet, self.field.key))
            self.clear_fault()
        self.conflict.show_claims(register.claims)
        needs = {MUST: _("krävs i första texten"), SHOULD: ""}
        empty = not is_filled(sheet, self.field.key)
        self._need.setText(needs.get(self.field.first, "") if empty else "")
        words = ngettext("används i {count} text", "används i {count} texter", users).format(count=users)
        self._uses.say(words)
        self._uses.setVisible(bool(users))

    def take(self) -> None:
        """Show what the desk holds, even over what is typed: it has just been saved."""
        self.control.show_value(getattr(self._live.incident.sheet, self.field.key))

    def refuse(self, sentence: str) -> None:
        """Say beneath the control why it was not saved; what is typed stays."""
        self._fault.setText(sentence)
        self._fault.show()

    def clear_fault(self) -> None:
        """Take the reason away."""
        self._fault.hide()

    def retranslate(self) -> None:
        """Set every word."""
        name, hint = _(self.field.label), _(self.field.hint)
        self._name.setText(name)
        self.control.entitle(name, hint)
        tooltip(self._name, hint)

    def show_in(self, area: QScrollArea) -> None:
        """Scroll so that the field is seen."""
        content = area.widget()
        if content is not None:
            top = self.mapTo(content, QRect(0, 0, 1, 1).topLeft()).y()
            area.verticalScrollBar().setValue(max(0, top - Space.L))

    def value(self) -> object:
        """Return what stands in the control. Raises `Refused`."""
        return self.control.value()

    def _name_of(self, person: str) -> str:
        return self._live.incident.name_of(person)

    def _save(self) -> None:
        self.save.emit(self.field.key)

    def _choose(self, value: object) -> None:
        self.chose.emit(self.field.key, value)

    def _ask_users(self) -> None:
        self.users.emit(self.field.key)
