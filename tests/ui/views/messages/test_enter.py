"""What Enter and Tab mean in the dialogs of the message desk and in the list of commands: never something by chance."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.checks import Stage
from krisapp.ui.command_palette import CommandPalette
from krisapp.ui.commands import command
from krisapp.ui.views.messages.releasing import Releasing
from krisapp.ui.views.messages.renewing import Renewing
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.widgets.dialog import Dialog
from tests.ui.views.keyboard import press_key, typed
from tests.ui.views.messages.test_messages import approve, release, view

__all__ = ("view",)

PAIR = ("I1-C05.sv", "I2-C05.sv")


def opened(dialog: QDialog, qtbot: QtBot) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def gone_through(dialog: Dialog, qtbot: QtBot) -> list[QWidget | None]:
    """Return where Tab stops from the focus until it comes back."""
    stood = [QApplication.focusWidget()]
    while True:
        press_key(qtbot, Qt.Key.Key_Tab)
        if QApplication.focusWidget() in stood:
            return stood
        stood.append(QApplication.focusWidget())


def test_enter_in_the_list_of_what_goes_out_releases_it_all_and_drops_none(view: MessagesView, qtbot: QtBot) -> None:
    for id in PAIR:
        approve(view, id)
    dialog = Releasing(view.live, PAIR, PAIR, view)
    opened(dialog, qtbot)

    press_key(qtbot, Qt.Key.Key_Return)

    assert dialog.released == len(PAIR)
    assert not dialog.isVisible()


def test_tab_comes_to_every_question_of_a_retraction_and_to_whether_it_goes_everywhere(
    view: MessagesView, qtbot: QtBot
) -> None:
    for id in PAIR:
        approve(view, id)
        release(view, id)
    dialog = Renewing(view.live, PAIR[:1], view, Stage.RETRACTION)
    opened(dialog, qtbot)

    assert gone_through(dialog, qtbot) == [
        dialog.stage,
        *(dialog.lines[name] for name in ("wrong", "why", "right")),
        dialog.others,
        dialog.cancel,
        dialog.confirm,
    ]


def test_enter_in_the_list_of_commands_does_the_first_that_fits(home: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []

    def media() -> None:
        done.append("Medier")

    actions = [command(home, "Rykten", "", home.update), command(home, "Medier", "", media)]
    palette = CommandPalette(actions, home)
    opened(palette, qtbot)

    typed("med")
    press_key(qtbot, Qt.Key.Key_Return)

    assert done == ["Medier"]
    assert not palette.isVisible()


def test_esc_closes_the_list_of_commands_whatever_is_typed(home: QWidget, qtbot: QtBot) -> None:
    palette = CommandPalette([command(home, "Rykten", "", home.update)], home)
    opened(palette, qtbot)

    typed("med")
    press_key(qtbot, Qt.Key.Key_Escape)

    assert not palette.isVisible()


def test_one_key_chooses_what_must_be_out_within_the_first_hour_and_nothing_else(
    view: MessagesView, qtbot: QtBot
) -> None:
    view.page.matrix.setFocus()
    press_key(qtbot, Qt.Key.Key_O)

    chosen = view.page.matrix.selected
    assert chosen
    assert {cell.id for cell in chosen} == {cell.id for cell in view.page.model.cells if cell.need == "M"}


def test_me7_the_same_key_chooses_what_has_reached_somebody_must_or_not(view: MessagesView, qtbot: QtBot) -> None:
    spare = PAIR[0]
    assert next(cell.need for cell in view.page.model.cells if cell.id == spare) != "M"
    approve(view, spare)
    release(view, spare)
    view.live.texts.renew((spare,), Stage.FINAL)
    view.page.matrix.setFocus()
    press_key(qtbot, Qt.Key.Key_O)
    assert spare in {cell.id for cell in view.page.matrix.selected}


def test_versions_in_other_words_that_no_longer_hold_are_told_of_with_the_reason(view: MessagesView) -> None:
    view.page.warn(7, "")

    assert view.page.stale.text == (
        "7 texter på annat språk eller lättlästa gäller inte längre. De svenska är ändrade."
    )


def test_a_search_that_fits_no_command_says_so_in_words(home: QWidget, qtbot: QtBot) -> None:
    palette = CommandPalette([command(home, "Starta", "", home.update)], home)
    opened(palette, qtbot)
    palette._fit("flygplan")
    assert palette._none.isVisible()
    assert "”flygplan”" in palette._none.text()
    palette._fit("start")
    assert not palette._none.isVisible()
    palette.close()
