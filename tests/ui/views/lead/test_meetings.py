"""The page Möten: a whole meeting by the keyboard, minutes that save themselves, and the next time (AC7, P51)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from krisapp.domain.leading.decision.decisions import Decisions
from krisapp.domain.leading.meeting import holding
from krisapp.domain.leading.meeting.meetings import Born, Meeting, Meetings, next_meeting, ongoing
from krisapp.domain.leading.task.tasks import Source, Tasks
from krisapp.domain.records.check_code import Codes
from krisapp.store.agendas import agendas
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.decision.decision_dialog import DecisionDialog
from krisapp.ui.views.lead.meeting.meeting_dialogs import AttendanceDialog, BeginDialog, NextDialog, PointDialog
from krisapp.ui.views.lead.meeting.meetings_page import MeetingsPage
from krisapp.ui.views.lead.task.task_dialog import TaskDialog
from krisapp.ui.views.lead.view import LeadView
from krisapp.ui.views.overview_needs import needs
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.toast import Toast
from tests.documents.reading import words as words_of
from tests.ui.views.answering import asked
from tests.ui.views.conftest import CHIEF, OFFICER, StandingClock, opened
from tests.ui.views.keyboard import CTRL, press_key, typed

BRIEFING = next(one for one in agendas() if one.id == "briefing")


@pytest.fixture
def page(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[MeetingsPage]:
    with opened(live, qtbot, tmp_path) as window:
        live.shown.emit("lead", "meetings")
        view = window.view
        assert isinstance(view, LeadView)
        shown = view.page
        assert isinstance(shown, MeetingsPage)
        shown.start()
        yield shown


def meeting_of(page: MeetingsPage) -> Meeting:
    (meeting,) = ongoing(page.live.incident)
    return meeting


def held(page: MeetingsPage) -> Meeting:
    """Begin a briefing behind the window, as another would."""
    page.live.do(holding.open_meeting(page.live.incident, BRIEFING, (OFFICER, CHIEF)))
    page.pane.notes.area.setFocus()
    return meeting_of(page)


def noted(page: MeetingsPage, point: str, text: str) -> None:
    live = page.live
    live.do(holding.note(live.incident, meeting_of(page).id, point, text))


def test_ac7_p51_a_whole_meeting_is_held_by_the_keyboard(
    page: MeetingsPage, clock: StandingClock, qtbot: QtBot
) -> None:
    live = page.live

    def begins(dialog: Dialog) -> None:
        assert isinstance(dialog, BeginDialog)
        assert dialog.agenda.key == "start"
        assert dialog.people.ticked == (OFFICER,)

    asked(page, qtbot, BeginDialog, begins, Qt.Key.Key_N, CTRL)
    meeting = meeting_of(page)
    assert page.pane.isVisible()
    typed("Jöns leder. Tuva antecknar.")

    # Through every point to the locked one, each in one key; what was typed is saved on the way.
    while meeting.current != "communication":
        clock.later(2)
        press_key(qtbot, Qt.Key.Key_Return, CTRL)
    assert meeting.note("attendance") == "Jöns leder. Tuva antecknar."
    assert meeting.spent("safety", clock()) == timedelta(minutes=2)

    # It does not end with the locked point empty: it goes there and says why.
    press_key(qtbot, Qt.Key.Key_E, CTRL)
    assert "P51" in page.window().findChild(LeadView).banner.text  # type: ignore[union-attr] # it is the view shown
    assert page.pane.notes.area.hasFocus()
    typed("Nytt besked kl. 15.00. Love talar.")

    def decides(dialog: Dialog) -> None:
        assert isinstance(dialog, DecisionDialog)
        dialog.text.setPlainText("Kommunen ställer ut vattentankar i Malmköping.")
        dialog.decider.setCurrentIndex(1)

    asked(page, qtbot, DecisionDialog, decides, Qt.Key.Key_F6)

    def gives(dialog: Dialog) -> None:
        assert isinstance(dialog, TaskDialog)
        dialog.title.setText("Beställ tankar")

    asked(page, qtbot, TaskDialog, gives, Qt.Key.Key_F7)
    assert [(one.sort, one.point) for one in meeting.born] == [
        (Born.DECISION, "communication"),
        (Born.TASK, "communication"),
    ]
    (task,) = live.incident.part(Tasks).added()
    assert (task.origin.source, task.origin.id) == (Source.MEETING, meeting.id)
    assert len(live.incident.part(Decisions).all) == 1

    def ends(dialog: Dialog) -> None:
        assert isinstance(dialog, NextDialog)
        dialog.time.setText("16.30")

    page.pane.notes.area.setFocus()
    asked(page, qtbot, NextDialog, ends, Qt.Key.Key_E, CTRL)
    assert meeting.closed is not None
    assert page.minutes.isVisible()
    text = page.minutes.text.toPlainText()
    assert "Nytt besked kl. 15.00. Love talar." in text
    assert "Kommunen ställer ut vattentankar i Malmköping." in text
    assert "Nästa möte är kl. 16.30." in text
    assert f"Kontrollkod: {meeting.closed.code}" in text
    assert meeting.closed.code in live.incident.part(Codes).by_code


def test_what_is_typed_is_saved_when_one_pauses_without_a_key(page: MeetingsPage, qtbot: QtBot) -> None:
    meeting = held(page)
    typed("Tre av fem skolor stänger.")
    assert meeting.note("news") == ""
    page.pane.notes._pause.setInterval(1)  # the real pause is longer than a test should be
    typed(" ")
    qtbot.waitUntil(lambda: meeting.note("news") == "Tre av fem skolor stänger.")
    assert page.pane.notes.area.textCursor().atEnd()


def test_what_is_typed_is_saved_when_one_goes_to_another_screen_or_leaves_the_incident(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    meeting = held(page)
    typed("Tre skolor")
    page.live.shown.emit("lead", "decisions")
    assert meeting.note("news") == "Tre skolor"
    page.live.shown.emit("lead", "meetings")
    page.start()
    typed(" stänger.")
    page.which.setFocus()
    assert meeting.note("news") == "Tre skolor stänger."
    page.live.close()
    qtbot.wait(1)


def test_what_another_console_wrote_meanwhile_stands_beside_ones_own_until_somebody_chooses(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    meeting = held(page)
    typed("Vattnet")
    noted(page, "news", "Elen är borta.")
    # It does not replace what is being typed.
    assert page.pane.notes.area.toPlainText() == "Vattnet"
    typed(" är grumligt.")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    assert meeting.contested == ("news",)

    page.pane.go("news")
    conflict = page.pane.notes.conflict
    assert conflict.isVisible()
    assert {text for text, _stamp in meeting.notes["news"].claims} == {"Elen är borta.", "Vattnet är grumligt."}
    qtbot.mouseClick(conflict.buttons[0], Qt.MouseButton.LeftButton)
    assert not list(meeting.contested)
    assert page.pane.notes.area.toPlainText() == meeting.note("news")


def test_arrow_keys_look_at_other_points_and_enter_goes_on_to_one(page: MeetingsPage, qtbot: QtBot) -> None:
    meeting = held(page)
    page.pane.points.setFocus()
    press_key(qtbot, Qt.Key.Key_Down)
    assert (page.pane.point, meeting.current) == ("questions", "news")
    press_key(qtbot, Qt.Key.Key_Return)
    assert meeting.current == "questions"
    assert page.pane.notes.area.hasFocus()


def test_beside_a_point_stands_what_is_known_of_it_and_enter_opens_it(page: MeetingsPage, qtbot: QtBot) -> None:
    meeting = held(page)
    page.pane.go("communication")
    texts = [row.text for row in page.pane.beside_model.rows]
    assert "Invånare: inget är ute." in texts
    page.pane.beside.setFocus()
    with qtbot.waitSignal(page.live.shown):
        press_key(qtbot, Qt.Key.Key_Return)
    assert meeting.current == "news"


def test_p51_the_locked_point_is_not_taken_away_but_another_is_and_comes_back(page: MeetingsPage, qtbot: QtBot) -> None:
    meeting = held(page)
    page.pane.points.setFocus()
    page.pane.points.choose("communication")
    press_key(qtbot, Qt.Key.Key_Delete)
    assert "communication" in [point.id for point in meeting.points]
    page.pane.points.choose("deviations")
    press_key(qtbot, Qt.Key.Key_Delete)
    assert "deviations" not in [point.id for point in meeting.points]
    toast = page.window().findChild(Toast)
    assert isinstance(toast, Toast)
    press_key(qtbot, Qt.Key.Key_Z, CTRL)
    assert "deviations" in [point.id for point in meeting.points]


def test_attendance_and_one_more_point_are_asked_for(page: MeetingsPage, qtbot: QtBot) -> None:
    meeting = held(page)

    def comes(dialog: Dialog) -> None:
        assert isinstance(dialog, AttendanceDialog)
        dialog.people.choose(CHIEF)
        qtbot.keyClick(dialog.people, Qt.Key.Key_Space)
        dialog.other.setText("Polisen, vakthavande")

    asked(page, qtbot, AttendanceDialog, comes, Qt.Key.Key_F3)
    assert meeting.present == (OFFICER, "Polisen, vakthavande")

    def adds(dialog: Dialog) -> None:
        assert isinstance(dialog, PointDialog)
        dialog.words.setText("Reservkraft")

    asked(page, qtbot, PointDialog, adds, Qt.Key.Key_F8)
    assert [point.text for point in meeting.points][1] == "Reservkraft"


def test_a_meeting_without_a_next_time_needs_a_reason(page: MeetingsPage, qtbot: QtBot) -> None:
    meeting = held(page)
    noted(page, "communication", "Inget nytt besked behövs.")

    def leaves(dialog: Dialog) -> None:
        assert isinstance(dialog, NextDialog)
        dialog.time.clear()

    refused = asked(page, qtbot, NextDialog, leaves, Qt.Key.Key_E, CTRL)
    assert refused == "Ange när nästa möte är, eller skriv varför inget behövs."
    assert meeting.closed is None


def test_the_next_meeting_is_said_on_the_overview_and_begins_from_there_when_its_time_has_passed(
    page: MeetingsPage, clock: StandingClock
) -> None:
    live = page.live
    meeting = held(page)
    noted(page, "communication", "Besked kl. 15.00.")
    due = clock() + timedelta(hours=2)
    live.do(holding.close(live.incident, meeting.id, clock(), due, next_agenda="review"))
    assert next_meeting(live.incident) is not None
    (need,) = [one for one in needs(live.incident, live.plan, clock()) if one.key == "meeting"]
    assert (need.title, need.mark.word) == ("Stabsgenomgång kl. 15.12", "om 2 tim 0 min")
    assert need.mark.tone is Tone.INFO
    clock.later(110)
    (need,) = [one for one in needs(live.incident, live.plan, clock()) if one.key == "meeting"]
    assert (need.mark.word, need.mark.tone) == ("om 10 min", Tone.WAIT)
    clock.later(21)
    (need,) = [one for one in needs(live.incident, live.plan, clock()) if one.key == "meeting"]
    assert (need.view, need.item) == ("lead", "meetings:next")
    assert need.mark.word == "11 min sen"


def test_a_meeting_ended_by_mistake_goes_on(page: MeetingsPage, clock: StandingClock, qtbot: QtBot) -> None:
    live = page.live
    meeting = held(page)
    noted(page, "communication", "Besked kl. 15.00.")
    live.do(holding.close(live.incident, meeting.id, clock(), clock() + timedelta(hours=2)))
    qtbot.mouseClick(page.minutes.go_on_button, Qt.MouseButton.LeftButton)
    assert meeting_of(page) is meeting


def test_the_minutes_are_copied_and_saved_as_pdf(
    page: MeetingsPage, clock: StandingClock, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = page.live
    meeting = held(page)
    noted(page, "communication", "Besked kl. 15.00.")
    live.do(holding.close(live.incident, meeting.id, clock(), clock() + timedelta(hours=2)))
    page.minutes.copy()
    assert "Besked kl. 15.00." in QGuiApplication.clipboard().text()

    path = tmp_path / "möte.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    page.minutes.keep_paper()
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert "Besked kl. 15.00." in words_of(path.read_bytes())
    assert live.incident.part(Meetings).held() == [meeting]
