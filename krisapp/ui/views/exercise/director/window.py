"""The director's own window: the injects to the left, the chosen one and what the team does to the right."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QScreen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.exercising.drill import Drill, Standing, handle, improvise, move
from krisapp.domain.exercising.scenario import Inject
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.commands import command, commands_of
from krisapp.ui.theme.theme import dress
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.exercise.conducting import Conductor
from krisapp.ui.views.exercise.director.chosen_card import ChosenCard
from krisapp.ui.views.exercise.director.clock_bar import ClockBar, pace_keys
from krisapp.ui.views.exercise.director.improvise_dialog import ImproviseDialog
from krisapp.ui.views.exercise.director.inject_rows import COLUMNS, InjectRow, inject_rows, row_key
from krisapp.ui.views.exercise.director.notes_pane import NotesPane
from krisapp.ui.views.lead.acting import ActingList
from krisapp.ui.views.lead.task.task_dialog import WhyDialog
from krisapp.ui.views.overview_lines import COLUMNS as LINES
from krisapp.ui.views.overview_lines import Last, last_key, last_of
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.exercise import ExerciseFrame, mark_exercise
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import tooltip
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import RowsModel

SEND, HOLD, LET_GO, SKIP, MOVE, NEW = "send", "hold", "let_go", "skip", "move", "new"

KEYS = {
    int(Qt.Key.Key_S): SEND,
    int(Qt.Key.Key_H): HOLD,
    int(Qt.Key.Key_L): LET_GO,
    int(Qt.Key.Key_Delete): SKIP,
    int(Qt.Key.Key_F4): MOVE,
}

LATEST = 30
"""How many lines of the team's log are shown."""


