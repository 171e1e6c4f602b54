"""The line where an item gets a reason, another role or a note (punktens rad): Enter saves, Esc goes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.todo import Todo
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice, Field, text_field

SKIP, GIVE, NOTE = "skip", "give", "note"


class ItemForm(QFrame):
    """Hidden until an item needs words. `saved` brings the act, the item and what was written or chosen."""

    saved = Signal(str, object, str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._act = ""
        self._item: Todo | None = None
        self.text = text_field("", self)
        self.role = Choice("", self)
        self._text_field = Field("", self.text, self)
        self._role_field = Field("", self.role, self)
        self.save = Button("", self.press, self, "primary")
        self.cancel = Button("", self.leave, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.XS, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._text_field, 1)
        row.addWidget(self._role_field, 1)
        for button in (self.save, self.cancel):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.hide()

    @property
    def item(self) -> Todo | None:
        """Return the item it is about, or None while it is hidden."""
        return self._item

    def ask(self, act: str, item: Todo, plan: Plan) -> None:
        """Ask for what an act needs, about an item."""
        if self._item is None or (self._act, self._item.item.id) != (act, item.item.id):
            self.text.clear()
        self._act, self._item = act, item
        words = {
            SKIP: _("Varför är punkten inte aktuell?"),
            GIVE: _("Vilken roll tar över?"),
            NOTE: _("Anteckning"),
        }[act]
        field = self._role_field if act == GIVE else self._text_field
        for one in (self._text_field, self._role_field):
            one.clear_fault()
            one.setVisible(one is field)
        field.say(words, _(item.item.text))
        self.role.fill(((role.id, f"{role.name} ({role.id})") for role in plan.roles), item.role)
        self.save.say({SKIP: _("Ej aktuell"), GIVE: _("Lämna över"), NOTE: _("Spara anteckning")}[act])
        self.cancel.say(_("Avbryt"))
        self.show()
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self) -> None:
        """Hand over what was written; the form stays until `leave` is called."""
        if self._item is not None:
            self.saved.emit(self._act, self._item, self.role.key if self._act == GIVE else self.text.text())

    def leave(self) -> None:
        """Hide, and let the focus go back."""
        self._item = None
        self.text.clear()
        self.hide()
        self.left.emit()

    def refuse(self, sentence: str) -> None:
        """Say beneath the field why not; what was written stays."""
        (self._role_field if self._act == GIVE else self._text_field).refuse(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Enter, leave by Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
