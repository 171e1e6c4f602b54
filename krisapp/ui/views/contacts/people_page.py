"""Contacts by person (efter person): the list, the card of the chosen one, and what can be done with it."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.plan_rows import Person
from krisapp.domain.words import _, ngettext
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.contacts.listing import (
    EVERYONE,
    PERSON_COLUMNS,
    SORTS,
    PersonRow,
    groups,
    person_key,
    person_rows,
)
from krisapp.ui.views.contacts.person_dialog import PersonDialog
from krisapp.ui.views.contacts.person_pane import PersonPane
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList


class PeoplePage(QWidget):
    """Lists the contacts and shows the chosen one. `role_wanted` brings the code of a role to go to."""

    role_wanted = Signal(str)

    def __init__(self, live: Live, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._changes = live, changes
        self._words = ""
        self.model = RowsModel[PersonRow](PERSON_COLUMNS, person_key, self)
        self._left = QWidget(self)
        self.people = WrappedList(self.model, "", self._left)
        self.people.setMinimumHeight(current().px(150))
        self.people.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.group, self.sort = Choice("", self._left), Choice("", self._left)
        self._group_label, self._sort_label = label("", self._left, "quiet"), label("", self._left, "quiet")
        self._nobody = Empty(self._left, "search")
        self.pane = PersonPane(self)
        self.change = Button("", self.change_person, self.pane, icon="pencil")
        self.check = Button("", self.check_today, self.pane, "primary", "check")
        self.remove = Button("", self.remove_person, self.pane, icon="trash")
        self._lay_out()
        self.people.chosen.connect(self._show)
        self.people.selectionModel().selectionChanged.connect(self._count)
        self.people.opened.connect(self._change_row)
        self.group.chose.connect(self._choose_rows)
        self.sort.chose.connect(self._choose_rows)
        self.pane.role_pressed.connect(self.role_wanted)

    def _lay_out(self) -> None:
        for button in (self.check, self.change, self.remove):
            self.pane.acts.addWidget(button)
        choices = Flow()
        for words, choice in ((self._group_label, self.group), (self._sort_label, self.sort)):
            words.setBuddy(choice)
            pair = QWidget(self._left)
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(Space.S)
            row.addWidget(words)
            row.addWidget(choice)
            choices.addWidget(pair)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(choices)
        column.addWidget(self._nobody, 1)
        column.addWidget(self.people, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TwoPanes(self._left, self.pane, self, narrow=620, stretch=(5, 6)))

    @property
    def person(self) -> Person | None:
        """Return the chosen contact."""
        row = self.people.current
        return row.person if isinstance(row, PersonRow) else None

    @property
    def selected(self) -> list[Person]:
        """Return the chosen contacts, several where Shift or Ctrl has chosen them, in the order of the list."""
        indexes = sorted(self.people.selectionModel().selectedRows(), key=lambda index: index.row())
        return [row.person for index in indexes if (row := self.model.row(index)) is not None]

    def search(self, words: str) -> None:
        """Show only the contacts that say these words, from the next refresh on."""
        self._words = words

    def refresh(self) -> None:
        """Show the plan as it stands."""
        today = self._live.now().date()
        plan = self._live.workplace.plan
        self.group.fill(groups(plan), self.group.key or EVERYONE)
        rows = person_rows(
            plan, today, words=self._words, group=self.group.key or EVERYONE, sort=self.sort.key or "name"
        )
        self.model.feed(rows)
        self.people.setVisible(bool(rows))
        self._nobody.setVisible(not rows)
        if rows and self.people.current is None:
            self.people.choose(person_key(rows[0]))
        self._show(self.people.current)

    def retranslate(self) -> None:
        """Set every word."""
        self.people.setAccessibleName(_("Kontakter"))
        self._group_label.setText(_("Visa"))
        self._sort_label.setText(_("Sortera"))
        self.group.setAccessibleName(_("Visa"))
        self.sort.setAccessibleName(_("Sortera"))
        self.sort.fill([(key, _(word)) for key, word in SORTS.items()], self.sort.key or "name")
        self._nobody.say(_("Ingen kontakt passar in"), _("Sök på något annat, eller välj Alla. Ins lägger till."))
        for button, words, key in (
            (self.change, _("Ändra"), _("Enter eller F4")),
            (self.check, _("Kontrollerad i dag"), _("F7. Välj flera med Skift eller Ctrl.")),
            (self.remove, _("Ta bort"), _("Delete. Går att ångra med Ctrl+Z.")),
        ):
            button.say(words)
            tooltip(button, key)
        self.model.retranslate()

    def choose(self, id: str) -> bool:
        """Choose a contact; the search and the choice of group give way for it. Return whether it is there."""
        if not self.model.find(id).isValid():
            self.group.choose(EVERYONE)
            self.refresh()
        self.people.choose(id)
        return self.person is not None and self.person.id == id

    def add_person(self) -> None:
        """Ask for a new contact."""
        self._ask(None)

    def change_person(self) -> None:
        """Ask for other values of the chosen contact."""
        if self.person is not None:
            self._ask(self.person)

    def check_today(self) -> None:
        """Note that the chosen contacts were checked today; where they leave the list, the next one is chosen."""
        today, at = self._live.now().date().isoformat(), self.people.currentIndex().row()
        old = [person for person in self.selected if person.checked != today]
        if not old:
            return
        first = old[0]
        words = ngettext("{name} är kontrollerad i dag.", "{count} kontakter är kontrollerade i dag.", len(old))
        words = words.format(name=first.name, count=len(old))
        if self._changes.change(self, words, partial(_check, people=old, today=today)):
            self._stay_near(at, first.id)

    def remove_person(self) -> None:
        """Take the chosen contact out of the list and out of every role."""
        row = self.people.current
        if not isinstance(row, PersonRow):
            return
        words = _("{name} är borttagen.").format(name=row.person.name)
        if row.held:
            count = len(row.held)
            words = ngettext(
                "{name} är borttagen, också ur {count} roll.", "{name} är borttagen, också ur {count} roller.", count
            ).format(name=row.person.name, count=count)
        at = self.people.currentIndex().row()
        if self._changes.change(self, words, partial(_delete, id=row.person.id)):
            self._stay_near(at, row.person.id)

    def _stay_near(self, at: int, id: str) -> None:
        """Choose the row that took the place of one that left the list."""
        rows = self.model.rows
        if rows and not self.model.find(id).isValid():
            self.people.choose(person_key(rows[min(at, len(rows) - 1)]))

    def _ask(self, person: Person | None) -> None:
        dialog = PersonDialog(self._live, person, self._save, self)
        dialog.run()
        dialog.deleteLater()

    def _save(self, near: QWidget, person: Person) -> bool:
        words = _("{name} är sparad.").format(name=person.name)
        done = self._changes.change(near, words, partial(_save, person=person))
        if done:
            self.choose(person.id)
        return done

    def _show(self, row: object) -> None:
        row = row if isinstance(row, PersonRow) else None
        today = self._live.now().date()
        self.pane.show_row(row, today)
        for button in (self.change, self.remove):
            button.setEnabled(row is not None)
        self._count()

    def _count(self, *_selection: object) -> None:
        """Let the button say how many it is about."""
        today, selected = self._live.now().date().isoformat(), self.selected
        old = sum(person.checked != today for person in selected)
        self.check.setEnabled(bool(old))
        many = ngettext("{count} kontrollerad i dag", "{count} kontrollerade i dag", old).format(count=old)
        self.check.say(many if len(selected) > 1 else _("Kontrollerad i dag"))

    def _change_row(self, _row: object) -> None:
        self.change_person()

    def _choose_rows(self, _key: str) -> None:
        self.refresh()


def _save(editing: PlanEditing, person: Person) -> Edit:
    return editing.save_person(person)


def _check(editing: PlanEditing, people: list[Person], today: str) -> Edit:
    checked = [replace(person, checked=today) for person in people]
    return editing.save_person(checked[0]) if len(checked) == 1 else editing.save_people(checked)


def _delete(editing: PlanEditing, id: str) -> Edit:
    return editing.delete_person(id)
