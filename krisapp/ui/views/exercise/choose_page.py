"""Choosing a drill (välj övning): the scenarios and quick drills, what each is about, and one key to begin."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.exercising.scenario import Scenario
from krisapp.domain.words import N_, _, ngettext
from krisapp.store import scenario_files
from krisapp.store.bad_input import BadInput
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.exercise.conducting import conductor_of
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.fields import Choice, Field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList


class Offer(NamedTuple):
    """A scenario file as the list shows it; `scenario` is None where it cannot be read, and `fault` says why."""

    path: Path
    scenario: Scenario | None
    fault: str
    own: bool


def offers(live: Live) -> list[Offer]:
    """Return the drill of fifteen minutes, the scenarios, those of one's own, and the other quick drills."""
    found = []
    quick = scenario_files.quick()
    groups = (
        (quick[:1], False),
        (scenario_files.shipped(), False),
        (scenario_files.own(live.workplace.folder), True),
        (quick[1:], False),
    )
    for paths, own in groups:
        for path in paths:
            try:
                found.append(Offer(path, scenario_files.read_scenario(path, live.plan), "", own))
            except BadInput as no:
                found.append(Offer(path, None, str(no), own))
    return found


def _title(row: Offer) -> str:
    return row.scenario.name if row.scenario else row.path.name


def _detail(row: Offer) -> str:
    return row.scenario.about if row.scenario else row.fault


def _note(row: Offer) -> str:
    return _("{minutes} min").format(minutes=row.scenario.minutes) if row.scenario else ""


def _mark(row: Offer) -> Mark | None:
    if row.scenario is None:
        return Mark(_("går inte att läsa"), Tone.ALARM, Shape.CROSS)
    if row.scenario.goals:
        return Mark(_("snabb"), Tone.INFO, Shape.DOT)
    return Mark(_("egen"), Tone.NEUTRAL, Shape.SQUARE) if row.own else None


def _key(row: Offer) -> str:
    return str(row.path)


COLUMNS = (Column[Offer](N_("Scenario"), _title, mark=_mark, detail=_detail, note=_note),)


