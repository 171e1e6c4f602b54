"""The screen Efter in the real window, for the tests of its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.after.view import AfterView
from tests.ui.views.conftest import opened


@pytest.fixture
def after(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[AfterView]:
    """Give the screen Efter in the real window, with the officer at it."""
    with opened(live, qtbot, tmp_path) as window:
        window.go("after")
        shown = window.view
        assert isinstance(shown, AfterView)
        yield shown
