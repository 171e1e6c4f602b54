"""The reach gap: whom nothing reaches, over health, matrix, released texts and what has been carried."""

from time import perf_counter

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.dispatch import fail, finish, plan_dispatch
from krisapp.domain.goals import Goal, goals
from krisapp.domain.matrix import standing_ids
from krisapp.domain.needs import need_of
from krisapp.domain.reaching.gap import OUTSIDE, Verdict, affected, gaps, lost, reach
from krisapp.domain.reaching.working import (
    HOUSE,
    LOCAL,
    MOBILE,
    OWN,
    OWN_INTRANET,
    OWN_MAIL,
    OWN_WEB,
    POWER,
    RADIO,
    WEB,
    State,
    towns,
)
from krisapp.domain.replacing import How, ReplacementConfirmed
from tests.domain.reaching.places import sample, sitting_in_flen, tell
from tests.domain.sitting import Sitting

PLACES = tuple(place.id for place in towns(sample()))


def verdict(sitting: Sitting, audience: str, place: str = "Bettna") -> Verdict:
    return reach(sitting.incident, sample())[audience, place].verdict


def hang(sitting: Sitting, message: str, place: str) -> None:
    goal = goals(sample(), message.partition("-")[2][:3], place)[0]
    stamp = sitting.do(plan_dispatch(sitting.incident, message, goal))
    sitting.do(finish(sitting.incident, stamp.id, sitting.now))


def test_all_who_live_in_the_places_are_asked_of_there_and_the_rest_outside() -> None:
    found = reach(sitting_in_flen().incident, sample())

    assert {key for key in found if key[0] in OUTSIDE} == {("E4", HOUSE), ("E5", HOUSE), ("E6", HOUSE)}
    assert {key for key in found if key[0] not in OUTSIDE} == {
        (audience, place) for audience in ("I1", "I2", "E1", "E2", "E3") for place in PLACES
    }


def test_before_anything_is_out_everyone_waits_and_nothing_is_a_gap() -> None:
    sitting = sitting_in_flen()

    assert {one.verdict for one in reach(sitting.incident, sample()).values()} <= {Verdict.WAITING}
    assert gaps(sitting.incident, sample()) == []


def test_a_text_that_is_out_on_a_living_channel_arrives() -> None:
    sitting = sitting_in_flen()
    sitting.released("E1-C15.sv")
    sitting.released("E3-C01.sv")
    assert verdict(sitting, "E3") is Verdict.ONE_PATH

    sitting.released("E3-C15.sv")
    assert verdict(sitting, "E3") is Verdict.REACHED


def test_seasonal_residents_without_power_are_missed_by_the_web_page() -> None:
    sitting = sitting_in_flen()
    sitting.released("E1-C15.sv")
    sitting.released("E3-C01.sv")
    tell(sitting, "Bettna", POWER, MOBILE)

    found = reach(sitting.incident, sample())

    missed = found["E3", "Bettna"]
    assert missed.verdict is Verdict.MISSED
    assert set(missed.waits) == {"C12", "C13", "C15", "C18", "C19", "C20", "C24"}
    assert found["E3", "Vadsbro"].verdict is Verdict.ONE_PATH
    assert [(one.audience, one.place, one.verdict) for one in gaps(sitting.incident, sample())] == [
        ("E3", "Bettna", Verdict.MISSED),
        ("I1", "Bettna", Verdict.LAST_PATH),
    ]


def test_a_notice_reaches_a_place_when_it_hangs_there_and_not_before() -> None:
    sitting = sitting_in_flen()
    sitting.released("E1-C12.sv")
    assert verdict(sitting, "E1") is Verdict.MISSED

    hang(sitting, "E1-C12.sv", "Bettna")

    assert verdict(sitting, "E1") is Verdict.ONE_PATH
    assert verdict(sitting, "E1", "Vadsbro") is Verdict.MISSED


def test_a_notice_that_has_been_taken_down_reaches_nobody() -> None:
    sitting = sitting_in_flen()
    sitting.released("E1-C12.sv")
    hang(sitting, "E1-C12.sv", "Bettna")
    (hung,) = sitting.incident.dispatches
    sitting.do(ReplacementConfirmed("E1-C12.sv", 1, How.TAKEN_DOWN, hung))

    assert verdict(sitting, "E1") is Verdict.MISSED


def test_a_text_nobody_took_at_the_radio_has_not_arrived() -> None:
    sitting = sitting_in_flen()
    sitting.released("E1-C15.sv")
    sitting.released("E3-C15.sv")
    assert verdict(sitting, "E3") is Verdict.ONE_PATH

    (goal,) = goals(sample(), "C15")
    stamp = sitting.do(plan_dispatch(sitting.incident, "E3-C15.sv", goal))
    sitting.do(fail(sitting.incident, stamp.id, "ingen svarar"))
    assert verdict(sitting, "E3") is Verdict.MISSED

    stamp = sitting.do(plan_dispatch(sitting.incident, "E3-C15.sv", goal))
    sitting.do(finish(sitting.incident, stamp.id, sitting.now))
    assert verdict(sitting, "E3") is Verdict.ONE_PATH


@pytest.mark.parametrize(
    ("down", "expected"),
    [
        ((), Verdict.WAITING),
        ((OWN_MAIL,), Verdict.WAITING),
        ((OWN_MAIL, OWN_WEB), Verdict.WAITING),
    ],
)
def test_the_media_are_reached_by_the_houses_own_systems_alone(down: tuple[str, ...], expected: Verdict) -> None:
    sitting = sitting_in_flen()
    if down:
        tell(sitting, HOUSE, *down)
    for place in PLACES:
        tell(sitting, place, *LOCAL)

    assert verdict(sitting, "E5", HOUSE) is expected


