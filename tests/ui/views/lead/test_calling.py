"""Larm: the alarm chain run by the keyboard, with the next one proposed at once, on paper and back (row AC3)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from krisapp.documents.call_list import call_list
from krisapp.documents.pdf import compile_pdf
from krisapp.domain.leading import levels
from krisapp.domain.leading.alarm import calling
from krisapp.domain.leading.alarm.calling import Calls, Outcome
from krisapp.domain.leading.staff.staffing import Staffing
from krisapp.domain.records import papers
from krisapp.domain.records.papers import Papers
from krisapp.ui.views.lead.alarm.calling_entry import CallEntryDialog
from krisapp.ui.views.lead.alarm.calling_page import CallingPage
from krisapp.ui.views.lead.view import LeadView
from krisapp.ui.widgets.toast import Toast
from tests.documents.reading import words as words_of
from tests.ui.views.conftest import OFFICER, StandingClock
from tests.ui.views.keyboard import CTRL, press_key, typed, words
from tests.ui.views.lead.screen import answering, lead

__all__ = ["lead"]
pytestmark = pytest.mark.usefixtures("lead")
CHIEF, DEPUTY, STAFF = "folke.stenhagenius", "gerda.ronnmalm", "idun.askfjord"


@pytest.fixture
def page(lead: LeadView) -> CallingPage:
    lead.turn_to("alarm")
    shown = lead.page
    assert isinstance(shown, CallingPage)
    shown.start()
    return shown


def outcomes(page: CallingPage) -> list[tuple[str, Outcome | None]]:
    calls = page.live.incident.part(Calls).calls()
    return [(one.person, one.ended.outcome if one.ended else None) for one in calls]


def marks(page: CallingPage) -> dict[str, str]:
    return {row.id: row.mark.word for row in page.model.rows}


def test_one_key_for_each_outcome_and_the_next_one_is_shown_at_once(
    page: CallingPage, qtbot: QtBot, clock: StandingClock
) -> None:
    assert page.card.who == CHIEF
    assert "070-174 06 11" in words(page.card)
    press_key(qtbot, Qt.Key.Key_R)
    assert marks(page)["KC"] == "rings"
    clock.later(2)
    press_key(qtbot, Qt.Key.Key_S)
    assert page.card.who == DEPUTY
    assert "Folke Stenhagenius har inte svarat. Ring ersättaren." in words(page.card)
    press_key(qtbot, Qt.Key.Key_R)
    press_key(qtbot, Qt.Key.Key_V)
    assert marks(page)["KC"] == "framme 13.39"
    assert page.card.who == STAFF
    for key in (Qt.Key.Key_R, Qt.Key.Key_N, Qt.Key.Key_R, Qt.Key.Key_K):
        press_key(qtbot, key)
    assert outcomes(page)[:3] == [
        (CHIEF, Outcome.NO_ANSWER),
        (DEPUTY, Outcome.ON_WAY),
        (STAFF, Outcome.REACHED),
    ]
    assert outcomes(page)[3][1] is Outcome.UNABLE


def test_after_five_minutes_the_screen_says_so_and_moves_on_to_the_deputy(
    page: CallingPage, qtbot: QtBot, clock: StandingClock
) -> None:
    press_key(qtbot, Qt.Key.Key_R)
    clock.later(4)
    page.live.ticked.emit()
    assert "Nästa ersättare om 1.00" in words(page.card)
    clock.later(1)
    page.live.ticked.emit()
    assert page.card.who == DEPUTY
    assert "Folke Stenhagenius har inte svarat på fem minuter" in words(page.window())
    assert page.live.incident.log[-1].text == "Folke Stenhagenius har inte svarat på fem minuter (KC)."


def test_two_who_ring_the_same_person_see_it(page: CallingPage, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_R)
    page.live.sit("tuva.backhav")
    page.live.do(calling.Begun("KC", CHIEF, page.live.now()))
    page.live.sit(OFFICER)
    page.show_item("KC")
    page.refresh()
    assert marks(page)["KC"] == "rings av två"
    assert "Tuva Backhav ringer också Folke Stenhagenius" in words(page.card)


def test_a_key_too_many_never_notes_somebody_nobody_rang(page: CallingPage, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_R)
    press_key(qtbot, Qt.Key.Key_N)
    following = page.card.who
    press_key(qtbot, Qt.Key.Key_V)
    assert outcomes(page) == [(CHIEF, Outcome.REACHED)]
    assert page.card.who == following
    assert "Tryck R först, sedan vad samtalet gav." in words(page.card)


def test_who_was_reached_and_then_leaves_home_is_noted_without_a_second_call(page: CallingPage, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_R)
    press_key(qtbot, Qt.Key.Key_N)
    page.show_item("KC")
    press_key(qtbot, Qt.Key.Key_V)
    assert outcomes(page)[-1] == (CHIEF, Outcome.ON_WAY)


def test_a_wrong_key_is_undone_and_the_post_is_open_again(page: CallingPage, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_R)
    press_key(qtbot, Qt.Key.Key_K)
    assert page.card.who == DEPUTY
    press_key(qtbot, Qt.Key.Key_Z, CTRL)
    assert outcomes(page) == [(CHIEF, None)]
    assert page.card.state is not None
    assert page.card.state.post.id == "KC"


def test_ringing_the_wrong_person_is_undone(page: CallingPage, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_R)
    assert marks(page)["KC"] == "rings"
    press_key(qtbot, Qt.Key.Key_Z, CTRL)
    assert outcomes(page) == []


def test_any_post_can_be_chosen_in_the_list_and_rung_out_of_turn(page: CallingPage, qtbot: QtBot) -> None:
    page.show_item("KOM")
    press_key(qtbot, Qt.Key.Key_Return)
    assert page.card.ring.hasFocus()
    press_key(qtbot, Qt.Key.Key_R)
    assert marks(page)["KOM"] == "rings"
    assert marks(page)["KC"] == "kvar att ringa"


def test_who_arrives_is_on_duty_from_then_on(page: CallingPage, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_P)
    (spell,) = page.live.incident.part(Staffing).running()
    assert (spell.post, spell.person) == ("KC", CHIEF)
    assert marks(page)["KC"] == "i tjänst"


def test_missing_numbers_are_said(page: CallingPage) -> None:
    assert "Saknar nummer: Länsstyrelsens tjänsteperson i beredskap." in words(page)


def test_the_arrival_is_minutes_or_a_time_and_nonsense_is_refused(page: CallingPage, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_R)
    page.card.eta.setText("snart")
    press_key(qtbot, Qt.Key.Key_V)
    assert outcomes(page) == [(CHIEF, None)]
    assert "Skriv tiden som 14.10" in words(page.card)
    page.card.eta.setText("14.40")
    press_key(qtbot, Qt.Key.Key_V)
    assert marks(page)["KC"] == "framme 14.40"


def test_the_gathering_is_set_by_the_keyboard_and_stands_in_the_script(page: CallingPage, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_F4)
    assert page.gathering.place.hasFocus()
    press_key(qtbot, Qt.Key.Key_Tab)
    typed("14.00")
    press_key(qtbot, Qt.Key.Key_Return)
    assert "Vi samlas kl. 14.00: Stadshuset, sal Flen." in words(page.card)


def test_letters_in_a_field_are_letters_and_no_outcomes(page: CallingPage) -> None:
    page.gathering.bring.setFocus()
    typed("kaffe och vatten")
    assert page.gathering.bring.text() == "kaffe och vatten"
    assert outcomes(page) == []


def test_at_a_level_that_calls_nobody_the_page_says_what_to_do(page: CallingPage) -> None:
    live = page.live
    live.do(levels.set_level(live.incident, "N0", "Folke"))
    page.live.ticked.emit()
    assert "Ingen ska larmas på den här nivån" in words(page)


def test_the_list_is_printed_under_a_number_with_script_and_numbers(page: CallingPage) -> None:
    live = page.live
    live.do(papers.hand_out(live.incident, papers.Form.CALLS, 1, ""))
    content = call_list(live.incident, papers.read_number("R-001"), OFFICER, live.now())
    said = words_of(compile_pdf("report", content))
    for part in ("Ringlista R-001", "Folke Stenhagenius", "070-174 06 11", "Det gäller dricksvatten i Malmköping"):
        assert part in said


def test_printing_gives_the_number_out_once_the_paper_is_there(
    page: CallingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("out") / "ringlista.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    page.print_list()
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: bool(page.live.incident.part(Papers).by_number))
    assert path.read_bytes().startswith(b"%PDF")
    assert [str(number) for number in page.live.incident.part(Papers).by_number] == ["R-001"]


def test_a_list_filled_in_by_hand_is_entered_with_its_times_and_taken_back(
    page: CallingPage, qtbot: QtBot, clock: StandingClock
) -> None:
    live = page.live
    live.do(papers.hand_out(live.incident, papers.Form.CALLS, 1, ""))
    clock.later(60)

    seen: list[str] = []

    def fill(dialog: CallEntryDialog) -> None:
        qtbot.waitUntil(dialog.isActiveWindow)
        seen.append(dialog.number.text())
        dialog.row.setFocus()
        for row, answer, time, eta in (("1", "S", "13.14", ""), ("2", "V", "13.20", "13.45")):
            for part in (row, answer, time):
                typed(part)
                press_key(qtbot, Qt.Key.Key_Tab)
            typed(eta)
            press_key(qtbot, Qt.Key.Key_Return)
        seen.extend(line.title for line in dialog.model.rows)

    titles = answering(CallEntryDialog, fill)
    page.enter_paper()
    assert titles == ["Skriv in ringlista från papper"]
    assert seen == ["R-001", "1. Folke Stenhagenius (KC)", "2. Gerda Rönnmalm (KC)"]
    assert outcomes(page) == [(CHIEF, Outcome.NO_ANSWER), (DEPUTY, Outcome.ON_WAY)]
    line = live.incident.log[-1]
    assert (f"{line.happened:%H.%M}", line.source) == ("13.20", "papper nr R-001")
    toast = page.window().findChild(Toast)
    assert isinstance(toast, Toast)
    assert toast.undo()
    assert outcomes(page) == []
    (paper,) = live.incident.part(Papers).by_number.values()
    assert paper.use is None


def test_every_control_of_the_page_has_a_spoken_name(page: CallingPage) -> None:
    QApplication.processEvents()
    for part in (page.list, page.card.person, page.card.eta, page.gathering.place, page.gathering.time):
        assert part.accessibleName()


def test_letters_typed_outside_the_list_log_nothing(page: CallingPage, qtbot: QtBot) -> None:
    before = marks(page)
    posts = len(page.live.incident.log)
    for part in (page._view.tabs, page.print_button, page.card.here):
        part.setFocus()
        for letter in (Qt.Key.Key_R, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_K, Qt.Key.Key_V, Qt.Key.Key_P):
            press_key(qtbot, letter)

    assert marks(page) == before
    assert len(page.live.incident.log) == posts


def test_the_page_begins_in_the_list_where_each_key_is_an_act_that_can_be_undone(
    page: CallingPage, qtbot: QtBot
) -> None:
    page.start()
    assert page.list.hasFocus()
    row = page.list.current
    assert row is not None
    press_key(qtbot, Qt.Key.Key_R)
    assert "rings" in marks(page).values()


def test_the_tabs_are_reached_by_their_keys_from_the_box_that_says_who_one_is(page: CallingPage, qtbot: QtBot) -> None:
    window = page.window()
    press_key(qtbot, Qt.Key.Key_J, CTRL)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Jag är"
    press_key(qtbot, Qt.Key.Key_2, CTRL)
    (view,) = window.findChildren(LeadView)
    assert view.shown_key != "alarm"
