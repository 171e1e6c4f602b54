"""The seven questions of the alarm: known from the start or asked, logged as incoming, and public only by a person."""

import pytest

from krisapp.domain.leading.alarm.alarm_questions import (
    AlarmAnswered,
    AlarmQuestions,
    Question,
    answer,
    answered,
    on_sheet,
    to_sheet,
    unanswered,
)
from krisapp.domain.log import Kind
from krisapp.domain.words import Refused
from tests.domain.sitting import Sitting


def test_what_where_and_when_are_known_from_the_start_and_the_others_wait() -> None:
    sitting = Sitting()
    assert [answered(sitting.incident, one) for one in list(Question)[:3]] == ["Elavbrott Bettna", "Bettna", "12.00"]
    assert unanswered(sitting.incident) == [Question.WHO, Question.DONE, Question.NEEDED, Question.KNOWS]


def test_an_answer_is_logged_as_incoming_with_who_gave_it_and_stands_until_it_is_changed() -> None:
    sitting = Sitting()
    sitting.do(answer(sitting.incident, Question.WHO, "  Omkring 400 hushåll ", "SOS Alarm"))
    line = sitting.incident.log[-1]
    assert (line.kind, line.text) == (
        Kind.INCOMING,
        "Larmet, vilka berörs? Omkring 400 hushåll Källa: SOS Alarm",
    )
    with pytest.raises(Refused, match="Inget är ändrat"):
        answer(sitting.incident, Question.WHO, "Omkring 400 hushåll", "")
    sitting.do(answer(sitting.incident, Question.WHO, "Omkring 600 hushåll", ""))
    assert answered(sitting.incident, Question.WHO) == "Omkring 600 hushåll"


@pytest.mark.parametrize(("text", "said"), [(" ", "Skriv svaret"), ("x" * 501, "501 tecken")])
def test_an_empty_or_endless_answer_is_refused(text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        answer(Sitting().incident, Question.DONE, text, "")


def test_an_answer_reaches_the_fact_sheet_only_when_a_person_puts_it_there_and_once() -> None:
    sitting = Sitting()
    with pytest.raises(Refused, match="inget svar"):
        to_sheet(sitting.incident, Question.DONE)
    sitting.do(answer(sitting.incident, Question.DONE, "Elnätet felsöker", "elnätet"))
    assert not on_sheet(sitting.incident, Question.DONE)
    sitting.do(to_sheet(sitting.incident, Question.DONE))
    assert sitting.incident.sheet.our_actions == ("Elnätet felsöker",)
    assert on_sheet(sitting.incident, Question.DONE)
    with pytest.raises(Refused, match="redan"):
        to_sheet(sitting.incident, Question.DONE)


def test_two_who_answer_at_once_are_both_kept() -> None:
    sitting = Sitting()
    first = AlarmAnswered(Question.KNOWS, "Polisen")
    stamps = [sitting.stamp(first), sitting.stamp(first)]
    first.apply(sitting.incident, stamps[0])
    AlarmAnswered(Question.KNOWS, "Regionen").apply(sitting.incident, stamps[1])
    assert sitting.incident.part(AlarmQuestions).answer(Question.KNOWS).contested
    sitting.do(answer(sitting.incident, Question.KNOWS, "Polisen och regionen", ""))
    assert not sitting.incident.part(AlarmQuestions).answer(Question.KNOWS).contested
