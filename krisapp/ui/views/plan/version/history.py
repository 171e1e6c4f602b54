"""What has been changed in the plan (ändringar): who, when, what, and a way to take it back."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.newer_program import PROGRAM
from krisapp.store.plan.plan_editing import CONTACTS, EXPORT
from krisapp.store.plan.plan_search import KINDS
from krisapp.store.plan.plan_store import VERSION, Edit
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import tooltip
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

NAMES = KINDS | {"matrix": N_("matris")}
"""What was edited, by the kind of an edit."""

SHOWN = 100
"""Edits shown; the plan database keeps them all."""


class EditRow(NamedTuple):
    """An edit as the list shows it. `undone` tells that it was taken back later."""

    edit: Edit
    title: str
    detail: str
    undone: bool


def edit_rows(plan: Plan, edits: list[Edit]) -> list[EditRow]:
    """Return the edits with names for codes, newest first."""
    undone = {edit.undoes for edit in edits}
    people = {person.id: person.name for person in plan.people}
    rows = []
    for edit in edits:
        kind = _(NAMES[edit.kind]) if edit.kind in NAMES else _("hela planen")
        words = _("{kind} {name} {what}").format(kind=kind.capitalize(), name=_name(edit), what=_what(edit))
        if edit.kind == VERSION:
            words = _("Planen antagen som {version}").format(version=edit.key)
        if edit.kind == CONTACTS:
            words = _contacts(edit)
        if edit.kind == EXPORT:
            words = _("Privata uppgifter lämnade planen i {file}").format(file=edit.key)
        if edit.kind == PROGRAM:
            taken = edit.undoes is None
            words = _("Nyare delar hämtade ur programmet") if taken else _("Delar ur programmet återlämnade")
        if edit.kind == "checklist" and (points := _points(edit)):
            words = _("{words}: {points}").format(words=words, points=", ".join(points))
        when = f"{edit.at.astimezone():%Y-%m-%d %H.%M}"
        detail = _("{when}, {who}").format(when=when, who=people.get(edit.by, edit.by) or _("okänd"))
        detail = f"{detail}: {edit.note}" if edit.note else detail
        rows.append(EditRow(edit, words, detail, edit.id in undone))
    return rows


def _contacts(edit: Edit) -> str:
    count = len({**edit.before, **edit.after})
    words = ngettext("{count} kontakt", "{count} kontakter", count).format(count=count)
    if edit.undoes is not None:
        return _("{contacts} återställda").format(contacts=words)
    if edit.key:
        return _("{contacts} inlästa ur {file}").format(contacts=words, file=edit.key)
    return _("{contacts} ändrade").format(contacts=words)


def _what(edit: Edit) -> str:
    if edit.undoes is not None:
        return _("återställd")
    place = (edit.kind, (edit.key,))
    if place in edit.after and place not in edit.before:
        return _("tillagd")
    if place in edit.before and place not in edit.after:
        return _("borttagen")
    return _("ändrad")


def _points(edit: Edit) -> list[str]:
    """Return the points of a checklist that got other content; those that only changed place are not named."""
    places = [place for place in {**edit.before, **edit.after} if place[0] == "checklist_item"]
    changed = [place for place in places if _content(edit.before.get(place)) != _content(edit.after.get(place))]
    return [place[1][-1] for place in changed] or [_("ordningen")] * bool(places)


def _content(row: Mapping[str, object] | None) -> dict[str, object] | None:
    return None if row is None else {name: value for name, value in row.items() if name != "rank"}


def _name(edit: Edit) -> str:
    place = (edit.kind, (edit.key,))
    row: Mapping[str, object] = edit.after.get(place) or edit.before.get(place) or {}
    return str(next((row[name] for name in ("name", "title", "site", "sv") if row.get(name)), edit.key))


class History(QWidget):
    """Lists the latest edits. An edit can be undone as long as nobody has changed the same thing since."""

    def __init__(self, live: Live, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._changes = live, changes
        self.model = RowsModel[EditRow](_COLUMNS, _key, self)
        self.edits = WrappedList(self.model, "", self)
        self.undo = Button("", self.undo_chosen, self, icon="undo")
        self._nothing = Empty(self, "pencil")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.edits, 1)
        column.insertWidget(0, self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.edits.chosen.connect(self._show_act)

    def refresh(self) -> None:
        """Show the latest edits."""
        plans = self._live.workplace.plans
        self.model.feed(edit_rows(self._live.workplace.plan, plans.history(SHOWN)))
        there = bool(self.model.rows)
        self.edits.setVisible(there)
        self.undo.setVisible(there)
        self._nothing.setVisible(not there)
        if there and self.edits.current is None:
            self.edits.choose(_key(self.model.rows[0]))
        self._show_act(self.edits.current)

    def retranslate(self) -> None:
        """Set every word."""
        self.edits.setAccessibleName(_("Ändringar i planen"))
        self.undo.say(_("Ångra ändringen"))
        tooltip(self.undo, _("Delete. Det går så länge ingen har ändrat samma sak efteråt."))
        self._nothing.say(
            _("Ingen har ändrat planen än"), _("Ändra en kontakt eller en checklista, så står det här vem och när.")
        )
        self.model.retranslate()

    def undo_chosen(self) -> None:
        """Take the chosen edit back."""
        row = self.edits.current
        if isinstance(row, EditRow) and not row.undone:
            self._changes.undo(row.edit)

    def _show_act(self, row: object) -> None:
        self.undo.setEnabled(isinstance(row, EditRow) and not row.undone and row.edit.kind not in (VERSION, EXPORT))


def _key(row: EditRow) -> int:
    return row.edit.id


def _title(row: EditRow) -> str:
    return row.title


def _detail(row: EditRow) -> str:
    return row.detail


def _mark(row: EditRow) -> Mark | None:
    return Mark(_("ångrad"), Tone.NEUTRAL, Shape.DASH) if row.undone else None


_COLUMNS = (Column[EditRow](N_("Ändring"), _title, mark=_mark, detail=_detail),)
