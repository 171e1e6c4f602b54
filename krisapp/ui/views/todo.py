"""The screen of the checklists (Att göra): the role's own next five, large, and beneath them all lists by phase."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from krisapp.domain.checklists import Mark as Done
from krisapp.domain.todo import Todo
from krisapp.domain.words import N_, _
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.todo_acts import Act, give, mark_item, note, open_list, print_lists
from krisapp.ui.views.todo_form import GIVE, NOTE, SKIP, ItemForm
from krisapp.ui.views.todo_lists import FOLD, TICK, UNDO, UNFOLD, AllLists, NextList
from krisapp.ui.views.todo_rows import ALL_ROLES, MY_ROLES, Row, item_detail, my_roles, next_items, rows, time_mark
from krisapp.ui.views.todo_tasks import MeetingLine, TasksLine
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.fields import Choice, Search
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.toast import Toast

SIDE_BY_SIDE = 980
"""Pixels at text size 100 % from which the two parts stand side by side."""


class ToDo(View):
    """Who works through lists ticks with one key and goes on; whoever leads sees what is late."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self._unfolded: set[str] = set()
        self._wanted = ""
        self._taken_back: list[Callable[[], None]] = []
        self._chose_role = False
        self._for = label("", self, "quiet")
        self.role = Choice("", self)
        self._for.setBuddy(self.role)
        self.role.chose.connect(self._choose_role)
        self.tools.addWidget(self._for)
        self.tools.addWidget(self.role)
        columns = (Column[Todo](N_("Punkt"), _text, mark=self._mark, detail=self._detail),)
        self.next_model = RowsModel[Todo](columns, _item_id, self)
        self.next = NextList(self.next_model, "", self)
        self.next.acted.connect(self._act)
        self.next.opened.connect(self._tick)
        self._none = label("", self, wrap=True)
        self.form = ItemForm(self)
        self.form.saved.connect(self._save)
        self.form.left.connect(self.next.setFocus)
        self.tasks, self.meeting = TasksLine(live, self), MeetingLine(live, self)
        list_columns = (Column[Row](N_("Checklistor"), _row_text, mark=_row_mark, detail=_row_detail),)
        self.lists_model = RowsModel[Row](list_columns, _row_key, self)
        self.lists = AllLists(self.lists_model, "", self)
        self.lists.acted.connect(self._act)
        self.lists.opened.connect(self._open)
        self.lists.clicked.connect(self._click)
        self.search = Search("", self)
        self.search.searched.connect(self._search)
        self.search.left.connect(self.lists.setFocus)
        self._buttons = {
            TICK: Button("", self._press, self, "primary", "check"),
            SKIP: Button("", self._press, self),
            GIVE: Button("", self._press, self),
            NOTE: Button("", self._press, self),
        }
        self.undo = Button("", self.take_back, self, icon="undo")
        self.command(N_("Skriv ut checklistorna"), "Ctrl+P", lambda: print_lists(live, self))
        self._lay_out()

    def _lay_out(self) -> None:
        self._next_card, self._lists_card = Card("", self), Card("", self)
        self._next_card.body.addWidget(self._none)
        self._next_card.body.addWidget(self.next, 1)
        for part in (self.form, self.meeting, self.tasks):
            self._next_card.body.addWidget(part)
        row = Flow()
        for button in (*self._buttons.values(), self.undo):
            row.addWidget(button)
        self._next_card.body.addLayout(row)
        self._lists_card.body.addWidget(self.search)
        self._lists_card.body.addWidget(self.lists, 1)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(Space.M)
        self._parts.addWidget(self._next_card, 5)
        self._parts.addWidget(self._lists_card, 4)
        self.body.addLayout(self._parts, 1)

    @property
    def roles(self) -> tuple[str, ...] | None:
        """Return the roles whose items are shown, None for all."""
        if self.role.key == MY_ROLES:
            return my_roles(self.live.plan, self.live.person)
        return (self.role.key,) if self.role.key else None

    def start(self) -> None:
        """Put the focus on the next item."""
        self.next.setFocus()

    def refresh(self) -> None:
        """Show the next items and the lists."""
        if not self.live.has_incident:
            return
        self._fill_roles()
        items = next_items(self.live.incident, self.roles)
        self.next.feed(items)
        self.next.setVisible(bool(items))
        self._none.setVisible(not items)
        self.tick()
        for button in self._buttons.values():
            button.setEnabled(bool(items))
        self.undo.setEnabled(bool(self._taken_back))
        self.tasks.show_for(self.roles)

    def tick(self) -> None:
        """Move the times left, without touching what is chosen."""
        if self.live.has_incident:
            self.next_model.retranslate()
            self.meeting.refresh()
            self.lists.feed(rows(self.live.incident, self.live.plan, self.live.now(), self._unfolded, self._wanted))

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self.title(_("Att göra"))
        self._for.setText(_("Visa för"))
        self.role.setAccessibleName(_("Visa för"))
        self._next_card.say(_("Nästa fem"), _("mellanslag bockar av och går vidare"))
        self.next.setAccessibleName(_("Nästa fem"))
        self._none.setText(_("Inget väntar för de här rollerna. Välj alla roller, eller öppna en lista."))
        self._lists_card.say(_("Checklistor"), _("Enter öppnar och startar"))
        self.lists.setAccessibleName(_("Checklistor"))
        self.search.say(_("Sök lista eller punkt"))
        for act, words, keys in (
            (TICK, _("Klar"), _("Mellanslag eller Enter")),
            (SKIP, _("Ej aktuell"), "N"),
            (GIVE, _("Lämna över"), "R"),
            (NOTE, _("Anteckning"), "A"),
        ):
            self._buttons[act].say(words)
            tooltip(self._buttons[act], keys)
        self.undo.say(_("Ångra"))
        tooltip(self.undo, "Ctrl+Z")
        self.next_model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to an item or a list by its code."""
        self._wanted = ""
        self.search.clear()
        self.next.choose(key)
        if self.next.currentIndex().isValid() and self.next.current.item.id == key:
            self.next.setFocus()
            return
        self._unfolded.add(key.partition("-")[0])
        self.refresh()
        self.lists.choose(key)
        self.lists.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts side by side where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= current().px(SIDE_BY_SIDE)
        way = QBoxLayout.Direction
        self._parts.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.role.setMaximumWidth(min(current().px(300), self.width() // 2))

    def take_back(self) -> None:
        """Undo the last act of this visit (ångra)."""
        if self._taken_back:
            attempt(self, self._taken_back.pop())
        self.undo.setEnabled(bool(self._taken_back))

    def _fill_roles(self) -> None:
        plan = self.live.plan
        mine = my_roles(plan, self.live.person)
        choices = [(MY_ROLES, _("Mina roller ({roles})").format(roles=", ".join(mine)))] if mine else []
        choices += [(ALL_ROLES, _("Alla roller"))]
        choices += [(role.id, f"{role.name} ({role.id})") for role in plan.roles]
        self.role.fill(choices)
        if not self._chose_role:
            self.role.choose(MY_ROLES if mine and next_items(self.live.incident, mine, 1) else ALL_ROLES)

    def _choose_role(self, _role: str) -> None:
        self._chose_role = True
        self.refresh()

    def _act(self, act: str, row: object) -> None:
        one = row.todo if isinstance(row, Row) else row
        if act == UNDO:
            self.take_back()
        elif act in (FOLD, UNFOLD):
            self._fold(row, unfold=act == UNFOLD)
        elif not isinstance(one, Todo):
            if isinstance(row, Row) and act == TICK:
                self._open(row)
        elif act == TICK:
            self._tick(one)
        else:
            self.form.ask(act, one, self.live.plan)

    def _press(self) -> None:
        pressed = self.sender()
        one = self.next.current
        act = next((act for act, button in self._buttons.items() if button is pressed), "")
        if one is not None and act:
            self._act(act, one)
            if act == TICK:
                self.next.setFocus()

    def _tick(self, one: Todo) -> None:
        """Tick an item; open it again if it was ticked."""
        self._do(mark_item(self.live, one, Done.DONE if one.state is Done.OPEN else Done.OPEN))

    def _save(self, act: str, one: Todo, words: str) -> None:
        live = self.live
        if act == SKIP:
            done = self._do(mark_item(live, one, Done.NOT_APPLICABLE, words))
        elif act == GIVE:
            done = self._do(give(live, one, words))
        else:
            done = self._do(note(live, one, words))
        if done:
            self.form.leave()

    def _do(self, act: Act) -> bool:
        """Do an act and say that it was done, with a way back."""
        if not attempt(self.form if self.form.item is not None else self, act.do):
            return False
        if act.back is not None:
            self._taken_back.append(act.back)
        self.undo.setEnabled(bool(self._taken_back))
        toast = getattr(self.window(), "toast", None)
        if isinstance(toast, Toast):
            toast.say(act.said, self.take_back if act.back is not None else None)
        return True

    def _open(self, row: Row) -> None:
        """Unfold a list, start it, open it, or tick an item: what Enter means on a row."""
        if row.todo is not None:
            self._tick(row.todo)
        elif row.kind in ("idle", "shut"):
            self._unfolded.add(row.checklist)
            self._do(open_list(self.live, row.checklist, row.text))
        elif row.kind == "list":
            self._fold(row, unfold=not row.open)

    def _click(self) -> None:
        row = self.lists.current
        if isinstance(row, Row) and row.kind == "list":
            self._fold(row, unfold=not row.open)

    def _fold(self, row: object, *, unfold: bool) -> None:
        if not isinstance(row, Row) or not row.checklist:
            return
        if unfold:
            self._unfolded.add(row.checklist)
        else:
            self._unfolded.discard(row.checklist)
        self.refresh()
        self.lists.choose(row.checklist)

    def _search(self, words: str) -> None:
        self._wanted = words
        self.refresh()

    def _mark(self, one: Todo) -> Mark | None:
        return time_mark(one, self.live.now())

    def _detail(self, one: Todo) -> str:
        return item_detail(one, self.live.plan, self.live.incident)


def _text(one: Todo) -> str:
    return _(one.item.text)


def _item_id(one: Todo) -> str:
    return one.item.id


def _row_text(row: Row) -> str:
    return row.text


def _row_mark(row: Row) -> Mark | None:
    return row.mark


def _row_detail(row: Row) -> str:
    return row.detail


def _row_key(row: Row) -> str:
    return row.key
