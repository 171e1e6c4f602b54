"""The dispatch register: who took what where, when it came there, with what proof, and what has to be replaced."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.dispatch import (
    Done,
    Failed,
    Left,
    Planned,
    State,
    fail,
    finish,
    leave,
    plan_dispatch,
)
from krisapp.domain.goals import Goal, goals
from krisapp.domain.log import Kind
from krisapp.domain.replacing import remaining
from krisapp.domain.words import Refused
from tests.domain.reaching.places import sample, sitting_in_flen
from tests.domain.sitting import Sitting

BOARD = Goal("bettna-1", "Bettna", "Lanthandeln")
NOTICE = "E1-C12.sv"


def out() -> Sitting:
    sitting = sitting_in_flen()
    sitting.released(NOTICE)
    return sitting


def wrong(sitting: Sitting) -> set[str]:
    return {left.dispatch for left in remaining(sitting.incident)}


def planned(sitting: Sitting, goal: Goal = BOARD, carrier: str = "red") -> str:
    return sitting.do(plan_dispatch(sitting.incident, NOTICE, goal, carrier=carrier)).id


def test_p53_a_text_that_is_not_released_cannot_be_carried_out() -> None:
    sitting = sitting_in_flen()
    sitting.approved(NOTICE)

    with pytest.raises(Refused, match="Släpp texten först"):
        plan_dispatch(sitting.incident, NOTICE, BOARD)


def test_a_dispatch_goes_from_planned_under_way_to_done_with_proof_and_all_is_logged() -> None:
    sitting = out()
    id = planned(sitting)
    sitting.later(5)
    sitting.do(leave(sitting.incident, id))
    sitting.later(20)
    sitting.do(
        finish(sitting.incident, id, sitting.now, receiver="Butiken", proof="hänger i fönstret", photo="ab" * 32)
    )

    found = sitting.incident.dispatches[id]
    assert (found.state, found.number, found.carrier, found.at) == (State.DONE, 1, "red", sitting.now)
    assert (found.receiver, found.proof, found.photo) == ("Butiken", "hänger i fönstret", "ab" * 32)
    assert [line.text for line in sitting.incident.log[-3:]] == [
        "Invånare, Anslag, nr 1: Ida Ek tar det till Bettna, Lanthandeln.",
        "Invånare, Anslag, nr 1, är på väg till Bettna, Lanthandeln med Ida Ek.",
        "Invånare, Anslag, nr 1, är framme: Bettna, Lanthandeln, kl. 12.25. Butiken, hänger i fönstret",
    ]
    assert sitting.incident.log[-1].kind is Kind.COMMUNICATION


def test_a_failure_says_why_and_a_new_try_is_a_new_dispatch() -> None:
    sitting = out()
    id = planned(sitting)
    with pytest.raises(Refused, match="varför"):
        fail(sitting.incident, id, "  ")
    sitting.do(fail(sitting.incident, id, "vägen är stängd"))

    assert "vägen är stängd" in sitting.incident.log[-1].text
    with pytest.raises(Refused, match="Planera en ny"):
        leave(sitting.incident, id)
    planned(sitting)


def test_two_do_not_go_to_the_same_board_with_the_same_text() -> None:
    sitting = out()
    planned(sitting)

    with pytest.raises(Refused, match="redan på väg"):
        plan_dispatch(sitting.incident, NOTICE, BOARD)


def test_it_cannot_have_come_there_before_it_was_decided() -> None:
    sitting = out()
    id = planned(sitting)

    with pytest.raises(Refused, match="Tiden ligger innan"):
        finish(sitting.incident, id, sitting.now - timedelta(hours=1))


def test_p57_what_hangs_has_to_be_replaced_by_a_newer_text_until_the_new_one_hangs_there() -> None:
    sitting = out()
    first = planned(sitting)
    sitting.do(finish(sitting.incident, first, sitting.now))
    assert wrong(sitting) == set()

    sitting.released(NOTICE)
    second = planned(sitting)
    assert wrong(sitting) == {first}, "it hangs until the new one does"

    sitting.do(finish(sitting.incident, second, sitting.now))
    assert wrong(sitting) == set()


def test_notices_go_to_the_boards_and_trygghetspunkter_of_a_place() -> None:
    plan = sample()

    places = {goal.place for goal in goals(plan, "C12")}
    assert places == {place.id for place in plan.places if place.kind == "town"}
    assert {goal.where for goal in goals(plan, "C12", "Bettna")} >= {"Bettna skola"}
    assert len({(goal.place, goal.where) for goal in goals(plan, "C12")}) == len(goals(plan, "C12"))


def test_each_other_channel_has_somewhere_to_go() -> None:
    plan = sample()

    assert [goal.place for goal in goals(plan, "C24", "Bettna")] == ["Bettna"]
    assert len(goals(plan, "C23")) == 8
    (radio,) = goals(plan, "C15")
    assert (radio.place, "P4" in radio.where) == ("", True)


ACTS = st.lists(st.sampled_from(("leave", "done", "failed", "planned")), max_size=8)


@given(ACTS)
def test_whatever_comes_late_or_twice_what_was_done_stays_done(acts: list[str]) -> None:
    sitting = out()
    id = planned(sitting)
    events = {
        "leave": Left(id, "tib"),
        "done": Done(id, sitting.now, proof="sett"),
        "failed": Failed(id, "stängt"),
        "planned": Planned(NOTICE, 1, "paper", "Kyrkan", "Bettna"),
    }
    for act in acts:
        sitting.do(events[act])
    sitting.do(Left("okänd"), Done("okänd", sitting.now), Failed("okänd", "-"))

    expected = State.DONE if "done" in acts else State.FAILED if "failed" in acts else None
    if expected is not None:
        assert sitting.incident.dispatches[id].state is expected
    assert "okänd" not in sitting.incident.dispatches
