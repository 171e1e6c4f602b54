"""Contacts by role (efter roll): who has it, in which order to call, and the number of each in large figures."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.plan_rows import Person
from krisapp.domain.words import N_, _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.views.contacts.listing import (
    ROLE_COLUMNS,
    RoleRow,
    numbers,
    rank_words,
    role_key,
    role_rows,
    row_mark,
    sort_key,
    unbroken,
)
from krisapp.ui.views.contacts.number_rows import NumberRows
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList


class RolesPage(QWidget):
    """Lists the roles, and the people of the chosen one in calling order. `person_wanted` brings a contact's id."""

    person_wanted = Signal(str)

    def __init__(self, live: Live, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._changes = live, changes
        self._words = ""
        self.model = RowsModel[RoleRow](ROLE_COLUMNS, role_key, self)
        self.roles = WrappedList(self.model, "", self)
        self._card = Card("", self)
        self._tasks = label("", self._card, "quiet", wrap=True)
        self._columns = _HolderColumns(live)
        self.holders_model = RowsModel[tuple[int, Person]](self._columns.columns(), _holder_key, self)
        self.holders = WrappedList(self.holders_model, "", self._card)
        self.holders.setMinimumHeight(current().px(150))
        self._nobody = label("", self._card, "alarm", wrap=True)
        self.numbers = NumberRows(self._card)
        self.add = Button("", self.add_holder, self._card, icon="plus")
        self.up = Button("", self.move_up, self._card)
        self.down = Button("", self.move_down, self._card)
        self.remove = Button("", self.remove_holder, self._card, icon="trash")
        self._lay_out()
        self.roles.chosen.connect(self._show_role)
        self.holders.chosen.connect(self._show_holder)
        self.holders.opened.connect(self._open_holder)

    def _lay_out(self) -> None:
        acts = Flow()
        for button in (self.add, self.up, self.down, self.remove):
            acts.addWidget(button)
        self._card.body.addWidget(self._tasks)
        self._card.body.addLayout(acts)
        for part, share in ((self._nobody, 0), (self.holders, 1), (self.numbers, 0)):
            self._card.body.addWidget(part, share)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TwoPanes(self.roles, self._card, self, narrow=620, stretch=(5, 6)))

    def search(self, words: str) -> None:
        """Show only the roles that say these words, themselves or by who holds them, from the next refresh on."""
        self._words = words

    def refresh(self) -> None:
        """Show the plan as it stands."""
        rows = role_rows(self._live.workplace.plan, words=self._words)
        self.model.feed(rows)
        if rows and self.roles.current is None:
            self.roles.choose(role_key(rows[0]))
        self._show_role(self.roles.current)

    def retranslate(self) -> None:
        """Set every word."""
        self.roles.setAccessibleName(_("Roller"))
        self.holders.setAccessibleName(_("Personer i den ordning de ska ringas"))
        self._nobody.setText(_("Ingen har rollen. Lägg till den som ska ringas först."))
        for button, words, key in (
            (self.add, _("Lägg till …"), _("Ins")),
            (self.up, _("Upp"), _("Alt+upp: ringa tidigare")),
            (self.down, _("Ned"), _("Alt+ned: ringa senare")),
            (self.remove, _("Ta bort"), _("Delete. Personen blir kvar bland kontakterna.")),
        ):
            button.say(words)
            tooltip(button, key)
        for model in (self.model, self.holders_model):
            model.retranslate()

    def choose(self, role: str) -> bool:
        """Choose a role; return whether it is there."""
        self.roles.choose(role)
        row = self.roles.current
        return isinstance(row, RoleRow) and row.role.id == role

    def add_holder(self) -> None:
        """Ask who more is to hold the role; the new one is called last."""
        row = self.roles.current
        if isinstance(row, RoleRow):
            dialog = _HolderDialog(self._live, row, self)
            if dialog.run():
                self._settle(row, [*(one.id for one in row.people), dialog.person.key], dialog.person.key)
            dialog.deleteLater()

    def move_up(self) -> None:
        """Let the chosen person be called one step earlier."""
        self._move(-1)

    def move_down(self) -> None:
        """Let the chosen person be called one step later."""
        self._move(1)

    def remove_holder(self) -> None:
        """Take the chosen person out of the role."""
        row, at = self.roles.current, self.holders.currentIndex().row()
        if isinstance(row, RoleRow) and 0 <= at < len(row.people):
            ids = [one.id for one in row.people]
            gone = ids.pop(at)
            self._settle(row, ids, ids[min(at, len(ids) - 1)] if ids else gone)

    def _move(self, step: int) -> None:
        row, at = self.roles.current, self.holders.currentIndex().row()
        if isinstance(row, RoleRow) and 0 <= at < len(row.people) and 0 <= at + step < len(row.people):
            ids = [one.id for one in row.people]
            ids.insert(at + step, moved := ids.pop(at))
            self._settle(row, ids, moved)

    def _settle(self, row: RoleRow, ids: list[str], chosen: str) -> None:
        words = _("{role} är ändrad.").format(role=row.role.name)
        if self._changes.change(self, words, partial(_save_holders, role=row.role.id, people=ids)):
            self.holders.choose(chosen)

    def _show_role(self, row: object) -> None:
        row = row if isinstance(row, RoleRow) else None
        self._card.say(f"{row.role.id} {row.role.name}" if row else "")
        self._tasks.setText(row.role.tasks if row else "")
        people = list(enumerate(row.people, 1)) if row else []
        self.holders_model.feed(people)
        self._nobody.setVisible(row is not None and not people)
        self.holders.setVisible(bool(people))
        if people and self.holders.current is None:
            self.holders.choose(people[0][1].id)
        self.add.setEnabled(row is not None)
        self._show_holder(self.holders.current)

    def _show_holder(self, row: object) -> None:
        at = self.holders.currentIndex().row()
        count = len(self.holders_model.rows)
        self.numbers.setVisible(isinstance(row, tuple))
        if isinstance(row, tuple):
            _rank, person = row
            named = _("{name}, {what}")
            found = [(named.format(name=person.name, what=what.lower()), number) for what, number in numbers(person)]
            self.numbers.show_numbers(person.name, found)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)
        self.remove.setEnabled(at >= 0)

    def _open_holder(self, row: tuple[int, Person]) -> None:
        self.person_wanted.emit(row[1].id)


