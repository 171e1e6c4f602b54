"""An incident starts on what is adopted, with what is true today (P41): nothing half written, and no old number."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from krisapp.domain.plan import encode_plan
from krisapp.domain.planning.plan_changing import with_row
from krisapp.domain.planning.plan_form_rows import CHANNEL, INCIDENT_TYPE, LEVEL, ROLE
from krisapp.domain.planning.plan_forms import Form, blank_row, row_of
from krisapp.domain.planning.plan_in_force import DECIDED, in_force, unadopted
from krisapp.domain.planning.plan_references import without
from krisapp.domain.planning.plan_soundness import faults
from krisapp.domain.words import Refused
from krisapp.store.sample import sample_plan

ADOPTED = sample_plan()


def test_p41_a_plan_that_nobody_has_changed_is_in_force_letter_by_letter() -> None:
    assert encode_plan(in_force(ADOPTED, ADOPTED)) == encode_plan(ADOPTED)


def test_p41_a_level_that_is_not_adopted_is_not_in_force_but_a_new_number_is() -> None:
    draft, _id = with_row(ADOPTED, LEVEL, row_of(ADOPTED, LEVEL, "N1"), {"criteria": "Utkast"})
    person = replace(draft.people[0], mobile="070-174 06 99")
    draft = replace(draft, people=(person, *draft.people[1:]))

    held = in_force(ADOPTED, draft)
    assert held.levels == ADOPTED.levels
    assert held.people[0].mobile == "070-174 06 99"
    assert [one.key for one in unadopted(ADOPTED, draft)] == ["N1"]


def test_p41_the_holder_of_a_role_that_is_not_adopted_waits_for_the_adoption() -> None:
    draft, id = with_row(
        ADOPTED,
        ROLE,
        blank_row(ADOPTED, ROLE),
        {"id": "DRO", "name": "Drönarpilot", "tasks": "Flyger", "holders": (ADOPTED.people[0].id,)},
    )
    held = in_force(ADOPTED, draft)

    assert id == "DRO"
    assert any(one.role == "DRO" for one in draft.holders)
    assert not any(one.role == "DRO" for one in held.holders)


def test_p35_the_owner_and_the_date_of_a_channel_are_todays() -> None:
    draft, _id = with_row(ADOPTED, CHANNEL, row_of(ADOPTED, CHANNEL, "C01"), {"verified": "2027-01-02", "owner": "KOM"})
    channel = row_of(in_force(ADOPTED, draft), CHANNEL, "C01")

    assert (channel.verified, channel.owner) == ("2027-01-02", "KOM")


TABLES = (ROLE, CHANNEL, INCIDENT_TYPE)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([(form, row.id) for form in TABLES for row in getattr(ADOPTED, form.collection)]), max_size=8
    ),
    st.booleans(),
)
def test_p41_whatever_is_taken_out_of_the_draft_what_is_in_force_is_sound(
    removed: list[tuple[Form, str]], other_way: bool
) -> None:
    draft = ADOPTED
    for form, id in removed:
        try:
            draft = without(draft, form, id)
        except Refused:
            continue
    adopted, draft = (draft, ADOPTED) if other_way else (ADOPTED, draft)
    held = in_force(adopted, draft)

    assert list(faults(held)) == []
    assert all(getattr(held, name) for name in DECIDED)
    if held is not draft:
        assert held.roles == adopted.roles
