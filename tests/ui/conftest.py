"""What the tests of the window share: a dressed program and a place to put parts in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.look import choose_style
from krisapp.ui.settings import Kept
from krisapp.ui.theme.theme import wear
from krisapp.ui.theme.tokens import Scheme
from krisapp.ui.window import Window
from krisapp.workplace import Workplace
from tests.ui.framing import NOW, PLACES

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


@pytest.fixture
def live(tmp_path: Path, qapp: QApplication) -> Iterator[Live]:
    made = Live(Workplace(tmp_path / "arbetsplats", lambda: NOW), qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(live: Live, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    kept = Kept(tmp_path)
    kept.settings.person = live.plan.people[0].id
    made = Window(live, kept, PLACES)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    wear(qapp, Scheme.LIGHT, 100)
