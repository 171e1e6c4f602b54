"""Keys typed while a dialog is being made reach it; what would confirm it unseen does not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.early_keys import EarlyKeys
from krisapp.ui.widgets.fields import text_field


class Asking(Dialog):
    """Two fields, and how many times it was confirmed."""

    def __init__(self, parent: QPushButton) -> None:
        super().__init__("Fråga", parent, "Spara")
        self.first, self.second = text_field("Vad", self), text_field("Var", self)
        self.body.addWidget(self.first)
        self.body.addWidget(self.second)
        self.first.setFocus()
        self.confirmed = 0

    def run(self) -> bool:
        EarlyKeys(self).hand_over()
        return super().run()

    def decide(self) -> None:
        self.confirmed += 1


@pytest.fixture
def beneath(qtbot: QtBot) -> Iterator[QPushButton]:
    button = QPushButton("Starta")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    yield button


def type_at(beneath: QPushButton, keys: list[tuple[Qt.Key, str]]) -> None:
    """Type as the window system does it: the keys wait for the window that had the focus."""
    for key, text in keys:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.postEvent(beneath.windowHandle(), event)


def test_what_is_typed_before_the_dialog_stands_reaches_its_fields(qtbot: QtBot, beneath: QPushButton) -> None:
    dialog = Asking(beneath)
    type_at(beneath, [(Qt.Key.Key_E, "e"), (Qt.Key.Key_Aring, "å"), (Qt.Key.Key_Space, " "), (Qt.Key.Key_L, "l")])
    type_at(beneath, [(Qt.Key.Key_Tab, "\t"), (Qt.Key.Key_B, "b")])
    QTimer.singleShot(100, dialog, dialog.accept)
    dialog.run()
    assert (dialog.first.text(), dialog.second.text()) == ("eå l", "b")


def test_enter_and_space_confirm_nothing_that_is_not_seen_yet(qtbot: QtBot, beneath: QPushButton) -> None:
    pressed: list[bool] = []
    beneath.clicked.connect(lambda: pressed.append(True))
    dialog = Asking(beneath)
    dialog.confirm.setFocus()
    type_at(beneath, [(Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Space, " "), (Qt.Key.Key_Escape, "")])
    QTimer.singleShot(100, dialog, dialog.accept)
    dialog.run()
    assert dialog.confirmed == 0
    assert pressed == []
