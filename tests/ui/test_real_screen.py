"""A window on a real window system: what set-up installs is enough for it."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot


@pytest.mark.real_window
def test_a_real_window_is_shown_and_takes_keys(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    qtbot.waitExposed(line)

    qtbot.keyClicks(line, "Flen")

    assert QGuiApplication.platformName() in {"xcb", "wayland", "cocoa", "windows"}
    assert line.text() == "Flen"
