"""Answering the dialogs that keys open, as a person does; none stays open and steals the keys of the next test."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.widgets.dialog import Dialog
from tests.ui.views.keyboard import NONE, press_key


def asked(
    page: QWidget,
    qtbot: QtBot,
    kind: type[Dialog],
    answer: Callable[[Dialog], None],
    key: Qt.Key,
    held: Qt.KeyboardModifier = NONE,
) -> str:
    """Press a key, fill in the dialog it opens and confirm it; return what was refused, or nothing.

    The dialog never stays open, and the window has the keyboard again.
    """
    refused: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog):
            QTimer.singleShot(10, act)
            return
        try:
            assert isinstance(dialog, kind), dialog
            answer(dialog)
            dialog.press()
            if dialog.isVisible():
                refused.append(dialog.banner.text)
        finally:
            dialog.done(0)

    QTimer.singleShot(10, act)
    press_key(qtbot, key, held)
    window = page.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return "".join(refused)
