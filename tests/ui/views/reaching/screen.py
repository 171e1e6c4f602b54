"""Nå ut open before a person, with the keyboard in the grid, and texts that are out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.reaching.working import POWER
from krisapp.domain.release import Reason, release
from krisapp.ui.live import Live
from krisapp.ui.views.reaching.view import ReachView
from krisapp.ui.views.view import View
from tests.ui.views.conftest import CHIEF

Show = Callable[[View], View]
PLACE = "Malmköping"
"""Where the incident is."""


@pytest.fixture
def view(live: Live, shown: Show, home: QWidget, qtbot: QtBot) -> ReachView:
    view = ReachView(live, home)
    shown(view)
    home.activateWindow()
    view.start()
    qtbot.waitUntil(lambda: view.working.places.hasFocus())
    view.working.places.go((PLACE, POWER))
    return view


def put_out(live: Live, *ids: str) -> None:
    for id in ids:
        live.do(draft(live.incident, id, "Koka vattnet.", Stage.FIRST, edited=True))
        live.do(approve(live.incident, id, Rendering("Koka vattnet.", ()), CHIEF))
        live.do(release(live.incident, id, Reason.KNOWN, "prov"))


def key(part: QWidget, name: Qt.Key) -> None:
    QTest.keyClick(part, name)
