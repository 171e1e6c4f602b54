"""Records in the window: marked and covered by the keyboard, copied without the secret, handed out with a register."""

import hashlib
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain import log
from krisapp.domain.log import Kind, Line
from krisapp.domain.records import secrecy
from krisapp.domain.records.record_copies import Copies
from krisapp.domain.records.record_requests import Outcome, Requests
from krisapp.domain.records.registration import number_of
from krisapp.ui.live import Live
from krisapp.ui.views.after.copy_dialog import CopyDialog
from krisapp.ui.views.after.record_rows import record_rows
from krisapp.ui.views.after.records_page import RecordsPage
from krisapp.ui.views.after.request_dialogs import AnswerDialog, AskedDialog
from krisapp.ui.views.after.requests_page import RequestsPage
from krisapp.ui.views.after.view import AfterView
from krisapp.ui.widgets.toast import Toast
from tests.documents.reading import letters, words
from tests.ui.views.after.screen import after
from tests.ui.views.conftest import StandingClock
from tests.ui.views.keyboard import press_key
from tests.ui.views.keyboard import words as shown_words

__all__ = ["after"]

NAME = "Elin Berg"


@pytest.fixture
def line(live: Live) -> Line:
    """Give a line of the log that names a pupil."""
    live.do(log.write(live.incident, Kind.OBSERVATION, f"{NAME} i 4B saknas på Malmaskolan", live.now()))
    return live.incident.log[-1]


@pytest.fixture
def page(after: AfterView, line: Line) -> RecordsPage:
    """Give the page with that line chosen."""
    after.turn_to("records")
    shown = after.page
    assert isinstance(shown, RecordsPage)
    shown.show_item(f"log:{line.stamp.id}")
    return shown


@pytest.fixture
def requests(after: AfterView) -> RequestsPage:
    """Give the register of requests."""
    after.turn_to("requests")
    shown = after.page
    assert isinstance(shown, RequestsPage)
    return shown


def select(page: RecordsPage, count: int) -> None:
    """Select the first letters of the text, as by Shift and an arrow."""
    cursor = page.pane.text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(count, QTextCursor.MoveMode.KeepAnchor)
    page.pane.text.setTextCursor(cursor)
    page.pane.text.setFocus()


def confirm(dialog: type[QWidget], fill: object) -> None:
    """Fill in the next dialog of a kind and confirm it."""

    def act() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, dialog)
        fill(shown)  # type: ignore[operator]  # a function of the dialog
        shown.press()  # type: ignore[attr-defined]  # every dialog has it
        if shown.isVisible():
            shown.close()
            raise AssertionError(shown_words(shown))

    QTimer.singleShot(0, act)


def test_words_are_selected_and_covered_by_a_key_and_the_list_shows_the_ground(
    page: RecordsPage, line: Line, live: Live, qtbot: QtBot
) -> None:
    select(page, len(NAME))
    page.pane.ground.choose("OSL 23 kap.")
    press_key(qtbot, Qt.Key.Key_F8)

    (mark,) = secrecy.standing(live.incident, f"log:{line.stamp.id}")
    assert (mark.ground, mark.passages) == ("OSL 23 kap.", (NAME,))
    row = page.list.current
    assert [one.ground for one in row.marks] == ["OSL 23 kap."]
    assert f"OSL 23 kap.: ”{NAME}”, av Jöns Tallbäcker 13.12." in shown_words(page)


def test_p31_without_a_legal_ground_nothing_is_covered_and_the_page_says_why(
    page: RecordsPage, line: Line, qtbot: QtBot, after: AfterView
) -> None:
    select(page, len(NAME))
    press_key(qtbot, Qt.Key.Key_F8)

    assert line.ground == ""
    assert "Bara lagen sätter gränser (P31)" in after.banner.text


def test_a_first_mark_can_be_undone(page: RecordsPage, line: Line) -> None:
    page.pane.ground.choose("OSL 26:1")
    page.pane.whole_button.click()
    assert line.ground == "OSL 26:1"
    toast = page.window().findChild(Toast)
    assert toast is not None

    assert toast.undo()

    assert line.ground == ""


