"""What refers to a row is told before it is taken away, and nothing is left that points to nothing."""

import pytest

from krisapp.domain.planning.plan_changing import moved, with_row
from krisapp.domain.planning.plan_form_rows import (
    AUDIENCE,
    CHANNEL,
    COMPLEMENT,
    INCIDENT_TYPE,
    LAW,
    NOTICE_BOARD,
    PLACE,
    ROLE,
)
from krisapp.domain.planning.plan_forms import Form, blank_row, row_of
from krisapp.domain.planning.plan_references import Goes, references, without
from krisapp.domain.planning.plan_soundness import faults
from krisapp.domain.words import Refused
from krisapp.store.sample import sample_plan

PLAN = sample_plan()


def test_a_role_is_referred_to_by_its_people_lists_points_and_channels() -> None:
    found = references(PLAN, "role", "RED")

    assert {"person", "channel", "notice_board", "checklist_item"} <= {one.table for one in found}
    assert all(one.name for one in found)


def test_taking_a_role_away_takes_its_holders_along_and_leaves_channels_without_owner() -> None:
    plan = without(PLAN, ROLE, "OMV")

    assert plan.role("OMV") is None
    assert not any(one.role == "OMV" for one in plan.holders)
    assert not any(item.role == "OMV" for checklist in plan.checklists for item in checklist.items)
    assert list(faults(plan)) == []


def test_a_place_with_a_notice_board_is_not_taken_away_and_the_board_is_named() -> None:
    board = next(one for one in PLAN.notice_boards if one.place == "Bettna")

    with pytest.raises(Refused, match="Det används av") as no:
        without(PLAN, PLACE, "Bettna")
    assert board.site in str(no.value)


def test_a_role_that_delegation_rests_on_is_not_taken_away() -> None:
    role = PLAN.delegations[0].role

    assert any(one.goes is Goes.STOPS for one in references(PLAN, "role", role))
    with pytest.raises(Refused, match="Det används av"):
        without(PLAN, ROLE, role)


def test_a_channel_takes_its_row_of_the_matrix_along() -> None:
    plan = without(PLAN, CHANNEL, "C25")

    assert not any(cell.channel == "C25" for cell in plan.matrix)
    assert list(faults(plan)) == []


def test_every_row_that_may_be_taken_away_leaves_a_sound_plan() -> None:
    for form in (ROLE, CHANNEL, INCIDENT_TYPE, PLACE, NOTICE_BOARD, LAW):
        for row in getattr(PLAN, form.collection):
            try:
                left = without(PLAN, form, row.id)
            except Refused:
                continue
            assert list(faults(left)) == [], (form.table, row.id)


@pytest.mark.parametrize("form", [AUDIENCE, COMPLEMENT])
def test_p3_p61_the_audiences_and_the_five_documents_are_neither_more_nor_fewer(form: Form) -> None:
    row = getattr(PLAN, form.collection)[0]

    with pytest.raises(Refused, match="inte tas bort"):
        without(PLAN, form, row.id)
    with pytest.raises(Refused, match="inte bli fler"):
        with_row(PLAN, form, blank_row(PLAN, form), {"name": "x"})


def test_p27_the_audiences_cannot_be_moved() -> None:
    with pytest.raises(Refused, match="ligger fast"):
        moved(PLAN, AUDIENCE, "E1", 1)


def test_the_code_of_a_role_is_typed_once_and_never_changes() -> None:
    with pytest.raises(Refused, match="redan tagen"):
        with_row(PLAN, ROLE, blank_row(PLAN, ROLE), {"id": "KOM", "name": "x", "tasks": "y"})
    with pytest.raises(Refused, match="versaler"):
        with_row(PLAN, ROLE, blank_row(PLAN, ROLE), {"id": "kom", "name": "x", "tasks": "y"})

    plan, id = with_row(PLAN, ROLE, row_of(PLAN, ROLE, "KOM"), {"id": "XXX", "name": "Ny"})
    assert id == "KOM"
    assert plan.role("XXX") is None
