"""Asking for a warning to the public: what people report, and nothing the program knows by itself."""

from datetime import timedelta

import pytest

from krisapp.domain.events import Event
from krisapp.domain.situation import set_fields
from krisapp.domain.todo import Todo, todos
from krisapp.domain.warning import Step, report_step, steps_of, withdraw_step
from krisapp.domain.warning_reading import SentenceHeard, heard_of
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, Sitting

ID = "E1-C14.sv"


@pytest.fixture
def asked() -> Sitting:
    """Give a sitting where a request is decided: approved and released."""
    sitting = Sitting(danger=True)
    sitting.released(ID)
    return sitting


def test_nothing_is_reported_of_a_request_nobody_has_decided() -> None:
    with pytest.raises(Refused, match="inte beslutad"):
        report_step(Sitting().incident, ID, Step.CALLED, NOON, now=NOON)


def test_a_released_request_says_nothing_of_being_sent(asked: Sitting) -> None:
    assert steps_of(asked.incident, ID) == ()
    assert not any("sändas" in line.text for line in asked.incident.log)


def test_sent_is_reported_only_after_call_confirmation_and_reading_back(asked: Sitting) -> None:
    for step in (Step.SENT, Step.READ_BACK, Step.CONFIRMED):
        with pytest.raises(Refused, match="först"):
            report_step(asked.incident, ID, step, NOON, now=NOON)
    for step in (Step.CALLED, Step.CONFIRMED, Step.READ_BACK, Step.SENT):
        asked.do(report_step(asked.incident, ID, step, NOON, now=NOON, who="larmoperatör"))

    assert [one.step for one in steps_of(asked.incident, ID)] == [
        Step.CALLED,
        Step.CONFIRMED,
        Step.READ_BACK,
        Step.SENT,
    ]
    assert "enligt Olle Berg" in asked.incident.log[-1].text


def test_no_step_is_reported_twice_or_ahead_of_time(asked: Sitting) -> None:
    asked.do(report_step(asked.incident, ID, Step.CALLED, NOON, now=NOON))
    with pytest.raises(Refused, match="redan"):
        report_step(asked.incident, ID, Step.CALLED, NOON, now=NOON)
    with pytest.raises(Refused, match="framåt"):
        report_step(asked.incident, ID, Step.CONFIRMED, NOON + timedelta(minutes=5), now=NOON)


def test_a_new_request_begins_anew(asked: Sitting) -> None:
    asked.do(report_step(asked.incident, ID, Step.CALLED, NOON, now=NOON))
    asked.released(ID)
    assert steps_of(asked.incident, ID) == ()


def test_a_step_reported_by_mistake_is_taken_back_the_last_first_and_stays_in_the_log(asked: Sitting) -> None:
    for step in (Step.CALLED, Step.CONFIRMED):
        asked.do(report_step(asked.incident, ID, step, NOON, now=NOON))
    with pytest.raises(Refused, match="bekräftat"):
        withdraw_step(asked.incident, ID, Step.CALLED)
    asked.do(withdraw_step(asked.incident, ID, Step.CONFIRMED))
    assert [one.step for one in steps_of(asked.incident, ID)] == [Step.CALLED]
    assert "var fel och är struket" in asked.incident.log[-1].text
    with pytest.raises(Refused, match="inte rapporterat"):
        withdraw_step(asked.incident, ID, Step.CONFIRMED)
    asked.do(report_step(asked.incident, ID, Step.CONFIRMED, NOON, now=NOON))


def test_what_was_taken_back_is_out_in_whatever_order_it_is_read(asked: Sitting) -> None:
    reported = report_step(asked.incident, ID, Step.CALLED, NOON, now=NOON)
    stamp = asked.do(reported)
    back: Event = withdraw_step(asked.incident, ID, Step.CALLED)
    other = Sitting(danger=True)
    other.released(ID)
    other.do(back)
    reported.apply(other.incident, stamp)
    assert steps_of(other.incident, ID) == ()


def test_ticks_of_reading_back_are_kept_and_one_who_missed_a_sentence_wins(asked: Sitting) -> None:
    asked.do(SentenceHeard(ID, 1, "Gå inomhus.", heard=True), SentenceHeard(ID, 1, "Stäng.", heard=True))
    asked.do(SentenceHeard(ID, 1, "Stäng.", heard=False))
    assert heard_of(asked.incident, ID) == {"Gå inomhus."}
    apart = [SentenceHeard(ID, 1, "Gå inomhus.", heard=heard) for heard in (True, False)]
    for one, stamp in [(one, asked.stamp(one)) for one in apart]:
        one.apply(asked.incident, stamp)
    assert heard_of(asked.incident, ID) == frozenset()
    asked.released(ID)
    assert heard_of(asked.incident, ID) == frozenset()


def test_k14_10_a_request_that_was_called_in_is_to_be_looked_at_again_when_it_promised_the_next_word(
    asked: Sitting,
) -> None:
    asked.do(set_fields(asked.incident, {"next_update": NOON + timedelta(hours=2)}))
    asked.released(ID)
    assert not _reviews(asked)
    asked.do(report_step(asked.incident, ID, Step.CALLED, NOON, now=NOON))
    (review,) = _reviews(asked)
    assert review.due == NOON + timedelta(hours=2)
    assert "Ompröva" in review.item.text
    asked.do(report_step(asked.incident, ID, Step.ENDED, NOON, now=NOON))
    assert not _reviews(asked)


def _reviews(sitting: Sitting) -> list[Todo]:
    return [one for one in todos(sitting.incident) if one.item.id.startswith("VMA-")]
