"""Posters in their places: what hangs where, in which order somebody goes round, and what has to come down."""

import pytest

from krisapp.domain.checks import Stage
from krisapp.domain.dispatch import Done, State, finish, plan_dispatch
from krisapp.domain.goals import Goal
from krisapp.domain.posting import Hangs, Posting, Undone, posters, postings, take_down, undo_done
from krisapp.domain.replacing import decide_replacement, remaining
from krisapp.domain.sending.recipients import Recipient
from krisapp.domain.sending.requesting import request
from krisapp.domain.sending.ways import Way
from krisapp.domain.words import Refused
from tests.domain.reaching.places import sample, sitting_in_flen
from tests.domain.sitting import Sitting

BOARD = Goal("bettna-1", "Bettna", "Lanthandeln")
NOTICE = "E1-C12.sv"


def out() -> Sitting:
    sitting = sitting_in_flen()
    sitting.released(NOTICE)
    return sitting


def hung(sitting: Sitting, goal: Goal = BOARD) -> str:
    id = sitting.do(plan_dispatch(sitting.incident, NOTICE, goal, carrier="red")).id
    sitting.do(finish(sitting.incident, id, sitting.now))
    return id


def at(sitting: Sitting, goal: Goal = BOARD) -> Posting:
    return next(one for one in postings(sitting.incident, sample(), NOTICE) if one.goal.id == goal.id)


def test_every_board_and_point_of_the_plan_is_in_the_round_once() -> None:
    found = postings(out().incident, sample(), NOTICE)

    wheres = [one.where for one in found]
    assert len(wheres) == len(set(wheres))
    assert {row.id for row in sample().notice_boards} <= {one.goal.id for one in found}
    for point in sample().safe_points:
        assert f"{point.place}, {point.name}" in wheres
    assert {one.how for one in found} == {Hangs.NOTHING}


def test_the_places_named_first_come_first_and_a_place_is_gone_through_at_once() -> None:
    found = postings(out().incident, sample(), NOTICE, ("Bettna", "Malmköping"))

    towns = [one.goal.place for one in found]
    assert list(dict.fromkeys(towns))[:2] == ["Bettna", "Malmköping"]
    assert towns == sorted(towns, key=list(dict.fromkeys(towns)).index)


def test_what_the_plan_says_of_a_board_is_told_to_whoever_goes_there() -> None:
    board = next(row for row in sample().notice_boards if row.copies > 1)

    found = at(out(), Goal(board.id, board.place, board.site))

    assert (found.copies, found.sheltered, found.responsible) == (board.copies, board.sheltered, board.responsible)


def test_a_poster_goes_from_nothing_by_planned_to_hanging_and_is_old_when_the_next_is_released() -> None:
    sitting = out()
    assert at(sitting).how is Hangs.NOTHING

    id = sitting.do(plan_dispatch(sitting.incident, NOTICE, BOARD, carrier="red")).id
    assert (at(sitting).how, at(sitting).carrier) == (Hangs.COMING, "red")

    sitting.do(finish(sitting.incident, id, sitting.now))
    assert at(sitting).how is Hangs.NEWEST

    sitting.released(NOTICE, stage=Stage.UPDATE)
    old = at(sitting)
    assert (old.how, old.wrong, old.there and old.there.number) == (Hangs.OLD, True, 1)

    hung(sitting)
    assert (at(sitting).how, at(sitting).wrong) == (Hangs.NEWEST, False)
    assert not [left for left in remaining(sitting.incident) if left.dispatch]


def test_me7_a_withdrawn_poster_is_ticked_as_taken_down_in_the_list_of_replacing() -> None:
    sitting = out()
    id = hung(sitting)
    sitting.do(decide_replacement(sitting.incident, Stage.RETRACTION, "Fel ort", (NOTICE,)))

    sitting.do(take_down(sitting.incident, at(sitting)))

    assert at(sitting).how is Hangs.DOWN
    assert id not in {left.dispatch for left in remaining(sitting.incident)}


def test_what_still_holds_and_what_does_not_hang_cannot_be_taken_down() -> None:
    sitting = out()
    with pytest.raises(Refused, match="hänger inget"):
        take_down(sitting.incident, at(sitting))
    hung(sitting)

    with pytest.raises(Refused, match="gäller"):
        take_down(sitting.incident, at(sitting))


def test_a_report_by_mistake_is_taken_back_and_the_next_report_holds() -> None:
    sitting = out()
    id = hung(sitting)

    sitting.do(undo_done(sitting.incident, id))

    found = sitting.incident.dispatches[id]
    assert (found.state, found.at, at(sitting).how) == (State.PLANNED, None, Hangs.COMING)
    with pytest.raises(Refused, match="inte antecknad"):
        undo_done(sitting.incident, id)
    sitting.do(finish(sitting.incident, id, sitting.now))
    assert at(sitting).how is Hangs.NEWEST


def test_taking_back_twice_or_another_report_or_an_unknown_dispatch_changes_nothing() -> None:
    sitting = out()
    id = hung(sitting)
    first = undo_done(sitting.incident, id)
    sitting.do(first)
    sitting.do(Done(id, sitting.now, proof="jag såg den"))

    sitting.do(first)
    sitting.do(Undone("okänd", "okänd"))

    assert (sitting.incident.dispatches[id].state, sitting.incident.dispatches[id].proof) == (State.DONE, "jag såg den")


def test_a_poster_in_a_place_the_plan_no_longer_has_is_still_in_the_round() -> None:
    sitting = out()
    hung(sitting, Goal("", "Bettna", "Bygdegården"))

    assert [one.how for one in postings(sitting.incident, sample(), NOTICE) if one.goal.where == "Bygdegården"] == [
        Hangs.NEWEST
    ]


def test_what_the_outbox_sends_hangs_in_no_place() -> None:
    sitting = out()
    sheet = "E2-C23.sv"
    sitting.released(sheet)
    before = postings(sitting.incident, sample(), sheet)
    to = (Recipient("ett@example.se"),)
    sitting.do(request(sitting.incident, sheet, Way.EMAIL, through="smtp.example.se", to="Personal", recipients=to))

    assert len(sitting.incident.dispatches) == 1
    assert postings(sitting.incident, sample(), sheet) == before


def test_only_texts_that_are_out_and_are_put_up_on_paper_are_posters() -> None:
    sitting = out()
    sitting.released("E1-C01.sv")
    sitting.approved("E2-C12.sv")

    assert posters(sitting.incident) == (NOTICE,)
