"""Replacing: every place that carried a text that no longer holds stays on the list until it has been seen to."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krisapp.domain import dispatch
from krisapp.domain.checks import Stage
from krisapp.domain.goals import Goal
from krisapp.domain.replacing import (
    How,
    Left,
    Place,
    confirm_replaced,
    decide_replacement,
    remaining,
    reopen,
)
from krisapp.domain.situation import set_fields
from krisapp.domain.words import Refused
from tests.domain.sitting import Sitting

WEB, SMS, NOTICE, PRESS = "E1-C01.sv", "E1-C05.sv", "E1-C12.sv", "E5-C08.sv"
BOARD = Goal("bettna-1", "Bettna", "Lanthandeln")
OTHER_BOARD = Goal("flen-1", "Flen", "Biblioteket")


def told(*ids: str) -> Sitting:
    sitting = Sitting()
    for id in ids:
        sitting.released(id)
        sitting.later(1)
    return sitting


def hang(sitting: Sitting, goal: Goal = BOARD) -> str:
    id = sitting.do(dispatch.plan_dispatch(sitting.incident, NOTICE, goal)).id
    sitting.do(dispatch.finish(sitting.incident, id, sitting.now))
    return id


def places(sitting: Sitting) -> list[Place]:
    return [left.place for left in remaining(sitting.incident)]


def test_first_texts_leave_nothing_to_replace() -> None:
    assert remaining(told(WEB, SMS, NOTICE).incident) == ()


@pytest.mark.parametrize("stage", [Stage.CORRECTION, Stage.RETRACTION, Stage.ALL_CLEAR, Stage.FINAL])
def test_me7_a_text_that_takes_back_or_ends_puts_every_other_channel_on_the_list(stage: Stage) -> None:
    sitting = told(WEB, SMS, PRESS)
    sitting.released(WEB, stage=stage)

    left = remaining(sitting.incident)
    assert [one.place for one in left] == [(SMS, 1, ""), (PRESS, 1, "")]
    assert {one.stage for one in left} == {stage}


def test_p43_a_channel_leaves_the_list_when_its_correction_is_released() -> None:
    sitting = told(WEB, SMS)
    sitting.released(WEB, stage=Stage.CORRECTION)
    sitting.released(SMS, stage=Stage.CORRECTION)

    assert places(sitting) == []


def test_p43_a_second_correction_on_the_same_facts_goes_round_once_more() -> None:
    sitting = told(WEB, SMS)
    for _round in range(2):
        sitting.released(WEB, stage=Stage.CORRECTION)
        assert (SMS, _round + 1, "") in places(sitting)
        sitting.released(SMS, stage=Stage.CORRECTION)
        assert places(sitting) == []


def test_an_update_concerns_only_texts_that_used_what_has_changed() -> None:
    sitting = told(WEB)
    sitting.released(SMS, uses=("advice",))
    sitting.released(PRESS)
    sitting.do(set_fields(sitting.incident, {"headline": "Elen är borta i Flen också."}))
    sitting.released(WEB, stage=Stage.UPDATE)

    assert places(sitting) == [(PRESS, 1, "")]


def test_a_decision_puts_what_is_out_on_the_list_before_any_new_text_exists() -> None:
    sitting = told(WEB, SMS)
    sitting.do(decide_replacement(sitting.incident, Stage.RETRACTION, "Fel ort i texten."))
    assert places(sitting) == [(WEB, 1, ""), (SMS, 1, "")]

    sitting.released(PRESS)
    assert places(sitting) == [(WEB, 1, ""), (SMS, 1, "")]
    assert sitting.incident.log[-2].text != ""
    assert any("Fel ort i texten." in line.text for line in sitting.incident.log)


def test_a_decision_may_name_the_texts_it_is_about() -> None:
    sitting = told(WEB, SMS)
    sitting.do(decide_replacement(sitting.incident, Stage.CORRECTION, "Fel tid.", (SMS,)))

    assert places(sitting) == [(SMS, 1, "")]


def test_paper_hangs_on_until_somebody_says_that_it_is_gone() -> None:
    sitting = told(WEB, NOTICE)
    sitting.released(NOTICE, stage=Stage.CORRECTION)
    assert (NOTICE, 1, "") in places(sitting)

    sitting.do(confirm_replaced(sitting.incident, (NOTICE, 1, ""), How.TAKEN_DOWN))
    assert (NOTICE, 1, "") not in places(sitting)
    assert "nedtagen" in sitting.incident.log[-1].text


def test_each_notice_board_is_ticked_off_by_a_new_poster_or_by_a_person() -> None:
    sitting = told(NOTICE)
    bettna, flen = hang(sitting, BOARD), hang(sitting, OTHER_BOARD)
    sitting.later(1)
    sitting.released(NOTICE, stage=Stage.CORRECTION)

    left = remaining(sitting.incident)
    assert [(one.dispatch, one.town, one.where) for one in left] == [
        (bettna, "Bettna", "Lanthandeln"),
        (flen, "Flen", "Biblioteket"),
    ]
    hang(sitting, BOARD)
    assert places(sitting) == [(NOTICE, 1, flen)]
    sitting.do(confirm_replaced(sitting.incident, (NOTICE, 1, flen), How.TAKEN_DOWN))
    assert places(sitting) == []
    assert "Flen, Biblioteket" in sitting.incident.log[-1].text


def test_a_tick_can_be_taken_back() -> None:
    sitting = told(WEB, SMS)
    sitting.released(WEB, stage=Stage.CORRECTION)
    sitting.do(confirm_replaced(sitting.incident, (SMS, 1, ""), How.UNAFFECTED, "Sms:et nämnde inte tiden."))
    assert places(sitting) == []

    sitting.do(reopen(sitting.incident, (SMS, 1, "")))
    assert places(sitting) == [(SMS, 1, "")]


def test_a_tick_counts_for_its_version_and_no_other() -> None:
    sitting = told(WEB, SMS)
    sitting.released(WEB, stage=Stage.CORRECTION)
    sitting.do(confirm_replaced(sitting.incident, (SMS, 1, ""), How.REPLACED))
    sitting.released(SMS, stage=Stage.UPDATE)
    sitting.released(WEB, stage=Stage.CORRECTION)

    assert places(sitting) == [(SMS, 2, "")]


def test_what_makes_no_sense_is_refused_in_words() -> None:
    sitting = Sitting()
    incident = sitting.incident
    with pytest.raises(Refused, match="Ingen text är ute"):
        decide_replacement(incident, Stage.CORRECTION, "Fel.")
    sitting.released(WEB)
    with pytest.raises(Refused, match="Skriv varför"):
        decide_replacement(incident, Stage.CORRECTION, " ")
    with pytest.raises(Refused, match="ersätter inget"):
        decide_replacement(incident, Stage.FIRST, "Fel.")
    with pytest.raises(Refused, match="inget kvar"):
        confirm_replaced(incident, (WEB, 1, ""), How.REPLACED)
    with pytest.raises(Refused, match="inte avbockad"):
        reopen(incident, (WEB, 1, ""))
    sitting.do(decide_replacement(incident, Stage.CORRECTION, "Fel."))
    with pytest.raises(Refused, match="inte berörs"):
        confirm_replaced(incident, (WEB, 1, ""), How.UNAFFECTED)


ACTS = st.one_of(
    st.tuples(st.just("release"), st.sampled_from([WEB, SMS, NOTICE]), st.sampled_from(list(Stage))),
    st.tuples(st.just("decide"), st.sampled_from([Stage.CORRECTION, Stage.RETRACTION])),
    st.tuples(st.just("hang"), st.sampled_from([BOARD, OTHER_BOARD])),
    st.tuples(st.just("confirm"), st.integers(0, 5)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, max_size=14))
def test_me7_nothing_faulty_leaves_the_list_without_a_release_or_a_confirmation(acts: list[tuple[Any, ...]]) -> None:
    sitting = told(WEB, NOTICE)
    for act, *about in acts:
        sitting.later(1)
        before = remaining(sitting.incident)
        ticked = _do(sitting, act, about, before)
        after = set(places(sitting))
        for gone in (one for one in before if one.place not in after):
            out = sitting.incident.messages[gone.message].out
            assert out is not None
            newer = out.number > gone.number
            taken_over = any(
                one.number > gone.number and one.message == gone.message and one.where == gone.where
                for one in sitting.incident.dispatches.values()
            )
            assert (
                gone.place == ticked
                or (not gone.dispatch and newer and gone.message != NOTICE)
                or (not gone.dispatch and newer and _named_by_board(sitting, gone))
                or (gone.dispatch and taken_over)
            ), (act, about, gone)


def _named_by_board(sitting: Sitting, gone: Left) -> bool:
    """Return whether the register knows the boards where a poster hangs, so that each is followed by itself."""
    return any(one.number == gone.number for one in sitting.incident.dispatches.values())


def _do(sitting: Sitting, act: str, about: list[Any], before: tuple[Left, ...]) -> Place | None:
    if act == "release":
        sitting.released(about[0], stage=about[1])
    elif act == "decide":
        sitting.do(decide_replacement(sitting.incident, about[0], "Fel."))
    elif act == "hang":
        try:
            hang(sitting, about[0])
        except Refused:
            return None
    elif before:
        at: int = about[0]
        place = before[at % len(before)].place
        sitting.do(confirm_replaced(sitting.incident, place, How.TAKEN_DOWN))
        return place
    return None
