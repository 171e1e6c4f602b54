"""What the tests of the screens share: a real workplace, an open incident, a clock that stands still, and a window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.questions.view import QuestionsView
from krisapp.ui.views.view import View
from krisapp.ui.window import Window
from krisapp.workplace import Workplace
from tests.begun import begin

ALARM = datetime(2027, 6, 11, 13, 10).astimezone()
OFFICER = "jons.tallbacker"
"""Holds TIB and SC in the sample plan, and may not approve."""

CHIEF = "love.alpilund"
"""Holds KOM in the sample plan, and may approve."""


class StandingClock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        self.time = ALARM + timedelta(minutes=2)

    def __call__(self) -> datetime:
        """Return the time."""
        return self.time

    def later(self, minutes: float) -> None:
        """Let time pass."""
        self.time += timedelta(minutes=minutes)


@pytest.fixture
def clock() -> StandingClock:
    """Give the clock everything in the test is written by."""
    return StandingClock()


@pytest.fixture
def workplace(tmp_path: Path, clock: StandingClock) -> Workplace:
    """Give a workplace with the sample plan and no incident."""
    return Workplace(tmp_path / "workplace", clock)


@pytest.fixture
def calm(workplace: Workplace, qtbot: QtBot) -> Iterator[Live]:
    """Give a live desk without an incident, and nobody chosen."""
    del qtbot
    owner = QObject()
    live = Live(workplace, owner)
    yield live
    live.close()
    owner.deleteLater()


@pytest.fixture
def live(calm: Live, workplace: Workplace) -> Live:
    """Give a live desk with a water incident two minutes old, and the duty officer at it."""
    calm.sit(OFFICER)
    calm.open(begin(workplace))
    return calm


@contextmanager
def opened(live: Live, qtbot: QtBot, folder: Path, person: str = OFFICER) -> Iterator[Window]:
    """Open the real window with its keyboard, without sound, and with a person at it."""
    kept = Kept(folder / "settings")
    kept.settings.person = person
    kept.settings.sound = False
    window = Window(live, kept, VIEWS)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


@pytest.fixture
def shown(home: QWidget, qtbot: QtBot) -> Callable[[View], View]:
    """Give a way to show a screen as the window does: in a window, said and refreshed, following changes."""

    def show(view: View) -> View:
        view.setParent(home)
        view.resize(home.size())
        view.retranslate()
        view.refresh()
        view.live.changed.connect(view.refresh)
        view.show()
        qtbot.waitExposed(home)
        return view

    return show


@pytest.fixture
def questions(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[QuestionsView]:
    """Give the screen Frågor in the real window, with the officer at it and the focus where one begins."""
    with opened(live, qtbot, tmp_path) as window:
        window.go("questions")
        shown = window.view
        assert isinstance(shown, QuestionsView)
        shown.start()
        yield shown
