"""The screen when nothing has happened: one button, the files, and what can be opened."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.start import Start
from krisapp.ui.views.start_dialog import StartDialog
from krisapp.ui.views.view import View
from krisapp.workplace import Workplace
from tests.ui.views.conftest import StandingClock

Show = Callable[[View], View]


def begin(workplace: Workplace, *, exercise: bool = False) -> Path:
    desk = workplace.start(
        type="power_outage",
        places=("Bettna",),
        sentence="Strömmen är borta i Bettna",
        level="N2",
        danger_to_life=False,
        exercise=exercise,
        person="jons.tallbacker",
    )
    path = desk.path
    desk.close()
    return path


def titles(view: Start) -> list[str]:
    model = view.files_model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def start(calm: Live, shown: Show, home: object) -> Start:
    view = Start(calm, home)  # type: ignore[arg-type]  # a widget
    shown(view)
    return view


def test_an_empty_folder_says_what_to_do_next(start: Start) -> None:
    assert not start.files.isVisible()
    assert "Starta en händelse" in start._no_files.text()


def test_law_sakerhetsskyddslagen_2018_585_the_start_says_that_nothing_classified_belongs_here(start: Start) -> None:
    assert start._no_secrets.isVisible()
    assert "Säkerhetsskyddsklassificerade uppgifter hör inte hemma" in start._no_secrets.text()


def test_the_button_has_the_focus_so_that_enter_starts(start: Start, qtbot: QtBot) -> None:
    start.start()
    met: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StartDialog)
        met.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(100, look)
    qtbot.keyClick(start.begin, Qt.Key.Key_Return)

    assert met == ["Starta händelse"]


def test_incident_files_stand_newest_alarm_first_and_an_exercise_says_so(
    start: Start, workplace: Workplace, clock: object, qtmodeltester: ModelTester
) -> None:
    begin(workplace)
    clock.later(60)  # type: ignore[attr-defined]  # the standing clock
    begin(workplace, exercise=True)
    start.refresh()

    assert titles(start) == ["Elavbrott Bettna", "Elavbrott Bettna"]
    marks = [start.files_model.columns[0].mark(row) for row in start.files_model.rows]  # type: ignore[misc]
    assert [mark.word for mark in marks if mark] == ["ÖVNING", "skarpt"]
    qtmodeltester.check(start.files_model)


def test_enter_on_a_file_opens_its_incident(start: Start, workplace: Workplace, qtbot: QtBot) -> None:
    begin(workplace)
    start.refresh()

    with qtbot.waitSignal(start.live.opened):
        qtbot.keyClick(start.files, Qt.Key.Key_Return)

    assert start.live.incident.sheet.name == "Elavbrott Bettna"


def test_a_real_incident_somebody_has_just_written_in_has_the_focus_after_a_restart(
    start: Start, workplace: Workplace, clock: StandingClock
) -> None:
    times = (clock().timestamp(), clock().timestamp())
    drill = begin(workplace, exercise=True)
    os.utime(drill, times)
    start.refresh()
    start.start()
    assert start.begin.hasFocus()

    real = begin(workplace)
    os.utime(real, times)
    start.refresh()
    start.start()
    assert start.files.hasFocus()
    assert start.files.current.known.path == real

    clock.later(25 * 60)
    start.refresh()
    start.start()
    assert start.begin.hasFocus()


def test_a_file_that_is_open_elsewhere_is_told_in_one_sentence(start: Start, workplace: Workplace) -> None:
    path = begin(workplace)
    other = workplace.open(path)

    start.open_path(path)

    assert "redan öppen" in start.banner.text
    assert not start.live.has_incident
    other.close()


def test_a_file_that_is_no_incident_is_told_in_one_sentence(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "brev.krisapp"
    file.write_text("Hej")

    start.open_path(file)

    assert "brev.krisapp" in start.banner.text
    assert not start.live.has_incident


def test_enter_on_a_question_asks_for_the_place_where_it_is_mended(start: Start, qtbot: QtBot) -> None:
    start.ready.choose("question:2")

    with qtbot.waitSignal(start.live.shown) as asked:
        qtbot.keyClick(start.ready, Qt.Key.Key_Return)

    assert asked.args == ["plan", "complement:intern"]


def test_tab_goes_through_the_fields_of_the_dialog_in_the_order_they_stand(calm: Live, home: object) -> None:
    dialog = StartDialog(calm, home)  # type: ignore[arg-type]  # a widget
    wanted = [dialog.place, dialog.sentence, dialog.level, dialog.person, dialog.alarm, dialog.name]
    chain: list[QWidget] = []
    at = dialog.nextInFocusChain()
    while at is not None and at is not dialog:
        chain.append(at)
        at = at.nextInFocusChain()

    assert [one for one in chain if one in wanted] == wanted
    first_answer = min(chain.index(child) for child in chain if dialog.danger.isAncestorOf(child))
    assert chain.index(dialog.sentence) < first_answer < chain.index(dialog.level)
