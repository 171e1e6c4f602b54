"""What one does with the rows of the plan (nytt, ändra, flytta, ta bort): the same acts and keys for every table."""

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from krisapp.domain.plan_rows import Chapter
from krisapp.domain.planning.plan_form_rows import FORMS
from krisapp.domain.planning.plan_forms import Form, blank_row, label_of, row_of
from krisapp.domain.planning.plan_references import Goes, references
from krisapp.domain.words import _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_search import KINDS
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.live import Live
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.widgets.dialog import ask

NAMED = 12
"""How many of those that refer to a row are named before it is taken away."""


class RowActs(QObject):
    """Adds, changes, moves and removes rows on behalf of the view. `went` is told which row to show afterwards."""

    def __init__(self, live: Live, changes: PlanChanges, view: QWidget, went: Callable[[str, str], None]) -> None:
        super().__init__(view)
        self._live, self._changes, self._view, self._went = live, changes, view, went

    def add(self, form: Form, document: str = "") -> None:
        """Ask for the values of a new row; a chapter goes into the document that is shown."""
        row = blank_row(self._live.workplace.plan, form)
        self._ask(form, replace(row, document=document) if document else row)

    def change(self, form: Form, id: str) -> None:
        """Ask for other values of a row; a chapter is written in an editor of its own."""
        plan = self._live.workplace.plan
        row = plan.settings if form.table == "setting" else row_of(plan, form, id)
        if row is None:
            return
        if isinstance(row, Chapter):
            from krisapp.ui.views.plan.page.chapter_editor import ChapterEditor  # only for one who writes

            dialog = ChapterEditor(plan, row, partial(self._save, form, row), self._view)
            dialog.run()
            dialog.deleteLater()
        else:
            self._ask(form, row)

    def move(self, form: Form, id: str, step: int) -> None:
        """Move a row one step up or down."""
        self._changes.change(self._view, _("Ordningen är ändrad."), partial(_moved, form=form, id=id, step=step))

    def remove(self, form: Form, id: str) -> None:
        """Take a row away; what hangs on it is told first. It can be undone."""
        plan = self._live.workplace.plan
        row = row_of(plan, form, id)
        if row is None:
            return
        found = references(plan, form.table, id)
        if found and not any(one.goes is Goes.STOPS for one in found):
            lines = [f"• {_(KINDS[one.table]).capitalize()}: {one.name}" for one in found[:NAMED]]
            if len(found) > NAMED:
                lines.append(_("och {count} till").format(count=len(found) - NAMED))
            told = _("Detta hänger på {name} och följer med bort eller blir utan:").format(name=label_of(row))
            title = _("Ta bort {name}?").format(name=label_of(row))
            if not ask(self._view, title, "\n".join((told, *lines)), _("Ta bort"), danger=True):
                return
        self._changes.change(
            self._view, _("{name} är borttagen.").format(name=label_of(row)), partial(_deleted, form=form, id=id)
        )

    def _ask(self, form: Form, row: Any) -> None:
        from krisapp.ui.views.plan.table.row_form import RowForm  # only for one who edits

        dialog = RowForm(self._live.workplace.plan, form, row, partial(self._save, form, row), self._view)
        dialog.run()
        dialog.deleteLater()

    def _save(self, form: Form, row: Any, near: QWidget, values: dict[str, Any]) -> bool:
        done: list[Edit] = []
        saved = self._changes.change(near, _("Sparat i planen."), partial(_saved, form, row, values, done))
        if saved:
            self._went(form.table, done[0].key)
        return saved


def form_of(kind: str) -> Form | None:
    """Return the form of a kind of thing, or None if it has an editor of its own."""
    return FORMS.get(kind)


def _saved(form: Form, row: Any, values: dict[str, Any], done: list[Edit], editing: PlanEditing) -> Edit:
    done.append(editing.save_row(form, row, values))
    return done[-1]


def _moved(editing: PlanEditing, *, form: Form, id: str, step: int) -> Edit:
    return editing.move_row(form, id, step)


def _deleted(editing: PlanEditing, *, form: Form, id: str) -> Edit:
    return editing.delete_row(form, id)
