"""The screen Årshjul by keyboard: twelve months, what is done, next year's wheel (P4)."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.domain.planning.acts import ActKind
from krisapp.ui.live import Live
from krisapp.ui.views import VIEWS
from krisapp.ui.views.plan.table.row_form import RowForm
from krisapp.ui.views.wheel.view import Wheel
from krisapp.ui.widgets.marks import Shape
from krisapp.ui.window import Window
from tests.ui.views.conftest import OFFICER, StandingClock, opened


@pytest.fixture
def window(calm: Live, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    with opened(calm, qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def wheel(window: Window) -> Wheel:
    window.go("wheel")
    view = window.view
    assert isinstance(view, Wheel)
    view.start()
    return view


def names(wheel: Wheel) -> list[str]:
    return [row.occasion.item.name for row in wheel.model.rows]


def come_back(wheel: Wheel, qtbot: QtBot) -> None:
    """Let the window be the active one again after a dialog, as a window manager does."""
    wheel.window().activateWindow()
    qtbot.waitUntil(wheel.window().isActiveWindow)


def fill(qtbot: QtBot, values: dict[str, object]) -> None:
    """Fill in the form that opens, and save it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RowForm)
        for name, value in values.items():
            control = dialog.controls[name].widget
            if isinstance(value, tuple):
                for tick in value:
                    control.ticks[tick].setChecked(True)  # type: ignore[attr-defined]  # a row of ticks
            elif isinstance(value, str) and hasattr(control, "setText"):
                control.setText(value)
        dialog.press()

    del qtbot
    QTimer.singleShot(200, act)


def test_the_year_has_twelve_months_and_begins_at_the_present_one(wheel: Wheel) -> None:
    assert len(wheel.months_model.rows) == 12
    assert wheel.months.current.month == 6
    assert names(wheel) == ["Värme: kontakt med omsorgen", "Prov av utomhussignalen för VMA"]
    june = wheel.months_model.rows[5]
    assert june.mark is not None and june.mark.shape is Shape.TRIANGLE, "the test of 7 June is late on the 11th"


def test_space_says_that_something_is_done_and_ctrl_z_takes_it_back(wheel: Wheel, qtbot: QtBot) -> None:
    wheel.list.choose("vma-prov/2027-06")
    wheel.list.setFocus()
    qtbot.keyClick(wheel.list, Qt.Key.Key_Space)
    (act,) = wheel.live.workplace.plans.acts()
    assert (act.kind, act.about, act.by) == (ActKind.DONE, "vma-prov/2027-06", OFFICER)
    row = next(one for one in wheel.model.rows if one.occasion.key == "vma-prov/2027-06")
    assert row.mark.word == "klart 2027-06-11"
    qtbot.keyClick(wheel.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert wheel.live.workplace.plans.acts() == []


def test_space_again_says_that_it_is_not_done_after_all(wheel: Wheel, qtbot: QtBot) -> None:
    wheel.list.choose("vma-prov/2027-06")
    wheel.list.setFocus()
    for _press in range(2):
        qtbot.keyClick(wheel.list, Qt.Key.Key_Space)
    assert wheel.live.workplace.plans.acts() == []


def test_p4_next_years_wheel_is_made_with_one_button_and_only_then_the_reminder_goes(
    wheel: Wheel, clock: StandingClock, qtbot: QtBot
) -> None:
    wheel.make_year()
    assert not wheel.made.isVisible()
    clock.time = datetime(2027, 10, 1, 8).astimezone()
    wheel.refresh()
    assert "2028 är inte gjort" in wheel.banner.text
    qtbot.keyClick(wheel.months, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert wheel.year == 2028
    assert wheel.made.isVisible()
    wheel.made.click()
    assert {act.about for act in wheel.live.workplace.plans.acts()} == {"2027", "2028"}
    assert not wheel.made.isVisible()


def test_an_item_is_added_changed_and_removed_by_keyboard_and_each_can_be_undone(wheel: Wheel, qtbot: QtBot) -> None:
    fill(qtbot, {"name": "Prov av reservkraften", "months": ("8",)})
    qtbot.keyClick(wheel.months, Qt.Key.Key_Insert)
    assert wheel.months.current.month == 8
    assert names(wheel) == ["Prov av reservkraften"]

    come_back(wheel, qtbot)
    fill(qtbot, {"name": "Prov av elverket"})
    qtbot.keyClick(wheel.list, Qt.Key.Key_F4)
    assert names(wheel) == ["Prov av elverket"]

    come_back(wheel, qtbot)
    qtbot.keyClick(wheel.list, Qt.Key.Key_Delete)
    assert names(wheel) == []
    undo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(wheel.months, Qt.Key.Key_Z, undo)
    wheel.months.choose(8)
    assert names(wheel) == ["Prov av elverket"]


def test_a_month_without_anything_says_what_to_do_next(wheel: Wheel) -> None:
    wheel.months.choose(2)
    assert names(wheel) == []
    assert wheel._none.isVisible()
    assert not wheel.done.isEnabled()


def test_a_plan_without_a_wheel_is_offered_the_programs_own(wheel: Wheel, qtbot: QtBot) -> None:
    workplace = wheel.live.workplace
    suggested = {item.id for item in workplace.plan.year_wheel}
    assert not wheel.suggest.isVisible()
    workplace.plans.settle(
        replace(workplace.plan, year_wheel=()), kind="plan", key="x", by=OFFICER, at=workplace.clock()
    )
    workplace.plan_changed()
    wheel.refresh()
    assert wheel.suggest.isVisible()
    wheel.suggest.click()
    qtbot.waitUntil(lambda: bool(workplace.plan.year_wheel), timeout=20_000)
    assert {item.id for item in workplace.plan.year_wheel} == suggested
    wheel.changes.undo_latest()
    assert workplace.plan.year_wheel == ()


@pytest.mark.parametrize(("form", "begins"), [("year_calendar", b"BEGIN:VCALENDAR"), ("year_pdf", b"%PDF")])
def test_the_year_is_saved_as_calendar_and_as_pdf(
    wheel: Wheel, tmp_path: Path, qtbot: QtBot, form: str, begins: bytes
) -> None:
    path = tmp_path / "arshjul"
    with qtbot.waitSignal(wheel.saving.saved, timeout=20_000):
        wheel.save_to(path, form)
    assert path.read_bytes().startswith(begins)


def test_the_wheel_has_a_place_without_an_incident_and_none_with_one(window: Window) -> None:
    assert "wheel" in {place.key for place in window.places}
    assert not next(place for place in VIEWS if place.key == "wheel").incident