def test_a_masked_copy_is_saved_without_the_secret_and_journalled_with_its_checksum(
    page: RecordsPage, line: Line, live: Live, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.do(secrecy.mark(live.incident, f"log:{line.stamp.id}", "OSL 23 kap.", "", [NAME]))
    target = tmp_path / "kopia.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    confirm(CopyDialog, lambda _dialog: None)

    with qtbot.waitSignal(page.copying.done, timeout=60_000):
        page.copy_button.click()

    said = letters(words(target.read_bytes()))
    assert letters(NAME) not in said
    assert letters("i 4B saknas på Malmaskolan") in said
    made, _stamp = live.incident.part(Copies).made[-1]
    assert made.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert (made.masked, made.covers) == (True, {"OSL 23 kap.": 1})


def test_a_request_is_registered_and_answered_with_the_masked_copy(
    requests: RequestsPage, line: Line, live: Live, clock: StandingClock, tmp_path: Path
) -> None:
    from krisapp.domain.records.record_copies import CopyMade, Part

    del tmp_path, line
    live.do(CopyMade("kopia.pdf", "ab" * 32, (Part.LOG,), True, {"OSL 23 kap.": 1}))
    confirm(AskedDialog, lambda dialog: dialog.what.setPlainText("Loggen"))
    requests.new_button.click()
    assert requests.model.rows[0].mark.word == "10 tim 47 min kvar i dag"
    assert shown_words(requests).count("Loggen") >= 1

    clock.later(30)
    confirm(AnswerDialog, lambda dialog: dialog.reason.setText("En elev nämns."))
    requests.answer_button.click()

    (request,) = live.incident.part(Requests).by_id.values()
    value = request.answer.value
    assert value is not None
    assert (value.outcome, value.grounds, value.copies) == (Outcome.PARTLY, ("OSL 23 kap.",), ("ab" * 32,))
    assert requests.model.rows[0].mark.word == "lämnad ut med maskning"
    assert "Du kan begära ett skriftligt beslut" in shown_words(requests)


def test_a_request_that_nobody_answers_turns_red_after_the_day_and_says_so_after_24_hours(
    requests: RequestsPage, live: Live, clock: StandingClock
) -> None:
    confirm(AskedDialog, lambda dialog: dialog.what.setPlainText("Loggen"))
    requests.new_button.click()
    said = []
    for hours in (9, 3, 12):
        clock.later(hours * 60)
        requests.tick()
        said.append(requests.model.rows[0].mark.word)

    assert said == ["1 tim 47 min kvar i dag", "dagen är slut", "mer än ett dygn"]
    assert live.has_incident


def test_records_are_found_by_words_and_by_what_is_marked(page: RecordsPage, live: Live) -> None:
    live.do(log.write(live.incident, Kind.OBSERVATION, "Vattentanken är tom", live.now(), ground="OSL 18:8"))

    page.search.setText("vattentank")
    page.refresh()
    assert [row.text for row in page.model.rows] == ["Vattentanken är tom"]

    page.search.setText("")
    page.shown.choose("marked")
    page.refresh()
    assert [row.text for row in page.model.rows] == ["Vattentanken är tom"]


def test_a_hundred_thousand_lines_are_listed_at_once(live: Live) -> None:
    one = live.incident.log[-1]
    live.incident.log.extend([one] * 100_000)
    began = time.perf_counter()

    rows = [record_rows(live.incident, live.now(), shown) for shown in ("all", "by_hand", "marked")]

    assert len(rows[0]) == 200
    assert time.perf_counter() - began < 0.3


def test_osl_chapter_5_the_number_in_the_register_is_noted_beside_the_record(
    page: RecordsPage, line: Line, live: Live, qtbot: QtBot
) -> None:
    page.pane.registered.setFocus()
    page.pane.registered.setText("KS 2027/14")
    press_key(qtbot, Qt.Key.Key_Return)

    assert number_of(live.incident, f"log:{line.stamp.id}") == "KS 2027/14"


def test_sakerhetsskyddslagen_the_page_says_that_classified_records_do_not_belong_here(page: RecordsPage) -> None:
    assert "Säkerhetsskyddsklassificerade uppgifter hör inte hemma i Krisapp." in shown_words(page)


def test_f8_in_the_log_goes_to_the_line_where_it_can_be_marked(
    after: AfterView, line: Line, live: Live, qtbot: QtBot
) -> None:
    window = after.window()
    live.shown.emit("log", line.stamp.id)
    press_key(qtbot, Qt.Key.Key_F8)

    page = after.page
    assert window.view is after  # type: ignore[attr-defined]  # the window of the program
    assert isinstance(page, RecordsPage)
    assert page.list.current.subject == f"log:{line.stamp.id}"
    assert page.pane.ground.hasFocus()
