"""The page Beslut: a decision is one line while people meet, and reaches employees, tasks and boards by a key each."""

from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.documents.decision_sheet import decision_paper
from krisapp.documents.pdf import compile_pdf
from krisapp.domain.leading.decision import deciding
from krisapp.domain.leading.decision.decision_history import DecisionMade
from krisapp.domain.leading.decision.decisions import Decisions, Formulation, Sort, Told
from krisapp.domain.leading.meeting import holding
from krisapp.domain.leading.meeting.meetings import Meetings
from krisapp.domain.leading.task.tasks import Source, Tasks
from krisapp.store.agendas import agendas
from krisapp.ui.live import Live
from krisapp.ui.views.lead.decision.decision_acts import DecisionActs
from krisapp.ui.views.lead.decision.decision_dialog import DecisionDialog
from krisapp.ui.views.lead.decision.decision_pane import CHANGE, COPY, PAPER, REVOKE, TASK, TELL
from krisapp.ui.views.lead.decision.decisions_page import DecisionsPage
from krisapp.ui.widgets.toast import Toast
from krisapp.workplace import Workplace
from tests.begun import begin
from tests.documents.reading import words as words_of
from tests.ui.printing.saving_papers import SavesPapers
from tests.ui.views.conftest import OFFICER, StandingClock
from tests.ui.views.deciding import decided, decisions, page, pressed
from tests.ui.views.keyboard import press_key, typed, words
from tests.ui.views.lead.screen import lead

__all__ = ["lead", "page"]


def test_a_decision_is_entered_in_a_line_by_the_keyboard_and_the_next_can_follow(
    page: DecisionsPage, qtbot: QtBot
) -> None:
    typed("Förskolan ska koka vattnet.")
    press_key(qtbot, Qt.Key.Key_Tab)
    assert page.decider.hasFocus()
    press_key(qtbot, Qt.Key.Key_Tab)
    for part in ("Rektorerna", "16.30", "Förskolan, Skolan"):
        typed(part)
        press_key(qtbot, Qt.Key.Key_Tab if part != "Förskolan, Skolan" else Qt.Key.Key_Return)

    (one,) = decisions(page).all
    chief = next(holder.person for holder in page.live.plan.holders if holder.role == "KC" and holder.rank == 1)
    assert (one.number, one.made.decider, one.made.role) == (1, chief, "KC")
    assert (one.made.carried_out_by, one.made.units) == ("Rektorerna", ("Förskolan", "Skolan"))
    assert one.made.due is not None
    assert f"{one.made.due:%H.%M}" == "16.30"
    assert page.text.hasFocus()
    assert page.text.text() == ""
    assert "Beslut 1" in words(page.pane)


