"""Opening a replay as a person does, for the tests of what it shows; `story` is what there is to play."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.after.replay_page import ReplayPage
from krisapp.ui.views.after.replay_window import ReplayWindow
from krisapp.ui.views.after.view import AfterView


def played(page: ReplayPage, qtbot: QtBot) -> ReplayWindow:
    """Open the replay of what is chosen, by Enter."""
    with qtbot.waitSignal(page.opening.opened) as signal:
        page.start()
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    window = signal.args[0] if signal.args else None
    assert isinstance(window, ReplayWindow)
    return window


@pytest.fixture
def play(story: Live, after: AfterView, qtbot: QtBot) -> Iterator[Callable[[], ReplayWindow]]:
    """Give a way to open the replay from the page Spela upp."""
    made: list[ReplayWindow] = []

    def open_it() -> ReplayWindow:
        after.turn_to("replay")
        page = after.page
        assert isinstance(page, ReplayPage)
        window = played(page, qtbot)
        qtbot.waitExposed(window)
        made.append(window)
        return window

    yield open_it
    for window in made:
        window.close()
        window.deleteLater()
