"""What the tests of drills share: a window in which the scenario Grumligt has begun, and its conductor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from krisapp.store.scenario_files import read_scenario, shipped
from krisapp.ui.live import Live
from krisapp.ui.views.exercise.conducting import Conductor, conductor_of
from krisapp.ui.views.exercise.parking import Parking
from krisapp.ui.window import Window
from tests.ui.views.conftest import CHIEF, OFFICER, StandingClock, opened


@pytest.fixture
def window(calm: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Give the team's window, with nothing begun."""
    with opened(calm, qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def conductor(window: Window, calm: Live) -> Iterator[Conductor]:
    """Give the conductor of a drill that has just begun."""
    Parking(window)
    made = conductor_of(calm)
    made.start(read_scenario(shipped()[0], calm.plan), OFFICER, CHIEF)
    yield made
    made.close_window()


class Playing:
    """Lets the drill go on."""

    def __init__(self, conductor: Conductor, clock: StandingClock) -> None:
        self.conductor, self.clock = conductor, clock

    def to(self, minute: float) -> None:
        """Let the clock of the drill come to a minute, a beat at a time."""
        drill = self.conductor.drill
        assert drill is not None
        while (left := minute - drill.minute(self.clock())) > 0:
            self.clock.later(min(left, 1))
            self.conductor.beat()


@pytest.fixture
def play(conductor: Conductor, clock: StandingClock) -> Playing:
    """Give what lets the drill go on."""
    return Playing(conductor, clock)
