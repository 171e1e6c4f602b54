"""Text is only ever text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import Elided, editor, label, literal, reader, tip, tooltip

HOSTILE = '<img src="//server/share/x.png"> & <b>fet</b>'


def test_a_label_shows_mark_up_letter_for_letter(home: QWidget) -> None:
    made = label(HOSTILE, home)

    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == HOSTILE


def test_a_tool_tip_escapes_mark_up_and_is_spoken_as_written(home: QWidget) -> None:
    tooltip(home, HOSTILE)

    assert "<img" not in home.toolTip()
    assert "&lt;img" in home.toolTip()
    assert home.accessibleDescription() == HOSTILE


def test_nothing_to_say_gives_no_tool_tip() -> None:
    assert tip("") == ""


def test_an_ampersand_in_a_name_stays_in_a_button(home: QWidget) -> None:
    button = Button("Berg & Dal", None, home)

    assert literal("Berg & Dal") == "Berg && Dal" == button.text()
    assert button.accessibleName() == "Berg & Dal"


def test_a_cut_text_can_be_read_whole(home: QWidget) -> None:
    cut = Elided("Vattenläcka Östra Sjögatan, kokningsrekommendation", home)
    cut.resize(60, 20)
    cut.show()
    cut.repaint()

    assert cut.accessibleName() == "Vattenläcka Östra Sjögatan, kokningsrekommendation"
    assert "kokningsrekommendation" in cut.toolTip()


def test_tab_leaves_a_text_area_and_a_text_to_read_cannot_be_changed(home: QWidget, qtbot: QtBot) -> None:
    area, other = editor("Text", home), QPushButton(home)
    area.show()
    other.show()
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)

    assert area.toPlainText() == ""
    assert other.hasFocus()
    assert reader("Text", home).isReadOnly()