def test_down_goes_to_the_list_and_enter_to_what_can_be_done(page: DecisionsPage, qtbot: QtBot) -> None:
    decided(page, "Skolan ska koka vattnet.")
    decided(page, units=("Förskolan",))
    page.start()
    press_key(qtbot, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    press_key(qtbot, Qt.Key.Key_Return)
    assert page.pane.buttons[TELL].hasFocus()
    page.list.setFocus()
    press_key(qtbot, Qt.Key.Key_Down)
    assert "Skolan ska koka vattnet." in words(page.pane)
    press_key(qtbot, Qt.Key.Key_Return)
    assert page.pane.buttons[TASK].hasFocus()


def test_what_is_missing_is_said_and_all_that_was_typed_stays(page: DecisionsPage, qtbot: QtBot) -> None:
    page.carried.setText("Rektorerna")
    press_key(qtbot, Qt.Key.Key_Return)
    assert "Skriv vad som beslutas" in words(page.entry)
    assert page.carried.text() == "Rektorerna"
    assert decisions(page).all == []


def test_p9_f8_puts_a_decision_into_the_texts_to_the_employees_and_ctrl_z_takes_it_out(
    page: DecisionsPage, qtbot: QtBot
) -> None:
    before = page.live.incident.sheet.staff_impact
    one = decided(page, units=("Förskolan",), staff="Koka allt vatten som barnen dricker på förskolan")
    assert "Förskolan berörs" in words(page.pane)
    press_key(qtbot, Qt.Key.Key_F8)

    sentence = "Koka allt vatten som barnen dricker på förskolan."
    assert one.told.value is Told.SHEET
    assert sentence in page.live.texts.text("I2-C06.sv").text
    assert "berörs" not in words(page.pane)

    toast = page.window().findChild(Toast)
    assert isinstance(toast, Toast)
    toast.undo()
    assert page.live.incident.sheet.staff_impact == before
    assert not one.told.value


def test_f7_gives_a_decision_as_a_task_with_who_and_when(page: DecisionsPage, qtbot: QtBot) -> None:
    due = page.live.now() + timedelta(hours=2)
    one = decided(page, carried_out_by="Rektorerna", due=due)
    press_key(qtbot, Qt.Key.Key_F7)

    (task,) = page.live.incident.part(Tasks).added()
    assert (task.title, task.owner, task.deadline) == ("Förskolan ska koka vattnet.", "Rektorerna", due)
    assert task.added is not None
    assert (task.added.origin.source, task.added.origin.id) == (Source.DECISION, one.id)


def test_a_change_is_a_new_decision_that_keeps_what_nobody_touched(page: DecisionsPage) -> None:
    due = page.live.now() + timedelta(days=2)
    old = decided(page, units=("Förskolan",), due=due, background="F1")
    live = page.live

    def save(made: Formulation, _sort: Sort) -> None:
        page.doing.decided(deciding.change(live.incident, old.id, made, live.now()))

    dialog = DecisionDialog(live, "Ändra", page, save, old.made)
    dialog.decider.setCurrentIndex(1)
    dialog.text.setPlainText("Förskolan ska hämta vatten i tank.")
    pressed(dialog)

    new = decisions(page).all[-1]
    assert (new.changes, new.made.due, new.made.units, new.made.background) == (old.id, due, ("Förskolan",), "F1")
    assert [row.said.mark.word for row in page.model.rows] == ["medarbetarna väntar", "ändrat"]
    page.choose(old.id)
    assert "ändrat av beslut 2" in words(page.pane)
    assert not page.pane.buttons[CHANGE].isEnabled()
    assert not page.pane.buttons[REVOKE].isEnabled()


def test_the_five_lines_of_a_direction_stand_ready(page: DecisionsPage) -> None:
    saved: list[tuple[Formulation, Sort]] = []
    dialog = DecisionDialog(page.live, "Nytt", page, lambda made, sort: saved.append((made, sort)))
    dialog.sort.choose("direction")
    dialog.sort.chose.emit("direction")
    assert dialog.text.toPlainText().splitlines()[0] == "Mål: "
    assert len(dialog.text.toPlainText().splitlines()) == 5
    dialog.decider.setCurrentIndex(1)
    pressed(dialog)
    assert saved[0][1] is Sort.DIRECTION


def test_lo5_a_decision_sheet_of_paper_is_entered_with_its_day_time_and_number(page: DecisionsPage) -> None:
    live = page.live

    def save(made: Formulation, sort: Sort) -> None:
        page.doing.decided(deciding.decide(live.incident, made, live.now(), sort))

    dialog = DecisionDialog(live, "Nytt", page, save)
    dialog.text.setPlainText("Förskolan ska koka vattnet.")
    dialog.decider.setCurrentIndex(1)
    dialog.lines["at"].setText("10/6 23.15")
    dialog.lines["paper"].setText("b3")
    pressed(dialog)
    (one,) = decisions(page).all
    assert one.made.paper == "B-003"
    assert f"{one.made.decided_at:%Y-%m-%d %H.%M}" == "2027-06-10 23.15"
    assert "Från papper" in words(page.pane)


def test_a_decision_made_while_a_meeting_goes_on_is_born_there(page: DecisionsPage, qtbot: QtBot) -> None:
    live = page.live
    agenda = next(one for one in agendas() if one.id == "briefing")
    (opened,) = live.desk.do(holding.open_meeting(live.incident, agenda, (OFFICER,)))
    page.start()
    typed("Förskolan ska koka vattnet.")
    press_key(qtbot, Qt.Key.Key_Return)

    meeting = live.incident.part(Meetings).meeting(opened.id)
    assert [(one.entry, one.point) for one in meeting.born] == [(decisions(page).all[0].id, meeting.current)]


def test_a_decision_is_copied_as_a_sheet_and_kept_as_a_pdf_that_says_the_same(
    page: DecisionsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    one = decided(page, units=("Förskolan",), purpose="för att ingen ska bli sjuk", ground="OSL 18:13")
    page.doing.act(COPY, one)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Beslut 1 (gäller)\n")
    assert "Syfte: för att ingen ska bli sjuk" in copied

    path = tmp_path / "beslut.pdf"
    path.write_bytes(compile_pdf("report", decision_paper(page.live.incident, one, page.live.now())))
    said = words_of(path.read_bytes())
    for part in ("Beslut 1", "Förskolan ska koka vattnet.", "för att ingen ska bli sjuk", "Sekretess enligt OSL 18:13"):
        assert part in said
    with pikepdf.open(path) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)


def test_two_decisions_that_change_the_same_one_are_said(page: DecisionsPage) -> None:
    one = decided(page)
    live = page.live
    for text in ("Ett.", "Två."):
        live.do(DecisionMade(2, Formulation(text, live.now(), "folke", "KC"), changes=one.id))
    page.choose(one.id)
    assert "Två beslut ändrar det" in words(page.pane)
    assert page.model.rows[-1].said.mark.word == "två ändrar det"
    labels = [decisions(page).label(other.id) for other in decisions(page).all]
    assert labels[0] == "1"
    assert len(set(labels)) == 3


def test_every_act_of_the_pane_stands_under_a_key_or_a_button_with_a_name(page: DecisionsPage) -> None:
    decided(page, units=("Förskolan",))
    for act, button in page.pane.buttons.items():
        assert button.accessibleName(), act
    assert page.pane.buttons[TASK].isVisible()
    assert QApplication.activeModalWidget() is None


def test_p62_a_decision_of_an_exercise_is_marked_when_copied_and_on_paper(
    calm: Live, workplace: Workplace, home: QWidget, clock: StandingClock
) -> None:
    calm.sit(OFFICER)
    calm.open(begin(workplace, exercise=True))
    incident = calm.incident
    made = Formulation("Förskolan ska koka vattnet.", clock(), "folke", "KC")
    (stamp,) = calm.desk.do(deciding.decide(incident, made, clock()))
    one = incident.part(Decisions).by_id[stamp.id]
    DecisionActs(calm, home).act(COPY, one)
    assert QGuiApplication.clipboard().text().count("ÖVNING") > 1
    paper = decision_paper(incident, one, clock())
    assert "ÖVNING – ÖVNING – ÖVNING" in words_of(compile_pdf("report", paper))


def test_a_decision_sheet_is_saved_as_pdf_where_the_person_says(
    page: DecisionsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "beslut 1.pdf"
    saver = SavesPapers(path, monkeypatch)
    page.doing.act(PAPER, decided(page))
    assert len(saver.titles) == 1
    assert path.read_bytes().startswith(b"%PDF")
    toast = page.window().findChild(Toast)
    assert isinstance(toast, Toast)
    qtbot.waitUntil(lambda: "beslut 1.pdf" in words(toast))


def test_only_the_decisions_in_sight_are_put_into_words_and_a_review_that_falls_due_shows(
    page: DecisionsPage, live: Live, clock: StandingClock
) -> None:
    due = live.now() + timedelta(minutes=20)
    words = [Formulation(f"Beslut {at}", live.now(), OFFICER, review_at=due if at == 99 else None) for at in range(100)]
    for one in words:
        live.do(deciding.decide(live.incident, one, live.now()))
    assert len(page.model.rows) == 100
    assert sum("said" in vars(row) for row in page.model.rows) < 60
    assert page.model.rows[0].said.mark.word == "gäller"

    clock.later(20)
    live.ticked.emit()
    assert page.model.rows[0].said.mark.word == "ska omprövas"
