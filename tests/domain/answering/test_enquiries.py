"""Enquiries of the media: noted, warned about in time, answered by the right one, with nothing that may gag."""

from datetime import timedelta

import pytest

from krisapp.domain.answering import press
from krisapp.domain.answering.enquiries import Urgency, in_order, outlived_reply, waiting
from krisapp.domain.log import Kind
from krisapp.domain.sheet import Affected
from krisapp.domain.situation import set_fields
from krisapp.domain.words import Refused
from tests.domain.sitting import Sitting


def received(sitting: Sitting, **values: object) -> str:
    known: dict[str, object] = {"medium": "P4 Sörmland", "question": "Hur många är utan el?", "now": sitting.now}
    return sitting.do(press.receive(**(known | values))).id  # type: ignore[arg-type]


def test_p44_who_asked_what_and_who_answered_is_kept_and_logged_without_the_name() -> None:
    sitting = Sitting()
    id = received(sitting, who="Alva Provsson", telephone="070-174 06 50")
    sitting.later(12)
    sitting.do(press.answer(sitting.incident, id, "Omkring 400 hushåll är utan el.", "chef", sitting.now))

    enquiry = sitting.incident.enquiries[id]
    reply = enquiry.replies[0]
    assert (enquiry.asked.who, reply.text, reply.spokesperson) == (
        "Alva Provsson",
        "Omkring 400 hushåll är utan el.",
        "chef",
    )
    assert enquiry.waited(sitting.now + timedelta(hours=3)) == timedelta(minutes=12)
    lines = [line for line in sitting.incident.log if line.kind is Kind.MEDIA]
    assert [line.text for line in lines] == [
        "Mediefråga 1 från P4 Sörmland: Hur många är utan el?",
        "Mediefråga 1 från P4 Sörmland besvarad av Vera Lind: Omkring 400 hushåll är utan el.",
    ]
    assert "Alva" not in "".join(line.text for line in sitting.incident.log)


@pytest.mark.parametrize(
    ("minutes", "urgency"),
    [
        (0, Urgency.WAITING),
        (29.9, Urgency.WAITING),
        (30, Urgency.SOON),
        (59.9, Urgency.SOON),
        (60, Urgency.LATE),
        (600, Urgency.LATE),
    ],
)
def test_p47_an_unanswered_question_turns_yellow_at_30_minutes_and_red_at_60(minutes: float, urgency: Urgency) -> None:
    sitting = Sitting()
    id = received(sitting)
    sitting.later(minutes)
    assert sitting.incident.enquiries[id].urgency(sitting.now) is urgency


@pytest.mark.parametrize(
    ("left", "urgency"), [(61, Urgency.WAITING), (60, Urgency.SOON), (31, Urgency.SOON), (30, Urgency.LATE)]
)
def test_p47_a_near_deadline_turns_it_too(left: int, urgency: Urgency) -> None:
    sitting = Sitting()
    id = received(sitting, deadline=sitting.now + timedelta(minutes=left))
    assert sitting.incident.enquiries[id].urgency(sitting.now) is urgency


def test_p47_an_answer_ends_the_warning_and_the_worst_stand_first() -> None:
    sitting = Sitting()
    first, second = received(sitting), received(sitting, question="När är strömmen tillbaka?")
    sitting.later(61)
    assert [one.id for one in waiting(sitting.incident, sitting.now)[0]] == [first, second]
    sitting.do(press.answer(sitting.incident, first, "Det vet vi inte ännu.", "chef", sitting.now))
    assert waiting(sitting.incident, sitting.now)[0] == [sitting.incident.enquiries[second]]
    assert [one.id for one in in_order(sitting.incident, sitting.now)] == [second, first]


@pytest.mark.parametrize(
    "text",
    ["Endast kommunchefen får uttala sig.", "Anställda får inte prata med medier.", "Det beror troligen på sabotage."],
)
def test_p48_an_answer_that_gags_or_guesses_is_refused(text: str) -> None:
    sitting = Sitting()
    id = received(sitting)
    with pytest.raises(Refused, match="kan inte sparas"):
        press.answer(sitting.incident, id, text, "chef", sitting.now)


