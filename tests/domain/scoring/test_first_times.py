"""How soon the first things were done: in time to the minute, and by which clock (9.4)."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from krisapp.domain.exercising.drill import DrillEnded, set_clock
from krisapp.domain.leading.levels import LevelSet
from krisapp.domain.log import Kind, write
from krisapp.domain.scoring.measure import Verdict
from tests.domain.scoring.accounts import Kept


def first_log(sitting: Kept) -> str:
    return sitting.do(write(sitting.incident, Kind.OBSERVATION, "VA-jouren ringde", sitting.now)).id


def level(sitting: Kept) -> str:
    return sitting.do(LevelSet("N2", "chef", "Många berörda")).id


FIRST: dict[str, tuple[Callable[[Kept], str], int]] = {
    "first_log": (first_log, 5),
    "level": (level, 15),
    "internal": (lambda sitting: sitting.out("I2-C06.sv"), 15),
    "residents": (lambda sitting: sitting.out("E1-C05.sv"), 30),
    "web": (lambda sitting: sitting.out("E1-C01.sv"), 60),
    "script": (lambda sitting: sitting.out("E1-C11.sv"), 45),
}


@pytest.mark.parametrize("key", FIRST)
def test_what_is_done_within_its_minutes_meets_the_goal_and_a_minute_later_does_not(key: str) -> None:
    act, limit = FIRST[key]
    for late in (0, 1):
        sitting = Kept()
        sitting.later(limit + late + 0.5)
        entry = act(sitting)

        found = sitting.found(key)

        assert found.verdict is (Verdict.MISSED if late else Verdict.MET)
        assert found.number == limit + late + 0.5
        assert found.words == f"{limit + late} min" or limit == 60
        assert found.evidence == (entry,)


def test_the_report_to_the_county_board_is_in_time_until_two_hours_have_passed() -> None:
    for minutes, verdict in ((120, Verdict.MET), (121, Verdict.MISSED)):
        sitting = Kept()
        sitting.out("E1-C01.sv")
        sitting.later(minutes)
        sitting.out("E4-C17.sv")

        assert sitting.found("report").verdict is verdict


@pytest.mark.parametrize("key", [*FIRST, "report"])
def test_what_is_not_done_is_missed_only_when_its_time_has_passed(key: str) -> None:
    sitting = Kept()
    assert sitting.found(key).verdict is Verdict.WAITING
    sitting.later(122)

    assert sitting.found(key).verdict is Verdict.MISSED
    assert sitting.found(key).number is None


def test_a_drill_at_twenty_times_is_scored_in_minutes_of_its_own_clock() -> None:
    sitting = Kept(drill=True)
    sitting.do(set_clock(sitting.drill, sitting.now, speed=20))
    sitting.later(1)
    first = sitting.out("E1-C01.sv")

    found = sitting.found("residents")
    assert (found.number, found.evidence) == (20, (first,))
    assert sitting.found("internal").verdict is Verdict.MISSED
    assert sitting.found("web").verdict is Verdict.MET


def test_a_paused_drill_keeps_its_minute_and_what_comes_after_its_end_is_no_part_of_it() -> None:
    sitting = Kept(drill=True)
    sitting.later(10)
    sitting.do(set_clock(sitting.drill, sitting.now, speed=0))
    sitting.later(240)
    assert sitting.found("residents").verdict is Verdict.WAITING
    sitting.do(set_clock(sitting.drill, sitting.now, speed=1))
    sitting.later(5)
    sitting.do(DrillEnded(15))
    sitting.later(1)
    sitting.out("E1-C01.sv")

    account = sitting.account()
    assert (account.over, account.outs, account.passed) == (True, [], 15)
    assert sitting.found("residents").verdict is Verdict.UNTRIED


def test_a_drill_that_was_broken_off_and_taken_up_again_goes_on() -> None:
    sitting = Kept(drill=True)
    sitting.later(10)
    sitting.do(DrillEnded(10, "Skarpt läge"))
    sitting.later(60)
    sitting.do(set_clock(sitting.drill, sitting.now, speed=1))
    sitting.later(3)
    sitting.out("E1-C01.sv")

    assert sitting.found("residents").number == 13


def test_a_real_incident_is_scored_by_the_watch() -> None:
    sitting = Kept()
    sitting.later(timedelta(minutes=12).total_seconds() / 60)
    sitting.out("I2-C06.sv")

    assert sitting.found("internal").number == 12
