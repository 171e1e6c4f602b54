"""Approving, releasing and copying with the keyboard alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.domain.messages import State
from krisapp.ui.views.messages.approving import Approving
from krisapp.ui.views.messages.releasing import Releasing
from krisapp.ui.views.messages.view import MessagesView
from tests.ui.views.messages.test_messages import cell, view

__all__ = ("view",)


def pressed(how: Callable[[Approving | Releasing], None]) -> None:
    """Do something with the dialog that opens next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Approving | Releasing)
        how(dialog)

    QTimer.singleShot(0, act)


def test_keys_approve_and_release_what_is_chosen(view: MessagesView, qtbot: QtBot) -> None:
    view.page.matrix.choose("I1-C05.sv")
    view.page.matrix.setFocus()

    def approve_it(dialog: Approving | Releasing) -> None:
        if isinstance(dialog, Approving):
            dialog.read.setChecked(True)
        dialog.press()

    pressed(approve_it)
    qtbot.keyClick(view.page.matrix, Qt.Key.Key_A)
    assert cell(view, "I1-C05.sv").state is State.APPROVED

    view.window().activateWindow()
    view.page.matrix.setFocus()
    qtbot.waitUntil(view.page.matrix.hasFocus)
    pressed(approve_it)
    qtbot.keyClick(view.page.matrix, Qt.Key.Key_S)
    assert cell(view, "I1-C05.sv").state is State.RELEASED


def test_eight_audiences_are_told_by_the_keyboard_alone(view: MessagesView, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    matrix = view.page.matrix
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_A, control)

    def read_and_approve(dialog: Approving | Releasing) -> None:
        assert isinstance(dialog, Approving)
        qtbot.keyClick(dialog.read, Qt.Key.Key_Space)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, control)

    pressed(read_and_approve)
    qtbot.keyClick(matrix, Qt.Key.Key_A)

    def let_out(dialog: Approving | Releasing) -> None:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, control)

    view.window().activateWindow()
    matrix.setFocus()
    qtbot.waitUntil(matrix.hasFocus)
    pressed(let_out)
    qtbot.keyClick(matrix, Qt.Key.Key_S)

    out = {message.audience for message in view.live.incident.messages.values() if message.out}
    assert out == {"I1", "I2", "E1", "E2", "E3", "E4", "E5", "E6"}


def test_copying_gives_the_text_letter_for_letter(view: MessagesView, qtbot: QtBot) -> None:
    view.page.matrix.choose("E1-C05.sv")
    view.page.matrix.setFocus()

    qtbot.keyClick(view.page.matrix, Qt.Key.Key_C)

    assert QGuiApplication.clipboard().text() == view.live.texts.text("E1-C05.sv").text


def test_releasing_when_nothing_is_approved_says_what_to_do(view: MessagesView, qtbot: QtBot) -> None:
    view.page.matrix.setFocus()

    qtbot.keyClick(view.page.matrix, Qt.Key.Key_S)

    assert view.banner.text == "Ingen text är godkänd än. Tryck A för att godkänna."


def test_the_refusal_is_taken_away_when_it_is_no_longer_true(view: MessagesView, qtbot: QtBot) -> None:
    matrix = view.page.matrix
    matrix.choose("I1-C05.sv")
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_S)
    assert view.banner.isVisibleTo(view)

    def approve_it(dialog: Approving | Releasing) -> None:
        assert isinstance(dialog, Approving)
        dialog.read.setChecked(True)
        dialog.press()

    pressed(approve_it)
    qtbot.keyClick(matrix, Qt.Key.Key_A)
    assert cell(view, "I1-C05.sv").state is State.APPROVED
    assert not view.banner.isVisibleTo(view)
