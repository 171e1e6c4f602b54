"""The guide in its window: F1 at the page of the screen, read and searched by keyboard, work going on beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from krisapp.ui.guide.guide_window import GuideWindow
from krisapp.ui.live import Live
from krisapp.ui.widgets.exercise import is_exercise, mark_exercise
from krisapp.ui.window import Window
from tests.ui.views.conftest import calm, clock, live, opened, workplace

__all__ = ["calm", "clock", "live", "workplace"]


@pytest.fixture
def window(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with opened(live, qtbot, tmp_path) as made:
        yield made


def press_f1(window: Window, qtbot: QtBot) -> GuideWindow:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)
    found = window.findChild(GuideWindow)
    assert isinstance(found, GuideWindow)
    qtbot.waitUntil(found.isActiveWindow)
    return found


@pytest.mark.parametrize(("screen", "page"), [("messages", "budskap"), ("log", "loggforare"), ("overview", "oversikt")])
def test_f1_opens_the_page_of_the_screen_one_is_on(screen: str, page: str, window: Window, qtbot: QtBot) -> None:
    window.go(screen)
    guide = press_f1(window, qtbot)
    assert guide.page.key == page
    assert guide.text.hasFocus()
    guide.close()


def test_it_stays_open_while_one_works_and_f1_brings_the_next_page_into_it(window: Window, qtbot: QtBot) -> None:
    window.go("log")
    guide = press_f1(window, qtbot)
    window.go("messages")
    assert guide.isVisible()
    assert press_f1(window, qtbot) is guide
    assert guide.page.key == "budskap"
    guide.go_back()
    assert guide.page.key == "loggforare"
    guide.close()


def test_it_is_searched_and_read_by_keyboard_alone(window: Window, qtbot: QtBot) -> None:
    guide = press_f1(window, qtbot)
    QTest.keyClick(guide.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert guide.search.hasFocus()
    QTest.keyClicks(guide.search, "sekretess")
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.list.hasFocus()
    assert guide.page.key == "loggforare"
    QTest.keyClick(guide.list, Qt.Key.Key_Return)
    assert guide.text.hasFocus()
    assert "Sekretess" in guide.text.toPlainText()
    QTest.keyClick(guide.text, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_what_is_not_found_is_said_and_esc_empties_the_search_before_it_closes(window: Window, qtbot: QtBot) -> None:
    guide = press_f1(window, qtbot)
    guide.search.setFocus()
    QTest.keyClicks(guide.search, "xyzzy")
    qtbot.waitUntil(lambda: guide.model.rowCount() == 0)
    assert guide.list.isHidden()
    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: guide.model.rowCount() > 10)
    assert guide.isVisible()
    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_a_link_goes_to_its_page(window: Window, qtbot: QtBot) -> None:
    guide = press_f1(window, qtbot)
    guide.show_page("borja")
    guide.text.setFocus()
    QTest.keyClick(guide.text, Qt.Key.Key_Tab)
    QTest.keyClick(guide.text, Qt.Key.Key_Return)
    assert guide.page.key == "jour"
    guide.close()


def test_ex1_the_guide_of_an_exercise_has_its_marks(window: Window, qtbot: QtBot) -> None:
    mark_exercise(window, exercise=True)
    guide = press_f1(window, qtbot)
    assert is_exercise(guide)
    guide.close()
