"""The seven questions above the call tree: what is unanswered stays in sight, and each is answered by Enter."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from krisapp.domain.leading.alarm.alarm_questions import AlarmAnswered, AlarmQuestions, Question, answered, on_sheet
from krisapp.domain.leading.alarm.calling import Calls
from krisapp.ui.views.lead.alarm.alarm_questions_part import AlarmQuestionsPart
from krisapp.ui.views.lead.view import LeadView
from tests.ui.views.keyboard import press_key, typed, words
from tests.ui.views.lead.screen import lead

__all__ = ["lead"]


@pytest.fixture
def part(lead: LeadView) -> AlarmQuestionsPart:
    lead.turn_to("alarm")
    lead.start()
    (shown,) = lead.findChildren(AlarmQuestionsPart)
    assert isinstance(shown, AlarmQuestionsPart)
    return shown


def test_what_nobody_has_answered_stands_above_the_call_tree(part: AlarmQuestionsPart) -> None:
    assert not part.is_open
    assert "4 frågor är obesvarade: vilka berörs, vad görs, vad behövs, vilka mer vet?" in words(part)


def test_f6_opens_the_seven_filled_from_the_start_and_enter_goes_through_those_without_an_answer(
    part: AlarmQuestionsPart, qtbot: QtBot
) -> None:
    press_key(qtbot, Qt.Key.Key_F6)
    assert part.is_open
    assert part.rows[Question.WHERE].line.text() == "Malmköping"
    assert part.rows[Question.WHO].line.hasFocus()
    part.source.setText("Sörmland Vatten, VA-jouren")
    for text in ("Alla i Malmköping", "Prov tas", "Vattentankar", "Räddningstjänsten"):
        typed(text)
        press_key(qtbot, Qt.Key.Key_Return)

    incident = part._live.incident
    assert [answered(incident, one) for one in (Question.WHO, Question.KNOWS)] == [
        "Alla i Malmköping",
        "Räddningstjänsten",
    ]
    told = incident.part(AlarmQuestions).answer(Question.DONE).value
    assert told is not None
    assert told.source == "Sörmland Vatten, VA-jouren"
    assert "Alla sju frågor om larmet är besvarade." in words(part)
    assert part.open_button.hasFocus()


def test_enter_on_an_empty_question_leaves_it_and_goes_on(part: AlarmQuestionsPart, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_F6)
    before = len(part._live.incident.log)
    press_key(qtbot, Qt.Key.Key_Return)
    assert part.rows[Question.DONE].line.hasFocus()
    assert len(part._live.incident.log) == before


def test_an_answer_is_kept_when_the_line_is_left_by_tab_or_the_questions_are_put_away(
    part: AlarmQuestionsPart, qtbot: QtBot
) -> None:
    incident = part._live.incident
    press_key(qtbot, Qt.Key.Key_F6)
    typed("Alla i Malmköping")
    press_key(qtbot, Qt.Key.Key_Tab)
    assert answered(incident, Question.WHO) == "Alla i Malmköping"
    part.rows[Question.DONE].line.setFocus()
    typed("Prov tas")
    before = len(incident.log)
    press_key(qtbot, Qt.Key.Key_F6)
    assert not part.is_open
    assert answered(incident, Question.DONE) == "Prov tas"
    assert len(incident.log) == before + 1


def test_an_answer_comes_into_the_fact_sheet_by_its_button_and_is_offered_once(
    part: AlarmQuestionsPart, qtbot: QtBot
) -> None:
    press_key(qtbot, Qt.Key.Key_F6)
    row = part.rows[Question.NEEDED]
    assert row.button is not None
    assert not row.button.isEnabled()
    row.line.setFocus()
    typed("Tre vattentankar")
    press_key(qtbot, Qt.Key.Key_Return)
    assert not on_sheet(part._live.incident, Question.NEEDED)
    row.button.click()
    assert part._live.incident.sheet.support_needed == ("Tre vattentankar",)
    assert not row.button.isEnabled()
    assert row.button.accessibleName() == "Står i läget"


def test_what_is_being_typed_is_not_replaced_when_another_answers(part: AlarmQuestionsPart, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_F6)
    typed("Alla i")
    part._live.do(AlarmAnswered(Question.WHO, "Malmköping"), AlarmAnswered(Question.DONE, "Prov tas"))
    assert part.rows[Question.WHO].line.text() == "Alla i"
    assert part.rows[Question.DONE].line.text() == "Prov tas"


def test_no_line_is_squeezed_when_the_seven_are_shown(part: AlarmQuestionsPart, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: part.rows[Question.WHO].line.isVisible())
    lines = [row.line for row in part.rows.values()]
    qtbot.waitUntil(lambda: all(line.height() >= line.sizeHint().height() for line in lines))
    qtbot.waitUntil(lambda: all(after.y() > before.geometry().bottom() for before, after in pairwise(lines)))


def test_escape_puts_the_seven_away_saves_what_was_typed_and_goes_back_to_the_call_tree(
    part: AlarmQuestionsPart, qtbot: QtBot
) -> None:
    press_key(qtbot, Qt.Key.Key_F6)
    typed("Alla i Malmköping")
    press_key(qtbot, Qt.Key.Key_Escape)
    assert not part.is_open
    assert answered(part._live.incident, Question.WHO) == "Alla i Malmköping"
    press_key(qtbot, Qt.Key.Key_R)
    assert len(part._live.incident.part(Calls).calls()) == 1