class ChoosePage(TabPage):
    """The list to the left, the chosen one to the right, with what starts it."""

    def __init__(self, live: Live, view: TabbedView) -> None:
        super().__init__(live, view)
        self.model = RowsModel[Offer](COLUMNS, _key, self)
        self.list = WrappedList(self.model, "", self)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self._left = Card("", self)
        self._left.body.addWidget(self.list, 1)
        self._right = Card("", self)
        self._about = label("", self, wrap=True)
        self._goals = label("", self, wrap=True)
        self._goals_title = label("", self, "strong")
        self._facts = label("", self, "quiet", wrap=True)
        self._busy = label("", self, "quiet", wrap=True)
        self.director = Choice("", self)
        self._director = Field("", self.director, self)
        self.begin = Button("", self._begin, self, "primary", "start")
        self.window_button = Button("", self._show_window, self, icon="eye")
        self.copy_button = Button("", self.edit, self, icon="pencil")
        self.papers_button = Button("", self.print, self, icon="print")
        self.new_button = Button("", self.make, self, icon="plus")
        self._left.head(self.new_button)
        self.command(N_("Nytt scenario"), "Ctrl+N;Ins", self.make)
        self.command(N_("Ändra scenariot"), "F4", self.edit)
        self.command(N_("Skriv ut övningens papper"), "Ctrl+P", self.print)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.S)
        for part in (self._about, self._facts, self._goals_title, self._goals):
            column.addWidget(part)
        column.addStretch(1)
        self._right.body.addWidget(scrolled(inside, self), 1)
        self._right.body.addWidget(self._director)
        self._right.body.addWidget(self._busy)
        row = Flow()
        for button in (self.begin, self.window_button, self.papers_button, self.copy_button):
            row.addWidget(button)
        self._right.body.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TwoPanes(self._left, self._right, self, narrow=820, stretch=(3, 3)), 1)

    @property
    def offer(self) -> Offer | None:
        """Return the chosen row."""
        row = self.list.current
        return row if isinstance(row, Offer) else None

    def start(self) -> None:
        """Begin in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the files of now."""
        self.model.feed(offers(self.live))
        if not self.list.currentIndex().isValid() and self.model.rows:
            self.list.choose(_key(self.model.rows[0]))
        plan = self.live.plan
        people = [(person.id, person.name) for person in plan.people]
        self.director.fill([("", _("den som sitter här")), *people], self.director.key)
        self._show(self.offer)

    def retranslate(self) -> None:
        """Set every word."""
        self._left.say(_("Välj en övning"))
        self.list.setAccessibleName(_("Övningar"))
        self._goals_title.setText(_("Mål"))
        self._director.say(_("Vem leder övningen?"), _("Övningsledaren får ett eget fönster. Laget ser inget av det."))
        self.begin.say(_("Starta övningen"))
        tooltip(self.begin, _("Enter"))
        self.window_button.say(_("Övningsledarens fönster"))
        self.copy_button.say(_("Ändra …"))
        tooltip(self.copy_button, "F4")
        self.papers_button.say(_("Papper …"))
        tooltip(self.papers_button, "Ctrl+P")
        self.new_button.say(_("Nytt …"))
        tooltip(self.new_button, "Ctrl+N")
        self.model.retranslate()

    def edit(self) -> None:
        """Edit the chosen scenario; the program's own are copied first."""
        offer = self.offer
        if self.live.has_incident:
            return
        if offer is not None and offer.scenario is not None:
            self._edit(offer.scenario, offer.path if offer.own else None)
        elif offer is not None:
            self._view.refuse(offer.fault)

    def make(self) -> None:
        """Write a scenario of one's own."""
        if not self.live.has_incident:
            self._edit(None, None)

    def print(self) -> None:
        """Choose papers of the scenario to print, in case the machine is what is taken away."""
        from krisapp.ui.views.exercise.score.papers_dialog import PapersDialog  # only for one who prints

        offer = self.offer
        if offer is not None and offer.scenario is not None and not self.live.has_incident:
            dialog = PapersDialog(self.live, offer.scenario, self)
            dialog.run()
            dialog.deleteLater()

    def _edit(self, scenario: Scenario | None, path: Path | None) -> None:
        from krisapp.ui.views.exercise.editor.dialog import ScenarioDialog  # only for one who writes

        dialog = ScenarioDialog(self.live, scenario, path, self)
        if dialog.run():
            self.refresh()
            if dialog.saved is not None:
                self.list.choose(str(dialog.saved))
        dialog.deleteLater()

    def _show(self, row: object) -> None:
        if not isinstance(row, Offer):
            return
        conductor, scenario = conductor_of(self.live), row.scenario
        drill = conductor.drill
        self._right.say(_title(row), _note(row))
        self._about.setText(_detail(row))
        lines = list(self._goal_lines(scenario)) if scenario else []
        self._goals.setText("\n".join(lines))
        self._goals_title.setVisible(bool(lines))
        self._facts.setText("\n".join(self._fact_lines(scenario)) if scenario else "")
        going = self.live.has_incident
        self._busy.setVisible(going)
        self._busy.setText(_("En övning är öppen. Stäng den för att starta en annan."))
        self.begin.setVisible(not going and scenario is not None)
        self._director.setVisible(not going and scenario is not None and not scenario.goals)
        self.window_button.setVisible(drill is not None)
        # In a drill nobody of the team may read what is to come.
        for button in (self.papers_button, self.copy_button, self.new_button):
            button.setVisible(not going)

    def _goal_lines(self, scenario: Scenario) -> Iterator[str]:
        names = {one.id: one.name for one in scenario_files.objectives()}
        yield from (f"• {goal.name}" for goal in scenario.goals)
        if not scenario.goals:
            yield from (f"• {id} {names[id]}" for id in scenario.objectives if id in names)

    def _fact_lines(self, scenario: Scenario) -> Iterator[str]:
        count = len(scenario.injects)
        yield ngettext("{count} inspel.", "{count} inspel.", count).format(count=count)
        if scenario.starts:
            yield _("Börjar {time}.").format(time=scenario.starts)
        if scenario.roles:
            yield _("Roller: {roles}.").format(roles=", ".join(scenario.roles))
        if scenario.goals:
            yield _("Du övar själv. Utkast du sparar i Budskap läses av en spelad godkännare inom en halv minut.")

    def _open(self, _row: object) -> None:
        if self.begin.isVisibleTo(self):
            self._begin()

    def _begin(self) -> None:
        offer = self.offer
        if offer is None or offer.scenario is None or self.live.has_incident:
            return
        scenario, conductor, live = offer.scenario, conductor_of(self.live), self.live
        director = "" if scenario.goals else self.director.key
        if attempt(self, lambda: conductor.start(scenario, live.person, director, offer.path.parent)):
            live.shown.emit("exercise", "arrivals")
            if not scenario.goals:
                conductor.show_window()

    def _show_window(self) -> None:
        conductor_of(self.live).show_window()
