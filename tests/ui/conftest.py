"""What the tests of the window share: a dressed program and a place to put parts in."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.look import choose_style
from krisapp.ui.theme.theme import wear
from krisapp.ui.theme.tokens import Scheme

choose_style()


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """Put the program's own look on, as it has when it runs."""
    wear(qapp, Scheme.LIGHT, 100)


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    """Give a shown window for parts to live in."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
