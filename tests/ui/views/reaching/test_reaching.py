"""Nå ut: what works is set by keyboard, whom nothing reaches is seen at once, and what is carried is kept."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain.reaching.working import FIBRE, HOUSE, LOCAL, MOBILE, OWN_WEB, POWER, RADIO, State, report
from krisapp.ui.live import Live
from krisapp.ui.views.overview import Overview
from krisapp.ui.views.reaching.things import Grid
from krisapp.ui.views.reaching.view import CARRYING, REACH, WORKING, ReachView
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice, Tick
from krisapp.ui.widgets.rows import MARK
from krisapp.ui.widgets.table import Table
from tests.ui.views.reaching.screen import PLACE, key, put_out, view

__all__ = ["view"]

Show = Callable[[View], View]


def word(view: ReachView, place: str, thing: str) -> str:
    model = view.working.house_model if place == HOUSE else view.working.places_model
    rows, columns = [one[0] for one in model.down], [one[0] for one in model.across]
    return str(model.index(rows.index(place), columns.index(thing)).data(MARK).word)


def told(live: Live) -> list[str]:
    return [line.text for line in live.incident.log if ":" in line.text and line.kind.value == "situation"]


def test_one_key_makes_a_whole_place_dark_and_what_follows_is_marked_as_likely(view: ReachView, live: Live) -> None:
    key(view.working.places, Qt.Key.Key_S)

    assert live.incident.working.told(PLACE, POWER) is State.DOWN
    assert word(view, PLACE, POWER) == "nere"
    assert word(view, PLACE, FIBRE) == "nere?"
    assert word(view, PLACE, MOBILE) == "okänt"
    assert told(live) == ["Malmköping: el nere."]


def test_space_turns_a_state_and_only_where_it_stops_is_written(view: ReachView, live: Live, qtbot: QtBot) -> None:
    key(view.working.places, Qt.Key.Key_Space)
    assert word(view, PLACE, POWER) == "nere"
    key(view.working.places, Qt.Key.Key_Space)
    assert word(view, PLACE, POWER) == "fungerar"
    assert told(live) == []

    with qtbot.waitSignal(live.changed, timeout=3000):
        pass

    assert told(live) == ["Malmköping: el fungerar."]


def test_moving_on_writes_what_was_turned_at_once(view: ReachView, live: Live) -> None:
    key(view.working.places, Qt.Key.Key_Space)
    key(view.working.places, Qt.Key.Key_Right)

    assert told(live) == ["Malmköping: el nere."]


def test_letters_set_all_chosen_cells_with_one_line_for_each_place(view: ReachView, live: Live) -> None:
    QTest.keyClick(view.working.places, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    view.working.source.setText("Elnätsägaren")
    key(view.working.places, Qt.Key.Key_N)

    assert told(live) == ["Malmköping: el och mobilnät nere. Källa: Elnätsägaren."]
    known = live.incident.working.known[PLACE, MOBILE]
    assert (known.source, known.stamp.person) == ("Elnätsägaren", live.person)
    assert "Källa: Elnätsägaren." in view.working.places_model.sentence(view.working.places.currentIndex())


def test_all_works_in_one_key_there_and_in_the_house(view: ReachView, live: Live) -> None:
    key(view.working.places, Qt.Key.Key_A)
    assert {live.incident.working.told(PLACE, thing) for thing in LOCAL} == {State.WORKING}

    view.working.house.setFocus()
    key(view.working.house, Qt.Key.Key_N)
    assert live.incident.working.told(HOUSE, OWN_WEB) is State.DOWN
    key(view.working.house, Qt.Key.Key_A)
    assert live.incident.working.told(HOUSE, OWN_WEB) is State.WORKING


def test_what_was_written_can_be_taken_back(view: ReachView, live: Live, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.working.undoable) as undoable:
        key(view.working.places, Qt.Key.Key_S)

    _sentence, undo = undoable.args
    undo()

    assert live.incident.working.told(PLACE, POWER) is State.UNKNOWN
    assert told(live)[-1] == "Malmköping: el okänt. Källa: ångrat."


def test_the_ladder_says_in_clear_swedish_what_to_use(view: ReachView, live: Live) -> None:
    assert view._ladder.text().startswith("Ingen har berättat vad som fungerar än. Fråga orterna.")

    live.do(report(live.incident, PLACE, {POWER: State.DOWN, MOBILE: State.DOWN}))

    assert view._chip.mark.word == "Läge D"
    assert view._ladder.text().startswith(
        "Läge D (Malmköping): ingen el. Använd anslag för hand, upplästa besked och P4."
    )
    view.working.cold.click()
    assert view._chip.mark.word == "Läge E"


def test_whom_nothing_reaches_is_said_at_once_and_in_the_table(view: ReachView, live: Live) -> None:
    put_out(live, "E1-C01.sv", "E1-C15.sv", "E3-C01.sv")
    assert view.working._gap.text().startswith("Alla som berörs nås")

    live.do(report(live.incident, PLACE, {POWER: State.DOWN, MOBILE: State.DOWN}))

    assert view.working._gap.text().startswith("Ingen når säsongsboende i Malmköping")
    QTest.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert view.shown_key == REACH
    view.reached.grid.go(("E3", PLACE))
    assert view.reached._sentence.text().startswith("Säsongsboende, Malmköping: nås inte. Kan släppas: anslag")
    spoken = view.reached.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Säsongsboende" in spoken
    assert "nås inte" in spoken


def test_enter_on_a_gap_opens_the_text_that_fills_it(view: ReachView, live: Live, qtbot: QtBot) -> None:
    put_out(live, "E1-C01.sv", "E1-C15.sv", "E3-C01.sv")
    live.do(report(live.incident, PLACE, {POWER: State.DOWN, MOBILE: State.DOWN}))
    view.show_item("gap")
    view.reached.grid.go(("E3", PLACE))

    with qtbot.waitSignal(live.shown) as went:
        key(view.reached.grid, Qt.Key.Key_Return)

    assert went.args == ["messages", "E3-C12.sv"]


def test_enter_on_a_gap_that_only_needs_hands_begins_to_plan_them(view: ReachView, live: Live) -> None:
    put_out(live, "E1-C12.sv")
    view.show_item("gap")
    view.reached.grid.go(("E1", PLACE))
    key(view.reached.grid, Qt.Key.Key_Return)

    assert view.shown_key == CARRYING
    assert (view.carrying.message.key, view.carrying.goal.key) == ("E1-C12.sv", f"place:{PLACE}")


def test_everything_has_a_name_for_a_screen_reader(view: ReachView) -> None:
    for tab in view.TABS:
        view.turn_to(tab.key)
    own = (Button, Choice, Tick, Grid, Table, QLineEdit, QTabBar)
    parts = [part for part in view.findChildren(QWidget) if isinstance(part, own)]
    assert len(parts) > 15
    assert [part for part in parts if not part.accessibleName()] == []


def test_keys_of_one_page_do_nothing_on_another(view: ReachView, live: Live) -> None:
    view.show_item("gap")
    view.start()
    for name in (Qt.Key.Key_S, Qt.Key.Key_A, Qt.Key.Key_G, Qt.Key.Key_X, Qt.Key.Key_B):
        key(view.reached.grid, name)

    assert not live.incident.working.known
    view.show_item("works")
    assert view.shown_key == WORKING


def test_the_overview_tells_whom_nothing_reaches_and_leads_here(live: Live, shown: Show, home: QWidget) -> None:
    overview = Overview(live, home)
    shown(overview)
    put_out(live, "E1-C01.sv", "E1-C15.sv", "E3-C01.sv")
    live.do(report(live.incident, PLACE, {POWER: State.DOWN, MOBILE: State.DOWN}))

    row = next(row for row in overview.needs_model.rows if row.key == "gap")

    assert row.title == "Ingen når säsongsboende i Malmköping"
    assert (row.view, row.item) == ("reach", "gap")


def test_the_models_keep_the_rules_of_qt(view: ReachView, live: Live, qtmodeltester: ModelTester) -> None:
    live.do(report(live.incident, PLACE, {RADIO: State.DOWN}))
    for model in (view.working.places_model, view.reached.model, view.carrying.model):
        qtmodeltester.check(model)
    assert view.working.places_model.rowCount(QModelIndex()) == 8
