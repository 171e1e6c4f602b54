"""What the menu of help opens (hjälpmenyn): the guide at the screen's page, its keys, all commands, the tour."""

from typing import TYPE_CHECKING

from krisapp.ui.commands import commands_of

if TYPE_CHECKING:
    from krisapp.ui.window import Window


def open_help(window: "Window", kind: str, screen: str) -> None:
    """Open one kind of help: "palette", "guide", "keys" or "tour". `screen` is the key of the one that is shown."""
    match kind:
        case "palette":
            from krisapp.ui.command_palette import CommandPalette
            from krisapp.ui.views.situation.field_commands import field_commands

            palette = CommandPalette(commands_of(window.view, window), window)
            palette.offer(field_commands(window.live, palette))
            palette.exec()
        case "keys":
            from krisapp.ui.keyboard_help import KeyboardHelp

            KeyboardHelp(commands_of(window.view, window), window).exec()
        case "tour":
            from krisapp.ui.guide.tour import show_tour

            show_tour(window)
        case _:
            from krisapp.ui.guide.guide_window import open_guide

            open_guide(window, screen)
