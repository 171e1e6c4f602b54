"""Nå ut: what works is set by keyboard, whom nothing reaches is seen at once, and what is carried is kept."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.dispatch import State as Carried
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.reaching.working import FIBRE, HOUSE, LOCAL, MOBILE, OWN_WEB, POWER, RADIO, State, report
from krisapp.domain.release import Reason, release
from krisapp.ui.live import Live
from krisapp.ui.views.overview import Overview
from krisapp.ui.views.reaching.carrying_dialogs import Failing, Finishing
from krisapp.ui.views.reaching.things import Grid
from krisapp.ui.views.reaching.view import CARRYING, REACH, WORKING, ReachView
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice, Tick
from krisapp.ui.widgets.rows import MARK
from krisapp.ui.widgets.table import Table
from tests.ui.views.conftest import CHIEF, StandingClock

Show = Callable[[View], View]
PLACE = "Malmköping"


@pytest.fixture
def view(live: Live, shown: Show, home: QWidget, qtbot: QtBot) -> ReachView:
    view = ReachView(live, home)
    shown(view)
    home.activateWindow()
    view.start()
    qtbot.waitUntil(lambda: view.working.places.hasFocus())
    view.working.places.go((PLACE, POWER))
    return view


def put_out(live: Live, *ids: str) -> None:
    for id in ids:
        live.do(draft(live.incident, id, "Koka vattnet.", Stage.FIRST, edited=True))
        live.do(approve(live.incident, id, Rendering("Koka vattnet.", ()), CHIEF))
        live.do(release(live.incident, id, Reason.KNOWN, "prov"))


def key(part: QWidget, name: Qt.Key) -> None:
    QTest.keyClick(part, name)


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
    assert view._ladder.text() == "Ingen har berättat vad som fungerar än."

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
    assert view.tabs.currentIndex() == REACH
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

    assert view.tabs.currentIndex() == CARRYING
    assert (view.carrying.message.key, view.carrying.goal.key) == ("E1-C12.sv", f"place:{PLACE}")


def test_a_dispatch_is_one_line_and_goes_from_planned_to_done_by_keyboard(
    view: ReachView, live: Live, clock: StandingClock
) -> None:
    put_out(live, "E1-C12.sv")
    view.show_item("carry")
    view.carrying.offer("E1-C12.sv", PLACE)
    QTest.keyClicks(view.carrying.carrier, "Ida")
    key(view.carrying.carrier, Qt.Key.Key_Return)
    planned = list(live.incident.dispatches.values())
    assert len(planned) > 1
    assert {(one.place, one.carrier, one.state) for one in planned} == {(PLACE, "Ida", Carried.PLANNED)}

    view.carrying.table.setFocus()
    first = view.carrying.model.rows[0].id
    view.carrying.table.choose(first)
    key(view.carrying.table, Qt.Key.Key_G)
    assert live.incident.dispatches[first].state is Carried.UNDER_WAY

    clock.later(10)
    dialog = Finishing(live, live.incident.dispatches[first], view)
    dialog.proof.setText("sett")
    dialog.press()
    found = live.incident.dispatches[first]
    assert (found.state, found.proof, found.at) == (Carried.DONE, "sett", clock.time)


def test_a_dispatch_that_failed_says_why(view: ReachView, live: Live) -> None:
    put_out(live, "E1-C15.sv")
    view.show_item("carry")
    view.carrying.plan()
    (found,) = live.incident.dispatches.values()
    dialog = Failing(live, found, view)
    dialog.press()
    assert found.state is Carried.PLANNED, "no reason was given"
    dialog.reason.setText("ingen svarar")
    dialog.press()

    assert found.state is Carried.FAILED
    assert "ingen svarar" in view.carrying.model.rows[0].who


def test_a_newer_text_makes_the_one_that_hangs_one_to_replace_and_one_key_plans_it(view: ReachView, live: Live) -> None:
    put_out(live, "E1-C12.sv")
    view.show_item("carry")
    view.carrying.goal.choose("goal:0")
    view.carrying.plan()
    (first,) = live.incident.dispatches.values()
    Finishing(live, first, view).press()
    put_out(live, "E1-C12.sv")
    row = view.carrying.model.rows[0]
    assert row.mark.word == "ska bytas"

    view.carrying.table.setFocus()
    view.carrying.table.choose(row.id)
    key(view.carrying.table, Qt.Key.Key_B)

    newest = list(live.incident.dispatches.values())[-1]
    assert (newest.number, newest.spot) == (2, first.spot)


def test_a_photo_is_remembered_by_its_checksum(view: ReachView, live: Live, tmp_path: Path) -> None:
    put_out(live, "E1-C15.sv")
    view.show_item("carry")
    view.carrying.plan()
    (found,) = live.incident.dispatches.values()
    picture = tmp_path / "anslag.jpg"
    picture.write_bytes(b"bild")
    dialog = Finishing(live, found, view)
    dialog.take_photo(picture)
    dialog.press()

    assert found.photo == sha256(b"bild").hexdigest()
    assert "bild" in view.carrying.model.rows[0].who


def test_empty_pages_say_what_to_do_next(view: ReachView, live: Live) -> None:
    view.show_item("carry")
    assert not view.carrying.table.isVisible()
    assert "Släpp ett anslag" in view.carrying._empty._next.text()
    assert not view.carrying.add.isEnabled()

    put_out(live, "E1-C12.sv")
    assert "Välj text" in view.carrying._empty._next.text()
    assert view.carrying.add.isEnabled()


def test_everything_has_a_name_for_a_screen_reader(view: ReachView) -> None:
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
    assert view.tabs.currentIndex() == WORKING


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
