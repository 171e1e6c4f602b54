"""Questions of residents and employees: a call is one line, one more is one key, an answer becomes text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.domain.answering.questions import Asker
from krisapp.domain.situation import set_fields
from krisapp.texts import Texts
from krisapp.ui.views.questions.tally_chart import hours_words
from krisapp.ui.views.questions.view import QuestionsView
from tests.ui.views.conftest import StandingClock
from tests.ui.views.keyboard import CTRL, entered, press_key, typed, words


def titles(questions: QuestionsView) -> list[str]:
    return [row.title for row in questions.answers.model.rows]


def test_twelve_calls_become_a_tally_with_one_line_each(questions: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    for call in ("Får jag duscha?", "Var finns vatten?", "får jag duscha", "Får jag duscha?") * 3:
        entered(qtbot, call)
        assert questions.answers.question.hasFocus()
    assert [(one.text, one.count) for one in questions.live.incident.questions.values()] == [
        ("Får jag duscha?", 9),
        ("Var finns vatten?", 3),
    ]
    assert titles(questions) == ["Får jag duscha?", "Var finns vatten?"]


def test_one_key_counts_one_more_and_ctrl_z_takes_it_back(questions: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    questions.answers.place.choose("Bettna")
    entered(qtbot, "Får jag duscha?")
    (question,) = questions.live.incident.questions.values()
    assert questions.answers.place.key == ""
    press_key(qtbot, Qt.Key.Key_Down)
    questions.answers.place.choose("Bettna")
    press_key(qtbot, Qt.Key.Key_Plus)
    assert question.count == 2
    assert questions.answers.model.rows[0].detail == "Bettna 2"
    press_key(qtbot, Qt.Key.Key_Z, CTRL)
    assert question.count == 1


def test_a_plus_in_a_text_is_a_plus_and_counts_nobody(questions: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Får jag duscha?")
    qtbot.keyClicks(questions.answers.question, "+")
    assert questions.answers.question.text() == "+"
    assert next(iter(questions.live.incident.questions.values())).count == 1


def test_typing_shows_the_questions_and_the_bank_that_are_like_it(questions: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Får jag duscha?")
    entered(qtbot, "Var finns vatten?")
    typed("dusch")
    assert titles(questions) == ["Får jag duscha?"]
    assert all("dusch" in one.ask.lower() for one in questions.answers.bank_model.rows)


def test_an_answer_adopted_by_key_stands_in_manuscript_and_web_and_another_answer_marks_them(
    questions: QuestionsView, qtbot: QtBot
) -> None:
    live = questions.live
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
    questions.answers.pane.answer.setFocus()
    questions.answers.pane.answer.area.selectAll()
    typed("Nej, spara på vattnet.")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    assert "Nej, spara på vattnet." in texts.text("E1-C11.sv").text
    assert "Svar 2 ersätter svar 1" in words(questions.answers.pane)
    questions.answers.copy()
    copied = QApplication.clipboard().text()
    assert "Får jag vattna gräset?\nNej, spara på vattnet.\n(Svar 2 ersätter svar 1" in copied


def test_an_answer_made_of_a_sentence_of_the_sheet_says_when_that_has_changed(
    questions: QuestionsView, qtbot: QtBot
) -> None:
    live = questions.live
    live.do(set_fields(live.incident, {"advice": ("Koka vattnet.",)}))
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Vad ska jag göra?")
    pane = questions.answers.pane
    pane.facts.choice.choose("advice\nKoka vattnet.")
    pane.facts.take()
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    live.do(set_fields(live.incident, {"advice": ("Drick inte vattnet.",)}))
    assert questions.answers.model.rows[0].mark.word == "svaret är gammalt"


def test_p37_enter_in_the_bank_puts_question_and_answer_into_the_texts(questions: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    questions.answers.bank.setFocus()
    first = questions.answers.bank_model.rows[0]
    press_key(qtbot, Qt.Key.Key_Return)
    assert questions.live.incident.sheet.answers[0].question == first.ask
    assert first not in questions.answers.bank_model.rows
    assert first.answer in Texts(questions.live.desk).text("E1-C11.sv").text


def test_p63_a_colleague_is_promised_a_time_by_key(
    questions: QuestionsView, qtbot: QtBot, clock: StandingClock
) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    questions.answers.asker.choose(Asker.STAFF.value)
    entered(qtbot, "Får jag gå hem?")
    clock.later(24 * 60 + 1)
    questions.tick()
    assert questions.answers.model.rows[0].mark.word == "väntat för länge"
    questions.answers.pane.due.setFocus()
    entered(qtbot, "16.00")
    assert questions.answers.model.rows[0].mark.word.startswith("lovat")


def test_the_chart_says_its_numbers_in_words(questions: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Får jag duscha?")
    assert questions.answers.pane._chart.accessibleName() == "Kl. 13: 1."
    assert hours_words(()) == "Ingen har frågat ännu."


def test_what_is_typed_waits_while_another_question_is_looked_at(questions: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    entered(qtbot, "Får jag duscha?")
    entered(qtbot, "Var finns vatten?")
    first, second = (one.id for one in questions.live.incident.questions.values())
    questions.answers.list.choose(first)
    questions.answers.pane.answer.setFocus()
    typed("Ja")
    questions.answers.list.choose(second)
    assert questions.answers.pane.answer.text == ""
    questions.answers.list.choose(first)
    assert questions.answers.pane.answer.text == "Ja"
