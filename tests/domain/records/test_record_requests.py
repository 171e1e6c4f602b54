"""Requests for public records: no name asked for, an answer the same day, and no no without the law."""

from datetime import timedelta

import msgspec
import pytest

from krisapp.domain.records import record_requests
from krisapp.domain.records.record_copies import CopyMade, Part
from krisapp.domain.records.record_requests import APPEAL, Asked, Outcome, Request, Requests, Urgency
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, Sitting

OPEN, MASKED = "a" * 64, "b" * 64


@pytest.fixture
def sitting() -> Sitting:
    """Give a desk with two copies made and a request for the log that came in at noon."""
    made = Sitting()
    made.do(CopyMade("logg.pdf", OPEN, (Part.LOG,), masked=True))
    made.do(CopyMade("logg maskad.pdf", MASKED, (Part.LOG,), True, {"OSL 26:1": 3}))
    made.do(record_requests.receive("Loggen från första timmen", NOON, NOON, how="telefon"))
    return made


def request_of(sitting: Sitting) -> Request:
    return next(iter(sitting.incident.part(Requests).by_id.values()))


def answered(sitting: Sitting, outcome: Outcome, **more: object) -> None:
    sitting.do(
        record_requests.answer(sitting.incident, request_of(sitting).id, outcome, sitting.now, **more)  # type: ignore[arg-type]  # by name
    )


def test_tf_chapter_2_nobody_has_to_say_who_they_are_or_why_they_ask(sitting: Sitting) -> None:
    assert request_of(sitting).asked.reply_to == ""
    assert [field.name for field in msgspec.structs.fields(Asked)] == ["what", "received_at", "how", "reply_to"]
    with pytest.raises(Refused, match="Vem som frågar och varför behövs inte"):
        record_requests.receive(" ", NOON, NOON)


def test_p30_a_request_is_due_the_same_day_and_overdue_after_24_hours(sitting: Sitting) -> None:
    request = request_of(sitting)
    found = [request.urgency(NOON + timedelta(hours=hours)) for hours in (0, 9.9, 10.1, 12, 23.9, 24)]

    assert found == [
        Urgency.WAITING,
        Urgency.WAITING,
        Urgency.SOON,
        Urgency.LATE,
        Urgency.LATE,
        Urgency.OVERDUE,
    ]


def test_who_asks_is_never_in_the_log(sitting: Sitting) -> None:
    sitting.do(record_requests.receive("Besluten", NOON, NOON, reply_to="anna@example.org"))

    assert sitting.incident.log[-1].text == "Begäran 2 om allmän handling: Besluten"


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.REFUSED])
def test_p31_a_no_needs_a_legal_ground_and_how_it_is_appealed(sitting: Sitting, outcome: Outcome) -> None:
    with pytest.raises(Refused, match="Bara lagen sätter gränser"):
        answered(sitting, outcome, appeal=APPEAL, copies=(MASKED,), reason="olämpligt")
    with pytest.raises(Refused, match="P31"):
        answered(sitting, outcome, appeal=APPEAL, copies=(MASKED,), grounds=("känsligt",))
    with pytest.raises(Refused, match="överklagas"):
        answered(sitting, outcome, grounds=("OSL 26:1",), copies=(MASKED,))

    answered(sitting, outcome, grounds=("OSL 26:1",), copies=(MASKED,), appeal=APPEAL)

    value = request_of(sitting).answer.value
    assert value is not None
    assert (value.grounds, value.appeal) == (("OSL 26:1",), APPEAL)


def test_it_is_registered_which_copy_was_given(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="Gör kopian först"):
        answered(sitting, Outcome.GIVEN, copies=("c" * 64,))
    with pytest.raises(Refused, match="Kopian är maskad"):
        answered(sitting, Outcome.GIVEN, copies=(MASKED,))
    with pytest.raises(Refused, match="Välj den maskade kopia"):
        answered(sitting, Outcome.PARTLY, grounds=("OSL 26:1",), appeal=APPEAL)

    answered(sitting, Outcome.GIVEN, copies=(OPEN,))

    value = request_of(sitting).answer.value
    assert value is not None
    assert value.copies == (OPEN,)
    assert record_requests.waiting(sitting.incident) == []
    assert sitting.incident.log[-1].text == "Begäran 1: lämnad ut."


def test_two_answers_that_nobody_chose_between_both_stand(sitting: Sitting) -> None:
    id = request_of(sitting).id
    both = [record_requests.answer(sitting.incident, id, one, sitting.now) for one in (Outcome.GIVEN, Outcome.MISSING)]
    stamps = [sitting.stamp(one) for one in both]
    for happened, stamp in zip(both, stamps, strict=True):
        happened.apply(sitting.incident, stamp)

    assert request_of(sitting).answer.contested


def test_an_answer_to_what_never_came_does_no_harm(sitting: Sitting) -> None:
    sitting.do(record_requests.Decided("f" * 64, record_requests.Answer(Outcome.MISSING, NOON)))

    assert len(sitting.incident.part(Requests).by_id) == 1


def test_those_that_wait_stand_first_and_the_oldest_on_top(sitting: Sitting) -> None:
    answered(sitting, Outcome.MISSING)
    sitting.do(record_requests.receive("Nyare", NOON, NOON))
    sitting.do(record_requests.receive("Äldre", NOON - timedelta(hours=1), NOON))

    found = [one.asked.what for one in record_requests.in_order(sitting.incident, sitting.now)]
    assert found == ["Äldre", "Nyare", "Loggen från första timmen"]
