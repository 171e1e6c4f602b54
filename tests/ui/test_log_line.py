"""The log line: one key to it, Enter saves, the focus goes back, nothing typed is lost (LO2, LO3)."""

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Refused
from krisapp.ui.log_line import LogLine, read_time

NOW = datetime(2027, 3, 4, 14, 10, 30, tzinfo=timezone(timedelta(hours=1)))


class Book:
    """Takes lines as the desk would, and refuses empty ones."""

    def __init__(self) -> None:
        self.lines: list[tuple[Kind, datetime, str]] = []

    def write(self, kind: Kind, happened: datetime, text: str) -> str:
        if not text.strip():
            raise Refused(N_("Skriv vad som har hänt innan du sparar."))
        self.lines.append((kind, happened, text))
        return f"Sparad som post {len(self.lines)}."


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def line(home: QWidget, book: Book) -> LogLine:
    made = LogLine(book.write, lambda: NOW, home)
    made.resize(900, 60)
    made.show()
    return made


@pytest.fixture
def elsewhere(home: QWidget, line: LogLine) -> QLineEdit:
    field = QLineEdit(home)
    field.show()
    field.setFocus()
    return field


def test_lo3_enter_saves_and_the_focus_returns_to_where_it_was(
    line: LogLine, book: Book, elsewhere: QLineEdit, qtbot: QtBot
) -> None:
    line.take_focus()
    qtbot.keyClicks(line.text, "KC kommer")
    qtbot.keyClick(line.text, Qt.Key.Key_Return)

    assert book.lines == [(Kind.OBSERVATION, NOW, "KC kommer")]
    assert elsewhere.hasFocus()
    assert line.text.text() == ""
    assert line.text.placeholderText() == "Sparad som post 1."


def test_lo3_esc_returns_the_focus_and_keeps_what_was_typed(line: LogLine, elsewhere: QLineEdit, qtbot: QtBot) -> None:
    line.take_focus()
    qtbot.keyClicks(line.text, "halv mening")
    qtbot.keyClick(line.text, Qt.Key.Key_Escape)

    assert elsewhere.hasFocus()
    assert line.text.text() == "halv mening"


def test_lo3_the_kind_is_turned_without_leaving_the_text(line: LogLine, book: Book, qtbot: QtBot) -> None:
    line.take_focus()
    for _ in range(3):
        qtbot.keyClick(line.text, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line.text, "Skolan stannar")
    assert line.text.hasFocus()
    qtbot.keyClick(line.text, Qt.Key.Key_Return)

    assert book.lines[0][0] is Kind.DECISION


def test_lo2_the_time_of_event_is_apart_from_now(line: LogLine, book: Book, qtbot: QtBot) -> None:
    qtbot.keyClicks(line.time, "13.42")
    qtbot.keyClicks(line.text, "Larm från SOS")
    qtbot.keyClick(line.text, Qt.Key.Key_Return)

    assert book.lines[0][1] == NOW.replace(hour=13, minute=42, second=0)
    assert line.time.text() == ""


@pytest.mark.parametrize(("time", "text"), [("", "  "), ("25.00", "Larm"), ("halv två", "Larm")])
def test_a_refused_line_says_why_and_keeps_all_that_was_typed(
    line: LogLine, book: Book, qtbot: QtBot, time: str, text: str
) -> None:
    line.time.setText(time)
    line.text.setText(text)
    line.text.setFocus()
    qtbot.keyClick(line.text, Qt.Key.Key_Return)

    assert book.lines == []
    assert (line.time.text(), line.text.text()) == (time, text)
    assert any(label.isVisible() and label.text().startswith("Skriv") for label in line.findChildren(QLabel))
    assert line.text.hasFocus()


@pytest.mark.parametrize("typed", ["14.05", "14:05", "1405", "kl. 14.05", "kl 14.05"])
def test_a_time_is_read_as_people_write_it(typed: str) -> None:
    assert read_time(typed, NOW) == NOW.replace(minute=5, second=0)


@pytest.mark.parametrize("typed", ["", "nu", " "])
def test_no_time_means_now(typed: str) -> None:
    assert read_time(typed, NOW) == NOW


def test_a_time_that_has_not_come_yet_was_yesterday() -> None:
    assert read_time("23.50", NOW.replace(hour=0)) == NOW.replace(day=3, hour=23, minute=50, second=0)
    assert read_time("14.12", NOW).day == NOW.day


@pytest.mark.parametrize("typed", ["24.00", "14.60", "14.5", "1", "-1.00", "½.00", "14.10.00", "²2.10"])
def test_anything_else_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Refused, match=r"14\.10"):
        read_time(typed, NOW)


def test_a_narrow_line_leaves_the_room_to_the_text(line: LogLine, qtbot: QtBot) -> None:
    line.resize(610, 60)

    qtbot.waitUntil(lambda: line.text.width() > 160)
