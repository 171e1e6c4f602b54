"""What one does with a whole checklist (listans handlingar): new, copy, head, remove; settled at once, undoable."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist
from krisapp.domain.planning.checklist_changing import copy_of, free_id, opened_by
from krisapp.domain.words import _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.live import Live
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.widgets.dialog import ask


class ChecklistActs(QObject):
    """Asks for whole lists on behalf of the editor. `chosen` tells which list is shown."""

    def __init__(self, live: Live, changes: PlanChanges, chosen: Callable[[], Checklist | None], near: QWidget) -> None:
        super().__init__(near)
        self._live, self._changes, self._chosen, self._near = live, changes, chosen, near

    def add(self) -> None:
        """Ask for a new list; it is empty until points are added."""
        like = self._chosen()
        id = free_id(self._plan, like.id if like else "K")
        self._ask(_("Ny checklista"), Checklist(id=id, rank=0, name="", anchor="T0"), ((), ()))

    def copy(self) -> None:
        """Ask for what a copy of the list is to be called; nothing opens it until that is said."""
        before = self._chosen()
        if before is not None:
            id = free_id(self._plan, before.id)
            copy = copy_of(before, id, _("{name}, kopia").format(name=before.name))
            self._ask(_("Kopia av {id}").format(id=before.id), copy, ((), ()))

    def change(self) -> None:
        """Ask for another head of the list."""
        before = self._chosen()
        if before is not None:
            title = _("Checklistan {id}").format(id=before.id)
            self._ask(title, before, opened_by(self._plan, before.id))

    def remove(self) -> None:
        """Take the list away; what opens it is told first."""
        before = self._chosen()
        if before is None:
            return
        words = opening_words(self._plan, before.id)
        told = _("{count} punkter försvinner ur planen. Det går att ångra.").format(count=len(before.items))
        title = _("Ta bort {id} {name}?").format(id=before.id, name=before.name)
        if ask(self._near, title, "\n".join(word for word in (words, told) if word), _("Ta bort"), danger=True):
            said = _("Checklistan {id} är borttagen.").format(id=before.id)
            self._changes.change(self._near, said, partial(_delete, id=before.id))

    @property
    def _plan(self) -> Plan:
        return self._live.workplace.plan

    def _ask(self, title: str, before: Checklist, opened: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        from krisapp.ui.views.plan.checklist.checklist_dialog import ChecklistDialog, Head  # only for one who edits

        new = self._plan.checklist(before.id) is None

        def save(near: QWidget, head: Head) -> bool:
            checklist = head.checklist
            if new and checklist.id != before.id:
                checklist = copy_of(checklist, checklist.id, checklist.name)
            said = _("Checklistan {id} är sparad.").format(id=checklist.id)
            act = partial(_save, checklist=checklist, levels=head.levels, types=head.types, new=new)
            done = self._changes.change(near, said, act)
            if done and new:
                self._live.shown.emit("plan", f"checklist:{checklist.id}")
            return done

        dialog = ChecklistDialog(title, self._plan, before, opened, save, self._near)
        dialog.run()
        dialog.deleteLater()


def opening_words(plan: Plan, id: str) -> str:
    """Return what opens a list: "Öppnas av nivå N2 Stabsläge och Elavbrott.", or that nothing does."""
    levels, types = opened_by(plan, id)
    names = [f"{level.id} {level.name}" for level in plan.levels if level.id in levels]
    names += [kind.name for kind in plan.types if kind.id in types]
    if not names:
        return _("Öppnas för hand")
    return _("Öppnas av: {names}").format(names=", ".join(names))


def _save(
    editing: PlanEditing, *, checklist: Checklist, levels: tuple[str, ...], types: tuple[str, ...], new: bool
) -> Edit:
    return editing.save_list(checklist, levels, types, new=new)


def _delete(editing: PlanEditing, *, id: str) -> Edit:
    return editing.delete_checklist(id)
