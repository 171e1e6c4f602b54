"""The log on screen: by time of event, searchable, never rewritten, and quick however long."""

import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain import log
from krisapp.domain.facts import Status
from krisapp.domain.log import Kind, Line
from krisapp.ui.live import Live
from krisapp.ui.views.log import Log
from krisapp.ui.views.log_dialogs import StrikeDialog, WriteDialog
from krisapp.ui.views.log_model import STATE, TEXT, TIME
from krisapp.ui.views.view import View
from krisapp.ui.widgets.rows import DETAIL, MARK
from krisapp.workplace import Workplace


@pytest.fixture
def view(live: Live, shown: Callable[[View], View], home: QWidget) -> Log:
    made = Log(live, home)
    shown(made)
    return made


def write(live: Live, text: str, minutes_ago: float = 0, kind: Kind = Kind.OBSERVATION, **more: object) -> Line:
    happened = live.now() - timedelta(minutes=minutes_ago)
    live.do(log.write(live.incident, kind, text, happened, **more))  # type: ignore[arg-type]  # by name
    return live.incident.log[-1]


def texts(view: Log) -> list[str]:
    return [str(view.model.index(row, TEXT).data()) for row in range(view.model.rowCount())]


def test_lines_stand_by_time_of_event_and_a_late_one_says_when_it_was_entered(
    view: Log, clock: object, qtmodeltester: ModelTester
) -> None:
    clock.later(60)  # type: ignore[attr-defined]  # the standing clock
    write(view.live, "Nu")
    write(view.live, "För en kvart sedan", minutes_ago=15)

    assert texts(view)[-2:] == ["För en kvart sedan", "Nu"]
    row = view.model.rowCount() - 2
    assert view.model.index(row, TIME).data(DETAIL) == "inskrivet 14.12"
    qtmodeltester.check(view.model)


def test_a_new_line_is_followed_while_the_end_is_in_sight(view: Log, clock: object) -> None:
    for number in range(40):
        clock.later(1)  # type: ignore[attr-defined]  # the standing clock
        write(view.live, f"Rad {number}")

    assert view.table.at_end
    assert view.table.line is not None
    assert view.table.line.text == "Rad 39"


def test_words_are_found_inside_words_and_å_is_not_a(view: Log) -> None:
    write(view.live, "Åskan slog ner i dricksvattenverket")
    write(view.live, "Aska över torget")

    view.search.setText("vatten åsk")
    view.refresh()
    assert texts(view) == ["Åskan slog ner i dricksvattenverket"]

    view.search.setText("aska")
    view.refresh()
    assert texts(view) == ["Aska över torget"]


def test_kinds_persons_and_handwritten_lines_can_be_chosen(view: Log) -> None:
    write(view.live, "Ett beslut", kind=Kind.DECISION)
    write(view.live, "Medier ringer", kind=Kind.MEDIA)
    view.live.sit("love.alpilund")
    write(view.live, "En annan skriver", kind=Kind.MEDIA)

    view.kinds.choose([Kind.DECISION, Kind.MEDIA])
    assert texts(view) == ["Ett beslut", "Medier ringer", "En annan skriver"]

    view.person.choose("love.alpilund")
    view.refresh()
    assert texts(view) == ["En annan skriver"]

    view.clear_filter()
    view.by_hand.setChecked(True)
    assert texts(view) == ["Ett beslut", "Medier ringer", "En annan skriver"]


def test_a_filter_that_leaves_nothing_says_how_to_get_out(view: Log) -> None:
    view.search.setText("finns inte")
    view.refresh()

    assert view._empty.isVisible()
    assert view.clear.isVisible()


def test_l1_a_struck_line_stays_readable_with_its_reason_and_who(view: Log, qtbot: QtBot) -> None:
    line = write(view.live, "Kokning rekommenderas från 14.10")
    view.show_item(line.stamp.id)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StrikeDialog)
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog._field._fault.text() == "Skriv varför posten stryks."
        qtbot.keyClicks(dialog.reason, "Fel tid")
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)

    QTimer.singleShot(100, answer)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)

    at = view.model.place(line.stamp.id)
    assert view.model.index(at, TEXT).data() == "Kokning rekommenderas från 14.10"
    assert view.model.index(at, STATE).data(MARK).word == "struken"
    view.table.go_to(at)
    assert "Jöns Tallbäcker: Fel tid" in view._about.text()


