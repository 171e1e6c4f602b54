"""The keyboard's way through the fact sheet: one order, forwards and back, with what is built late in its place."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.situation import state_fact
from krisapp.ui.live import Live
from krisapp.ui.views.situation.entries import Entries
from krisapp.ui.views.situation.fact_dialog import StatusDialog
from krisapp.ui.views.situation.groups import GROUPS
from krisapp.ui.views.situation.view import SituationView
from krisapp.ui.views.view import View
from krisapp.ui.widgets.fields import Choice
from tests.ui.views.keyboard import CTRL, press_key, typed

Show = Callable[[View], View]

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


@pytest.fixture
def view(live: Live, shown: Show, home: QWidget) -> SituationView:
    view = SituationView(live, home)
    shown(view)
    view.form.finish()
    view.sweep.finish()
    view.start()
    return view


def here() -> QWidget:
    there = QApplication.focusWidget()
    assert there is not None
    return there


def field(view: SituationView) -> str:
    """Return the field of the sheet the focus is in, or nothing."""
    return next((key for key, line in view.form.lines.items() if line.isAncestorOf(here())), "")


def test_tab_goes_through_every_field_of_the_sheet_in_the_order_it_stands_and_then_to_the_facts(
    view: SituationView, qtbot: QtBot
) -> None:
    wanted = [key for group in GROUPS for key in group.keys]
    gone: list[str] = []
    while field(view):
        if gone[-1:] != [field(view)]:
            gone.append(field(view))
        press_key(qtbot, TAB)

    assert gone == wanted
    assert here() is view.facts.new


def test_shift_tab_takes_back_every_tab(view: SituationView, qtbot: QtBot) -> None:
    stood = [here()]
    for _step in range(30):
        press_key(qtbot, TAB)
        stood.append(here())

    for before in reversed(stood[:-1]):
        press_key(qtbot, BACK)
        assert here() is before


def test_tab_out_of_a_row_of_help_that_was_just_filled_goes_to_the_next_row(view: SituationView, qtbot: QtBot) -> None:
    control = view.form.lines["help"].control
    assert isinstance(control, Entries)
    row = len(control.entries) - 1
    control.entries[row].fields["what"].setFocus()
    typed("Trygghetspunkt")
    qtbot.waitUntil(control.entries[-1].isVisible)
    for _part in control.entries[row].fields:
        press_key(qtbot, TAB)

    assert here() is control.entries[row + 1].fields["what"]


def test_one_key_goes_to_the_next_group_and_another_back(view: SituationView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_PageDown, CTRL)
    assert field(view) == GROUPS[1].keys[0]

    press_key(qtbot, Qt.Key.Key_PageUp, CTRL)
    assert field(view) == GROUPS[0].keys[0]


def test_choosing_a_group_by_letter_keeps_the_focus_until_enter(view: SituationView, qtbot: QtBot) -> None:
    view.jump.setFocus()
    press_key(qtbot, Qt.Key.Key_End)
    assert here() is view.jump

    press_key(qtbot, Qt.Key.Key_Return)
    assert field(view) == GROUPS[-1].keys[0]


def test_one_key_goes_to_the_facts_and_home_to_the_first(view: SituationView, live: Live, qtbot: QtBot) -> None:
    for id in ("F1", "F2", "F3"):
        fact = Fact(id=id, status=Status.UNCONFIRMED, text=f"Uppgift {id}.", source="VA-jour", time="13:11")
        live.do(state_fact(live.incident, fact, live.desk.person))
    view.refresh()
    view.facts.go_to("F3")
    view.start()

    press_key(qtbot, Qt.Key.Key_U, CTRL)
    press_key(qtbot, Qt.Key.Key_Home)

    assert view.facts.fact is not None
    assert view.facts.fact.id == "F1"


def test_making_a_fact_outdated_asks_for_nothing_and_shows_no_field(view: SituationView, qtbot: QtBot) -> None:
    fact = Fact(id="F1", status=Status.CONFIRMED, text="Elen är borta.", source="Nätet", source_type=SourceType.PUBLIC)
    dialog = StatusDialog(view.live, fact, Status.OUTDATED, view)
    qtbot.addWidget(dialog)
    dialog.show()

    assert not [choice for choice in dialog.findChildren(Choice) if choice.isVisible()]
