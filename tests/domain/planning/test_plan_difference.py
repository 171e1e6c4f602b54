"""What differs between two plans is told thing by thing in words, and any part of it can be taken."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_changing import held_by, moved, with_needs, with_row
from krisapp.domain.planning.plan_difference import Change, Difference, differences, take
from krisapp.domain.planning.plan_form_rows import AUDIENCE, CHANNEL, FORMS, LAW, NOTICE_BOARD, PLACE, ROLE, SETTINGS
from krisapp.domain.planning.plan_forms import blank_row, row_of
from krisapp.store.sample import sample_plan

PLAN = sample_plan()


def only(old: Plan, new: Plan) -> Difference:
    (found,) = differences(old, new)
    return found


def test_equal_plans_do_not_differ() -> None:
    assert differences(PLAN, PLAN) == []


def test_a_changed_field_is_told_by_its_label_and_with_names_for_codes() -> None:
    new, _id = with_row(PLAN, CHANNEL, row_of(PLAN, CHANNEL, "C01"), {"owner": "KOM", "needs": ("web",)})
    found = only(PLAN, new)

    assert (found.table, found.key, found.change) == ("channel", "C01", Change.CHANGED)
    told = {field.label: (field.old, field.new) for field in found.fields}
    assert told["Ansvarig"][1] == "KOM Kommunikationschef, kriskommunikationsansvarig"
    assert told["Vägar fram"] == ("egen webb + internet", "internet")


def test_a_new_row_and_one_that_is_gone_are_the_two_sides_of_one_difference() -> None:
    new, id = with_row(PLAN, NOTICE_BOARD, blank_row(PLAN, NOTICE_BOARD), {"place": "Flen", "site": "Badet"})

    there, back = only(PLAN, new), only(new, PLAN)
    assert (there.change, there.key, there.name) == (Change.ADDED, id, "Flen, Badet")
    assert back.change is Change.REMOVED
    assert {field.label for field in there.fields} == {"Ort", "Var på orten", "Antal exemplar"}


def test_a_row_that_is_moved_is_the_only_one_told_to_have_moved() -> None:
    found = only(PLAN, moved(PLAN, ROLE, "KC", 5))

    assert (found.key, found.change) == ("KC", Change.MOVED)


def test_who_holds_a_role_is_one_thing_told_in_calling_order() -> None:
    before = [holder.person for holder in PLAN.holders if holder.role == "KC"]
    found = only(PLAN, replace(PLAN, holders=held_by(PLAN, "KC", reversed(before))))

    assert found.table == "holder"
    assert found.fields[0].old.split(", ") == list(reversed(found.fields[0].new.split(", ")))


def test_the_row_of_a_channel_in_the_matrix_is_told_by_audience() -> None:
    needs = {cell.audience: (cell.need, cell.note) for cell in PLAN.matrix if cell.channel == "C05"}
    found = only(PLAN, with_needs(PLAN, "C05", needs | {"E6": ("B", "om de berörs")}))

    assert found.table == "matrix"
    assert [(field.label, field.new) for field in found.fields] == [
        (next(one.short for one in PLAN.audiences if one.id == "E6"), "bör (om de berörs)")
    ]


def test_points_that_change_place_in_a_checklist_are_told_as_order_and_not_as_new_points() -> None:
    first = PLAN.checklists[0]
    items = tuple(replace(item, rank=rank) for rank, item in enumerate((*first.items[1:], first.items[0]), 1))
    new = replace(PLAN, checklists=(replace(first, items=items), *PLAN.checklists[1:]))

    assert [field.label for field in only(PLAN, new).fields] == ["Punkternas ordning"]


def test_every_field_of_every_form_is_a_field_of_its_row() -> None:
    for form in FORMS.values():
        for field in form.fields:
            assert field.name in form.kind.__struct_fields__ or field.name == "holders", (form.table, field.name)


CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.sampled_from([row.id for row in PLAN.roles]), st.integers(-9, 9)),
        st.tuples(st.just("law"), st.text("abcåäö ", min_size=1, max_size=9), st.just(0)),
        st.tuples(st.just("drop"), st.sampled_from([row.id for row in PLAN.laws]), st.just(0)),
        st.tuples(st.just("name"), st.sampled_from([row.id for row in PLAN.audiences]), st.integers(0, 9)),
        st.tuples(st.just("slogan"), st.text("abc", max_size=3), st.just(0)),
    ),
    max_size=6,
)


def changed(plan: Plan, changes: list[tuple[str, str, int]]) -> Plan:
    for kind, key, number in changes:
        if kind == "move":
            plan = moved(plan, ROLE, key, number)
        elif kind == "law":
            plan, _id = with_row(plan, LAW, blank_row(plan, LAW), {"name": key, "reference": "x", "about": "y"})
        elif kind == "drop":
            plan = replace(plan, laws=tuple(row for row in plan.laws if row.id != key))
        elif kind == "name":
            plan, _id = with_row(plan, AUDIENCE, row_of(plan, AUDIENCE, key), {"tone": f"ton {number}"})
        else:
            plan, _id = with_row(plan, SETTINGS, plan.settings, {"slogan": key})
    return plan


@settings(max_examples=60, deadline=None)
@given(CHANGES)
def test_taking_everything_that_differs_leaves_no_difference(changes: list[tuple[str, str, int]]) -> None:
    other = changed(PLAN, changes)

    assert differences(other, take(PLAN, other, differences(PLAN, other))) == []


@settings(max_examples=40, deadline=None)
@given(CHANGES, st.data())
def test_taking_a_part_changes_that_part_and_nothing_else(
    changes: list[tuple[str, str, int]], data: st.DataObject
) -> None:
    other = changed(PLAN, changes)
    found = [one for one in differences(PLAN, other) if one.change is not Change.MOVED]
    chosen = data.draw(st.lists(st.sampled_from(found), unique_by=lambda one: (one.table, one.key))) if found else []
    left = take(PLAN, other, chosen)

    assert {(one.table, one.key) for one in differences(PLAN, left) if one.change is not Change.MOVED} == {
        (one.table, one.key) for one in chosen
    }


def test_a_place_gets_its_own_name_as_id_and_a_second_one_a_number() -> None:
    row = blank_row(PLAN, PLACE)
    plan, first = with_row(PLAN, PLACE, row, {"name": "Nyby", "phrase": "i Nyby"})
    _plan, second = with_row(plan, PLACE, row, {"name": "Nyby", "phrase": "i Nyby"})

    assert (first, second) == ("Nyby", "Nyby (2)")


def test_a_new_name_of_a_role_is_one_difference_and_not_one_in_all_that_refers_to_it() -> None:
    new, _id = with_row(PLAN, ROLE, row_of(PLAN, ROLE, "RED"), {"name": "Skribent"})

    assert [field.label for field in only(PLAN, new).fields] == ["Namn"]
