"""A drill is conducted, resumed, and laid aside for something real."""

import shutil
from pathlib import Path
from time import process_time

import msgspec
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.exercising.drill import Drill, Standing
from krisapp.store.scenario_files import quick, read_scenario, shipped
from krisapp.ui.live import Live
from krisapp.ui.views.exercise.arrivals_page import ArrivalsPage
from krisapp.ui.views.exercise.conducting import Conductor, conductor_of
from krisapp.ui.views.exercise.view import ExerciseView
from krisapp.ui.views.start_dialog import StartDialog
from krisapp.ui.window import Window
from krisapp.workplace import DRILLS, Workplace
from tests.ui.views.conftest import CHIEF, OFFICER, StandingClock
from tests.ui.views.exercise.conftest import Playing
from tests.ui.views.keyboard import words

STALL = 100
"""Milliseconds of work the window may be away (issue 6); how long others keep the machine is no fault of a drill."""


def drill_of(live: Live) -> Drill:
    return live.incident.part(Drill)


def test_a_drill_lies_in_a_folder_of_its_own_and_an_old_one_among_the_incidents_still_opens(
    conductor: Conductor, calm: Live, workplace: Workplace
) -> None:
    path = calm.desk.path
    assert path.parent == workplace.folder / DRILLS
    assert list(workplace.folder.glob("*.krisapp")) == []
    calm.close()
    old = path.rename(workplace.folder / path.name)
    (known,) = workplace.incidents()
    assert (known.path, known.exercise) == (old, True)
    calm.open(workplace.open(known.path))
    assert conductor.drill is not None
    assert workplace.next_id(2027, exercise=True) == "OVN-2027-002"


def test_what_is_due_is_sent_and_journalled_in_the_directors_name(
    conductor: Conductor, calm: Live, play: Playing
) -> None:
    play.to(9)
    drill = drill_of(calm)
    assert [one.id for one in drill.injects if drill.standing(one.id) is Standing.SENT] == ["A1", "A2"]
    act = drill.sent_at("A2")
    assert act is not None
    assert (act.minute, act.stamp.person) == (8.0, CHIEF)
    assert calm.desk.person == OFFICER
    del conductor


def test_ninety_minutes_at_twenty_times_are_played_without_a_stall(
    conductor: Conductor, calm: Live, window: Window, clock: StandingClock, qtbot: QtBot
) -> None:
    conductor.show_window()
    window.go("exercise")
    conductor.pace(20, window)
    qtbot.wait(300)
    longest = 0.0
    while drill_of(calm).minute(clock()) < 90:
        clock.later(1 / 120)
        before = process_time()
        conductor.beat()
        QApplication.processEvents()
        longest = max(longest, process_time() - before)
    assert longest * 1000 < STALL
    assert drill_of(calm).sent_at("A13") is not None


def test_a_drill_whose_machine_died_stands_where_it_was(
    conductor: Conductor, calm: Live, workplace: Workplace, clock: StandingClock, play: Playing
) -> None:
    play.to(12)
    path, stood = calm.desk.path, drill_of(calm).minute(clock())
    calm.close()
    clock.later(600)
    calm.open(workplace.open(path))
    assert conductor.resumed
    assert not drill_of(calm).running
    assert drill_of(calm).minute(clock()) == pytest.approx(stood, abs=0.1)
    conductor.beat()
    assert drill_of(calm).sent_at("A14") is None


