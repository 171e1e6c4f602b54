"""Ctrl+P shows what the screen holds as a paper, to print or to save, on every screen that has one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.domain.records.check_code import Codes
from krisapp.ui.live import Live
from krisapp.ui.printing.preview import Preview
from krisapp.ui.window import Window
from tests.ui.views.conftest import CHIEF, opened
from tests.ui.views.keyboard import press_key

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _no_printers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no printer of this machine be asked."""
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none"))


@pytest.fixture
def window(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with opened(live, qtbot, tmp_path, CHIEF) as shown:
        yield shown


def printed(window: Window, qtbot: QtBot, held: Qt.KeyboardModifier = CTRL) -> str:
    """Press Ctrl+P and wait for the first page; return what the paper is called, and put it away."""
    told: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Preview) or not dialog.place.text().startswith("Sida 1"):
            QTimer.singleShot(20, look)
            return
        told.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(20, look)
    press_key(qtbot, Qt.Key.Key_P, held)
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(told) and window.isActiveWindow(), timeout=20_000)
    return told[0]


def test_ctrl_p_prints_the_sheet_the_lists_the_log_and_the_plan(window: Window, qtbot: QtBot) -> None:
    for place, name in (
        ("situation", "Faktaunderlag, version 2"),
        ("todo", "Checklistor"),
        ("log", "Logg"),
        ("plan", "Pärm: Flen 2026-1"),
    ):
        window.go(place)
        assert window.view is not None
        window.view.start()
        assert printed(window, qtbot) == name


def test_a_log_that_never_left_puts_no_code_in_the_journal(window: Window, qtbot: QtBot, live: Live) -> None:
    window.go("log")
    assert window.view is not None
    window.view.start()
    printed(window, qtbot)

    assert live.incident.part(Codes).by_code == {}


def test_ctrl_shift_p_prints_the_chosen_checklist(window: Window, qtbot: QtBot) -> None:
    window.go("plan")
    assert window.view is not None
    window.view.show_item("checklist:K03")

    assert printed(window, qtbot, CTRL | SHIFT) == "K03 Första timmen – kommunikation"
