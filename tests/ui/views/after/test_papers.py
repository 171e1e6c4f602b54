"""Paper forms in the window: printed with numbers, entered by the keyboard, and never twice."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from krisapp.domain.log import Kind
from krisapp.domain.records import papers
from krisapp.domain.records.papers import Form, Papers
from krisapp.ui.live import Live
from krisapp.ui.views.after.papers_page import PapersPage
from krisapp.ui.views.after.view import AfterView
from krisapp.ui.views.log_model import TIME
from krisapp.ui.widgets.rows import DETAIL
from krisapp.ui.widgets.toast import Toast
from tests.ui.views.after.screen import after
from tests.ui.views.conftest import StandingClock
from tests.ui.views.keyboard import CTRL, press_key, typed, words

__all__ = ["after"]


@pytest.fixture
def page(after: AfterView, live: Live, clock: StandingClock) -> PapersPage:
    """Give the page three hours in, with twenty log sheets out and the focus in the number."""
    clock.later(180)
    live.do(papers.hand_out(live.incident, Form.LOG, 20, ""))
    after.turn_to("papers")
    shown = after.page
    assert isinstance(shown, PapersPage)
    shown.start()
    return shown


def enter_line(qtbot: QtBot, time_of_day: str, text: str) -> None:
    typed(time_of_day)
    press_key(qtbot, Qt.Key.Key_Tab)
    press_key(qtbot, Qt.Key.Key_Tab)
    typed(text)
    press_key(qtbot, Qt.Key.Key_Return)


def test_a_sheet_is_entered_by_the_keyboard_alone(page: PapersPage, live: Live, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_Return)
    enter_line(qtbot, "13.20", "Strömmen gick på Malmaskolan")
    enter_line(qtbot, "", "Hissen står still")
    enter_line(qtbot, "1402", "Åskan är över")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)

    lines = [line for line in live.incident.log if line.paper == "L-001"]
    assert [(f"{line.happened:%H.%M}", line.text, line.kind) for line in lines] == [
        ("13.20", "Strömmen gick på Malmaskolan", Kind.OBSERVATION),
        ("13.20", "Hissen står still", Kind.OBSERVATION),
        ("14.02", "Åskan är över", Kind.OBSERVATION),
    ]
    assert page.pane.number.text() == "L-002"
    assert page.pane.number.hasFocus()
    assert page.model.rows[-1].number == "L-001"
    assert page.model.rows[-1].mark.word == "inskrivet"


def test_eleven_sheets_are_entered_quickly(page: PapersPage, live: Live, qtbot: QtBot) -> None:
    began = time.perf_counter()
    for sheet in range(11):
        press_key(qtbot, Qt.Key.Key_Return)
        for line in range(3):
            enter_line(qtbot, f"13.{10 + line}", f"Rad {line} på blad {sheet}")
        press_key(qtbot, Qt.Key.Key_Return, CTRL)

    assert len([line for line in live.incident.log if line.paper]) == 33
    assert len(papers.waiting(live.incident)) == 9
    assert time.perf_counter() - began < 10


def test_a_number_that_is_used_is_refused_beside_the_field_with_who_and_when(
    page: PapersPage, live: Live, qtbot: QtBot
) -> None:
    line = papers.SheetLine(live.now(), Kind.OBSERVATION, "Första gången")
    live.do(*papers.enter(live.incident, papers.read_number("L-001"), [line], live.now()))

    page.pane.number.setText("l1")
    page.pane.number.setFocus()
    press_key(qtbot, Qt.Key.Key_Return)

    assert "Papper nr L-001 skrevs in av Jöns Tallbäcker den 11 juni 2027 kl. 16.12" in words(page)
    assert page.pane.number.hasFocus()


def test_a_line_after_midnight_belongs_to_the_next_day(
    page: PapersPage, live: Live, clock: StandingClock, qtbot: QtBot
) -> None:
    clock.later(12 * 60)
    page.pane.day.setText("11/6")
    press_key(qtbot, Qt.Key.Key_Return)
    enter_line(qtbot, "23.50", "Sent")
    enter_line(qtbot, "00.10", "Tidigt")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)

    lines = [line for line in live.incident.log if line.paper]
    assert [f"{line.happened:%d %H.%M}" for line in lines] == ["11 23.50", "12 00.10"]


def test_a_time_that_has_not_been_is_refused_and_what_was_typed_stays(page: PapersPage, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_Return)
    enter_line(qtbot, "23.50", "För tidigt")

    assert "har inte varit än" in words(page)
    assert page.pane.text.text() == "För tidigt"
    assert not page.pane.model.rows


def test_a_line_is_changed_and_thrown_away_before_the_paper_is_saved(
    page: PapersPage, live: Live, qtbot: QtBot
) -> None:
    press_key(qtbot, Qt.Key.Key_Return)
    enter_line(qtbot, "13.20", "Fel")
    enter_line(qtbot, "13.30", "Bort")
    page.pane.list.setFocus()
    press_key(qtbot, Qt.Key.Key_Delete)
    press_key(qtbot, Qt.Key.Key_F4)
    page.pane.text.clear()
    typed("Rätt")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)

    assert [line.text for line in live.incident.log if line.paper] == ["Rätt"]


def test_a_paper_entered_by_mistake_is_taken_back(page: PapersPage, live: Live, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_Return)
    enter_line(qtbot, "13.20", "Fel blad")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    toast = page.window().findChild(Toast)
    assert toast is not None

    assert toast.undo()

    assert [line.struck is not None for line in live.incident.log if line.paper] == [True]
    assert str(papers.waiting(live.incident)[0].number) == "L-001"


def test_forms_are_printed_and_their_numbers_are_given_out(
    page: PapersPage, live: Live, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "blad.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    page.form.choose("decision")
    page.count.setText("3")

    with qtbot.waitSignal(page.saving.saved, timeout=10_000):
        page.print_button.click()

    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert [str(one) for one in live.incident.part(Papers).by_number][-3:] == ["B-001", "B-002", "B-003"]


def test_forms_that_are_not_saved_take_no_numbers(
    page: PapersPage, live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))

    page.print_button.click()

    assert papers.hand_out(live.incident, Form.LOG, 1, "").first == 21


def test_the_log_says_from_which_paper_a_line_comes(page: PapersPage, live: Live, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_Return)
    enter_line(qtbot, "13.20", "Strömmen gick")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)

    window = page.window()
    window.go("log")  # type: ignore[attr-defined]  # the window of the program

    model = window.view.model  # type: ignore[attr-defined]  # as above
    said = [str(model.index(row, TIME).data(DETAIL)) for row in range(model.rowCount())]
    assert "från papper nr L-001" in said


def test_a_decision_on_paper_is_entered_where_decisions_are_made(page: PapersPage, live: Live, qtbot: QtBot) -> None:
    live.do(papers.hand_out(live.incident, Form.DECISION, 1, ""))
    page.pane.number.setFocus()
    page.pane.number.setText("b1")
    press_key(qtbot, Qt.Key.Key_Return)

    with qtbot.waitSignal(live.shown) as shown:
        page.pane.home_button.click()

    assert shown.args == ["lead", "decisions"]