def test_one_key_lays_the_drill_aside_and_asks_for_the_real_start(
    conductor: Conductor, calm: Live, window: Window, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def left(dialog: StartDialog) -> bool:
        asked.append(dialog.reality.key)
        return False

    monkeypatch.setattr(StartDialog, "run", left)
    conductor.show_window()
    director = conductor.shown_window
    assert director is not None
    path = calm.desk.path
    action = next(one for one in window.actions() if one.shortcut().toString() == "F12")
    assert action.isEnabled()
    action.trigger()
    assert asked == ["real"]
    assert not calm.has_incident
    assert not director.isVisible()
    assert conductor.shown_window is None
    assert not action.isEnabled()
    desk = workplace.open(path)
    drill = desk.incident.part(Drill)
    assert not drill.running
    assert drill.ended is None
    desk.close()


def test_a_quick_drill_is_played_alone_and_its_result_is_known_to_the_readiness_check(
    window: Window, calm: Live, workplace: Workplace, clock: StandingClock
) -> None:
    conductor = conductor_of(calm)
    conductor.start(read_scenario(quick()[0], calm.plan), OFFICER, "")
    assert conductor.alone
    texts = calm.texts
    texts.save("I2-C06.sv", texts.source("I2-C06.sv"), texts.stage("I2-C06.sv"))
    conductor.beat()
    assert texts.state("I2-C06.sv").value == "draft"
    clock.later(1)
    conductor.beat()
    assert texts.state("I2-C06.sv").value == "approved"
    assert workplace.exercised() is None
    window.go("exercise")
    clock.later(15)
    assert window.view is not None
    window.view.tick()
    assert "Tiden är ute" in words(window)
    assert conductor.end(window)
    assert "Slut: 0 av 3 mål." in words(window)
    assert workplace.exercised() == clock().date()


def test_a_drill_that_was_broken_off_is_no_drill_to_the_readiness_check(
    conductor: Conductor, window: Window, workplace: Workplace
) -> None:
    assert conductor.end(window, "Strömmen gick på riktigt.")
    assert workplace.exercised() is None


def test_a_drill_of_another_console_is_neither_stopped_nor_played_here(
    conductor: Conductor, calm: Live, clock: StandingClock, tmp_path: Path, play: Playing
) -> None:
    play.to(5)
    path = calm.desk.path
    calm.close()
    other = Workplace(tmp_path / "annan", clock)
    copy = other.path_of(path.stem)
    shutil.copy(path, copy)
    clock.later(20)
    owner = QObject()
    team = Live(other, owner)
    team.sit(OFFICER)
    theirs = conductor_of(team)
    team.open(other.open(copy))
    assert not theirs.conducts
    assert not theirs.resumed
    theirs.beat()
    drill = drill_of(team)
    assert drill.running
    assert drill.sent_at("A2") is None
    # Whoever sets the clock takes the drill over.
    theirs.pace(1, QWidget())
    theirs.beat()
    assert drill.sent_at("A2") is not None
    team.close()
    owner.deleteLater()
    del conductor


def test_a_picture_of_the_scenario_goes_with_the_journal_and_is_seen_by_the_team(
    window: Window, calm: Live, tmp_path: Path
) -> None:
    picture = QPixmap(40, 20)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "karta.png"))
    plain = read_scenario(shipped()[0], calm.plan)
    first = msgspec.structs.replace(plain.injects[0], attachment="karta.png")
    conductor = conductor_of(calm)
    conductor.start(msgspec.structs.replace(plain, injects=(first,)), OFFICER, CHIEF, tmp_path)
    (tmp_path / "karta.png").unlink()
    conductor.beat()
    window.go("exercise")
    view = window.view
    assert isinstance(view, ExerciseView)
    page = view.page
    assert isinstance(page, ArrivalsPage)
    shown = [one.pixmap() for one in page.card.findChildren(QLabel) if not one.pixmap().isNull()]
    assert [(one.width(), one.height()) for one in shown] == [(40, 20)]


def test_the_program_ends_with_the_teams_window(conductor: Conductor) -> None:
    conductor.show_window()
    director = conductor.shown_window
    assert director is not None
    assert not director.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_the_windows_icon_is_another_in_an_exercise_and_the_usual_one_after(
    conductor: Conductor, calm: Live, window: Window
) -> None:
    conductor.show_window()
    director = conductor.shown_window
    assert director is not None
    pictures = [one.windowIcon().pixmap(64, 64).toImage() for one in (window, director)]
    assert not pictures[0].isNull()
    assert pictures[0] == pictures[1]
    calm.close()
    assert window.windowIcon().isNull()
