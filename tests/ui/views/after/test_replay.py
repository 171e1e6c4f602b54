"""A replay in the window: the screens as they stood, what was out beside what was known, and no way to change it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from krisapp.domain import log
from krisapp.domain.log import Kind
from krisapp.domain.release import Reason, release
from krisapp.domain.replaying import Turn
from krisapp.domain.situation import set_fields
from krisapp.domain.words import Refused
from krisapp.store.trouble import Trouble
from krisapp.ui.live import Live
from krisapp.ui.views.after.replay_out import OutThen
from krisapp.ui.views.after.replay_page import ReplayPage
from krisapp.ui.views.after.replay_window import ReplayWindow
from krisapp.ui.views.exercise.view import ExerciseView
from krisapp.ui.views.log import Log
from tests.ui.views.after.replaying import play, played
from tests.ui.views.after.screen import after
from tests.ui.views.conftest import ALARM, CHIEF, OFFICER, StandingClock, opened

__all__ = ["after", "play"]

WEB = "E1-C01.sv"


def let_out(live: Live, id: str) -> None:
    live.texts.approve((id,), CHIEF, means="phone", accepted=live.texts.warnings((id,)))
    live.do(release(live.incident, id, Reason.OTHER, "prov"))


@pytest.fixture
def story(live: Live, clock: StandingClock) -> Live:
    """Give an incident of forty minutes: a text goes out, and twenty minutes later what it says is another."""
    live.do(set_fields(live.incident, {"next_update": ALARM + timedelta(hours=2)}))
    clock.later(10)
    let_out(live, WEB)
    clock.later(20)
    live.do(set_fields(live.incident, {"next_update": ALARM + timedelta(hours=4)}))
    clock.later(10)
    live.do(log.write(live.incident, Kind.OBSERVATION, "Kö vid vattentanken.", clock()))
    return live


def compared(window: ReplayWindow, qtbot: QtBot) -> OutThen:
    view = window.view
    assert isinstance(view, OutThen)
    qtbot.waitUntil(lambda: all(row.contradicts is not None for row in view.model.rows))
    return view


def test_the_start_of_an_incident_is_shown_first_and_its_end_can_be_gone_to(
    play: Callable[[], ReplayWindow], story: Live
) -> None:
    window = play()
    assert window.live.incident.version == 1
    window.player.go(window.recording.last)
    assert window.live.incident.version == story.incident.version
    assert [line.text for line in window.live.incident.log] == [line.text for line in story.incident.log]
    assert window.live.now() == story.now()
    assert story.incident.log is not window.live.incident.log


def test_the_arrows_go_to_the_next_text_that_went_out(play: Callable[[], ReplayWindow]) -> None:
    window = play()
    window.player.kind.setCurrentIndex(window.player.kind.findData(Turn.OUT.value))
    window.start()
    QTest.keyClick(window.player.timeline, Qt.Key.Key_Right)
    assert window.recording.turns[window.player.number - 1] is Turn.OUT
    assert window.live.now() == ALARM + timedelta(minutes=12)


def test_a_text_is_beside_the_facts_it_no_longer_agreed_with(play: Callable[[], ReplayWindow], qtbot: QtBot) -> None:
    window = play()
    out = window.recording.after(window.recording.first, Turn.OUT)
    assert out is not None
    window.player.go(out)
    view = compared(window, qtbot)
    assert [(row.contradicts, row.out.changed) for row in view.model.rows] == [(0, ())]
    assert "15.10" in view.text.toPlainText()

    changed = window.recording.after(out, Turn.FACT)
    assert changed is not None
    window.player.go(changed)
    view = compared(window, qtbot)
    (row,) = view.model.rows
    assert row.contradicts
    assert [one.name for one in row.out.changed] == ["next_update"]
    said = " ".join(f"{remark.text} {remark.detail}" for remark in view.clashes.rows)
    assert "15.10" in said
    assert "17.10" in said
    assert view.facts.rows[0].text == "Nästa besked kl. 17.10"


@pytest.mark.parametrize("key", ["overview", "todo", "lead", "situation", "messages", "reach", "log", "questions"])
def test_every_screen_is_shown_as_it_stood_and_follows_back_and_forth(
    key: str, play: Callable[[], ReplayWindow], story: Live, qtbot: QtBot
) -> None:
    before = [line.text for line in story.incident.log]
    window = play()
    window.player.go(window.recording.last)
    window.show_screen(key)
    for number in (window.recording.first, window.recording.last, window.recording.first + 1):
        window.player.go(number)
        assert window.live.incident.log == window.recording.incident(number).log
        qtbot.wait(1)
    assert [line.text for line in story.incident.log] == before


def test_the_log_shows_no_line_that_was_not_yet_written(play: Callable[[], ReplayWindow]) -> None:
    window = play()
    window.show_screen("log")
    view = window.view
    assert isinstance(view, Log)
    window.player.go(window.recording.last)
    assert view.model.lines[-1].text == "Kö vid vattentanken."
    window.player.go(window.recording.last - 1)
    assert all(line.text != "Kö vid vattentanken." for line in view.model.lines)


def test_nothing_can_be_written_from_a_replay(play: Callable[[], ReplayWindow], story: Live) -> None:
    path = story.desk.path
    window = play()
    window.player.go(window.recording.last)
    past = window.live
    folder = {file: sha256(file.read_bytes()).hexdigest() for file in path.parent.rglob("*") if file.is_file()}
    event = log.write(past.incident, Kind.OBSERVATION, "Efteråt.", past.now())
    past.sit(OFFICER)
    with pytest.raises(Refused, match="uppspelning"):
        past.do(event)
    with pytest.raises(Trouble):
        past.desk.journal.append(event, OFFICER)
    with pytest.raises(Refused, match="uppspelning"):
        past.workplace.start(
            type="other", places=(), sentence="", level="N2", danger_to_life=False, exercise=False, person=OFFICER
        )
    with pytest.raises(Refused, match="uppspelning"):
        past.workplace.open(path)
    with pytest.raises(Refused, match="uppspelning"):
        _ = past.workplace.plans
    past.desk.keep_time()
    assert not past.workplace.folder.exists()
    after = {file: sha256(file.read_bytes()).hexdigest() for file in path.parent.rglob("*") if file.is_file()}
    assert after == folder
    assert all(line.text != "Efteråt." for line in story.incident.log)


def test_playing_goes_on_by_itself_to_the_end_and_stops(play: Callable[[], ReplayWindow], qtbot: QtBot) -> None:
    window = play()
    window.player.speed.setCurrentIndex(window.player.speed.count() - 1)
    window.start()
    window.player.go_to(window.recording.length - 60_000)
    QTest.keyClick(window.player.timeline, Qt.Key.Key_Space)
    assert window.player.playing
    qtbot.waitUntil(lambda: not window.player.playing, timeout=5_000)
    assert window.player.number == window.recording.last


def test_the_incident_goes_on_while_it_is_played(play: Callable[[], ReplayWindow], story: Live) -> None:
    window = play()
    last = window.recording.last
    story.do(log.write(story.incident, Kind.OBSERVATION, "Nytt under tiden.", story.now()))
    window.player.go(last)
    assert window.live.incident.log[-1].text == "Kö vid vattentanken."
    assert story.incident.log[-1].text == "Nytt under tiden."


def test_a_real_incident_has_no_directors_screen(play: Callable[[], ReplayWindow]) -> None:
    assert "director" not in {place.key for place in play().places}


@contextmanager
def page_of_drills(live: Live, qtbot: QtBot, folder: Path) -> Iterator[ReplayPage]:
    """Give the page Spela upp of the screen Övning, in the real window."""
    with opened(live, qtbot, folder) as window:
        window.go("exercise")
        view = window.view
        assert isinstance(view, ExerciseView)
        view.turn_to("replay")
        page = view.page
        assert isinstance(page, ReplayPage)
        yield page


def test_a_drill_is_played_again_from_the_screen_of_drills_with_no_incident_open(
    story: Live, qtbot: QtBot, tmp_path: Path
) -> None:
    path = story.desk.path
    story.close()
    with page_of_drills(story, qtbot, tmp_path) as page:
        shown = played(page, qtbot)
        assert shown.live.desk.path == path
        shown.close()


def test_an_empty_workplace_says_what_to_do_before_there_is_something_to_play(
    calm: Live, qtbot: QtBot, tmp_path: Path
) -> None:
    with page_of_drills(calm, qtbot, tmp_path) as page:
        assert page.list.isHidden()
        page.play()
        assert not page.opening.busy