class _HolderDialog(Dialog):
    """Asks who is to hold a role, among the contacts that do not."""

    def __init__(self, live: Live, row: RoleRow, parent: QWidget) -> None:
        super().__init__(_("Ny i rollen {code}").format(code=row.role.id), parent, _("Lägg till"))
        held = {person.id for person in row.people}
        self.person = Choice("", self)
        people = sorted(live.workplace.plan.people, key=lambda one: sort_key(one.name))
        words = ((one.id, ", ".join(filter(None, (one.name, one.function)))) for one in people if one.id not in held)
        self.person.fill(words)
        self.person.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.person.setMinimumContentsLength(24)
        self.body.addWidget(Field(_("Vem?"), self.person, self, _("Den nya ringas sist. Flytta upp med Alt+upp.")))
        self.person.setFocus()


class _HolderColumns:
    """Says what a row of the calling order shows; what a mark says depends on today."""

    def __init__(self, live: Live) -> None:
        self._live = live

    def columns(self) -> tuple[Column[tuple[int, Person]], ...]:
        return (Column(N_("Person"), _holder_name, mark=self._mark, detail=_holder_detail),)

    def _mark(self, row: tuple[int, Person]) -> Mark | None:
        return row_mark(row[1], self._live.now().date())


def _holder_key(row: tuple[int, Person]) -> str:
    return row[1].id


def _holder_name(row: tuple[int, Person]) -> str:
    return f"{row[0]}. {row[1].name}"


def _holder_detail(row: tuple[int, Person]) -> str:
    rank, person = row
    first = [unbroken(number) for _what, number in numbers(person)][:1]
    return " · ".join(word for word in (rank_words(rank), *first, person.function) if word)


def _save_holders(editing: PlanEditing, role: str, people: list[str]) -> Edit:
    return editing.save_holders(role, people)
