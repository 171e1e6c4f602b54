"""Telling that something was done, in the window's toast."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from krisapp.ui.widgets.toast import Toast


def told(near: QWidget, text: str, undo: Callable[[], object] | None = None) -> None:
    """Say in the window around a part what was done, with a way back if there is one."""
    toast = near.window().findChild(Toast)
    if isinstance(toast, Toast):
        toast.say(text, undo)
