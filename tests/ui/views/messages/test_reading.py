"""A text over the whole screen: line by line with a key, names spelled, the place kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.views.messages.reading import Reading, _left_at

TEXT = "\n".join(
    (
        "Koka vattnet i Bie",
        "Vattnet i Bie och Malmköping kan göra dig sjuk. Koka det i en minut.",
        "Ring 08-465 004 10 om du behöver hjälp.",
        "Nästa besked: kl. 18.00.",
        "Flens kommun",
    )
)


@pytest.fixture
def reading(qtbot: QtBot, home: QWidget) -> Reading:
    _left_at.clear()
    return opened(qtbot, home)


def opened(qtbot: QtBot, home: QWidget, code: str = "C24") -> Reading:
    made = Reading("Invånare · Läsa upp", TEXT, code, home, known=("Bie", "Malmköping", "Flen"))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.open()
    qtbot.waitExposed(made)
    return made


def test_a_key_goes_from_line_to_line_and_back(reading: Reading) -> None:
    lines = [reading.line]
    for _ in range(9):
        QTest.keyClick(reading, Qt.Key.Key_Space)
        lines.append(reading.line)

    assert list(dict.fromkeys(lines)) == [
        "Koka vattnet i Bie",
        "Vattnet i Bie och Malmköping kan göra dig sjuk.",
        "Koka det i en minut.",
        "Ring 08-465 004 10 om du behöver hjälp.",
        "Nästa besked: kl. 18.00.",
        "Flens kommun",
    ]
    QTest.keyClick(reading, Qt.Key.Key_Up)
    assert reading.line == "Nästa besked: kl. 18.00."
    QTest.keyClick(reading, Qt.Key.Key_Home)
    assert reading.line == "Koka vattnet i Bie"


def test_the_place_is_kept_until_the_text_changes(qtbot: QtBot, home: QWidget, reading: Reading) -> None:
    QTest.keyClick(reading, Qt.Key.Key_Down)
    QTest.keyClick(reading, Qt.Key.Key_Down)
    reading.reject()

    assert opened(qtbot, home).line == "Koka det i en minut."


def test_the_lit_line_is_seen_and_told_to_a_screen_reader(reading: Reading) -> None:
    for _ in range(4):
        reading._larger()
    for _ in range(6):
        QTest.keyClick(reading, Qt.Key.Key_Space)

    page = reading.page
    assert page.viewport().rect().contains(page.cursorRect())
    assert page.accessibleName() == "Flens kommun"


def test_names_of_the_line_are_spelled_for_a_text_that_is_read_aloud(reading: Reading) -> None:
    assert reading.names.text() == "Bie: Bertil Ivar Erik"
    QTest.keyClick(reading, Qt.Key.Key_Space)
    assert reading.names.text().startswith("Bie: Bertil Ivar Erik\nMalmköping: Martin Adam")
    QTest.keyClick(reading, Qt.Key.Key_S)
    assert not reading.names.isVisible()


def test_what_is_left_to_read_is_told_in_seconds(reading: Reading) -> None:
    assert reading._note.text() == "Rad 1 av 6 · 33 ord · omkring 15 sekunder kvar högt"
    for _ in range(6):
        QTest.keyClick(reading, Qt.Key.Key_Space)
    assert reading._note.text().endswith("omkring 1 sekund kvar högt")


def test_the_forty_words_by_hand_have_a_place_of_their_own(reading: Reading) -> None:
    QTest.keyClick(reading, Qt.Key.Key_Space)
    QTest.keyClick(reading, Qt.Key.Key_H)
    assert reading.line == "Koka vattnet i Bie"
    QTest.keyClick(reading, Qt.Key.Key_H)
    assert reading.line == "Vattnet i Bie och Malmköping kan göra dig sjuk."


def test_p62_the_mark_of_an_exercise_is_the_first_line_and_the_last(qtbot: QtBot, home: QWidget) -> None:
    _left_at.clear()
    mark = "ÖVNING ÖVNING ÖVNING"
    made = Reading("Invånare · P4", f"{mark} Dricksvatten\n\nKoka vattnet.\n\n{mark}", "C15", home)
    qtbot.addWidget(made)
    assert made.line == f"{mark} Dricksvatten"
    for _key in range(5):
        made.go_on()
    assert made.line == mark
    made.turn_hand()
    assert made.text.startswith(mark)
    assert made.text.endswith(mark)
