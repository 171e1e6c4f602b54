"""Asking for a warning to the public: what people report, and nothing the program knows by itself."""

from datetime import timedelta

import pytest

from krisapp.domain.warning import Step, report_step, steps_of
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
