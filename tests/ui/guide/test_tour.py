"""The tour for the first time: four steps by keyboard, out of it with one key, and at its end a drill."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from krisapp.ui.guide.tour import STEPS, Tour, show_tour
from krisapp.ui.live import Live
from krisapp.ui.window import Window
from krisapp.workplace import Workplace
from tests.begun import begin
from tests.ui.views.conftest import OFFICER, calm, clock, opened, workplace

__all__ = ["calm", "clock", "workplace"]


@pytest.fixture
def window(calm: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with opened(calm, qtbot, tmp_path, person="") as made:
        yield made


@pytest.fixture
def tour(window: Window, qtbot: QtBot) -> Tour:
    made = show_tour(window)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def choose_officer(tour: Tour) -> None:
    tour.person.setCurrentIndex(tour.person.findData(OFFICER))


def test_it_asks_first_who_one_is_and_does_not_go_on_without(tour: Tour, calm: Live) -> None:
    assert tour.person.hasFocus()
    QTest.keyClick(tour, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert tour.person.isVisible()
    choose_officer(tour)
    QTest.keyClick(tour, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not tour.person.isVisible()
    assert calm.person == OFFICER


def test_esc_ends_it_with_one_key_and_it_does_not_come_again(tour: Tour, window: Window) -> None:
    QTest.keyClick(tour, Qt.Key.Key_Escape)
    assert window.kept.settings.toured
    assert not [one for one in window.findChildren(Tour) if one.isVisible()]


def test_one_can_go_back_a_step(tour: Tour) -> None:
    choose_officer(tour)
    tour.press()
    tour.press()
    assert tour.back_button.isVisible()
    tour.go_back()
    tour.go_back()
    assert tour.person.isVisible()
    assert not tour.back_button.isVisible()


def test_it_never_stands_between_anyone_and_a_real_incident(
    tour: Tour, window: Window, calm: Live, workplace: Workplace, qtbot: QtBot
) -> None:
    assert not tour.isModal()
    calm.sit(OFFICER)
    with qtbot.waitSignal(tour.destroyed):
        calm.open(begin(workplace))
    assert window.live.has_incident


def test_ad2_it_ends_in_the_drill_of_fifteen_minutes(tour: Tour, window: Window, calm: Live) -> None:
    choose_officer(tour)
    for _step in STEPS:
        tour.press()
    assert calm.has_incident
    assert calm.incident.exercise
    assert window.view is not None
    assert window.view.accessibleName() == "Övning"
