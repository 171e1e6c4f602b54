"""The screen Efter in the real window, for the tests of its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.after.view import AfterView
from krisapp.ui.window import Window
from tests.ui.views.conftest import OFFICER


@pytest.fixture
def after(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[AfterView]:
    """Give the screen Efter in the real window, with the officer at it."""
    kept = Kept(tmp_path / "settings")
    kept.settings.person = OFFICER
    kept.settings.sound = False
    window = Window(live, kept, VIEWS)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("after")
    shown = window.view
    assert isinstance(shown, AfterView)
    yield shown
    window.close()
