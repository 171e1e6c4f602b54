"""Tasks (Uppdrag): one line to give one, the list by urgency, and a key for each thing that can be done with it."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from krisapp.domain.events import Event
from krisapp.domain.leading.task import assigning
from krisapp.domain.leading.task.task_words import understand
from krisapp.domain.leading.task.tasks import Source, State, Task, Tasks, Urgency, in_order, turns
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.lead.acting import UNDO, Acting, ActingList
from krisapp.ui.views.lead.seen_row import COLUMNS, SeenRow, row_key
from krisapp.ui.views.lead.task.task_acts import (
    BEGIN,
    CANCEL,
    CHANGE,
    DONE,
    GIVE,
    KEYS,
    ORIGIN,
    PART,
    PUT_OFF,
    TaskActs,
    cancel_latest,
)
from krisapp.ui.views.lead.task.task_rows import task_row, understood
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, Search, Tick, tab_order, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import RowsModel

if TYPE_CHECKING:
    from krisapp.ui.live import Live

ALL, MINE = "", "mine"
NEVER = datetime.min.replace(tzinfo=UTC)


class TasksPage(TabPage):
    """Who leads gives tasks without the mouse; who does them ticks with one key."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.acting = Acting(live, self)
        self._acts = TaskActs(live, self.acting, self)
        self._wanted = ""
        self._fed = self._turns = NEVER
        self.line = text_field("", self)
        self.line.textChanged.connect(self._preview)
        self.line.returnPressed.connect(self.add)
        self.add_button = Button("", self.add, self, "primary", icon="plus")
        self.preview = label("", self, "quiet", wrap=True)
        self._fault = label("", self, "fault", wrap=True)
        self._for = label("", self, "quiet")
        self.owner = Choice("", self)
        self._for.setBuddy(self.owner)
        self.owner.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.owner.setMinimumContentsLength(12)
        self.owner.chose.connect(self._filter)
        self.late = Tick("", self, self._filter)
        self.closed = Tick("", self, self._filter)
        self.search = Search("", self)
        self.model = RowsModel[SeenRow](COLUMNS, row_key, self)
        self.list = ActingList(self.model, KEYS, self)
        self._empty = Empty(self, "todo")
        self.search.searched.connect(self._search)
        self.search.left.connect(self.list.setFocus)
        self.list.acted.connect(self._act)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._name_acts)
        self.buttons = {act: Button("", self._press, self) for act in KEYS.values()}
        self.undo = Button("", self.acting.take_back, self, icon="undo")
        self.command(N_("Nytt uppdrag"), "Ctrl+N;Ins", self.start)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.S)
        entry = QHBoxLayout()
        entry.setSpacing(Space.S)
        entry.addWidget(self.line, 1)
        entry.addWidget(self.add_button)
        whole.addLayout(entry)
        whole.addWidget(self.preview)
        whole.addWidget(self._fault)
        self._fault.hide()
        filters = Flow()
        for part in (self._for, self.owner, self.late, self.closed):
            filters.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addLayout(filters, 3)
        row.addWidget(self.search, 2)
        whole.addLayout(row)
        acts = Flow()
        for button in (*self.buttons.values(), self.undo):
            acts.addWidget(button)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._empty, 1)
        whole.addLayout(acts)
        first = (self.line, self.add_button, self.owner, self.late, self.closed, self.search, self.list)
        tab_order([*first, *self.buttons.values(), self.undo])

    @property
    def task(self) -> Task | None:
        """Return the chosen task."""
        row = self.list.current
        return self.live.incident.part(Tasks).by_id.get(row.id) if isinstance(row, SeenRow) else None

    def start(self) -> None:
        """Begin in the line, where the next task is typed."""
        self.line.setFocus()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        self._fill_owners()
        self._feed()
        self.undo.setEnabled(self.acting.can_take_back)
        self._name_acts(None)

    def tick(self) -> None:
        """Let deadlines come nearer: no row says anything else before a minute or an urgency turns."""
        if not self._fed <= self.live.now() < self._turns:
            self._feed()

    def _feed(self) -> None:
        incident, now = self.live.incident, self.live.now()
        minute = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
        self._fed, self._turns = now, min(minute, turns(incident, now) or minute)
        mine, wanted = self._mine(), self._wanted.casefold().split()
        ordered = in_order(incident, now)
        shown = [task_row(one, incident, now) for one in ordered if self._is_shown(one, now, mine, wanted)]
        self.list.feed(shown)
        self.list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        if not shown:
            self._say_empty()

    def retranslate(self) -> None:
        """Set every word."""
        words = _("Nytt uppdrag, till exempel: @KOM kl. 15 Ring skolan")
        self.line.setAccessibleName(_("Nytt uppdrag"))
        self.line.setPlaceholderText(words)
        self.add_button.say(_("Ge uppdraget"))
        tooltip(self.add_button, "Enter")
        self._for.setText(_("Visa"))
        self.owner.setAccessibleName(_("Visa uppdrag för"))
        self.late.say(_("Bara försenade"))
        self.closed.say(_("Visa avslutade"))
        self.search.say(_("Sök uppdrag"))
        self.list.setAccessibleName(_("Uppdrag, de mest brådskande först"))
        self.undo.say(_("Ångra"))
        tooltip(self.undo, "Ctrl+Z")
        self._name_acts(None)
        self._preview(self.line.text())
        self.model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a task by its id."""
        task = self.live.incident.part(Tasks).by_id.get(key)
        if task is not None and key not in self.model.keys:
            self.owner.choose(ALL)
            self.late.setChecked(False)
            self.closed.setChecked(task.closed)
            self.search.clear()
            self._wanted = ""
            self._feed()
        self.list.choose(key)
        self.list.setFocus()

    def add(self) -> None:
        """Give the task that was typed; it is not given while something in it is unclear."""
        live, text = self.live, self.line.text()
        typed = understand(text, live.plan, live.now())
        _words, wrong = understood(typed, live.incident, live.now())

        def make() -> list[Event]:
            if wrong:
                raise Refused(wrong)
            return [
                assigning.add_task(
                    live.incident, typed.title, owner=typed.owner, deadline=typed.deadline, priority=typed.priority
                )
            ]

        self._fault.hide()
        said = _("Uppdraget är givet: {title}").format(title=typed.title)
        if self.acting.do(said, make, lambda: cancel_latest(live)):
            self.line.clear()
            newest = live.incident.part(Tasks).added()[-1]
            self.list.choose(newest.id)

    def refuse(self, sentence: str) -> None:
        """Say beneath the line why not; what was typed stays."""
        self._fault.setText(sentence)
        self._fault.show()
        self.line.setAccessibleDescription(sentence)

    def _is_shown(self, task: Task, now: datetime, mine: Collection[str], wanted: list[str]) -> bool:
        key = self.owner.key
        if task.closed and not self.closed.isChecked():
            return False
        if self.late.isChecked() and task.urgency(now) is not Urgency.OVERDUE:
            return False
        if key == MINE and task.owner not in mine:
            return False
        if key not in (ALL, MINE) and task.owner != key:
            return False
        whole = f"{task.number} {task.title} {task.owner}".casefold() if wanted else ""
        return all(word in whole for word in wanted)

    def _mine(self) -> frozenset[str]:
        person = self.live.person
        return frozenset((person, *(role.id for role in self.live.plan.held_by(person))))

    def _fill_owners(self) -> None:
        incident, plan = self.live.incident, self.live.plan
        used = dict.fromkeys(one.owner for one in incident.part(Tasks).added() if one.owner)
        names = {role.id: f"{role.id} {role.name}" for role in plan.roles}
        choices = [(ALL, _("Alla uppdrag")), (MINE, _("Mina uppdrag"))]
        self.owner.fill([*choices, *((one, names.get(one, incident.name_of(one))) for one in used)])

    def _preview(self, text: str) -> None:
        self._fault.hide()
        self.line.setAccessibleDescription("")
        if not text.strip() or not self.live.has_incident:
            self.preview.setText(_("@roll eller @namn säger vem, kl. 15 eller om 30 min när, ! att det är viktigt."))
            return
        now = self.live.now()
        words, wrong = understood(understand(text, self.live.plan, now), self.live.incident, now)
        self.preview.setText(_("Så här blir det: {words}").format(words=words))
        self._fault.setText(wrong)
        self._fault.setVisible(bool(wrong))

    def _filter(self, *_what: object) -> None:
        if self.live.has_incident:
            self._feed()

    def _search(self, words: str) -> None:
        self._wanted = words
        self._filter()

    def _say_empty(self) -> None:
        if self.live.incident.part(Tasks).added():
            self._empty.say(_("Inga uppdrag att visa"), _("Välj alla uppdrag, eller visa de avslutade."))
        else:
            self._empty.say(_("Inga uppdrag ännu"), _("Skriv vem, när och vad i raden ovanför. Enter ger uppdraget."))

    def _name_acts(self, _row: object) -> None:
        task = self.task if self.live.has_incident else None
        closed = task is not None and task.closed
        started = task is not None and task.state is State.STARTED
        for act, words, key in (
            (DONE, _("Öppna igen") if closed else _("Klart"), _("Mellanslag")),
            (BEGIN, _("Inte påbörjat") if started else _("Påbörja"), "P"),
            (GIVE, _("Lämna över …"), "R"),
            (PUT_OFF, _("Skjut upp …"), "S"),
            (CHANGE, _("Ändra …"), _("F4 eller Enter")),
            (PART, _("Deluppdrag …"), "D"),
            (CANCEL, _("Avbryt …"), "Delete"),
            (ORIGIN, _("Visa källan"), "K"),
        ):
            self.buttons[act].say(words)
            tooltip(self.buttons[act], key)
            part_of_part = act == PART and task is not None and bool(task.parent)
            always = act in (DONE, ORIGIN)
            self.buttons[act].setEnabled(task is not None and (always or not closed) and not part_of_part)
        self.buttons[ORIGIN].setVisible(task is not None and task.origin.source is not Source.HAND)

    def _press(self) -> None:
        pressed = self.sender()
        act = next((act for act, button in self.buttons.items() if button is pressed), "")
        if act != ORIGIN:
            self.list.setFocus()
        self._act(act, self.list.current)

    def _open(self, row: object) -> None:
        self._act(CHANGE, row)

    def _act(self, act: str, _row: object) -> None:
        task = self.task
        if act == UNDO:
            self.acting.take_back()
        elif task is not None:
            self._acts.do(act, task)
