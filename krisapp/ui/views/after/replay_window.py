"""The window of a replay (uppspelning): the screens as they stood, and the line of time beneath them.

It is never taken for the incident itself: it says on its own line that it is a replay, has no line to write the log
in, and an exercise keeps its frame.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from krisapp.domain.language.clock import date
from krisapp.domain.replaying import TURN_NAMES
from krisapp.domain.words import N_, _
from krisapp.ui.commands import command
from krisapp.ui.navigation import Navigation
from krisapp.ui.theme.theme import dress
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views import VIEWS
from krisapp.ui.views.after.replay_live import PastLive
from krisapp.ui.views.after.replay_player import Player
from krisapp.ui.views.view import Place, View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.exercise import ExerciseFrame, mark_exercise
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import Elided, label
from krisapp.ui.widgets.toast import Toast
from krisapp.ui.widgets.whole_page import WholePage

SHOWN = ("overview", "todo", "lead", "situation", "messages", "reach", "log", "questions")
"""The screens of an incident that show what the journal holds; the plan is that of today, and is not played."""


def _out() -> type[View]:
    from krisapp.ui.views.after.replay_out import OutThen

    return OutThen


def _director() -> type[View]:
    from krisapp.ui.views.after.replay_director import DirectorThen

    return DirectorThen


class ReplayWindow(QWidget):
    """Shows one recording from its start. Closing it lets the journal go.

    `director` tells whether the screen of the exercise director may be shown, in an exercise.
    """

    def __init__(self, live: PastLive, parent: QWidget, *, director: bool = True) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dress(self)
        self.live = live
        live.setParent(self)
        self.recording = live.past.recording
        live.past.go(self.recording.first, self.recording.time(self.recording.first))
        exercise = live.incident.exercise
        mark_exercise(self, exercise=exercise)
        self.places = (
            Place("out", N_("Ute då"), "send", _out),
            *((Place("director", N_("Inspel"), "drill", _director),) if exercise and director else ()),
            *(place for place in VIEWS if place.key in SHOWN),
        )
        self._views: dict[str, View] = {}
        self._pages: dict[str, WholePage] = {}
        self._stale: set[str] = set()
        self._shown = ""
        self._frame = ExerciseFrame(self)
        self._frame.show_exercise(on=exercise)
        self._navigation = Navigation(self._frame)
        self._stack = QStackedWidget(self._frame)
        self.player = Player(self.recording, self)
        self.toast = Toast(self, self._stack)
        self._make_head()
        self._lay_out()
        for number, place in enumerate(self.places, 1):
            command(self, place.name, f"Alt+{number % 10}", self._go_by_key).setData(place.key)
        command(self, N_("Stäng uppspelningen"), "Ctrl+W", self.close)
        self._navigation.chosen.connect(self.show_screen)
        self.player.moved.connect(self._move)
        self.player.refused.connect(self.refuse)
        live.shown.connect(self._show_item)
        live.changed.connect(self._refresh)
        self.setMinimumSize(800, 560)
        self.resize(parent.window().size())
        self.show_screen("out")
        self.player.go(self.recording.first)

    def start(self) -> None:
        """Put the focus on the line of time."""
        self.activateWindow()
        self.player.timeline.setFocus()

    @property
    def view(self) -> View:
        """Return the screen that is shown."""
        return self._views[self._shown]

    def show_screen(self, key: str) -> None:
        """Show a screen as it stood, building it at the first visit."""
        place = next((place for place in self.places if place.key == key), None)
        if place is None or key == self._shown:
            return
        if key not in self._views:
            view = place.load()(self.live, self._stack)
            dress(view)
            view.setAccessibleName(_(place.name))
            view.retranslate()
            self._views[key] = view
            self._pages[key] = WholePage(view, self._stack)
            self._stack.addWidget(self._pages[key])
            self._stale.add(key)
        self._shown = key
        self._navigation.choose(key)
        self._freshen()
        self.view.tick()
        self._stack.setCurrentWidget(self._pages[key])

    def refuse(self, sentence: str) -> None:
        """Say why something was refused where nothing nearer could."""
        self.toast.say(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the journal go."""
        self.player.pause()
        self.live.desk.close()
        super().closeEvent(event)

    def _move(self, number: int) -> None:
        """Let the desk stand at the moment of the player."""
        moment = self.recording.moment(self.player.place)[1]
        if number != self.live.past.number:
            self.live.past.go(number, moment)
        else:
            self.live.past.moment = moment
        self.view.tick()
        self._say_moment()

    def _refresh(self) -> None:
        self._stale = set(self._views)
        self._freshen()

    def _freshen(self) -> None:
        if self._shown in self._stale:
            self._stale.discard(self._shown)
            self.view.refresh()

    def _show_item(self, key: str, item: str) -> None:
        self.show_screen(key)
        if item and key == self._shown:
            self.view.show_item(item)

    def _go_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_screen(str(action.data()))
            self.view.start()

    def _make_head(self) -> None:
        self._head = QFrame(self._frame)
        self._head.setProperty("ground", "head")
        self._time, self._day = label("", self._head, "number"), label("", self._head, "quiet")
        self._name, self._said = Elided("", self._head, "strong"), Elided("", self._head, "quiet")
        row = QHBoxLayout(self._head)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.L)
        row.addWidget(Chip(Mark(_("UPPSPELNING"), Tone.WAIT, Shape.BARS), self._head))
        row.addWidget(self._time)
        words = QVBoxLayout()
        words.setSpacing(0)
        names = QHBoxLayout()
        names.setSpacing(Space.M)
        names.addWidget(self._name, 1)
        names.addWidget(self._day)
        words.addLayout(names)
        words.addWidget(self._said)
        row.addLayout(words, 1)
        row.addWidget(Button(_("Stäng uppspelningen"), self.close, self._head, icon="cross"))

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._navigation)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._head)
        right.addWidget(self._stack, 1)
        right.addWidget(self.player)
        middle.addLayout(right, 1)
        self._frame.inside.addLayout(middle, 1)
        self._navigation.offer(self.places)
        self._navigation.say_owner(self.live.plan.settings.municipality)
        self._navigation.say_saved(_("Du tittar på det som var. Inget kan ändras här."))

    def _say_moment(self) -> None:
        past, incident = self.live.past, self.live.incident
        line = incident.lines.get(self.recording.stamps[past.number - 1].id)
        said = _(TURN_NAMES[self.recording.turns[past.number - 1]])
        if line is not None:
            said = _("Sekretessmarkerad post") if line.ground else line.text
        self._time.setText(f"{past.moment:%H.%M.%S}")
        self._day.setText(date(past.moment))
        self._name.setText(incident.sheet.name)
        self._said.setText(said)
        self.setWindowTitle(_("UPPSPELNING – {name} – Krisapp").format(name=incident.sheet.name))
        self.player.timeline.setAccessibleDescription(f"{self._time.text()}, {said}")