def test_an_audience_without_any_living_channel_is_reached_by_nothing() -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Bettna", *LOCAL)
    tell(sitting, HOUSE, *OWN)

    assert verdict(sitting, "I1") is Verdict.LAST_PATH, "the managers' pack can still be carried on paper"
    plan = sample()
    without = tuple(cell for cell in plan.matrix if (cell.audience, cell.channel) != ("I1", "C22"))
    found = reach(sitting.incident, msgspec.structs.replace(plan, matrix=without))
    assert found["I1", "Bettna"].verdict is Verdict.NOTHING


def test_only_places_the_incident_is_about_or_where_something_is_down_are_gaps() -> None:
    sitting = sitting_in_flen()
    assert affected(sitting.incident, sample()) == {"Bettna", HOUSE}

    tell(sitting, "Vadsbro", RADIO)
    tell(sitting, "Flen", WEB, state=State.WORKING)
    assert affected(sitting.incident, sample()) == {"Bettna", "Vadsbro", HOUSE}


def ids(sitting: Sitting) -> tuple[str, ...]:
    down = lost(sitting.incident, sample())
    return standing_ids(sample(), sitting.incident, down)


def need(sitting: Sitting, audience: str, channel: str) -> str:
    cell = next(one for one in sample().matrix if (one.audience, one.channel) == (audience, channel))
    return need_of(cell, sitting.incident.sheet, lost(sitting.incident, sample()))


def test_a_notice_becomes_a_must_when_the_web_does_not_reach_a_place_concerned() -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Flen", MOBILE, state=State.WORKING)
    assert need(sitting, "E1", "C12") == "B"

    tell(sitting, "Bettna", POWER, MOBILE)
    assert need(sitting, "E1", "C12") == "M"

    tell(sitting, "Bettna", WEB, state=State.WORKING)
    assert need(sitting, "E1", "C12") == "B"


def test_notices_at_work_are_called_for_when_intranet_and_mail_are_down() -> None:
    sitting = sitting_in_flen()
    tell(sitting, HOUSE, OWN_MAIL)
    assert "I2-C23.sv" not in ids(sitting)

    tell(sitting, HOUSE, OWN_INTRANET)
    assert "I2-C23.sv" in ids(sitting)


CELLS = tuple((cell.audience, cell.channel) for cell in sample().matrix if cell.need != "D")
MESSAGES = st.sets(st.sampled_from([f"{audience}-{channel}.sv" for audience, channel in CELLS]), max_size=8)
DOWN = st.sets(st.tuples(st.sampled_from(("Bettna", "Flen")), st.sampled_from(LOCAL)), max_size=10)


def troubled(out: set[str], down: set[tuple[str, str]], own: set[str]) -> Sitting:
    """Return an incident where residents' texts go first, so that all may go."""
    sitting = sitting_in_flen()
    for id in sorted(out, key=lambda one: (not one.startswith("E1"), one)):
        if id.startswith(("I", "E1")) or any(one.startswith("E1") for one in out):
            sitting.released(id)
    for place, thing in down:
        tell(sitting, place, thing)
    if own:
        tell(sitting, HOUSE, *own)
    return sitting


@given(MESSAGES, DOWN, st.sets(st.sampled_from(OWN)), st.sampled_from(LOCAL))
def test_turning_something_back_on_never_widens_the_gap(
    out: set[str], down: set[tuple[str, str]], own: set[str], thing: str
) -> None:
    sitting = troubled(out, down, own)
    before = {key for key, one in reach(sitting.incident, sample()).items() if one.gap}

    tell(sitting, "Bettna", thing, state=State.WORKING)

    assert {key for key, one in reach(sitting.incident, sample()).items() if one.gap} <= before


@given(MESSAGES, DOWN, st.sampled_from(("E1", "E3")), st.sampled_from(("C12", "C13", "C24")))
def test_carrying_a_text_to_a_place_never_widens_its_gap(
    out: set[str], down: set[tuple[str, str]], audience: str, channel: str
) -> None:
    id = f"{audience}-{channel}.sv"
    sitting = troubled(out | {"E1-C01.sv", id}, down, set())
    before = {key for key, one in reach(sitting.incident, sample()).items() if one.gap}

    hang(sitting, id, "Bettna")

    after = {key for key, one in reach(sitting.incident, sample()).items() if one.gap}
    assert after <= before - ({(audience, "Bettna")} if ("Bettna", "board") not in down else set())


@given(MESSAGES, DOWN, st.sets(st.sampled_from(OWN)))
def test_a_gap_always_means_that_nothing_arrives(out: set[str], down: set[tuple[str, str]], own: set[str]) -> None:
    for one in reach(troubled(out, down, own).incident, sample()).values():
        assert bool(one.arrives) is (one.verdict in (Verdict.ONE_PATH, Verdict.REACHED))
        assert not set(one.arrives) & set(one.waits)


def test_the_reckoning_takes_less_than_twenty_milliseconds() -> None:
    sitting = troubled({f"{audience}-{channel}.sv" for audience, channel in CELLS}, {("Bettna", POWER)}, {OWN_WEB})
    for message in ("E1-C12.sv", "E3-C12.sv"):
        for goal in goals(sample(), "C12"):
            sitting.do(plan_dispatch(sitting.incident, message, Goal(*goal)))

    best = min(_timed(sitting) for _again in range(5))

    assert best < 0.02


def _timed(sitting: Sitting) -> float:
    begun = perf_counter()
    gaps(sitting.incident, sample())
    return perf_counter() - begun
