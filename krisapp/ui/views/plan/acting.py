"""What the keys of the plan do (tangenterna): the same key adds, changes, moves and removes, whatever is shown."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from krisapp.domain.planning.plan_form_rows import FORMS, KRISKOMMUNIKATION, KRISLEDNING
from krisapp.domain.planning.plan_forms import Form
from krisapp.domain.words import N_, _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.views.plan.page.sections import Thing
from krisapp.ui.views.plan.table.matrix_table import ChannelRow
from krisapp.ui.views.plan.table.row_acts import RowActs

if TYPE_CHECKING:
    from krisapp.ui.views.open_export import PlanExport
    from krisapp.ui.views.plan.view import PlanView

DOCUMENTS = (KRISLEDNING, KRISKOMMUNIKATION)


class Acting(QObject):
    """Sends each key to the checklist, the rows, the matrix or the screen of its own that is shown."""

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._view = view
        self.rows = RowActs(view.live, view.changes, view, view.go_to)
        edits = (
            (N_("Nytt i planen"), "Ins", self.add),
            (N_("Ändra i planen"), "F4", self.change),
            (N_("Flytta uppåt"), "Alt+Up", self.move_up),
            (N_("Flytta nedåt"), "Alt+Down", self.move_down),
            (N_("Ta bort"), "Del", self.remove),
            (N_("Exportera planens tabeller …"), "Ctrl+E", self.export),
            (N_("Brevmall för Word …"), "Ctrl+B", self.choose_letterhead),
            (N_("Skriv ut pärmen: hela planen"), "Ctrl+P", self.print),
            (N_("Skriv ut den valda checklistan, eller ringkedjan"), "Ctrl+Shift+P", self.print_part),
        )
        self._export: PlanExport | None = None
        self._acts: dict[str, QAction] = {key: view.command(name, key, slot) for name, key, slot in edits}
        tools = view.row_tools
        for signal, slot in (
            (tools.added, self.add),
            (tools.changed, self.change),
            (tools.raised, self.move_up),
            (tools.lowered, self.move_down),
            (tools.removed, self.remove),
        ):
            signal.connect(slot)
        view.matrix.changed.connect(self.change)
        view.matrix.opened.connect(self.go_channel)
        view.checklist.role_wanted.connect(self.go_role)

    @property
    def form(self) -> Form | None:
        """Return the form of the section whose rows are listed, or None."""
        view = self._view
        if view.searching or view.old.plan is not None:
            return None
        key = view.section.key
        return FORMS.get("chapter" if key in DOCUMENTS else key)

    def enable(self) -> None:
        """Let each key work where it does something, and offer the buttons that fit."""
        view, form = self._view, self.form
        in_list = view.editing_points
        chosen = isinstance(view.things.current, Thing)
        in_rows = form is not None and view.showing_panes
        view.row_tools.show_form(form, chosen=chosen)
        moves = in_list or (in_rows and form is not None and not form.closed)
        self._acts["Ins"].setEnabled(moves)
        self._acts["F4"].setEnabled(in_list or in_rows or view.showing(view.matrix))
        for key in ("Alt+Up", "Alt+Down"):
            self._acts[key].setEnabled(moves)
        self._acts["Del"].setEnabled(moves or view.showing(view.history) or view.showing(view.delegations))

    def add(self) -> None:
        """Add a point or a row."""
        view, form = self._view, self.form
        if view.editing_points:
            view.checklist.add_item()
        elif form is not None:
            self.rows.add(form, view.section.key if view.section.key in DOCUMENTS else "")

    def change(self) -> None:
        """Change the chosen point or row, or the row of the matrix."""
        view, form = self._view, self.form
        if view.editing_points:
            view.checklist.change_item()
        elif view.showing(view.matrix) and view.old.plan is None:
            self._change_needs()
        elif form is not None and isinstance(view.things.current, Thing):
            self.rows.change(form, view.things.current.id)

    def move_up(self) -> None:
        """Move the chosen point or row up."""
        if self._view.editing_points:
            self._view.checklist.move_up()
        else:
            self._move(-1)

    def move_down(self) -> None:
        """Move the chosen point or row down."""
        if self._view.editing_points:
            self._view.checklist.move_down()
        else:
            self._move(1)

    def remove(self) -> None:
        """Take the chosen point, row or line away, or take the chosen edit back."""
        view, form = self._view, self.form
        if view.showing(view.history):
            view.history.undo_chosen()
        elif view.showing(view.delegations):
            view.delegations.remove_chosen()
        elif view.editing_points:
            view.checklist.remove_item()
        elif form is not None and isinstance(view.things.current, Thing):
            self.rows.remove(form, view.things.current.id)

    def print(self) -> None:
        """Show the binder, the whole plan, to be printed or saved."""
        from krisapp.documents.binder import binder_paper  # here: no screen waits for what few print

        view = self._view
        show_paper(view, lambda: binder_paper(view.plan, view.live.now()))

    def print_part(self) -> None:
        """Show the chosen checklist to be printed or saved, or the call tree when none is chosen."""
        from krisapp.documents.call_tree import call_tree  # here: as above
        from krisapp.documents.checklist_paper import checklist_paper

        view, now = self._view, self._view.live.now()
        thing = view.things.current if view.showing_panes else None
        chosen = view.plan.checklist(thing.id) if isinstance(thing, Thing) and thing.kind == "checklist" else None
        show_paper(view, lambda: checklist_paper(view.plan, chosen, now) if chosen else call_tree(view.plan, now))

    def choose_letterhead(self) -> None:
        """Show which letterhead Word files stand on, and how to make one's own."""
        from krisapp.ui.views.plan.page.letterhead_dialog import LetterheadDialog  # here: Word's format is large

        dialog = LetterheadDialog(self._view.live, self._view)
        dialog.run()
        dialog.deleteLater()

    def export(self) -> None:
        """Save the plan's tables in an open format."""
        from krisapp.ui.views.open_export import PlanExport  # only for one who exports

        self._export = self._export or PlanExport(self._view.live, self._view)
        self._export.ask()

    def go_role(self, role: str) -> None:
        """Go to the role that a point names."""
        self._view.go_to("role", role)

    def go_channel(self, channel: str) -> None:
        """Go to the channel of a row of the matrix."""
        self._view.go_to("channel", channel)

    def _change_needs(self) -> None:
        """Change what the chosen channel is for each audience."""
        view, row = self._view, self._view.matrix.table.current
        if isinstance(row, ChannelRow):
            from krisapp.ui.views.plan.table.needs_dialog import NeedsDialog  # only for one who edits

            save = partial(self._save_needs, row.channel.id)
            dialog = NeedsDialog(view.live.workplace.plan, row.channel, save, view)
            dialog.run()
            dialog.deleteLater()

    def _save_needs(self, channel: str, near: QWidget, needs: dict[str, tuple[str, str]]) -> bool:
        return self._view.changes.change(near, _("Sparat i planen."), partial(_needed, channel=channel, needs=needs))

    def _move(self, step: int) -> None:
        form = self.form
        if form is not None and isinstance(self._view.things.current, Thing):
            self.rows.move(form, self._view.things.current.id, step)


def _needed(editing: PlanEditing, *, channel: str, needs: dict[str, tuple[str, str]]) -> Edit:
    return editing.save_needs(channel, needs)
