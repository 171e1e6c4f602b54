"""The page Vad fungerar: the ladder in words, the grid of the places, the municipality's systems, and the gaps."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.events import Event
from krisapp.domain.reaching import working
from krisapp.domain.reaching.gap import Reach, gaps
from krisapp.domain.reaching.ladder import Step, ladder
from krisapp.domain.reaching.working import HOUSE, LOCAL, OWN, POWER, THING_NAMES, State, towns
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.reaching.telling import detail_of, rung_mark, state_mark, state_sentence, title_of, verdict_mark
from krisapp.ui.views.reaching.things import NEXT, GridModel, Spot, ThingsGrid
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.fields import Tick, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.plain import Elided, label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel

if TYPE_CHECKING:
    from krisapp.ui.live import Live

PAUSE = 1200
"""Milliseconds after the last Space until what was turned is written: a turn passes through states nobody meant."""


class WorkingPage(QWidget):
    """Sets what works by keyboard, and shows at once whom that leaves unreached. `gap_opened` gives a `Reach`."""

    gap_opened = Signal(object)
    undoable = Signal(str, object)
    """Words of what was written, and the act that takes it back."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._turned: dict[Spot, State] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self.places_model, self.house_model = GridModel(self), GridModel(self)
        self.places, self.house = ThingsGrid(self.places_model, self), ThingsGrid(self.house_model, self)
        self.source = text_field("", self)
        self._source_label = label("", self, "strong")
        self.cold = Tick("", self)
        self._sentence = Elided("", self)
        self._keys = label("", self, "quiet", wrap=True)
        self.gaps_model = RowsModel[tuple[Reach, str, str, Mark]](_GAPS, _gap_key, self)
        self.gaps = RowList(self.gaps_model, "", self)
        self._gaps_card = Card("", self)
        self._no_gaps = label("", self, "quiet", wrap=True)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._pause.timeout.connect(self.write)
        self.cold.clicked.connect(self._set_cold)
        self.gaps.opened.connect(self._open_gap)
        for grid in (self.places, self.house):
            grid.turned.connect(self._turn)
            grid.set_to.connect(self._set)
            grid.left.connect(self.write)
            grid.moved.connect(self._move)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        row = Flow()
        for part in (self._source_label, self.source, self.cold):
            row.addWidget(part)
        self._source_label.setBuddy(self.source)
        left.addLayout(row)
        left.addWidget(self.places, 9)
        left.addWidget(self.house, 2)
        left.addWidget(self._sentence)
        left.addWidget(self._keys)
        self._gaps_card.body.addWidget(self._no_gaps)
        self._gaps_card.body.addWidget(self.gaps, 1)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(Space.M)
        self._both.addLayout(left, 3)
        self._both.addWidget(self._gaps_card, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the gaps beneath the grid where there is no room beside."""
        super().resizeEvent(event)
        needed = self.places.sizeHint().width() + self._gaps_card.minimumSizeHint().width() + Space.XL * 2
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if needed <= self.width() else direction.TopToBottom)

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what was turned when another page is shown."""
        super().hideEvent(event)
        self.write()

    def retranslate(self) -> None:
        """Set every word."""
        self._source_label.setText(_("Källa"))
        self.source.setAccessibleName(_("Källa till det som rapporteras"))
        self.source.setPlaceholderText(_("Till exempel elnätsägaren"))
        self.cold.say(_("Kallt ute"))
        self.places.setAccessibleName(_("Vad som fungerar på orterna"))
        self.house.setAccessibleName(_("Vad som fungerar av kommunens egna system"))
        self._keys.setText(
            _("Mellanslag växlar · N nere, F fungerar, O okänt · S strömlöst på orten, A allt fungerar på orten")
        )
        self._gaps_card.say(_("Vem nås inte"), _("Enter visar texten"))
        self.gaps.setAccessibleName(_("Vem nås inte"))
        self._no_gaps.setText(_("Alla som berörs har minst en väg, eller väntar på första texten."))
        if self._live.has_incident:
            self.refresh()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live = self._live
        if not live.has_incident:
            return
        incident, plan, now = live.incident, live.plan, live.now()
        steps = {step.place: step for step in ladder(plan, incident.working, now)}
        places = [(town.id, _row_name(town.name, steps[town.id])) for town in towns(plan)]
        self.places_model.feed(places, _named(LOCAL), self._cells([id for id, _name in places], LOCAL))
        self.house_model.feed([(HOUSE, working.own_systems())], _named(OWN), self._cells([HOUSE], OWN))
        self.cold.setChecked(incident.working.cold is not None)
        rows = [
            (one, title_of(plan, one), detail_of(plan, one), verdict_mark(one.verdict)) for one in gaps(incident, plan)
        ]
        self.gaps_model.feed(rows)
        self.gaps.setVisible(bool(rows))
        self._no_gaps.setVisible(not rows)
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
        if turned and self._live.has_incident:
            told = self._live.incident.working.told
            self._report({spot: state for spot, state in turned.items() if told(*spot) is not state})
            self.refresh()

    def _turn(self) -> None:
        """Turn the chosen cells to the next state; it is written when the hand rests."""
        grid = self.house if self.house.hasFocus() else self.places
        chosen = grid.chosen
        if chosen:
            first = self._turned.get(chosen[0], self._live.incident.working.told(*chosen[0]))
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
        told = self._live.incident.working.told
        before = {place: {thing: told(place, thing) for thing in of} for place, of in by_place.items()}
        source = self.source.text()
        if attempt(self, partial(self._do, by_place, source)):
            words = ngettext("{count} ort rapporterad", "{count} orter rapporterade", len(by_place))
            self.undoable.emit(words.format(count=len(by_place)), partial(self._do, before, _("ångrat")))

    def _do(self, by_place: dict[str, dict[str, State]], source: str) -> None:
        events: list[Event] = [
            working.report(self._live.incident, place, states, source) for place, states in by_place.items()
        ]
        self._live.do(*events)

    def _set_cold(self) -> None:
        cold = self.cold.isChecked()
        attempt(self, lambda: self._live.do(working.set_cold(self._live.incident, cold=cold)))
        self.refresh()

    def _cells(self, places: list[str], things: tuple[str, ...]) -> dict[Spot, tuple[Mark, str]]:
        incident = self._live.incident
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

    def _open_gap(self, row: tuple[Reach, str, str, Mark]) -> None:
        self.gap_opened.emit(row[0])


def _row_name(name: str, step: Step) -> str:
    mark = rung_mark(step.rung, told=step.told)
    return f"{name} · {mark.word}"


def _named(things: tuple[str, ...]) -> list[tuple[str, str]]:
    names = [(thing, _(THING_NAMES[thing])) for thing in things]
    return [(thing, name[:1].upper() + name[1:]) for thing, name in names]


Gap = tuple[Reach, str, str, Mark]


def _part(at: int) -> Callable[[Gap], str]:
    return lambda row: str(row[at])


def _gap_key(row: Gap) -> tuple[str, str]:
    return row[0].audience, row[0].place


def _gap_mark(row: Gap) -> Mark:
    return row[3]


_GAPS = (Column[Gap](N_("Lucka"), _part(1), mark=_gap_mark, detail=_part(2)),)
