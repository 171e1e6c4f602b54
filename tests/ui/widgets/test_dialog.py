"""A dialog keeps what was typed: when the rules say no, and at the first Esc."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.words import N_, Refused
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.exercise import Strip, mark_exercise
from krisapp.ui.widgets.fields import text_field


class Reason(Dialog):
    """Asks for a reason, and takes none shorter than three letters."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Varför?", parent, "Spara")
        self.line: QLineEdit = text_field("Skäl", self)
        self.body.addWidget(self.line)
        self.taken = ""

    def decide(self) -> None:
        if len(self.line.text()) < 3:
            raise Refused(N_("Skriv minst tre bokstäver."))
        self.taken = self.line.text()


def opened(parent: QWidget, qtbot: QtBot) -> Reason:
    dialog = Reason(parent)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.line.setFocus()
    return dialog


def test_enter_confirms(home: QWidget, qtbot: QtBot) -> None:
    dialog = opened(home, qtbot)
    qtbot.keyClicks(dialog.line, "brand")

    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    assert dialog.taken == "brand"


def test_a_refused_dialog_says_why_and_keeps_what_was_typed(home: QWidget, qtbot: QtBot) -> None:
    dialog = opened(home, qtbot)
    qtbot.keyClicks(dialog.line, "x")

    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)

    assert dialog.isVisible()
    assert dialog.banner.isVisible()
    assert dialog.banner.text == "Skriv minst tre bokstäver."
    assert dialog.line.text() == "x"


def test_the_first_esc_does_not_throw_away_what_was_typed(home: QWidget, qtbot: QtBot) -> None:
    dialog = opened(home, qtbot)
    qtbot.keyClicks(dialog.line, "brand i skola")

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.line.text() == "brand i skola"

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_untouched_dialog_closes_at_the_first_esc(home: QWidget, qtbot: QtBot) -> None:
    dialog = opened(home, qtbot)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_a_dialog_in_an_exercise_is_marked_as_one(home: QWidget, qtbot: QtBot) -> None:
    assert opened(home, qtbot).findChildren(Strip) == []

    mark_exercise(home, exercise=True)

    dialog = opened(home, qtbot)
    assert len(dialog.findChildren(Strip)) == 1
    assert len(opened(dialog, qtbot).findChildren(Strip)) == 1


def test_enter_on_a_button_means_that_button(home: QWidget, qtbot: QtBot) -> None:
    dialog = opened(home, qtbot)
    dialog.line.setText("brand")
    dialog.cancel.setFocus()

    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)

    assert dialog.taken == ""
