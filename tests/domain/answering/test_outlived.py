"""Answers that the fact sheet has left behind: found, told of, and never let out (rule 6.7)."""

from datetime import timedelta

import pytest

from krisapp.domain.answering import asking
from krisapp.domain.answering.outlived import outlived
from krisapp.domain.answering.questions import Asker, outlived_in
from krisapp.domain.checking.answers import outlived_answers
from krisapp.domain.checks import Severity
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.sheet import Affected, Sheet
from krisapp.domain.situation import set_fields
from tests.domain.checking.situations import context_of, sheet_with
from tests.domain.sitting import Sitting

PLACES = ("Bettna", "Vadsbro")


def counting(number: int) -> Affected:
    return Affected(min=number, max=number, unit="kunder")


def said(text: str) -> tuple[Fact, ...]:
    return (Fact("F1", Status.CONFIRMED, text, "driftcentralen", SourceType.POWER_GRID),)


def found(answer: str, then: Sheet, now: Sheet) -> list[tuple[str, str]]:
    return list(outlived(answer, then, now, PLACES))


def test_a_number_of_affected_that_the_sheet_has_changed_is_found_though_the_answer_came_from_a_rumour() -> None:
    then, now = sheet_with(affected=counting(2300)), sheet_with(affected=counting(2100))

    assert found("Ja, omkring 2 300 kunder saknar ström.", then, then) == []
    assert found("Ja, omkring 2 300 kunder saknar ström.", then, now) == [("2 300", "2\u202f100")]
    assert found("Ja, omkring 2 100 kunder saknar ström.", then, now) == []


def test_a_time_or_place_the_sheet_said_then_and_not_now_is_found_with_what_it_says_now() -> None:
    then, now = sheet_with(facts=said("Strömmen kom kl. 19.00.")), sheet_with(facts=said("Strömmen kom kl. 21.00."))
    assert found("Strömmen kom kl. 19.00 i Bettna.", then, now) == [("kl. 19.00", "kl. 21.00")]

    then, now = sheet_with(facts=said("Vatten finns i Bettna.")), sheet_with(facts=said("Vatten finns i Vadsbro."))
    assert found("Hämta vatten i Bettna.", then, now) == [("Bettna", "Vadsbro")]


def test_what_the_sheet_never_said_is_the_answer_s_own() -> None:
    then, now = sheet_with(affected=counting(2300)), sheet_with(affected=counting(2100))

    assert found("Vi har 12 kunder på hotellet. Biblioteket stänger kl. 18.", then, now) == []


def test_a_promise_of_the_next_message_follows_the_sheet() -> None:
    due = sheet_with().alarm_at + timedelta(hours=1)
    now = sheet_with(next_update=due + timedelta(hours=1))

    wrong, right = f"kl. {due:%H.%M}", f"kl. {due + timedelta(hours=1):%H.%M}"
    assert found(f"Nästa besked kommer {wrong}.", sheet_with(next_update=due), now) == [(wrong, right)]


@pytest.mark.parametrize("channel", ["C01", "C11"])
def test_p14_an_adopted_answer_that_contradicts_the_sheet_stops_every_text_that_tells_it(channel: str) -> None:
    sitting = Sitting()
    sitting.do(set_fields(sitting.incident, {"affected": counting(2300)}))
    id = sitting.do(asking.ask(sitting.incident, "Hur många är berörda?", Asker.RESIDENTS, sitting.now)).id
    sitting.do(asking.answer(sitting.incident, id, "Omkring 2 300 kunder saknar ström.", sitting.now))
    sitting.do(asking.adopt(sitting.incident, id))
    text = "Hur många är berörda?\nOmkring 2 300 kunder saknar ström."
    assert outlived_answers(text, sitting.incident.sheet, context_of(channel, "E1")) == []

    sitting.do(set_fields(sitting.incident, {"affected": counting(2100)}))

    (stop,) = outlived_answers(text, sitting.incident.sheet, context_of(channel, "E1"))
    assert stop.severity is Severity.STOP
    assert "Hur många är berörda?" in stop.text
    assert "2\u202f100" in stop.text
    assert outlived_answers("Ingen fråga här.", sitting.incident.sheet, context_of(channel, "E1")) == []


def test_an_answer_that_still_holds_is_saved_once_more_in_the_same_words() -> None:
    sitting = Sitting()
    sitting.do(set_fields(sitting.incident, {"what_happened": "Ledningen gick av kl. 16.42."}))
    id = sitting.do(asking.ask(sitting.incident, "När hände det?", Asker.RESIDENTS, sitting.now)).id
    sitting.do(asking.answer(sitting.incident, id, "Det hände kl. 16.42.", sitting.now))
    sitting.do(set_fields(sitting.incident, {"what_happened": "En ledning gick av."}))
    one = sitting.incident.questions[id]
    assert outlived_in(sitting.incident, one, sitting.incident.sheet) == (("kl. 16.42", ""),)

    sitting.do(asking.answer(sitting.incident, id, "Det hände kl. 16.42.", sitting.now))

    assert outlived_in(sitting.incident, one, sitting.incident.sheet) == ()
