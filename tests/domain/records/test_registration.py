"""The number a record has in the municipality's register, OSL 5 kap.: noted, changed, and never lost between two."""

import pytest

from krisapp.domain import log
from krisapp.domain.log import Kind
from krisapp.domain.records import registration
from krisapp.domain.words import Refused
from tests.domain.sitting import Sitting


@pytest.fixture
def sitting() -> Sitting:
    return Sitting()


@pytest.fixture
def subject(sitting: Sitting) -> str:
    """Give what a line of the log is called."""
    return f"log:{sitting.do(log.write(sitting.incident, Kind.INCOMING, 'Brev från elnätet', sitting.now)).id}"


def test_osl_chapter_5_a_record_has_the_number_it_was_registered_under(sitting: Sitting, subject: str) -> None:
    assert registration.number_of(sitting.incident, subject) == ""

    sitting.do(registration.register(sitting.incident, subject, " KS  2027/14 "))

    assert registration.number_of(sitting.incident, subject) == "KS 2027/14"
    assert sitting.incident.log[-1].text == "Diarienummer KS 2027/14: post 2."


def test_a_number_is_changed_by_the_one_who_saw_it(sitting: Sitting, subject: str) -> None:
    sitting.do(registration.register(sitting.incident, subject, "KS 2027/14"))
    with pytest.raises(Refused, match="Inget är ändrat"):
        registration.register(sitting.incident, subject, "KS 2027/14")

    sitting.do(registration.register(sitting.incident, subject, "KS 2027/15"))

    assert registration.number_of(sitting.incident, subject) == "KS 2027/15"


def test_two_numbers_that_nobody_chose_between_are_both_told(sitting: Sitting, subject: str) -> None:
    both = [registration.register(sitting.incident, subject, number) for number in ("KS 2027/14", "KS 2027/15")]
    stamps = [sitting.stamp(one) for one in both]
    for happened, stamp in zip(both, stamps, strict=True):
        happened.apply(sitting.incident, stamp)

    assert registration.number_of(sitting.incident, subject) == "KS 2027/14; KS 2027/15"


@pytest.mark.parametrize("number", ["", " ", "K" * 41])
def test_what_is_no_number_is_refused(sitting: Sitting, subject: str, number: str) -> None:
    with pytest.raises(Refused, match="KS 2027/14"):
        registration.register(sitting.incident, subject, number)


def test_a_number_for_what_never_came_does_no_harm(sitting: Sitting) -> None:
    sitting.do(registration.Numbered("log:" + "f" * 64, "KS 2027/14"))

    with pytest.raises(Refused, match="finns inte längre"):
        registration.register(sitting.incident, "log:" + "f" * 64, "KS 2027/15")
