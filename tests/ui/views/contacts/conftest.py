"""The screen Kontakter in the real window, without an incident, with the chief of communication at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.contacts.view import ContactsView
from krisapp.ui.window import Window
from tests.ui.views.conftest import CHIEF, opened


@pytest.fixture
def window(calm: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Give the real window with nobody's incident and someone who sits at it."""
    with opened(calm, qtbot, tmp_path, CHIEF) as shown:
        yield shown


@pytest.fixture
def view(window: Window) -> ContactsView:
    """Give the contacts, open in the window."""
    window.go("contacts")
    assert isinstance(window.view, ContactsView)
    window.view.start()
    return window.view
