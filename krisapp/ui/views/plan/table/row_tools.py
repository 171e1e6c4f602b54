"""The buttons above the rows of a table in the plan (radverktyg): new, change, move, remove, each with its key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.planning.plan_forms import Form
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import tooltip


class RowTools(QWidget):
    """Says what one can do with the rows that are listed; a table whose rows the policy fixes is only changed."""

    added = Signal()
    changed = Signal()
    raised = Signal()
    lowered = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.add = Button("", self.added.emit, self, icon="plus")
        self.change = Button("", self.changed.emit, self, icon="pencil")
        self.up = Button("", self.raised.emit, self, "bare")
        self.down = Button("", self.lowered.emit, self, "bare")
        self.remove = Button("", self.removed.emit, self, "bare")
        row = Flow(self)
        row.addWidget(_together(self, self.add, self.change))
        row.addWidget(_together(self, self.up, self.down, self.remove))

    def show_form(self, form: Form | None, *, chosen: bool) -> None:
        """Offer what fits a table; without a form the tools are hidden."""
        self.setVisible(form is not None)
        if form is None:
            return
        self.add.setVisible(not form.closed)
        for button in (self.up, self.down, self.remove):
            button.setVisible(not form.closed)
            button.setEnabled(chosen)
        self.change.setEnabled(chosen)
        self.add.say(_("{new} …").format(new=_(form.new)) if form.new else "")

    def retranslate(self) -> None:
        """Set every word."""
        self.change.say(_("Ändra …"))
        self.up.say(_("Upp"))
        self.down.say(_("Ned"))
        self.remove.say(_("Ta bort"))
        for button, key in (
            (self.add, "Ins"),
            (self.change, "F4"),
            (self.up, _("Alt+pil upp")),
            (self.down, _("Alt+pil ned")),
            (self.remove, "Delete"),
        ):
            tooltip(button, key)


def _together(parent: QWidget, *buttons: Button) -> QWidget:
    """Keep buttons on one row when the others go on to the next."""
    group = QWidget(parent)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S)
    for button in buttons:
        row.addWidget(button)
    return group
