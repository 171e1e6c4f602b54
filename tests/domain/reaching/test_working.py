"""What works where: reports, their age, what follows from them, and undoing them."""

import pytest

from krisapp.domain.log import Kind
from krisapp.domain.reaching.working import (
    BOARD,
    FIBRE,
    HOUSE,
    LOCAL,
    MOBILE,
    OWN_MAIL,
    OWN_WEB,
    POWER,
    RADIO,
    TELEPHONE,
    WEB,
    Reported,
    State,
    in_words,
    report,
    set_cold,
    towns,
)
from krisapp.domain.words import Refused
from tests.domain.reaching.places import sample, sitting_in_flen, tell


def test_the_eight_places_are_the_towns_of_the_gazetteer() -> None:
    assert [place.id for place in towns(sample())] == [
        "Flen", "Malmköping", "Hälleforsnäs", "Mellösa", "Sparreholm", "Skebokvarn", "Bettna", "Vadsbro",
    ]  # fmt: skip


def test_a_report_says_who_when_and_from_whom_and_is_logged() -> None:
    sitting = sitting_in_flen()
    sitting.later(3)
    tell(sitting, "Bettna", POWER, source="Vattenfall")

    known = sitting.incident.working.known["Bettna", POWER]
    assert (known.state, known.source, known.stamp.person) == (State.DOWN, "Vattenfall", "tib")
    assert known.since == known.stamp.at == sitting.now
    line = sitting.incident.log[-1]
    assert (line.text, line.kind) == ("Bettna: el nere. Källa: Vattenfall.", Kind.SITUATION)


def test_nobody_having_told_is_neither_working_nor_down() -> None:
    working = sitting_in_flen().incident.working

    assert {working.state("Bettna", thing) for thing in LOCAL} == {State.UNKNOWN}


def test_a_newer_report_holds_and_unknown_takes_back() -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Bettna", MOBILE)
    tell(sitting, "Bettna", MOBILE, state=State.WORKING)
    assert sitting.incident.working.state("Bettna", MOBILE) is State.WORKING

    tell(sitting, "Bettna", MOBILE, state=State.UNKNOWN)
    assert sitting.incident.working.state("Bettna", MOBILE) is State.UNKNOWN


def test_the_same_report_again_is_fresher_but_counts_from_the_first() -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Bettna", POWER)
    first = sitting.now
    sitting.later(90)
    tell(sitting, "Bettna", POWER)

    known = sitting.incident.working.known["Bettna", POWER]
    assert (known.since, known.stamp.at) == (first, sitting.now)


@pytest.mark.parametrize(
    ("down", "follows"),
    [
        ((POWER,), {FIBRE, TELEPHONE}),
        ((FIBRE,), set()),
        ((MOBILE,), set()),
        ((FIBRE, MOBILE), {WEB}),
        ((POWER, MOBILE), {FIBRE, TELEPHONE, WEB}),
        ((BOARD, RADIO), set()),
    ],
)
def test_what_rests_on_what_is_down_is_down_unless_somebody_said_otherwise(
    down: tuple[str, ...], follows: set[str]
) -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Bettna", *down)
    working = sitting.incident.working

    assert {thing for thing in LOCAL if working.state("Bettna", thing) is State.DOWN} == {*down, *follows}
    for thing in follows:
        tell(sitting, "Bettna", thing, state=State.WORKING)
        assert working.state("Bettna", thing) is State.WORKING


def test_places_do_not_touch_one_another() -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Bettna", POWER)

    assert sitting.incident.working.state("Vadsbro", POWER) is State.UNKNOWN


def test_only_the_things_of_a_place_or_of_the_house_can_be_reported() -> None:
    incident = sitting_in_flen().incident

    with pytest.raises(Refused, match="orter"):
        report(incident, "Storstad", {POWER: State.DOWN})
    with pytest.raises(Refused, match="Välj"):
        report(incident, "Bettna", {OWN_WEB: State.DOWN})
    with pytest.raises(Refused, match="Välj"):
        report(incident, HOUSE, {POWER: State.DOWN})
    with pytest.raises(Refused, match="Välj"):
        report(incident, "Bettna", {})


def test_a_report_of_a_newer_program_keeps_what_this_one_knows() -> None:
    sitting = sitting_in_flen()
    sitting.do(Reported("Bettna", {"satellite": "down", POWER: "flickering", MOBILE: "down"}))

    assert set(sitting.incident.working.known) == {("Bettna", MOBILE)}


def test_cold_is_told_once_and_taken_back() -> None:
    sitting = sitting_in_flen()
    sitting.do(set_cold(sitting.incident, cold=True))
    assert sitting.incident.working.cold is not None
    with pytest.raises(Refused):
        set_cold(sitting.incident, cold=True)

    sitting.do(set_cold(sitting.incident, cold=False))
    assert sitting.incident.working.cold is None


def test_states_are_told_in_words_those_alike_together() -> None:
    states = {POWER: State.DOWN, FIBRE: State.DOWN, RADIO: State.WORKING, OWN_MAIL: State.UNKNOWN}

    assert in_words(states) == "el och fiber nere, P4 fungerar, e-post okänt"
