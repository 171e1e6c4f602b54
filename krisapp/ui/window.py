"""The frame around every screen (fönstret): navigation, head, the screen, the log line, and the commands."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import zip_longest

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from krisapp.domain import log
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.alerts import Alerts
from krisapp.ui.commands import name_action
from krisapp.ui.counts import counts
from krisapp.ui.head import Head, Standing
from krisapp.ui.live import Live
from krisapp.ui.log_line import LogLine
from krisapp.ui.look import Look
from krisapp.ui.menus import Menus
from krisapp.ui.navigation import KEYS, Navigation
from krisapp.ui.settings import Kept
from krisapp.ui.views.view import Place, View
from krisapp.ui.widgets.exercise import ExerciseFrame, mark_exercise
from krisapp.ui.widgets.toast import Toast
from krisapp.ui.widgets.whole_page import WholePage

TITLE_BAR = 40
"""Pixels left for the title bar the window system draws around a first window on a small screen."""


class Window(QWidget):
    """The one window. A screen is built when it is first visited, or before, and refreshed when it is shown.

    `places` are the screens in the order of the navigation. Add commands with `command`.
    """

    def __init__(self, live: Live, kept: Kept, places: Sequence[Place]) -> None:
        super().__init__()
        self.live, self.kept = live, kept
        self._all_places = tuple(places)
        self._views: dict[str, View] = {}
        self._pages: dict[str, WholePage] = {}
        self._stale: set[str] = set()
        self._unsaid: set[str] = set()
        self._shown = ""
        self._closed = False
        self._go_actions: list[QAction] = []
        self._look = Look(kept.settings, self, self._parts)
        # Each part is made where it stays: one that moves to another parent is dressed twice.
        self._frame = frame = ExerciseFrame(self)
        self._menus = Menus(self, frame, self._look.pick_scheme, self._look.pick_language)
        self._navigation = Navigation(frame)
        self._head = Head(frame)
        self._alerts = Alerts(live, kept.settings, frame)
        self._stack = QStackedWidget(frame)
        self._log = LogLine(self._write_log, live.now, frame)
        self.toast = Toast(self, self._stack)
        self._lay_out()
        self._add_commands()
        self._show_chosen()
        self._look.dressed.connect(self._show_chosen)
        self._look.spoke.connect(self.retranslate)
        self._navigation.chosen.connect(self.go)
        self._head.person.connect(self._sit)
        live.changed.connect(self._change)
        live.planned.connect(self._change)
        live.opened.connect(self._open)
        live.ticked.connect(self._tick)
        live.shown.connect(self._show_item)
        self.setMinimumSize(800, 560)
        if not self.restoreGeometry(QByteArray.fromHex(kept.settings.geometry.encode())):
            self.resize(QSize(1280, 720).boundedTo(self.screen().availableSize() - QSize(0, TITLE_BAR)))
        live.sit(kept.settings.person)
        self._open()

    @property
    def places(self) -> list[Place]:
        """Return the screens offered now."""
        live = self.live
        if not live.has_incident:
            return [place for place in self._all_places if place.calm]
        exercise = live.incident.exercise
        return [place for place in self._all_places if place.incident or (place.exercise and exercise)]

    @property
    def view(self) -> View | None:
        """Return the screen that is shown."""
        return self._views.get(self._shown)

    def command(self, name: str, key: str, slot: Callable[[], object], menu: str = "incident") -> QAction:
        """Add a command named with `N_` to a menu (incident, go, view, help), Ctrl+K and F1."""
        return self._menus.add(name, key, slot, menu)

    def go(self, key: str) -> None:
        """Show a screen, building it at the first visit."""
        if key == self._shown or not self.build(key):
            return
        self._shown = self.kept.settings.view = key
        self._navigation.choose(key)
        if not self.freshen(key):
            self._views[key].tick()
        self._stack.setCurrentWidget(self._pages[key])

    def build(self, key: str) -> bool:
        """Build a screen unless that is done; return whether it is one that is offered now."""
        place = next((place for place in self.places if place.key == key), None)
        if place is None:
            return False
        if key not in self._views:
            view = place.load()(self.live, self._stack)
            self._look.dress(view)
            self._views[key] = view
            self._unsaid.add(key)
            self._pages[key] = WholePage(view, self._stack)
            self._stack.addWidget(self._pages[key])
            self._stale.add(key)
        return True

    def freshen(self, key: str) -> bool:
        """Let a screen that is built show what the desk holds now; return whether it did not already."""
        if key not in self._stale:
            return False
        self._stale.discard(key)
        if key in self._unsaid:
            self._unsaid.discard(key)
            self._views[key].setAccessibleName(next(_(place.name) for place in self._all_places if place.key == key))
            self._views[key].retranslate()
        self._views[key].refresh()
        return True

    def go_to_number(self, number: int) -> None:
        """Show the screen at a place in the navigation, from 1, and put the focus in it."""
        places = self.places
        if 1 <= number <= len(places):
            self.go(places[number - 1].key)
            if self.view is not None:
                self.view.start()

    def refuse(self, sentence: str) -> None:
        """Say why something was refused where nothing nearer could."""
        say = self.toast.say if self.view is None else self.view.refuse
        say(sentence)

    def retranslate(self) -> None:
        """Say every word of the window anew."""
        self._menus.retranslate()
        self._show_chosen()
        for part in (self._navigation, self._head, self._log):
            part.retranslate()
        # The others are said anew when they are next shown: all at once would keep the window from answering.
        self._stale, self._unsaid = set(self._views), set(self._views)
        self.freshen(self._shown)
        self._change()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; what was logged is already on disk."""
        self.kept.settings.geometry = bytes(self.saveGeometry().toHex().data()).decode()
        try:
            self.kept.keep()
        except OSError as error:
            # Losing the place of the window must never keep anyone from closing it.
            self.toast.say(_("Inställningarna kunde inte sparas: {reason}").format(reason=error.strerror))
        self._closed = True
        super().closeEvent(event)

    def _parts(self) -> Iterator[QWidget]:
        """Give what can be dressed one by one, what is seen first."""
        yield from (self._navigation, self._head, self._alerts, self._menus, self._log, self.toast)
        shown = self.view
        yield from sorted(self._views.values(), key=lambda view: view is not shown)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self._frame.inside.addWidget(self._menus)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._navigation)
        right = QVBoxLayout()
        right.setSpacing(0)
        for part, stretch in ((self._head, 0), (self._alerts, 0), (self._stack, 1), (self._log, 0)):
            right.addWidget(part, stretch)
        middle.addLayout(right, 1)
        self._frame.inside.addLayout(middle, 1)

    def _add_commands(self) -> None:
        add = self.command
        add(N_("Skriv i loggen"), "F2;Ctrl+L", self._log.take_focus, "incident")
        add(N_("Ångra det senaste"), "Ctrl+Z", self.toast.undo, "incident")
        add(N_("Välj vem du är"), "Ctrl+J", self._head.people.setFocus, "incident")
        for number, key in enumerate(KEYS, 1):
            action = add("", f"Alt+{key}", self._go_by_key, "go")
            action.setData(number)
            self._go_actions.append(action)
        add(N_("Större text"), "Ctrl++;Ctrl+=", self._look.larger, "view")
        add(N_("Mindre text"), "Ctrl+-", self._look.smaller, "view")
        add(N_("Vanlig textstorlek"), "Ctrl+0", self._look.normal, "view")
        add(N_("Alla kommandon"), "Ctrl+K", self._help, "help").setData("palette")
        add(N_("Handbok"), "F1", self._help, "help").setData("guide")
        add(N_("Tangenter"), "Shift+F1", self._help, "help").setData("keys")
        add(N_("Rundtur"), "", self._help, "help").setData("tour")

    def _name_go_commands(self) -> None:
        """Let Alt with a digit follow the navigation."""
        places = self.places
        for action, place in zip_longest(self._go_actions, places[: len(self._go_actions)]):
            name_action(action, place.name if place else "")
            action.setVisible(place is not None)
            action.setEnabled(place is not None)

    def _go_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.go_to_number(int(action.data()))

    def _help(self) -> None:
        from krisapp.ui.guide.opening import open_help  # here: not needed for the first paint

        action = self.sender()
        if isinstance(action, QAction):
            open_help(self, str(action.data()), self._shown)

    def _show_chosen(self) -> None:
        settings = self.kept.settings
        self._menus.show_chosen(settings.scheme.value, settings.language)

    def _open(self) -> None:
        """Show what belongs to an incident that was opened, or to readiness when it was closed."""
        if self._closed:
            return
        open_now = self.live.has_incident
        self.kept.settings.person = self.live.person or self.kept.settings.person
        exercise = open_now and self.live.incident.exercise
        mark_exercise(self, exercise=exercise)
        self._frame.show_exercise(on=exercise)
        self._log.setVisible(open_now)
        self._navigation.offer(self.places)
        self._name_go_commands()
        self._stale = set(self._views)
        self._shown = ""
        self._change()
        for place in self.places[:1]:
            self.go(place.key)
        if self.view is not None:
            self.view.start()

    def _change(self) -> None:
        """Show what is on disk now."""
        live = self.live
        plan = live.plan
        people = [("", _("Välj …"))] + [(person.id, person.name) for person in plan.people]
        self._head.people.fill(people, live.person)
        self._navigation.say_owner(plan.settings.municipality)
        standing = Standing.of(live)
        self._name_window(standing)
        self._head.show_standing(standing)
        self._navigation.count(counts(live))
        self._stale |= set(self._views) - {self._shown}
        if self.view is not None:
            self.view.refresh()
        self._tick()

    def _name_window(self, standing: Standing | None) -> None:
        title = _("Krisapp – beredskap")
        if standing is not None:
            title = _("ÖVNING – {name} – Krisapp") if standing.exercise else _("{name} – Krisapp")
        self.setWindowTitle(title.format(name=standing.name if standing else ""))

    def _tick(self) -> None:
        self._head.tick(self.live.now())
        self._navigation.say_saved(self._saved())
        if self.view is not None:
            self.view.tick()

    def _saved(self) -> str:
        if not self.live.has_incident:
            return _("Allt fungerar utan nät.")
        desk = self.live.desk
        if desk.saved_at is None:
            return _("Allt är sparat i {file}").format(file=desk.path.name)
        return _("Sparat kl. {time} i {file}").format(time=f"{desk.saved_at:%H.%M.%S}", file=desk.path.name)

    def _sit(self, person: str) -> None:
        self.kept.settings.person = person
        self.live.sit(person)
        self._change()

    def _show_item(self, key: str, item: str) -> None:
        self.go(key)
        if self.view is not None and item:
            self.view.show_item(item)

    def _write_log(self, kind: log.Kind, happened: datetime, text: str) -> str:
        if not self.live.has_incident:
            raise Refused(N_("Öppna eller starta en händelse först."))
        self.live.do(log.write(self.live.incident, kind, text, happened))
        number = self.live.incident.log[-1].label
        return _("Sparad som post {number}. Vad har hänt sedan?").format(number=number)
