"""Readiness on the start screen: thirteen questions, what mends each, and the wheel that is reminded of."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.leading.levels import set_level
from krisapp.domain.planning.acts import Act, ActKind
from krisapp.domain.planning.ready_question import Mend
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.views.start import Start
from krisapp.ui.views.start_readiness import ReadyRow, ready_rows
from krisapp.ui.views.view import View
from krisapp.ui.widgets.marks import Shape
from krisapp.ui.window import Window
from krisapp.workplace import Workplace
from tests.ui.views.conftest import OFFICER, StandingClock


@pytest.fixture
def start(calm: Live, shown: Callable[[View], View], home: QWidget) -> Start:
    calm.sit(OFFICER)
    view = Start(calm, home)
    shown(view)
    calm.planned.connect(view.refresh)
    return view


def row(start: Start, key: str) -> ReadyRow:
    return next(one for one in start.ready_model.rows if one.key == key)


def test_all_thirteen_are_shown_those_that_are_not_ready_first(start: Start) -> None:
    asked = [one for one in start.ready_model.rows if one.mend is not None]
    assert len(asked) == 13
    readies = [one.ready for one in asked]
    assert readies == sorted(readies)
    assert all(one.mark.word and one.detail for one in asked)
    for one in asked:
        assert (one.mark.shape is Shape.CHECK) == one.ready


def test_the_button_says_what_mends_the_chosen_question(start: Start) -> None:
    start.ready.choose("question:9")
    assert start.mend.accessibleName() == "Gör kopia på usb …"
    start.ready.choose("question:12")
    assert start.mend.accessibleName() == "Testad utan nät i dag"


def test_a_computer_tested_offline_is_noted_at_once_and_can_be_taken_back(start: Start) -> None:
    start.ready.choose("question:12")
    start.mend.click()
    (act,) = start.live.workplace.plans.acts()
    assert (act.kind, act.by) == (ActKind.OFFLINE, OFFICER)
    found = row(start, "question:12")
    assert found.ready
    start.mending._take_back(act)
    assert start.live.workplace.plans.acts() == []
    assert not row(start, "question:12").ready


def test_the_button_of_the_exercise_leads_to_where_a_drill_is_chosen(start: Start) -> None:
    met: list[tuple[str, str]] = []
    start.live.shown.connect(lambda view, item: met.append((view, item)))
    start.ready.choose("question:10")
    start.mend.click()
    assert met == [("exercise", "choose")]


def test_an_exercise_counts_when_its_staff_has_stood_down(
    start: Start, workplace: Workplace, clock: StandingClock
) -> None:
    desk = workplace.start(
        type="power_outage",
        places=("Bettna",),
        sentence="Strömmen är borta i Bettna",
        level="N2",
        danger_to_life=False,
        exercise=True,
        person=OFFICER,
    )
    start.refresh()
    assert workplace.exercised() is None
    assert not row(start, "question:10").ready
    clock.later(90)
    desk.do(set_level(desk.incident, "N0", OFFICER, "Övningen är slut"))
    desk.close()
    start.refresh()
    assert workplace.exercised() == clock().date()
    assert row(start, "question:10").ready
    clock.time += timedelta(days=366)
    start.refresh()
    assert not row(start, "question:10").ready


def test_blank_forms_are_made_and_noted_only_when_somebody_says_that_they_are_printed(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "blanketter"
    folder.mkdir()
    asked: list[str] = []

    def answer(*, yes: bool) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(100, lambda: answer(yes=yes))
            return
        asked.append(dialog.windowTitle())
        if yes:
            dialog.accept()
        else:
            dialog.reject()

    for yes in (False, True):
        QTimer.singleShot(100, lambda yes=yes: answer(yes=yes))
        start.mending.make_forms(folder)
        qtbot.waitUntil(lambda: len(asked) == 1 + yes, timeout=20_000)  # noqa: B023 - waited for here
        assert bool(start.live.workplace.plans.acts()) == yes
    assert len(list(folder.glob("*.pdf"))) >= 4
    assert all(path.read_bytes().startswith(b"%PDF") for path in folder.glob("*.pdf"))


def test_p4_from_1_october_the_start_screen_reminds_of_next_years_wheel_until_it_is_made(
    start: Start, workplace: Workplace, clock: StandingClock
) -> None:
    workplace.plans.note_act(Act(ActKind.WHEEL, clock().date(), OFFICER, "2027"))
    clock.time = datetime(2027, 9, 30, 23, 59).astimezone()
    start.refresh()
    assert "wheel" not in {one.key for one in start.ready_model.rows}
    clock.time = datetime(2027, 10, 1, 0, 1).astimezone()
    start.refresh()
    assert start.ready_model.rows[0].title == "Gör årshjulet för 2028"
    workplace.plans.note_act(Act(ActKind.WHEEL, clock().date(), OFFICER, "2028"))
    start.refresh()
    assert "wheel" not in {one.key for one in start.ready_model.rows}


def test_the_reminder_opens_the_wheel_of_the_year_it_is_about(start: Start, qtbot: QtBot) -> None:
    start.ready.choose("wheel")
    with qtbot.waitSignal(start.live.shown) as asked:
        start.mend.click()
    assert asked.args == ["wheel", "2027"]


def test_the_bag_is_packed_beside_the_window_and_its_date_is_noted(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    start.bag.pack_on(stick)
    assert start.bag.run.busy
    assert not start.bag.button.isEnabled()
    qtbot.waitUntil(lambda: not start.bag.run.busy, timeout=40_000)
    assert (stick / "Krisapp-vaska" / "SHA256SUMS.txt").exists()
    (act,) = start.live.workplace.plans.acts()
    assert act.kind is ActKind.BAG
    assert "Väskan är packad" in start.banner.text
    assert row(start, "question:9").ready


def test_a_stick_that_is_gone_is_told_and_nothing_is_noted(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    start.bag.pack_on(tmp_path / "utdragen")
    qtbot.waitUntil(lambda: not start.bag.run.busy, timeout=20_000)
    assert "Sätt i usb-minnet" in start.banner.text
    assert start.live.workplace.plans.acts() == []


def test_a_bag_that_is_stopped_leaves_nothing_half_behind(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    with qtbot.waitSignal(start.bag.run.said, timeout=20_000):
        start.bag.pack_on(stick)
    start.bag.stop.click()
    qtbot.waitUntil(lambda: not start.bag.run.busy, timeout=20_000)
    qtbot.waitUntil(lambda: not list(stick.iterdir()), timeout=10_000)
    assert "Avbrutet" in start.banner.text


def test_every_place_a_question_leads_to_is_there_and_shows_what_it_names(
    calm: Live, qtbot: QtBot, tmp_path: Path
) -> None:
    kept = Kept(tmp_path / "settings")
    kept.settings.person = OFFICER
    kept.settings.sound = False
    window = Window(calm, kept, VIEWS)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    rows = [one for one in ready_rows(calm) if one.mend in (Mend.PLAN, Mend.CONTACTS, None)]
    assert len(rows) >= 9
    for one in rows:
        place = one.mend.value if one.mend else "wheel"
        calm.shown.emit(place, one.item)
        assert window.view is not None
        assert type(window.view).__module__.split(".")[3] == place, one.title
        assert not window.view.banner.isVisible() or one.mend is None, (one.title, window.view.banner.text)
        if one.mend is Mend.PLAN and one.item:
            assert isinstance(window.view, PlanView)
            current = window.view.things.current
            alone = window.view.section.key in ("phrase", "delegation")
            assert alone or current.id == one.item.partition(":")[2]
    window.close()
