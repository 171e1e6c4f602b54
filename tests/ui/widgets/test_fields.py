"""What is filled in has a name that is heard, and a refusal beside it that keeps what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.widgets.fields import Choice, Field, Search, Tick, text_field


def test_a_refused_field_says_why_beneath_and_keeps_what_was_typed(home: QWidget) -> None:
    line = text_field("Plats", home)
    field = Field("Plats", line, home, help="Ort eller del av ort")
    field.show()
    line.setText("Malmöping")

    field.refuse("Platsen finns inte i ortsregistret.")

    shown = [label.text() for label in field.findChildren(QLabel) if label.isVisible()]
    assert "Platsen finns inte i ortsregistret." in shown
    assert line.text() == "Malmöping"
    assert line.hasFocus()
    assert line.accessibleDescription() == "Platsen finns inte i ortsregistret."


def test_a_mended_field_takes_the_reason_away(home: QWidget) -> None:
    line = text_field("Plats", home)
    field = Field("Plats", line, home)
    field.show()
    field.refuse("Platsen finns inte.")

    field.clear_fault()

    assert not [label for label in field.findChildren(QLabel) if label.isVisible() and label.text() != "Plats"]
    assert line.property("refused") is False


def test_the_label_of_a_choice_is_its_buddy(home: QWidget) -> None:
    choice = Choice("", home)
    field = Field("Typ av händelse", choice, home)

    assert choice in [label.buddy() for label in field.findChildren(QLabel)]
    assert choice.accessibleName() == "Typ av händelse"


def test_a_choice_keeps_what_was_chosen_when_its_words_change(home: QWidget) -> None:
    choice = Choice("Språk", home)
    choice.fill([("sv", "Svenska"), ("en", "Engelska")], "en")

    choice.fill([("sv", "Swedish"), ("en", "English")])

    assert (choice.key, choice.currentText()) == ("en", "English")


def test_choosing_by_key_is_told_once(home: QWidget, qtbot: QtBot) -> None:
    choice = Choice("Slag", home)
    choice.fill([("a", "Händelse"), ("b", "Beslut")])
    choice.show()

    with qtbot.waitSignal(choice.chose) as chosen:
        qtbot.keyClick(choice, Qt.Key.Key_Down)

    assert chosen.args == ["b"]


def test_a_box_is_ticked_by_space_and_never_cuts_its_text(home: QWidget, qtbot: QtBot) -> None:
    heard: list[bool] = []
    tick = Tick("Fara för liv & hälsa", home, heard.append)
    tick.show()
    tick.setFocus()

    qtbot.keyClick(tick, Qt.Key.Key_Space)

    assert heard == [True]
    assert tick.accessibleName() == "Fara för liv & hälsa"
    assert tick.minimumSizeHint().width() > tick.fontMetrics().horizontalAdvance("Fara för liv & hälsa")


def test_a_search_waits_for_the_last_key_and_esc_empties_it(home: QWidget, qtbot: QtBot) -> None:
    search = Search("Sök i loggen", home)
    search.show()
    with qtbot.waitSignal(search.searched) as searched:
        qtbot.keyClicks(search, "åska")
    assert searched.args == ["åska"]

    with qtbot.waitSignal(search.searched) as searched:
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert searched.args == [""]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_list_of_a_choice_shows_each_of_its_few_rows_whole(home: QWidget, qtbot: QtBot) -> None:
    choice = Choice("Skede", home)
    choice.fill([(word, word) for word in ("Uppdatering", "Rättelse", "Återkallelse", "Faran över", "Slutbesked")])
    choice.show()
    choice.showPopup()
    view = choice.view()
    qtbot.waitUntil(view.isVisible)

    rows = sum(view.sizeHintForRow(at) for at in range(choice.count()))
    assert view.viewport().height() >= rows
    assert view.sizeHintForColumn(0) <= view.viewport().width()
    choice.hidePopup()
