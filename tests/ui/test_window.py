"""The frame around every screen: what is always there, by key and by word."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.log import Kind
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.theme.theme import current, wear
from krisapp.ui.theme.tokens import Scheme
from krisapp.ui.views import VIEWS
from krisapp.ui.widgets.exercise import Strip
from krisapp.ui.window import Window
from tests.ui.framing import NOW, Screen, start


def shown(window: Window) -> Screen:
    assert isinstance(window.view, Screen)
    return window.view


def spoken(window: QWidget) -> list[str]:
    return [part.accessibleName() for part in window.findChildren(QWidget) if part.isVisible()]


def test_only_what_an_open_incident_needs_is_offered(window: Window, live: Live) -> None:
    assert [place.name for place in window.places] == ["Beredskap", "Plan"]

    start(live)
    assert [place.name for place in window.places] == ["Översikt", "Att göra", "Plan"]

    live.close()
    assert [place.name for place in window.places] == ["Beredskap", "Plan"]


def test_a_screen_is_built_at_its_first_visit_and_kept(window: Window, live: Live, qtbot: QtBot) -> None:
    start(live)
    assert len(window.findChildren(Screen)) == 2

    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    first = shown(window)
    assert first.field.hasFocus()
    assert len(window.findChildren(Screen)) == 3

    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert shown(window) is first


def test_every_screen_of_an_incident_has_a_key(window: Window) -> None:
    keys = {action.shortcut().toString(): action.data() for action in window._go_actions}
    assert [keys[key] for key in ("Alt+1", "Alt+9", "Alt+0", "Alt+E", "Alt+Ö")] == [1, 9, 10, 11, 12]
    assert sum(place.incident or place.exercise for place in VIEWS) == len(keys)


def test_a_change_refreshes_the_screen_that_is_shown_and_others_when_they_are(window: Window, live: Live) -> None:
    start(live)
    overview = shown(window)
    window.go("todo")
    todo = shown(window)
    before = overview.refreshed, todo.refreshed

    live.changed.emit()
    assert (overview.refreshed, todo.refreshed) == (before[0], before[1] + 1)

    window.go("overview")
    assert overview.refreshed == before[0] + 1


def test_lo3_a_line_is_written_by_keys_alone_from_any_screen(window: Window, live: Live, qtbot: QtBot) -> None:
    start(live)
    shown(window).start()

    qtbot.keyClick(window, Qt.Key.Key_F2)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "KC kommer")
    qtbot.keyClick(focused, Qt.Key.Key_Return)

    line = live.incident.log[-1]
    assert (line.text, line.kind, line.happened) == ("KC kommer", Kind.OBSERVATION, NOW)
    assert shown(window).field.hasFocus()
    assert "Sparat kl. 14.10.30 i FLN-2027-001.krisapp" in [label.text() for label in window.findChildren(QLabel)]


def test_ex1_an_exercise_is_marked_above_below_and_in_title_and_head(window: Window, live: Live) -> None:
    assert not [strip for strip in window.findChildren(Strip) if strip.isVisible()]

    start(live, exercise=True)

    strips = [strip for strip in window.findChildren(Strip) if strip.isVisible()]
    assert {strip.mapTo(window, strip.rect().topLeft()).y() > 300 for strip in strips} == {True, False}
    assert "ÖVNING" in spoken(window)
    assert window.windowTitle().startswith("ÖVNING")


def test_ex1_the_real_thing_is_never_marked_as_an_exercise(window: Window, live: Live) -> None:
    start(live, exercise=True)
    live.close()
    start(live)

    assert not [strip for strip in window.findChildren(Strip) if strip.isVisible()]
    assert "SKARPT LÄGE" in spoken(window)


@pytest.mark.parametrize("scheme", Scheme)
def test_ex1_the_hatched_edge_is_seen_in_each_scheme(
    window: Window, live: Live, scheme: Scheme, qapp: QApplication
) -> None:
    start(live, exercise=True)
    wear(qapp, scheme, 100)

    picture = window.grab().toImage()
    middle = picture.height() // 2
    left = {picture.pixelColor(x, middle + y).name() for x in range(7) for y in range(24)}
    right = {picture.pixelColor(picture.width() - 1 - x, middle + y).name() for x in range(7) for y in range(24)}
    colours = current().colours
    assert {colours.exercise, colours.exercise_stripe} <= left & right


def test_a_view_can_be_asked_for_by_any_other(window: Window, live: Live) -> None:
    start(live)

    live.shown.emit("todo", "K01-03")

    assert shown(window).item == "K01-03"


def test_text_grows_and_shrinks_by_key(window: Window, qtbot: QtBot) -> None:
    size = QApplication.font().pixelSize()

    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.font().pixelSize() > size)
    assert window.kept.settings.text == 110

    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.font().pixelSize() == size)
    qtbot.waitUntil(lambda: not window._look.busy)


def test_who_sits_here_is_remembered_and_signs_the_journal(window: Window, live: Live) -> None:
    start(live)
    other = live.plan.people[1].id

    window._head.person.emit(other)

    assert live.desk.person == other
    assert window.kept.settings.person == other


def cut(window: Window) -> list[str]:
    """Find the labels whose words do not fit and cannot be read elsewhere."""
    lines = [part for part in window.findChildren(QLabel) if part.isVisible() and part.text() and not part.wordWrap()]
    whole = {part.text() for part in lines if part.accessibleName() == part.text()}
    return [part.text() for part in lines if part.width() < part.sizeHint().width() and part.text() not in whole]


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
@pytest.mark.parametrize("exercise", [False, True])
def test_the_frame_fits_the_smallest_screens(
    window: Window, live: Live, qtbot: QtBot, size: tuple[int, int], exercise: bool
) -> None:
    start(live, exercise=exercise)
    window.resize(*size)

    qtbot.waitUntil(lambda: cut(window) == [])
    assert (window.width(), window.height()) == size


def test_the_frame_fits_a_small_screen_at_two_hundred_per_cent(
    window: Window, live: Live, qtbot: QtBot, qapp: QApplication
) -> None:
    start(live)
    window.resize(1280, 720)
    wear(qapp, Scheme.LIGHT, 200)

    qtbot.waitUntil(lambda: cut(window) == [])
    assert (window.width(), window.height()) == (1280, 720)


def test_closing_the_window_remembers_it(window: Window, tmp_path: Path) -> None:
    window.resize(1100, 700)
    window.close()

    assert Kept(tmp_path).settings.geometry != ""
