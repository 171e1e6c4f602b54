"""The director's window: every act by one key, and what each inject waits for in words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.domain.exercising.drill import Drill, Standing
from krisapp.ui.live import Live
from krisapp.ui.views.exercise.conducting import Conductor
from krisapp.ui.views.exercise.director.improvise_dialog import ImproviseDialog
from krisapp.ui.views.exercise.director.window import DirectorWindow
from krisapp.ui.views.lead.task.task_dialog import WhyDialog
from krisapp.ui.widgets.dialog import Dialog
from tests.ui.views.conftest import CHIEF, StandingClock
from tests.ui.views.exercise.conftest import Playing
from tests.ui.views.keyboard import CTRL, NONE, typed, words


@pytest.fixture
def director(conductor: Conductor, play: Playing, qtbot: QtBot) -> DirectorWindow:
    """Give the director's window ten minutes into the drill, with the focus among the injects."""
    play.to(10)
    conductor.show_window()
    window = conductor.shown_window
    assert isinstance(window, DirectorWindow)
    qtbot.waitUntil(window.isActiveWindow)
    window.list.setFocus()
    return window


def standing(live: Live, inject: str) -> Standing:
    return live.incident.part(Drill).standing(inject)


def strike(director: DirectorWindow, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in the director's window, which is given back the keyboard after a dialog."""
    director.activateWindow()
    qtbot.waitUntil(director.isActiveWindow)
    there = director.focusWidget()
    there.setFocus()
    qtbot.keyClick(there, key, held)


def in_dialog(act: Callable[[Dialog], None], kind: type[Dialog] = Dialog) -> None:
    """Do something in the next dialog that opens, and confirm it."""

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)
        dialog.press()

    QTimer.singleShot(50, later)


def test_what_comes_next_is_first_with_its_countdown(director: DirectorWindow) -> None:
    first = director.model.rows[0]
    assert (first.inject.id, first.note) == ("A3", "T+12 · om 2.00")
    assert "Nästa: A3 om 2.00" in words(director.clock)
    assert "T+10.00" in words(director.clock)
    waits = next(row for row in director.model.rows if row.inject.id == "A14")
    assert "skickas när en text har gått ut till E1" in waits.detail


def test_an_inject_is_held_let_go_and_sent_by_one_key_each(
    director: DirectorWindow, calm: Live, play: Playing, qtbot: QtBot
) -> None:
    director.list.choose("A3")
    strike(director, qtbot, Qt.Key.Key_H)
    play.to(13)
    assert standing(calm, "A3") is Standing.HELD
    strike(director, qtbot, Qt.Key.Key_L)
    play.to(13.5)
    assert standing(calm, "A3") is Standing.SENT
    director.list.choose("A15")
    strike(director, qtbot, Qt.Key.Key_S)
    assert standing(calm, "A15") is Standing.SENT
    assert calm.incident.part(Drill).acts["A15"][0].stamp.person == CHIEF


def test_an_inject_is_skipped_only_with_a_reason_and_moved_by_its_minute(
    director: DirectorWindow, calm: Live, qtbot: QtBot
) -> None:
    def why(words: str) -> Callable[[Dialog], None]:
        def write(dialog: Dialog) -> None:
            assert isinstance(dialog, WhyDialog)
            dialog.answer.setText(words)

        return write

    director.list.choose("A4")
    in_dialog(why("Laget är långt efter."))
    strike(director, qtbot, Qt.Key.Key_Delete)
    assert standing(calm, "A4") is Standing.SKIPPED
    director.list.choose("A5")
    in_dialog(why("61"))
    strike(director, qtbot, Qt.Key.Key_F4)
    drill = calm.incident.part(Drill)
    assert drill.minute_of(next(one for one in drill.injects if one.id == "A5")) == 61


def test_a_sent_inject_is_neither_held_nor_skipped_and_can_be_sent_again(
    director: DirectorWindow, calm: Live, qtbot: QtBot
) -> None:
    director.list.choose("A1")
    for key in (Qt.Key.Key_H, Qt.Key.Key_Delete, Qt.Key.Key_F4):
        strike(director, qtbot, key)
    assert standing(calm, "A1") is Standing.SENT
    strike(director, qtbot, Qt.Key.Key_S)
    assert len(calm.incident.part(Drill).acts["A1"]) == 2


def test_the_director_improvises_and_it_arrives_at_once(director: DirectorWindow, calm: Live, qtbot: QtBot) -> None:
    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, ImproviseDialog)
        dialog.who.setText("en orolig granne")
        dialog.text.setText("Det luktar klor.")

    in_dialog(fill)
    strike(director, qtbot, Qt.Key.Key_N, CTRL)
    assert standing(calm, "X1") is Standing.SENT


def test_the_clock_is_paused_sped_up_and_made_to_jump_by_keys(
    director: DirectorWindow, calm: Live, clock: StandingClock, play: Playing, qtbot: QtBot
) -> None:
    drill = calm.incident.part(Drill)
    strike(director, qtbot, Qt.Key.Key_F5)
    clock.later(10)
    assert drill.minute(clock()) == pytest.approx(10)
    strike(director, qtbot, Qt.Key.Key_4, CTRL)
    clock.later(1)
    assert drill.minute(clock()) == pytest.approx(20)
    in_dialog(lambda _dialog: None, WhyDialog)
    strike(director, qtbot, Qt.Key.Key_F6)
    assert drill.minute(clock()) >= 20
    del play, director


def test_observations_are_written_against_objectives_in_the_line(
    director: DirectorWindow, calm: Live, qtbot: QtBot
) -> None:
    strike(director, qtbot, Qt.Key.Key_F2)
    director.notes.objective.choose("Ö4")
    director.notes.rating.choose("S")
    director.notes.text.setFocus()
    typed("Frågar efter källa.")
    strike(director, qtbot, Qt.Key.Key_Return)
    ((seen, stamp),) = calm.incident.part(Drill).observations
    assert (seen.text, seen.objective, seen.rating, seen.minute) == ("Frågar efter källa.", "Ö4", "S", 10.0)
    assert stamp.person == CHIEF
    assert director.notes.text.text() == ""


def test_endex_is_asked_for_once_and_ends(director: DirectorWindow, calm: Live, qtbot: QtBot) -> None:
    in_dialog(lambda _dialog: None)
    strike(director, qtbot, Qt.Key.Key_F10)
    assert calm.incident.part(Drill).ended is not None
    assert "övningen är slut" in words(director.clock)
    assert not director.clock.go.isEnabled()


def test_after_endex_no_key_sends_anything_or_lets_the_clock_go_on(
    director: DirectorWindow, conductor: Conductor, calm: Live, qtbot: QtBot
) -> None:
    assert conductor.end(director)
    director.list.setFocus()
    before = calm.incident.version
    for key, held in ((Qt.Key.Key_S, NONE), (Qt.Key.Key_H, NONE), (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)):
        strike(director, qtbot, key, held)
    strike(director, qtbot, Qt.Key.Key_F6)

    assert calm.incident.version == before
    assert not calm.incident.part(Drill).running
    assert not any(button.isEnabled() for button in director.buttons.values())


def test_the_window_says_that_it_is_an_exercise_and_goes_when_the_exercise_is_closed(
    director: DirectorWindow, calm: Live, conductor: Conductor
) -> None:
    assert director.windowTitle().startswith("ÖVNING")
    calm.close()
    assert not director.isVisible()
    assert conductor.shown_window is None
