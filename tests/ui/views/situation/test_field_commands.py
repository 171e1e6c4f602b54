"""Ctrl+K finds the fields of the fact sheet, and Enter goes there from any screen."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from krisapp.ui.command_palette import CommandPalette
from krisapp.ui.commands import name_of
from krisapp.ui.live import Live
from krisapp.ui.views.situation.field_commands import field_commands
from krisapp.ui.views.situation.groups import GROUPS
from krisapp.ui.views.situation.view import SituationView
from tests.ui.views.keyboard import press_key, typed
from tests.ui.views.situation.test_situation import view

__all__ = ("view",)


def test_a_field_is_found_by_its_label_and_gone_to(view: SituationView, live: Live, qtbot: QtBot) -> None:
    palette = CommandPalette([], view)
    palette.offer(field_commands(live, palette))
    palette.show()
    palette.activateWindow()
    qtbot.waitUntil(palette.isActiveWindow)
    typed("vad har hänt")
    with qtbot.waitSignal(live.shown) as shown:
        press_key(qtbot, Qt.Key.Key_Return)
    assert shown.args == ["situation", "what_happened"]


def test_every_field_is_a_command_and_none_is_without_an_incident(view: SituationView, live: Live) -> None:
    names = [name_of(action) for action in field_commands(live, view)]
    assert len(names) == len(set(names)) == sum(len(group.keys) for group in GROUPS)
    live.close()
    assert field_commands(live, view) == []
