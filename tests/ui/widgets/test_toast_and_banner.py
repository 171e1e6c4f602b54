"""What was done can be taken back for a while; what was refused is said and can be closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets import toast as toasts
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import text_field
from krisapp.ui.widgets.toast import Toast


def test_what_was_done_can_be_taken_back_once(home: QWidget) -> None:
    taken_back: list[str] = []
    toast = Toast(home)
    toast.say("Uppgiften är avbockad", lambda: taken_back.append("ja"))

    assert toast.undo()
    assert not toast.undo()
    assert taken_back == ["ja"]
    assert not toast.isVisible()


def test_a_toast_leaves_the_focus_alone_and_leaves_by_itself(home: QWidget, qtbot: QtBot) -> None:
    line = text_field("Text", home)
    line.show()
    line.setFocus()
    toast = Toast(home)
    toast.say("Sparat")
    assert line.hasFocus()
    assert toast.isVisible()

    toast._timer.start(1)
    qtbot.waitUntil(toast.isHidden)
    assert toasts.SHOWN_FOR > toasts.ONLY_TOLD_FOR >= 5000


def test_a_toast_stays_within_its_window(home: QWidget) -> None:
    toast = Toast(home)
    toast.say("Uppgiften är avbockad", lambda: None)
    home.resize(500, 300)

    assert home.rect().contains(toast.geometry())
    assert toast.geometry().left() > home.rect().center().x() - toast.width() // 2


def test_a_banner_says_why_and_closes_by_esc(home: QWidget, qtbot: QtBot) -> None:
    banner = Banner(home)
    assert not banner.isVisible()

    banner.say("Någon annan måste godkänna.", Tone.ALARM, Button("Visa vem", None, banner))
    assert banner.isVisible()
    assert banner.accessibleName() == "Någon annan måste godkänna."

    qtbot.keyClick(banner, Qt.Key.Key_Escape)
    assert not banner.isVisible()


def test_a_toast_lies_over_no_button_while_there_is_room_elsewhere(home: QWidget) -> None:
    home.resize(700, 300)
    button = Button("Avsluta mötet", lambda: None, home)
    button.setGeometry(500, 250, 190, 40)
    button.show()
    toast = Toast(home)
    toast.say("Mötet har börjat", lambda: None)
    assert home.rect().contains(toast.geometry())
    assert not toast.geometry().intersects(button.geometry())
    button.hide()
    toast.say("Mötet har börjat", lambda: None)
    assert toast.geometry().intersects(button.geometry())
