"""Joining an incident that another console began, from a stick, by its name."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.consoles.commands import ConsoleCommands
from krisapp.ui.views.consoles.join_dialog import JoinDialog
from krisapp.ui.window import Window
from tests.two_consoles import Console


def test_joining_from_a_stick_shows_the_incident_by_name_and_opens_its_file(
    window: Window, commands: ConsoleCommands, usb: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(commands.meetings.ended, timeout=20_000):
        commands.meetings.begin(usb)
    newcomer = Console(tmp_path / "ny", "love.alpilund")
    away = Live(newcomer.workplace, window)
    dialog = JoinDialog(away, str(usb), window)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.model.rows), timeout=20_000)
    assert [row.lies.name for row in dialog.model.rows] == ["Dricksvatten Malmköping"]

    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.path is not None, timeout=20_000)

    assert dialog.path is not None
    desk = newcomer.workplace.open(dialog.path)
    assert desk.incident.id == window.live.incident.id
    desk.close()


def test_an_incident_that_is_here_already_is_not_joined_again(
    window: Window, commands: ConsoleCommands, usb: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(commands.meetings.ended, timeout=20_000):
        commands.meetings.begin(usb)
    dialog = JoinDialog(window.live, str(usb), window)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.model.rows), timeout=20_000)
    dialog.press()

    assert "finns redan här" in dialog.banner.text
    assert dialog.path is None
    dialog.reject()