class DirectorWindow(QWidget):
    """What only the director and the evaluators see; it never becomes part of the team's window."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__()
        self.conductor = conductor
        # The program ends when the team's window is closed, whatever stands open here.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # noqa: FBT003 - Qt takes no name here
        dress(self)
        mark_exercise(self, exercise=True)
        self.resize(1180, 680)
        self.setMinimumSize(800, 520)
        self._frame = ExerciseFrame(self)
        self._frame.show_exercise(on=True)
        self._page = QWidget(self._frame)
        self._page.setAutoFillBackground(True)
        self.banner = Banner(self._page)
        self.clock = ClockBar(conductor, self._page)
        self.model = RowsModel[InjectRow](COLUMNS, row_key, self)
        self.list = ActingList(self.model, KEYS, self._page)
        self.list.acted.connect(self._act)
        self.list.opened.connect(self._send_row)
        self.list.chosen.connect(self._show)
        self.chosen = ChosenCard(self._page)
        self.buttons = {act: Button("", self._press, self._page) for act in (SEND, HOLD, LET_GO, SKIP, MOVE)}
        self.new_button = Button("", self.improvise, self._page, icon="plus")
        self.lines_model = RowsModel[Last](LINES, last_key, self)
        self.lines = RowList(self.lines_model, "", self._page, tight=True)
        self._list_card, self._lines_card = Card("", self._page), Card("", self._page)
        self.notes = NotesPane(conductor, self._page)
        self._lay_out()
        self._add_commands()
        self.retranslate()
        conductor.moved.connect(self.tick)
        conductor.live.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        self._list_card.head(self.new_button)
        self._list_card.body.addWidget(self.list, 1)
        self._lines_card.body.addWidget(self.lines, 1)
        acts = Flow()
        for button in self.buttons.values():
            acts.addWidget(button)
        self.chosen.body.addLayout(acts)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(Space.M)
        left.addWidget(self._list_card, 3)
        left.addWidget(self.chosen, 2)
        right.addWidget(self._lines_card, 1)
        right.addWidget(self.notes, 1)
        both = QHBoxLayout()
        both.setSpacing(Space.M)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        page = QVBoxLayout(self._page)
        page.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        page.setSpacing(Space.M)
        page.addWidget(self.clock)
        page.addWidget(self.banner)
        page.addLayout(both, 1)
        self._frame.inside.addWidget(self._page, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._frame)

    def _add_commands(self) -> None:
        command(self, N_("Pausa eller kör vidare"), "F5", self.clock.toggle)
        command(self, N_("Hoppa till en minut"), "F6", self.clock.jump)
        command(self, N_("Avsluta övningen (ENDEX)"), "F10", self.clock.end)
        command(self, N_("Improviserat inspel"), "Ctrl+N;Ins", self.improvise)
        command(self, N_("Anteckna en observation"), "F2", self._note)
        command(self, N_("Till inspelen"), "Ctrl+Down", self.list.setFocus)
        command(self, N_("Skarpt läge: lägg undan övningen"), "F12", self.real)
        for name, key, act in pace_keys(self.clock):
            command(self, name, key, act)
        command(self, N_("Tangenter"), "Shift+F1", self._show_help)

    def stand_apart(self, team: QScreen) -> None:
        """Stand on another screen than the team's, where there is one."""
        other = next((one for one in QGuiApplication.screens() if one is not team), None)
        if other is not None:
            self.move(other.availableGeometry().topLeft())

    def refuse(self, sentence: str) -> None:
        """Say above the lists why something was refused."""
        self.banner.say(sentence, Tone.ALARM)

    def retranslate(self) -> None:
        """Set every word."""
        self._list_card.say(_("Inspel"), _("det som kommer först"))
        self._lines_card.say(_("Det laget har gjort"))
        self.list.setAccessibleName(_("Inspel, det som kommer först"))
        self.lines.setAccessibleName(_("Lagets logg, senaste först"))
        self.new_button.say(_("Improvisera …"))
        tooltip(self.new_button, "Ctrl+N")
        for act, words, key in (
            (SEND, _("Skicka nu"), _("S eller Enter")),
            (HOLD, _("Håll"), "H"),
            (LET_GO, _("Släpp"), "L"),
            (SKIP, _("Hoppa över …"), _("Delete")),
            (MOVE, _("Flytta …"), "F4"),
        ):
            self.buttons[act].say(words)
            tooltip(self.buttons[act], key)
        self.clock.retranslate()
        self.notes.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live = self.conductor.live
        if self.conductor.drill is None:
            return
        self.setWindowTitle(_("ÖVNING – Övningsledning – {name}").format(name=live.incident.sheet.id))
        self.lines_model.feed([last_of(line) for line in reversed(live.incident.log[-LATEST:])])
        self.notes.refresh()
        self.tick()

    def tick(self) -> None:
        """Follow the clock."""
        drill, live = self.conductor.drill, self.conductor.live
        if drill is None or not self.isVisible():
            return
        self.clock.refresh()
        before = self.list.current
        self.list.feed(inject_rows(live.incident, drill, live.now()))
        self._go_on(before, self.list.current)
        self._show(self.list.current)

    def _go_on(self, before: object, now: object) -> None:
        """Let the eye go on to what comes next when the inject it rested on has gone."""
        done = (Standing.SENT, Standing.SKIPPED)
        if not isinstance(before, InjectRow) or not isinstance(now, InjectRow) or before.inject.id != now.inject.id:
            return
        if before.standing not in done and now.standing in done:
            self.list.choose(self.model.rows[0].inject.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list."""
        super().showEvent(event)
        self.refresh()
        self.list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Wear the look that was chosen in the team's window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            dress(self)

    def improvise(self) -> None:
        """Write an inject and send it at once."""
        drill, live = self.conductor.drill, self.conductor.live
        if drill is None or drill.ended is not None:
            return
        number = len(drill.improvised) + 1
        taken = {one.id for one in drill.injects}
        while f"X{number}" in taken:
            number += 1
        dialog = ImproviseDialog(live.plan, f"X{number}", int(drill.minute(live.now())), self._add, self)
        dialog.run()
        dialog.deleteLater()

    def real(self) -> None:
        """Lay the drill aside: something real has happened."""
        self.conductor.park()

    def _add(self, inject: Inject) -> None:
        drill, live = self.conductor.drill, self.conductor.live
        if drill is not None:
            added = improvise(drill, inject)
            with live.desk.telling_once():
                live.desk.do(added, person=self.conductor.director)
                live.desk.do(handle(drill, inject.id, Standing.SENT, live.now()), person=self.conductor.director)

    def _show(self, row: object) -> None:
        if not isinstance(row, InjectRow):
            return
        self.chosen.show_row(row)
        standing, drill = row.standing, self.conductor.drill
        goes_on = drill is not None and drill.ended is None
        self.buttons[SEND].say(_("Skicka igen") if standing is Standing.SENT else _("Skicka nu"))
        self.buttons[SEND].setEnabled(goes_on)
        self.buttons[HOLD].setEnabled(goes_on and standing is Standing.PLANNED)
        self.buttons[LET_GO].setEnabled(goes_on and standing in (Standing.HELD, Standing.SKIPPED))
        for act in (SKIP, MOVE):
            self.buttons[act].setEnabled(goes_on and standing in (Standing.PLANNED, Standing.HELD))

    def _press(self) -> None:
        sender = self.sender()
        for act, button in self.buttons.items():
            if button is sender:
                self._act(act, self.list.current)

    def _send_row(self, row: object) -> None:
        """Send by Enter. What has been sent is sent again only by its own key."""
        if isinstance(row, InjectRow) and row.standing is not Standing.SENT:
            self._act(SEND, row)

    def _act(self, act: str, row: object) -> None:
        drill = self.conductor.drill
        if not isinstance(row, InjectRow) or drill is None or drill.ended is not None:
            return
        id = row.inject.id
        to = {SEND: Standing.SENT, HOLD: Standing.HELD, LET_GO: Standing.PLANNED}.get(act)
        if to is not None and self._may(row, to):
            self.conductor.act(lambda drill: (handle(drill, id, to, self.conductor.live.now()),), self)
        elif act == SKIP and self._may(row, Standing.SKIPPED):
            self._ask(_("Hoppa över {id}").format(id=id), _("Varför?"), _("Hoppa över"), partial(self._skip, id))
        elif act == MOVE and self._may(row, Standing.PLANNED, itself=True):
            question = _("Till vilken minut?")
            self._ask(_("Flytta {id}").format(id=id), question, _("Flytta"), partial(self._move, drill, id))

    @staticmethod
    def _may(row: InjectRow, to: Standing, *, itself: bool = False) -> bool:
        """Return whether the step makes sense: nothing that is sent is held, let go, skipped or moved."""
        if to is Standing.SENT:
            return True
        return row.standing is not Standing.SENT and (itself or row.standing is not to)

    def _ask(self, title: str, question: str, confirm: str, act: "partial[None]") -> None:
        dialog = WhyDialog(title, question, confirm, act, self)
        dialog.run()
        dialog.deleteLater()

    def _skip(self, id: str, why: str) -> None:
        live, drill = self.conductor.live, self.conductor.drill
        if drill is not None:
            happened = handle(drill, id, Standing.SKIPPED, live.now(), why)
            live.desk.do(happened, person=self.conductor.director)

    def _move(self, drill: Drill, id: str, typed: str) -> None:
        if not typed.strip().isdigit():
            raise Refused(N_("Skriv minuten med siffror, till exempel 45."))
        self.conductor.live.desk.do(move(drill, id, int(typed)), person=self.conductor.director)

    def _show_help(self) -> None:
        from krisapp.ui.keyboard_help import KeyboardHelp  # only for one who asks

        KeyboardHelp(commands_of(self), self).exec()

    def _note(self) -> None:
        self.notes.text.setFocus()
