"""The guide followed from its first page by one who knows only what it says, with the keys it names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.messages import State
from krisapp.ui.live import Live
from krisapp.ui.views.messages.approving import Approving
from krisapp.ui.views.messages.releasing import Releasing
from krisapp.ui.views.start_dialog import StartDialog
from krisapp.ui.window import Window
from tests.ui.views.conftest import calm, clock, opened, workplace

__all__ = ["calm", "clock", "workplace"]

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(calm: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with opened(calm, qtbot, tmp_path, person="") as made:
        yield made


def type_words(words: str) -> None:
    """Type where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    at = QApplication.focusWidget() or QApplication.activeWindow()
    assert at is not None
    QTest.keyClick(at, key, modifier)


def back_in(window: Window, qtbot: QtBot) -> None:
    """Come back from a dialog; without a screen no window manager gives the window its focus again."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def in_dialog(kind: type[QDialog], *acts: tuple[Qt.Key, Qt.KeyboardModifier] | str) -> list[str]:
    """Do something in the next dialog when it is shown; what was left open is closed and told of."""
    met: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        focus = QApplication.focusWidget()
        if dialog is None or focus is None or not dialog.isAncestorOf(focus):
            QTimer.singleShot(20, look)
            return
        met.append(type(dialog).__name__)
        for act in acts if isinstance(dialog, kind) else ():
            at: QWidget = QApplication.focusWidget() or dialog
            if isinstance(act, str):
                QTest.keyClicks(at, act)
            else:
                QTest.keyClick(at, *act)
        if isinstance(dialog, QDialog) and dialog.isVisible():
            met.append("left open")
            dialog.done(0)

    QTimer.singleShot(20, look)
    return met


PLAIN = Qt.KeyboardModifier.NoModifier
TAB, SPACE, DONE = (Qt.Key.Key_Tab, PLAIN), (Qt.Key.Key_Space, PLAIN), (Qt.Key.Key_Return, CTRL)


def test_the_first_quarter_goes_as_the_guide_says(window: Window, calm: Live, qtbot: QtBot) -> None:
    press(Qt.Key.Key_J, CTRL)
    type_words("Tuva")
    assert calm.person

    started = in_dialog(StartDialog, "Dricks", TAB, "Malm", TAB, "Vattnet smakar illa", TAB, SPACE, TAB, SPACE, DONE)
    press(Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: bool(started))
    assert started == ["StartDialog"]
    assert calm.incident.sheet.type == "drinking_water"
    assert not calm.incident.exercise

    back_in(window, qtbot)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_5, ALT)
    press(Qt.Key.Key_O)
    approved = in_dialog(Approving, DONE, SPACE, DONE)
    press(Qt.Key.Key_A)
    qtbot.waitUntil(lambda: bool(approved))
    assert approved == ["Approving"]
    back_in(window, qtbot)
    released = in_dialog(Releasing, (Qt.Key.Key_Return, PLAIN))
    press(Qt.Key.Key_S)
    qtbot.waitUntil(lambda: bool(released))
    assert released == ["Releasing"]
    assert calm.texts.state("E1-C01.sv") is State.RELEASED
    assert calm.incident.messages["E1-C01.sv"].releases[0].approved_by != calm.person

    back_in(window, qtbot)
    press(Qt.Key.Key_F2)
    type_words("Ko vid tanken")
    press(Qt.Key.Key_Return)
    assert calm.incident.log[-1].text == "Ko vid tanken"
