"""A checklist to read and edit (checklista): its head and its points in order; each change is settled and undoable."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.plan_rows import Checklist, Item
from krisapp.domain.words import N_, _
from krisapp.store.plan.plan_editing import PlanEditing, next_item_id
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.plan.checklist.checklist_acts import ChecklistActs, opening_words
from krisapp.ui.views.plan.checklist.item_dialog import ItemDialog
from krisapp.ui.views.plan.checklist.point_list import DraggedRows, PointList
from krisapp.ui.views.plan.page.organisation_pages import due_words
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import Column


class ChecklistEditor(Card):
    """Shows the points of a checklist. `role_wanted` brings the code of the role that owns the list."""

    role_wanted = Signal(str)

    def __init__(self, live: Live, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__("", parent)
        self._live, self._changes = live, changes
        self._id = ""
        self._about = label("", self, "quiet", wrap=True)
        self._name = label("", self, "title", wrap=True)
        self._owner = Button("", self._go_owner, self, icon="people")
        self._words = _ItemWords()
        self.model = DraggedRows(self._words.columns(), _item_key, self)
        self.items = PointList(self.model, "", self)
        self.items.dropped.connect(self._drop)
        self.lists = ChecklistActs(live, changes, lambda: self.checklist, self)
        self.new_list = Button("", self.lists.add, self)
        self.copy_list = Button("", self.lists.copy, self)
        self.change_head = Button("", self.lists.change, self)
        self.remove_list = Button("", self.lists.remove, self)
        self.items.setMinimumHeight(current().px(150))
        self.add = Button("", self.add_item, self, icon="plus")
        self.change = Button("", self.change_item, self)
        self.up = Button("", self.move_up, self)
        self.down = Button("", self.move_down, self)
        self.remove = Button("", self.remove_item, self)
        self._lay_out()
        self.items.chosen.connect(self._show_acts)
        self.items.opened.connect(self._change_row)

    def _lay_out(self) -> None:
        self.body.addWidget(self._name)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._about, 1)
        head.addWidget(self._owner, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(head)
        for buttons in (
            (self.new_list, self.change_head, self.copy_list, self.remove_list),
            (self.add, self.change, self.up, self.down, self.remove),
        ):
            acts = Flow()
            for button in buttons:
                acts.addWidget(button)
            self.body.addLayout(acts)
        self.body.addWidget(self.items, 1)

    def offer(self, command: Callable[[str, str, Callable[[], object]], object]) -> None:
        """Let whole lists be made, copied, changed and removed by keys wherever in the screen one is."""
        for name, key, slot in (
            (N_("Ny checklista"), "Ctrl+N", self.lists.add),
            (N_("Kopiera checklistan"), "Ctrl+D", self.lists.copy),
            (N_("Ändra checklistans huvud"), "Shift+F4", self.lists.change),
            (N_("Ta bort checklistan"), "Ctrl+Del", self.lists.remove),
        ):
            command(name, key, slot)

    @property
    def checklist(self) -> Checklist | None:
        """Return the list that is shown, as it stands in the plan."""
        return self._live.workplace.plan.checklist(self._id)

    def show_checklist(self, id: str, item: str = "") -> None:
        """Show a list, and choose a point in it."""
        other, self._id = id != self._id, id
        checklist = self.checklist
        if checklist is None:
            self.model.feed(())
            return
        self._name.setText(f"{checklist.id} {checklist.name}")
        starts = _("Startar när: {starts} ({anchor})")
        about = starts.format(starts=checklist.starts or checklist.anchor, anchor=checklist.anchor)
        role = self._live.workplace.plan.role(checklist.owner)
        owner = _("Ansvarig: {name}").format(name=role.name) if role else ""
        opened = opening_words(self._live.workplace.plan, id)
        self._about.setText("\n".join(word for word in (checklist.phase.capitalize(), about, opened, owner) if word))
        self._owner.setVisible(role is not None)
        if role is not None:
            self._owner.say(role.id)
            self._owner.setAccessibleName(_("Visa rollen {name}").format(name=f"{role.id}, {role.name}"))
            tooltip(self._owner, _("Visa rollen {name}").format(name=role.name))
        self._words.anchor, self._words.owner = checklist.anchor, checklist.owner
        self.model.feed(checklist.items)
        wanted = item or (checklist.items[0].id if checklist.items and (other or self.items.current is None) else "")
        if wanted:
            self.items.choose(wanted)
        self._show_acts(self.items.current)

    def retranslate(self) -> None:
        """Set every word."""
        self.items.setAccessibleName(_("Punkter"))
        for button, words, key in (
            (self.add, _("Ny punkt"), _("Ins")),
            (self.change, _("Ändra"), _("Enter eller F4")),
            (self.up, _("Upp"), _("Alt+upp")),
            (self.down, _("Ned"), _("Alt+ned")),
            (self.remove, _("Ta bort"), _("Delete. Går att ångra med Ctrl+Z.")),
        ):
            button.say(words)
            tooltip(button, key)
        for button, words, spoken, key in (
            (self.new_list, _("Ny lista …"), _("Ny checklista"), "Ctrl+N"),
            (self.change_head, _("Ändra …"), _("Ändra checklistans huvud"), _("Skift+F4")),
            (self.copy_list, _("Kopiera …"), _("Kopiera checklistan"), "Ctrl+D"),
            (self.remove_list, _("Ta bort …"), _("Ta bort checklistan"), _("Ctrl+Delete")),
        ):
            button.say(words)
            button.setAccessibleName(spoken)
            tooltip(button, f"{spoken}, {key}")
        self.model.retranslate()

    def add_item(self) -> None:
        """Ask for a new point; it goes after the chosen one and gets the next free id."""
        checklist = self.checklist
        if checklist is not None:
            at = self.items.currentIndex().row()
            rank = at + 2 if at >= 0 else len(checklist.items) + 1
            self._ask(checklist, Item(id=next_item_id(checklist), rank=rank, text="", role=checklist.owner))

    def change_item(self) -> None:
        """Ask for other words, role or time of the chosen point."""
        checklist, item = self.checklist, self._item
        if checklist is not None and item is not None:
            self._ask(checklist, item)

    def remove_item(self) -> None:
        """Take the chosen point out of the list."""
        item, at = self._item, self.items.currentIndex().row()
        if item is not None:
            words = _("Punkten {id} är borttagen.").format(id=item.id)
            if self._changes.change(self, words, partial(_delete, checklist=self._id, item=item.id)):
                rows = self.model.rows
                if rows:
                    self.items.choose(rows[min(at, len(rows) - 1)].id)

    def move_up(self) -> None:
        """Move the chosen point one step earlier."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the chosen point one step later."""
        self._move(1)

    @property
    def _item(self) -> Item | None:
        item = self.items.current
        return item if isinstance(item, Item) else None

    def _move(self, step: int) -> None:
        item, at = self._item, self.items.currentIndex().row()
        if item is not None and 0 <= at + step < len(self.model.rows):
            self._drop(item.id, at + step + 1)

    def _drop(self, item: str, rank: int) -> None:
        words = _("Punkten {id} är flyttad.").format(id=item)
        if self._changes.change(self, words, partial(_move, checklist=self._id, item=item, rank=rank)):
            self.items.choose(item)

    def _ask(self, checklist: Checklist, item: Item) -> None:
        dialog = ItemDialog(self._live.workplace.plan, checklist, item, self._save, self)
        dialog.run()
        dialog.deleteLater()

    def _save(self, near: QWidget, item: Item) -> bool:
        words = _("Punkten {id} är sparad.").format(id=item.id)
        done = self._changes.change(near, words, partial(_save, checklist=self._id, item=item))
        if done:
            self.items.choose(item.id)
        return done

    def _show_acts(self, _row: object) -> None:
        at, count = self.items.currentIndex().row(), len(self.model.rows)
        for button in (self.change, self.remove):
            button.setEnabled(at >= 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)

    def _change_row(self, _row: object) -> None:
        self.change_item()

    def _go_owner(self) -> None:
        checklist = self.checklist
        if checklist is not None:
            self.role_wanted.emit(checklist.owner)


class _ItemWords:
    """Says what a row shows of a point; when it is due depends on the start of its list."""

    def __init__(self) -> None:
        self.anchor = self.owner = ""

    def columns(self) -> tuple[Column[Item], ...]:
        return (Column(N_("Punkt"), _item_text, mark=_item_mark, detail=self._detail),)

    def _detail(self, item: Item) -> str:
        return " · ".join((item.id, item.role or self.owner, due_words(item, self.anchor)))


def _item_key(item: Item) -> str:
    return item.id


def _item_text(item: Item) -> str:
    return item.text


def _item_mark(item: Item) -> Mark | None:
    return None if item.mandatory else Mark(_("frivillig"), Tone.NEUTRAL, Shape.RING)


def _save(editing: PlanEditing, checklist: str, item: Item) -> Edit:
    return editing.save_item(checklist, item)


def _delete(editing: PlanEditing, checklist: str, item: str) -> Edit:
    return editing.delete_item(checklist, item)


def _move(editing: PlanEditing, checklist: str, item: str, rank: int) -> Edit:
    return editing.move_item(checklist, item, rank)
