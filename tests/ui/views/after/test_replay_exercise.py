"""The replay of an exercise: it keeps its marks, and shows its evaluators what the director did, when it is over."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from krisapp.domain.exercising.drill import Drill, DrillEnded, Standing, begin, handle
from krisapp.domain.exercising.scenario import Beginning, Inject, InjectKind, Scenario, Via
from krisapp.ui.live import Live
from krisapp.ui.views.after.replay_director import DirectorThen
from krisapp.ui.views.after.replay_window import ReplayWindow
from krisapp.ui.views.after.view import AfterView
from krisapp.ui.widgets.exercise import is_exercise
from tests.begun import begin as begin_exercise
from tests.ui.views.after.replaying import play
from tests.ui.views.conftest import OFFICER, StandingClock, opened

__all__ = ["play"]

INJECT = Inject("A-01", InjectKind.MEDIA, "Reporter", "TIB", Via.PHONE, "Är vattnet farligt?")
SCENARIO = Scenario("prov", "Prov", 30, Beginning("drinking_water", ("Malmköping",), "Vattnet", "N2"), (INJECT,))


@pytest.fixture
def begun(calm: Live) -> Live:
    """Give a drill that has just begun."""
    calm.sit(OFFICER)
    calm.open(begin_exercise(calm.workplace, exercise=True))
    calm.do(*begin(calm.incident, SCENARIO))
    return calm


@pytest.fixture(params=[True], ids=["over"])
def story(begun: Live, clock: StandingClock, request: pytest.FixtureRequest) -> Live:
    """Give a drill with one inject sent, over unless a test asks for one that goes on."""
    clock.later(3)
    begun.do(handle(begun.incident.part(Drill), "A-01", Standing.SENT, begun.now()))
    if request.param:
        clock.later(1)
        begun.do(DrillEnded(4.0))
    return begun


@pytest.fixture
def after(story: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[AfterView]:
    with opened(story, qtbot, tmp_path) as window:
        window.go("after")
        assert isinstance(window.view, AfterView)
        yield window.view


def test_ex1_the_replay_of_an_exercise_has_its_frame(play: Callable[[], ReplayWindow]) -> None:
    assert is_exercise(play())


def test_ex7_the_injects_stand_as_they_did_and_are_marked_as_the_directors(play: Callable[[], ReplayWindow]) -> None:
    window = play()
    window.show_screen("director")
    view = window.view
    assert isinstance(view, DirectorThen)
    window.player.go(window.recording.last)
    (row,) = view.injects.rows
    assert row.mark is not None
    assert (row.text, row.mark.word) == ("Är vattnet farligt?", "skickat")
    window.player.go(window.recording.last - 2)
    (row,) = view.injects.rows
    assert row.mark is not None
    assert row.mark.word == "planerat"


@pytest.mark.parametrize("story", [False], indirect=True, ids=["going on"])
def test_while_a_drill_goes_on_its_team_sees_nothing_of_what_its_director_plans(
    play: Callable[[], ReplayWindow],
) -> None:
    window = play()
    assert is_exercise(window)
    assert "director" not in {place.key for place in window.places}
