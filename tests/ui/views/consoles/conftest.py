"""A window with an incident, another console that has joined it, and the stick they meet on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.consoles.commands import ConsoleCommands
from krisapp.ui.views.consoles.meeting_dialog import MeetingDialog
from krisapp.ui.window import Window
from tests.two_consoles import Console
from tests.ui.views.conftest import OFFICER, opened

Met = Callable[[], MeetingDialog]


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """Give a stick."""
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def window(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Give the real window over an incident, with the officer at it."""
    live.sit(OFFICER)
    with opened(live, qtbot, tmp_path) as window:
        yield window


@pytest.fixture
def commands(window: Window) -> ConsoleCommands:
    """Give the commands of several consoles."""
    return window.findChild(ConsoleCommands) or ConsoleCommands(window)


@pytest.fixture
def other(tmp_path: Path, usb: Path, window: Window, commands: ConsoleCommands, qtbot: QtBot) -> Iterator[Console]:
    """Give another console that has joined what the window shows."""
    with qtbot.waitSignal(commands.meetings.ended, timeout=20_000):
        commands.meetings.begin(usb)
    console = Console(tmp_path / "annan", "love.alpilund")
    console.workplace.console.name = "Vattenverket"
    console.time = window.live.now()
    console.join(usb)
    yield console
    console.desk.close()


@pytest.fixture
def meet(window: Window, commands: ConsoleCommands, usb: Path, qtbot: QtBot) -> Iterator[Met]:
    """Give a way to meet by the dialog: write the folder and press Enter."""
    made: list[MeetingDialog] = []

    def go() -> MeetingDialog:
        dialog = MeetingDialog(window.live, window.kept.settings, commands.meetings, window)
        made.append(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.place.folder.setText(str(usb))
        with qtbot.waitSignal(commands.meetings.ended, timeout=20_000):
            QTest.keyClick(dialog.place.folder, Qt.Key.Key_Return)
        return dialog

    yield go
    for dialog in made:
        dialog.reject()
