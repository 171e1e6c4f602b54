"""A long journal is made ready to be searched when somebody comes to where it can be, and not before."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from krisapp.domain.log import Kind, write
from krisapp.store.trouble import Trouble
from krisapp.ui.live import Live
from krisapp.ui.views.after.records_page import RecordsPage
from krisapp.ui.views.after.view import AfterView
from krisapp.ui.views.log import Log
from krisapp.ui.window import Window
from tests.ui.views.conftest import OFFICER, calm, clock, live, workplace
from tests.ui.views.test_warming import window

__all__ = ["calm", "clock", "live", "window", "workplace"]


def write_many(live: Live) -> None:
    live.sit(OFFICER)
    for batch in range(3):
        live.do(*(write(live.incident, Kind.INCOMING, f"Samtal {batch}-{at}", live.now()) for at in range(500)))


def left(live: Live) -> int:
    """Return how many entries the index has not reached."""
    return live.desk.make_findable(0)


def test_the_log_makes_the_journal_findable_a_little_at_a_time(window: Window, live: Live, qtbot: QtBot) -> None:
    write_many(live)
    window.show()
    assert left(live) > 1500

    window.go("log")
    view = window.view
    assert isinstance(view, Log)
    assert view.finding.busy
    qtbot.waitUntil(lambda: not view.finding.busy)
    assert left(live) == 0
    assert len(live.desk.search("samtal 2-499")) == 1


def test_so_does_the_page_of_records_and_what_is_written_later_too(window: Window, live: Live, qtbot: QtBot) -> None:
    window.show()
    window.go("after")
    view = window.view
    assert isinstance(view, AfterView)
    view.turn_to("records")
    page = view.page_of("records", RecordsPage)
    qtbot.waitUntil(lambda: not page.finding.busy)
    assert left(live) == 0

    write_many(live)
    view.turn_to("papers")
    view.turn_to("records")
    qtbot.waitUntil(lambda: not page.finding.busy)
    assert left(live) == 0


def test_a_disk_that_says_no_stops_it_without_a_word(
    window: Window, live: Live, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_many(live)
    before = left(live)

    def refuse(_index: object, _limit: int = 0) -> int:
        raise Trouble(Path("full"))

    monkeypatch.setattr("krisapp.store.index.Index.catch_up", refuse)
    window.show()
    window.go("log")
    view = window.view
    assert isinstance(view, Log)
    qtbot.waitUntil(lambda: not view.finding.busy)
    monkeypatch.undo()
    assert left(live) == before
