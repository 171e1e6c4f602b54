"""Questions from outside, entered, counted and answered by the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain import press
from krisapp.domain.questions import Asker
from krisapp.domain.rumours import Verdict
from krisapp.domain.situation import set_fields
from krisapp.texts import Texts
from krisapp.ui.counts import counts
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.overview_needs import needs
from krisapp.ui.views.questions.tally_chart import hours_words
from krisapp.ui.views.questions.view import QuestionsView
from krisapp.ui.window import Window
from tests.ui.views.conftest import OFFICER, StandingClock

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[QuestionsView]:
    """Give the screen in the real window, with the officer at it."""
    kept = Kept(tmp_path / "settings")
    kept.settings.person = OFFICER
    kept.settings.sound = False
    window = Window(live, kept, VIEWS)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("questions")
    shown = window.view
    assert isinstance(shown, QuestionsView)
    shown.start()
    yield shown
    window.close()


def typed(text: str) -> None:
    """Type as a keyboard with å, ä and ö does."""
    for letter in text:
        there = QApplication.focusWidget()
        assert there is not None
        QApplication.sendEvent(there, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))


def press_key(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def entered(qtbot: QtBot, *parts: str) -> None:
    """Fill in a line from its beginning, and Enter."""
    for part in parts:
        typed(part)
        if part is not parts[-1]:
            press_key(qtbot, Qt.Key.Key_Tab)
    press_key(qtbot, Qt.Key.Key_Return)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def titles(view: QuestionsView) -> list[str]:
    return [row.title for row in view.answers.model.rows]


def test_p44_a_journalist_is_noted_and_answered_without_the_mouse(view: QuestionsView, qtbot: QtBot) -> None:
    incident = view.live.incident
    entered(qtbot, "P4 Sörmland", "Hur många är sjuka?", "Ebba Provin", "070-174 06 40", "16.30")
    (enquiry,) = incident.enquiries.values()
    assert (enquiry.asked.medium, enquiry.asked.who, enquiry.asked.telephone) == (
        "P4 Sörmland",
        "Ebba Provin",
        "070-174 06 40",
    )
    assert enquiry.asked.deadline is not None
    assert f"{enquiry.asked.deadline:%H.%M}" == "16.30"
    assert view.media.medium.hasFocus()
    assert view.media.medium.text() == ""

    press_key(qtbot, Qt.Key.Key_Down, CTRL)
    press_key(qtbot, Qt.Key.Key_Return)
    typed("Det vet vi inte ännu.")
    assert "rätt att själv lämna uppgifter till medier" in words(view.media.pane)
    view.media.pane.speaker.setFocus()
    press_key(qtbot, Qt.Key.Key_Down)
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    assert [reply.text for reply in enquiry.replies] == ["Det vet vi inte ännu."]
    assert view.media.model.rows[0].mark.word == "besvarad"


def test_p48_a_gag_is_told_while_it_is_typed_and_never_saved(view: QuestionsView, qtbot: QtBot) -> None:
    entered(qtbot, "TT", "Vem svarar?")
    press_key(qtbot, Qt.Key.Key_Down, CTRL)
    press_key(qtbot, Qt.Key.Key_Return)
    typed("Endast kommunchefen får uttala sig.")
    qtbot.waitUntil(lambda: "förbud att tala med medier" in words(view.media.pane))
    view.media.pane.speaker.choose(press.speakers(view.live.incident)[0][0].id)
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    assert not next(iter(view.live.incident.enquiries.values())).replies
    assert view.media.pane.answer.text == "Endast kommunchefen får uttala sig."
    assert "Svaret kan inte sparas" in words(view.media.pane)


def test_p47_an_hour_without_an_answer_is_told_everywhere_and_the_focus_stays(
    view: QuestionsView, qtbot: QtBot, clock: StandingClock
) -> None:
    entered(qtbot, "TT", "Vem svarar?")
    live = view.live
    view.answers.question.clear()
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    live.ticked.emit()
    clock.later(61)
    here = QApplication.focusWidget()
    live.ticked.emit()
    assert QApplication.focusWidget() is here
    assert "TT har väntat 1 tim 1 min" in view.alarm.text
    assert "TT väntar på svar" in words(view.window())
    assert counts(live)["questions"].number == 1
    assert [need.view for need in needs(live.incident, live.plan, live.now()) if need.key == "press"] == ["questions"]


def test_p50_a_political_question_asks_why_another_than_the_chair_answers(view: QuestionsView, qtbot: QtBot) -> None:
    entered(qtbot, "TT", "Ska kommunen ersätta de drabbade?")
    pane = view.media.pane
    view.media.list.setFocus()
    pane.turn_political()
    assert "politisk, KSO svarar" in view.media.model.rows[0].detail
    people = {role.id: person.id for person, role in press.speakers(view.live.incident)}
    pane.speaker.setCurrentIndex(pane.speaker.findData(people["TAL"]))
    pane.speaker.chose.emit(people["TAL"])
    assert pane.reason.isVisible()


def test_p45_the_press_time_is_set_here_and_stands_in_the_press_release(view: QuestionsView, qtbot: QtBot) -> None:
    view.media.press_time.setFocus()
    entered(qtbot, "16.00", "stadshuset")
    assert "Nästa pressträff är kl. 16.00." in Texts(view.live.desk).text("E5-C08.sv").text


def test_p45_a_deadline_that_is_no_time_is_refused_and_all_that_was_typed_stays(
    view: QuestionsView, qtbot: QtBot
) -> None:
    entered(qtbot, "TT", "Vem svarar?", "", "", "snart")
    assert not view.live.incident.enquiries
    assert view.media.question.text() == "Vem svarar?"
    assert "Skriv tiden som 14.10" in words(view.media.entry)


def test_twelve_calls_become_a_tally_with_one_line_each(view: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    for call in ("Får jag duscha?", "Var finns vatten?", "får jag duscha", "Får jag duscha?") * 3:
        entered(qtbot, call)
        assert view.answers.question.hasFocus()
    assert [(one.text, one.count) for one in view.live.incident.questions.values()] == [
        ("Får jag duscha?", 9),
        ("Var finns vatten?", 3),
    ]
    assert titles(view) == ["Får jag duscha?", "Var finns vatten?"]


def test_one_key_counts_one_more_and_ctrl_z_takes_it_back(view: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    view.answers.place.choose("Bettna")
    entered(qtbot, "Får jag duscha?")
    (question,) = view.live.incident.questions.values()
    press_key(qtbot, Qt.Key.Key_Down, CTRL)
    press_key(qtbot, Qt.Key.Key_Plus)
    assert question.count == 2
    assert view.answers.model.rows[0].detail == "Bettna 2"
    press_key(qtbot, Qt.Key.Key_Z, CTRL)
    assert question.count == 1


def test_a_plus_in_a_text_is_a_plus_and_counts_nobody(view: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Får jag duscha?")
    qtbot.keyClicks(view.answers.question, "+")
    assert view.answers.question.text() == "+"
    assert next(iter(view.live.incident.questions.values())).count == 1


def test_typing_shows_the_questions_and_the_bank_that_are_like_it(view: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Får jag duscha?")
    entered(qtbot, "Var finns vatten?")
    typed("dusch")
    assert titles(view) == ["Får jag duscha?"]
    assert all("dusch" in one.ask.lower() for one in view.answers.bank_model.rows)


def test_an_answer_adopted_by_key_stands_in_manuscript_and_web_and_another_answer_marks_them(
    view: QuestionsView, qtbot: QtBot
) -> None:
    live = view.live
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Får jag vattna gräset?")
    press_key(qtbot, Qt.Key.Key_Down, CTRL)
    press_key(qtbot, Qt.Key.Key_Return)
    typed("Ja, det går bra.")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    press_key(qtbot, Qt.Key.Key_F8)
    texts = Texts(live.desk)
    for id in ("E1-C11.sv", "E1-C01.sv"):
        assert "Får jag vattna gräset?\nJa, det går bra." in texts.text(id).text
    view.answers.pane.answer.setFocus()
    view.answers.pane.answer.area.selectAll()
    typed("Nej, spara på vattnet.")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    assert "Nej, spara på vattnet." in texts.text("E1-C11.sv").text
    assert "Svar 2 ersätter svar 1" in words(view.answers.pane)
    view.answers.copy()
    copied = QApplication.clipboard().text()
    assert "Får jag vattna gräset?\nNej, spara på vattnet.\n(Svar 2 ersätter svar 1" in copied


def test_an_answer_made_of_a_sentence_of_the_sheet_says_when_that_has_changed(
    view: QuestionsView, qtbot: QtBot
) -> None:
    live = view.live
    live.do(set_fields(live.incident, {"advice": ("Koka vattnet.",)}))
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Vad ska jag göra?")
    pane = view.answers.pane
    pane.facts.choice.choose("advice\nKoka vattnet.")
    pane.facts.take()
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    live.do(set_fields(live.incident, {"advice": ("Drick inte vattnet.",)}))
    assert view.answers.model.rows[0].mark.word == "svaret är gammalt"


def test_p37_enter_in_the_bank_puts_question_and_answer_into_the_texts(view: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    view.answers.bank.setFocus()
    first = view.answers.bank_model.rows[0]
    press_key(qtbot, Qt.Key.Key_Return)
    assert view.live.incident.sheet.answers[0].question == first.ask
    assert first not in view.answers.bank_model.rows
    assert first.answer in Texts(view.live.desk).text("E1-C11.sv").text


def test_a_rumour_is_checked_answered_and_becomes_question_and_text_at_one_key(
    view: QuestionsView, qtbot: QtBot
) -> None:
    incident = view.live.incident
    press_key(qtbot, Qt.Key.Key_2, CTRL)
    entered(qtbot, "Skolan stänger hela veckan", "Facebook")
    (rumour,) = incident.rumours.values()
    pane = view.rumours.pane
    pane.verdict.choose(Verdict.FALSE.value)
    pane.source.setFocus()
    entered(qtbot, "rektorn")
    assert rumour.verdict is Verdict.FALSE
    pane.question.setFocus()
    typed("Är det lektioner i morgon?")
    press_key(qtbot, Qt.Key.Key_Tab)
    typed("Ja, det är lektioner som vanligt.")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    press_key(qtbot, Qt.Key.Key_F8)
    assert [one.question for one in incident.sheet.answers] == ["Är det lektioner i morgon?"]
    told = "Är det lektioner i morgon?\nJa, det är lektioner som vanligt."
    texts = Texts(view.live.desk)
    assert told in texts.text("E1-C11.sv").text
    assert told in texts.text("E1-C01.sv").text
    assert "P34" not in {finding.rule for finding in texts.text("E1-C11.sv").findings}


def test_f9_a_question_that_says_the_rumour_again_is_refused_beside_it(view: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_2, CTRL)
    entered(qtbot, "Skolan stänger hela veckan")
    pane = view.rumours.pane
    pane.question.setText("Stänger skolan hela veckan?")
    pane.answer.setFocus()
    typed("Skolan är öppen.")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    assert "Frågan upprepar ryktet" in words(pane)
    assert pane.answer.text == "Skolan är öppen."


def test_p63_an_employee_is_promised_a_time_by_key(view: QuestionsView, qtbot: QtBot, clock: StandingClock) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    view.answers.asker.choose(Asker.STAFF.value)
    entered(qtbot, "Får jag gå hem?")
    clock.later(24 * 60 + 1)
    view.tick()
    assert view.answers.model.rows[0].mark.word == "väntat för länge"
    view.answers.pane.due.setFocus()
    entered(qtbot, "16.00")
    assert view.answers.model.rows[0].mark.word.startswith("lovat")


def test_the_chart_says_its_numbers_in_words(view: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Får jag duscha?")
    assert view.answers.pane._chart.accessibleName() == "Kl. 13: 1."
    assert hours_words(()) == "Ingen har frågat ännu."


def test_what_is_typed_for_one_question_waits_while_another_is_looked_at(view: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Får jag duscha?")
    entered(qtbot, "Var finns vatten?")
    first, second = (one.id for one in view.live.incident.questions.values())
    view.answers.list.choose(first)
    view.answers.pane.answer.setFocus()
    typed("Ja")
    view.answers.list.choose(second)
    assert view.answers.pane.answer.text == ""
    view.answers.list.choose(first)
    assert view.answers.pane.answer.text == "Ja"
