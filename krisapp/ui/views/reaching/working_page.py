"""The page Vad fungerar: the grid of the places, the municipality's own systems, and the worst gap in one line."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from krisapp.domain.events import Event
from krisapp.domain.reaching import working
from krisapp.domain.reaching.gap import Reach, gaps
from krisapp.domain.reaching.ladder import Rung, Step, ladder
from krisapp.domain.reaching.working import HOUSE, LOCAL, OWN, POWER, THING_NAMES, State, towns
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.reaching.telling import state_mark, state_sentence, title_of, verdict_mark
from krisapp.ui.views.reaching.things import NEXT, GridModel, Spot, ThingsGrid
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.captioned import Captioned
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.fields import Tick, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import Elided, label

if TYPE_CHECKING:
    from krisapp.ui.live import Live

PAUSE = 1200
"""Milliseconds after the last Space until what was turned is written: a turn passes through states nobody meant."""


class WorkingPage(TabPage):
    """Sets what works by keyboard, and says at once whom that leaves unreached. `gaps_wanted` asks for the table."""

    gaps_wanted = Signal()
    undoable = Signal(str, object)
    """Words of what was written, and the act that takes it back."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self._turned: dict[Spot, State] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self.places_model, self.house_model = GridModel(self), GridModel(self)
        self.places, self.house = ThingsGrid(self.places_model, self), ThingsGrid(self.house_model, self)
        self.source = text_field("", self)
        self._source = Captioned(self.source, self)
        self.cold = Tick("", self)
        self._sentence = Elided("", self)
        self._keys = label("", self, "quiet")
        self._missed = Chip(Mark("", Tone.NEUTRAL, Shape.RING), self)
        self._gap = Elided("", self, "strong")
        self._to_gaps = Button("", self.gaps_wanted.emit, self)
        self.command(N_("Orten är strömlös"), "S", self.mark_dark, self.places)
        self.command(N_("Allt fungerar på orten"), "A", self.mark_working, self.places, self.house)
        self._lay_out()
        self._pause.timeout.connect(self.write)
        self.cold.clicked.connect(self._set_cold)
        for grid in (self.places, self.house):
            grid.turned.connect(self._turn)
            grid.set_to.connect(self._set)
            grid.left.connect(self.write)
            grid.moved.connect(self._move)

    def _lay_out(self) -> None:
        row = Flow()
        for part in (self._source, self.cold, self._keys):
            row.addWidget(part)
        self.source.setMinimumWidth(current().px(220))
        gap = QHBoxLayout()
        gap.setSpacing(Space.S)
        gap.addWidget(self._missed)
        gap.addWidget(self._gap, 1)
        gap.addWidget(self._to_gaps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self.places)
        column.addWidget(self.house)
        column.addWidget(self._sentence)
        column.addLayout(gap)
        column.addStretch(1)
        for grid in (self.places, self.house):
            grid.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what was turned when another page is shown."""
        super().hideEvent(event)
        self.write()

    def retranslate(self) -> None:
        """Set every word."""
        self._source.say(_("Källa"), _("Källa till det som rapporteras"))
        self.source.setPlaceholderText(_("Till exempel elnätsägaren"))
        self.cold.say(_("Kallt ute"))
        self.places.setAccessibleName(_("Vad som fungerar på orterna"))
        self.house.setAccessibleName(_("Vad som fungerar av kommunens egna system"))
        self._keys.setText(
            _("Mellanslag växlar · N nere, F fungerar, O okänt · hela orten: S strömlös, A allt fungerar")
        )
        self._to_gaps.say(_("Vem nås (Ctrl+2)"))

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live = self.live
        incident, plan, now = live.incident, live.plan, live.now()
        steps = {step.place: step for step in ladder(plan, incident.working, now)}
        places = [(town.id, _row_name(town.name, steps[town.id])) for town in towns(plan)]
        self.places_model.feed(places, _named(LOCAL), self._cells([id for id, _name in places], LOCAL))
        self.house_model.feed([(HOUSE, working.own_systems())], _named(OWN), self._cells([HOUSE], OWN))
        self.cold.setChecked(incident.working.cold is not None)
        self._tell_gap(gaps(incident, plan))
        self._tell()

    def start(self) -> None:
        """Begin in the grid."""
        self.places.setFocus()

    def mark_dark(self) -> None:
        """Tell that the chosen places have no power (S)."""
        rows = {place for place, _thing in self.places.chosen} if self.places.hasFocus() else set()
        self._report({(place, POWER): State.DOWN for place in rows})

    def mark_working(self) -> None:
        """Tell that all works in the chosen places, or in the house (A)."""
        grid = self.house if self.house.hasFocus() else self.places
        things = OWN if grid is self.house else LOCAL
        rows = {place for place, _thing in grid.chosen}
        self._report({(place, thing): State.WORKING for place in rows for thing in things})

    def write(self) -> None:
        """Write what Space has turned."""
        self._pause.stop()
        turned, self._turned = self._turned, {}
        if turned and self.live.has_incident:
            told = self.live.incident.working.told
            self._report({spot: state for spot, state in turned.items() if told(*spot) is not state})
            self.refresh()

    def _turn(self) -> None:
        """Turn the chosen cells to the next state; it is written when the hand rests."""
        grid = self.house if self.house.hasFocus() else self.places
        chosen = grid.chosen
        if chosen:
            first = self._turned.get(chosen[0], self.live.incident.working.told(*chosen[0]))
            self._turned |= dict.fromkeys(chosen, NEXT[first])
            self._pause.start()
            self.refresh()

    def _set(self, state: State) -> None:
        grid = self.house if self.house.hasFocus() else self.places
        self._turned = {}
        self._report(dict.fromkeys(grid.chosen, state))

    def _report(self, states: dict[Spot, State]) -> None:
        """Write one report for each place, and offer to take them back."""
        if not states:
            return
        by_place: dict[str, dict[str, State]] = {}
        for (place, thing), state in states.items():
            by_place.setdefault(place, {})[thing] = state
        told = self.live.incident.working.told
        before = {place: {thing: told(place, thing) for thing in of} for place, of in by_place.items()}
        source = self.source.text()
        if attempt(self, partial(self._do, by_place, source)):
            words = ngettext("{count} ort rapporterad", "{count} orter rapporterade", len(by_place))
            self.undoable.emit(words.format(count=len(by_place)), partial(self._do, before, _("ångrat")))

    def _do(self, by_place: dict[str, dict[str, State]], source: str) -> None:
        events: list[Event] = [
            working.report(self.live.incident, place, states, source) for place, states in by_place.items()
        ]
        self.live.do(*events)

    def _set_cold(self) -> None:
        cold = self.cold.isChecked()
        attempt(self, lambda: self.live.do(working.set_cold(self.live.incident, cold=cold)))
        self.refresh()

    def _cells(self, places: list[str], things: tuple[str, ...]) -> dict[Spot, tuple[Mark, str]]:
        incident = self.live.incident
        known = incident.working
        found = {}
        for place in places:
            for thing in things:
                told = self._turned.get((place, thing), known.told(place, thing))
                state = told if (place, thing) in self._turned else known.state(place, thing)
                follows = state is not told
                found[place, thing] = (
                    state_mark(state, follows=follows),
                    state_sentence(incident, known, place, thing),
                )
        return found

    def _move(self) -> None:
        self.write()
        self._tell()

    def _tell(self) -> None:
        grid, model = (self.house, self.house_model) if self.house.hasFocus() else (self.places, self.places_model)
        spot = grid.spot
        name = spot[0] or working.own_systems() if spot else ""
        self._sentence.setText(f"{name}, {model.sentence(grid.currentIndex())}" if spot else "")

    def _tell_gap(self, found: list[Reach]) -> None:
        """Say the worst gap in one line, and how many more there are."""
        if not found:
            self._missed.show_mark(Mark(_("ingen lucka"), Tone.GOOD, Shape.CHECK))
            self._gap.setText(_("Alla som berörs nås, eller väntar på sin första text."))
            return
        self._missed.show_mark(verdict_mark(found[0].verdict))
        first = title_of(self.live.plan, found[0])
        more = len(found) - 1
        words = ngettext("{first}, och {count} lucka till.", "{first}, och {count} luckor till.", more)
        self._gap.setText(words.format(first=first, count=more) if more else f"{first}.")


def _row_name(name: str, step: Step) -> str:
    return f"{name} · {step.rung}" if step.told or step.rung is not Rung.A else name


def _named(things: tuple[str, ...]) -> list[tuple[str, str]]:
    names = [(thing, _(THING_NAMES[thing])) for thing in things]
    return [(thing, name[:1].upper() + name[1:]) for thing, name in names]