def test_p50_a_political_question_is_handled_by_the_chair_and_needs_a_reason_when_another_answers() -> None:
    sitting = Sitting()
    id = received(sitting, political=True)
    assert sitting.incident.enquiries[id].handler == "KSO"
    with pytest.raises(Refused, match="politisk"):
        press.answer(sitting.incident, id, "Det får kommunstyrelsen ta ställning till.", "chef", sitting.now)
    sitting.do(
        press.answer(sitting.incident, id, "Frågan tas upp i kväll.", "chef", sitting.now, "Ordföranden är sjuk")
    )
    assert "Ordföranden är sjuk" in sitting.incident.log[-1].text


def test_p50_tagging_moves_the_question_between_the_chair_and_the_press_contact() -> None:
    sitting = Sitting()
    id = received(sitting)
    assert sitting.incident.enquiries[id].handler == "PRE"
    sitting.do(press.tag(sitting.incident, id, political=True))
    assert sitting.incident.enquiries[id].handler == "KSO"
    with pytest.raises(Refused, match="Inget är ändrat"):
        press.tag(sitting.incident, id, political=True)


def test_an_enquiry_written_off_waits_no_longer_and_stays_readable() -> None:
    sitting = Sitting()
    id = received(sitting)
    sitting.later(90)
    sitting.do(press.withdraw(sitting.incident, id, "De ringde tillbaka och behöver inget."))
    assert sitting.incident.enquiries[id].urgency(sitting.now) is Urgency.WITHDRAWN
    assert sitting.incident.enquiries[id].asked.question == "Hur många är utan el?"


def test_an_enquiry_without_medium_or_with_a_passed_deadline_is_refused() -> None:
    sitting = Sitting()
    with pytest.raises(Refused, match="medium"):
        received(sitting, medium=" ")
    with pytest.raises(Refused, match="passerat"):
        received(sitting, deadline=sitting.now)


def test_an_answer_to_an_enquiry_nobody_knows_changes_nothing() -> None:
    sitting = Sitting()
    id = received(sitting)
    answered = press.answer(sitting.incident, id, "Ja.", "chef", sitting.now)
    del sitting.incident.enquiries[id]
    sitting.do(answered)
    assert sitting.incident.enquiries == {}


def counting(number: int) -> dict[str, object]:
    return {"affected": Affected(min=number, max=number, unit="kunder")}


def test_p14_an_answer_whose_number_has_changed_since_is_told_of_until_the_medium_has_got_a_new_one() -> None:
    sitting = Sitting()
    sitting.do(set_fields(sitting.incident, counting(2300)))
    one = sitting.incident.enquiries[received(sitting)]
    sitting.do(press.answer(sitting.incident, one.id, "Omkring 2 300 kunder saknar ström.", "chef", sitting.now))
    assert outlived_reply(sitting.incident, one) == ()

    sitting.do(set_fields(sitting.incident, counting(2100)))
    assert outlived_reply(sitting.incident, one) == (("2 300", "2\u202f100"),)

    sitting.do(press.answer(sitting.incident, one.id, "Omkring 2 100 kunder saknar ström.", "chef", sitting.now))
    assert outlived_reply(sitting.incident, one) == ()


def test_an_enquiry_without_an_answer_or_written_off_has_none_that_can_grow_old() -> None:
    sitting = Sitting()
    sitting.do(set_fields(sitting.incident, counting(2300)))
    waiting_one, off = (sitting.incident.enquiries[received(sitting)] for _number in range(2))
    sitting.do(press.answer(sitting.incident, off.id, "Omkring 2 300 kunder saknar ström.", "chef", sitting.now))
    sitting.do(press.withdraw(sitting.incident, off.id, "Dubbel."))
    sitting.do(set_fields(sitting.incident, counting(2100)))

    assert outlived_reply(sitting.incident, waiting_one) == outlived_reply(sitting.incident, off) == ()