def test_the_programs_own_lines_are_not_struck(view: Log, qtbot: QtBot) -> None:
    view.table.go_to(0)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)

    assert "kan inte strykas" in view.banner.text


def test_a_line_is_written_with_time_source_status_and_ground(view: Log, qtbot: QtBot) -> None:
    dialog = WriteDialog(view.live, view)
    qtbot.addWidget(dialog)
    dialog.kind.choose("incoming")
    dialog.time.setText("12.40")
    dialog.text.setPlainText("Prover är tagna")
    dialog.source.setText("VA-jouren")
    dialog.status.choose("confirmed")
    dialog.ground.choose("OSL 25:1")
    dialog.press()

    line = view.live.incident.log[-1]
    assert (line.kind, line.text, line.source) == (Kind.INCOMING, "Prover är tagna", "VA-jouren")
    assert (line.status, line.ground, line.happened.strftime("%H.%M")) == (Status.CONFIRMED, "OSL 25:1", "12.40")
    assert view.model.index(view.model.place(line.stamp.id), STATE).data(MARK).word == "sekretess"


def test_a_wrong_time_is_refused_beside_the_field_and_the_text_is_kept(view: Log, qtbot: QtBot) -> None:
    dialog = WriteDialog(view.live, view)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.text.setPlainText("Något")
    dialog.time.setText("25.99")
    dialog.press()

    assert dialog.isVisible()
    assert dialog._time_field._fault.isVisible()
    assert dialog.text.toPlainText() == "Något"


def test_copied_lines_leave_out_what_is_secret(view: Log, qtbot: QtBot) -> None:
    write(view.live, "Anna är sjuk", ground="OSL 25:1")
    view.table.go_to(view.model.rowCount() - 1)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    text = QGuiApplication.clipboard().text()
    assert "Anna" not in text
    assert "uppgift borttagen, sekretess enligt OSL 25:1" in text


def test_p62_lines_copied_from_an_exercise_say_so_first_and_last(
    calm: Live, workplace: Workplace, shown: Callable[[View], View], home: QWidget
) -> None:
    calm.open(
        workplace.start(
            type="snow",
            places=("Flen",),
            sentence="Snö",
            level="N2",
            danger_to_life=False,
            exercise=True,
            person="jons.tallbacker",
        )
    )
    view = Log(calm, home)
    shown(view)
    view.table.selectAll()
    view.copy()

    rows = QGuiApplication.clipboard().text().split("\n")
    assert rows[0] == rows[-1] == "ÖVNING ÖVNING ÖVNING"


def test_going_to_a_line_that_a_filter_hides_takes_the_filter_away(view: Log) -> None:
    line = write(view.live, "Den där")
    view.search.setText("något annat")
    view.refresh()

    view.show_item(line.stamp.id)

    assert view.wanted.all
    assert view.table.line is line


def test_a_text_with_markup_is_shown_letter_for_letter(view: Log) -> None:
    line = write(view.live, '<img src="//server/x.png">')
    view.show_item(line.stamp.id)

    assert view._text.text() == '<img src="//server/x.png">'
    assert view._text.textFormat() is Qt.TextFormat.PlainText


def test_a_hundred_thousand_lines_scroll_and_take_a_new_one_without_a_stall(view: Log, qtbot: QtBot) -> None:
    incident = view.live.incident
    stamp = incident.log[0].stamp
    start = view.live.now() - timedelta(days=3)
    for number in range(100_000):
        incident.log.append(
            Line(number + 3, Kind.OBSERVATION, f"Rad {number}", stamp, start + timedelta(seconds=number), by_hand=True)
        )
    view.refresh()
    view.table.scrollToTop()
    qtbot.wait(1)

    began = time.perf_counter()
    for _page in range(20):
        qtbot.keyClick(view.table, Qt.Key.Key_PageDown)
    scrolled = (time.perf_counter() - began) / 20
    began = time.perf_counter()
    write(view.live, "Sist")
    written = time.perf_counter() - began

    assert scrolled < 0.1
    assert written < 0.25
    assert view.model.index(view.model.rowCount() - 1, TEXT).data() == "Sist"


def test_a_list_that_is_still_built_says_nothing_of_an_incident_that_was_closed(view: Log) -> None:
    write(view.live, "Strömmen är borta i Bettna")
    assert texts(view)
    view.live.close()
    assert view.model.index(0, TEXT).data() is None
