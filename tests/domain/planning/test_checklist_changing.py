"""Whole checklists: added, copied, given another head, opened by what is said and no more, and taken away (CH4)."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist, Item
from krisapp.domain.planning.checklist_changing import (
    ANCHOR_NAMES,
    copy_of,
    free_id,
    opened_by,
    with_list,
    without_list,
)
from krisapp.domain.planning.plan_soundness import ANCHORS, faults
from krisapp.domain.words import Refused
from krisapp.store.sample import sample_plan

PLAN = sample_plan()
OWN = Checklist(id="K16", rank=0, name="Evakuera boende", anchor="T0", owner="SC", items=())


def listed(plan: Plan, id: str) -> Checklist:
    found = plan.checklist(id)
    assert found is not None
    return found


def test_a_new_list_goes_last_and_is_opened_by_just_what_is_said() -> None:
    plan = with_list(PLAN, OWN, ["N2"], ["snow"], new=True)
    assert plan.checklists[-1].id == "K16"
    assert plan.checklists[-1].rank > max(one.rank for one in PLAN.checklists)
    assert opened_by(plan, "K16") == (("N2",), ("snow",))
    assert opened_by(plan, "H08") == ((), ()), "a type has one list"
    assert list(faults(plan)) == []


def test_another_head_keeps_the_points_and_what_opens_other_lists() -> None:
    before = listed(PLAN, "K03")
    changed = msgspec.structs.replace(before, name="  Kommunikation,   första timmen ", phase="Första Timmen")
    plan = with_list(PLAN, changed, *opened_by(PLAN, "K03"))
    after = listed(plan, "K03")
    assert (after.name, after.phase, after.items) == ("Kommunikation, första timmen", "första timmen", before.items)
    assert plan.levels == PLAN.levels
    assert plan.types == PLAN.types


def test_a_list_taken_away_is_opened_by_nothing_any_longer() -> None:
    plan = without_list(PLAN, "K01")
    assert plan.checklist("K01") is None
    assert all("K01" not in level.opens for level in plan.levels)
    assert list(faults(plan)) == []
    with pytest.raises(Refused, match="finns inte längre"):
        without_list(plan, "K01")


def test_a_copy_has_codes_of_its_own_and_the_same_words() -> None:
    original = listed(PLAN, "H01")
    copy = copy_of(original, "H13", "Avlopp")
    assert [item.text for item in copy.items] == [item.text for item in original.items]
    assert [item.id for item in copy.items[:2]] == ["H13-01", "H13-02"]
    assert list(faults(with_list(PLAN, copy, [], [], new=True))) == []


def test_the_next_free_code_keeps_its_letter() -> None:
    assert (free_id(PLAN), free_id(PLAN, "H04"), free_id(PLAN, "1")) == ("K16", "H13", "K16")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"id": "k01"}, "upptagen"),
        ({"id": "K 16"}, "bokstäver, siffror"),
        ({"name": "  "}, "Ge checklistan ett namn"),
        ({"anchor": "X9"}, "vad tiderna räknas från"),
        ({"anchor": "L0"}, "vad som startar listan"),
    ],
)
def test_what_a_plan_may_not_hold_is_refused_in_words(changed: dict[str, str], words: str) -> None:
    with pytest.raises(Refused, match=words):
        with_list(PLAN, msgspec.structs.replace(OWN, **changed), [], [], new=True)


def test_every_start_of_a_list_has_a_name() -> None:
    assert set(ANCHOR_NAMES) == set(ANCHORS)


@given(
    st.sets(st.sampled_from([level.id for level in PLAN.levels])),
    st.sets(st.sampled_from([kind.id for kind in PLAN.types])),
    st.sampled_from([one.id for one in PLAN.checklists]),
)
def test_what_opens_a_list_is_what_was_said_and_removal_leaves_a_sound_plan(
    levels: set[str], types: set[str], id: str
) -> None:
    plan = with_list(PLAN, listed(PLAN, id), levels, types)
    found = opened_by(plan, id)
    assert (set(found[0]), set(found[1])) == (levels, types)
    assert list(faults(plan)) == []
    assert list(faults(without_list(plan, id))) == []
    assert with_list(plan, listed(PLAN, id), *found) == plan
    assert all(isinstance(item, Item) for item in listed(plan, id).items)
