"""The wall of the staff room: a second window by one key, and a page that is off until a person switches it on."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from krisapp.delivery.wall_page import WallPage
from krisapp.domain.log import Kind, write
from krisapp.ui.live import Live
from krisapp.ui.views.consoles.commands import ConsoleCommands
from krisapp.ui.wall.page_dialog import WallPageDialog
from krisapp.ui.wall.showing import AGE, WallShowing
from krisapp.ui.window import Window
from tests.ui.views.conftest import OFFICER, calm, clock, live, opened, workplace

__all__ = ("calm", "clock", "live", "workplace")


@pytest.fixture
def window(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    live.sit(OFFICER)
    with opened(live, qtbot, tmp_path) as window:
        yield window


def _page(showing: WallShowing) -> WallPage:
    assert showing.page is not None
    return showing.page


@pytest.fixture
def showing(window: Window) -> Iterator[WallShowing]:
    made = WallShowing(window.live, window, host="127.0.0.1")
    yield made
    made.serve(on=False)


def test_one_key_opens_the_wall_and_esc_closes_it(window: Window, qtbot: QtBot) -> None:
    commands = window.findChild(ConsoleCommands) or ConsoleCommands(window)
    QTest.keyClick(window, Qt.Key.Key_F12)
    showing = commands.findChild(WallShowing) or window.findChild(WallShowing)
    assert isinstance(showing, WallShowing)
    board = showing.board
    assert board is not None
    qtbot.waitExposed(board)

    said = board.accessibleName()
    assert "SKARPT LÄGE. Dricksvatten Malmköping. N2" in said
    assert "Sedan larm: 2 min" in said
    assert not board.grab().isNull()
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert showing.board is None


def test_what_is_written_comes_on_the_wall_and_what_is_secret_does_not(
    window: Window, showing: WallShowing, qtbot: QtBot
) -> None:
    showing.toggle()
    board, live = showing.board, window.live
    assert board is not None
    live.do(write(live.incident, Kind.OBSERVATION, "Tanken står vid Malmaskolan", live.now()))
    live.do(write(live.incident, Kind.OBSERVATION, "Vakter vid verket", live.now(), ground="OSL 18:13"))

    qtbot.waitUntil(lambda: "Tanken står vid Malmaskolan" in board.accessibleName(), timeout=10_000)
    assert "Vakter" not in board.accessibleName()
    showing.toggle()


@pytest.mark.usefixtures("loopback")
def test_the_page_is_off_until_it_is_switched_on_and_gone_with_the_incident(
    window: Window, showing: WallShowing, qtbot: QtBot
) -> None:
    assert showing.page is None
    dialog = WallPageDialog(showing, window)
    dialog.show()
    qtbot.waitExposed(dialog)
    showing.serve(on=True)
    page = _page(showing)
    with urlopen(f"http://127.0.0.1:{page.port}/{page.key}", timeout=10) as answer:
        assert "Dricksvatten Malmköping" in answer.read().decode()
    dialog.reject()
    for _second in range(AGE):
        window.live.ticked.emit()
    with urlopen(f"http://127.0.0.1:{page.port}/{page.key}", timeout=10) as answer:
        assert "Dricksvatten Malmköping" in answer.read().decode()

    window.live.close()

    assert showing.page is None
    with pytest.raises(OSError, match="refused"):
        urlopen(f"http://127.0.0.1:{page.port}/{page.key}", timeout=5)
