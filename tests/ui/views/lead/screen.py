"""The screen Stab in the real window, for the tests of its pages, and answering a dialog as it opens."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.lead.view import LeadView
from krisapp.ui.widgets.dialog import Dialog
from tests.ui.views.conftest import opened

D = TypeVar("D", bound=Dialog)


@pytest.fixture
def lead(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[LeadView]:
    """Give the screen Stab in the real window, with the officer at it."""
    with opened(live, qtbot, tmp_path) as window:
        window.go("lead")
        shown = window.view
        assert isinstance(shown, LeadView)
        yield shown


def answering(kind: type[D], answer: Callable[[D], object]) -> list[str]:
    """Answer the next dialog of a kind while it is open; what it was called is in the list afterwards.

    A dialog that stays open after its answer, because it was refused, is left.
    """
    titles: list[str] = []

    def fill() -> None:
        shown = QApplication.activeModalWidget()
        if not isinstance(shown, kind):
            QTimer.singleShot(10, fill)
            return
        titles.append(shown.windowTitle())
        answer(shown)
        if shown.isVisible():
            shown.press()
        if shown.isVisible():
            shown.done(0)

    QTimer.singleShot(0, fill)
    return titles
