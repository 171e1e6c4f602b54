"""What is newer in the program is offered to an older plan, and what somebody has edited there is not overwritten."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from krisapp.compose.writing import source_for
from krisapp.domain.checks import Stage
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Template
from krisapp.domain.planning.newer_rows import Newer, Part
from krisapp.store.newer_program import newer_in_program
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import PlanStore
from krisapp.store.sample import sample_plan

SMS, WEB = "C05-sms.j2", "C01-web.j2"
LATER = "Senare text."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PlanStore]:
    opened = PlanStore.open(tmp_path / "plan.db")
    yield opened
    opened.close()


@pytest.fixture
def editing(store: PlanStore) -> PlanEditing:
    return PlanEditing(store, "alva.granlycke", lambda: datetime(2027, 6, 11, 12, tzinfo=UTC))


def program(text: str = LATER, *, of: str = SMS) -> Plan:
    """Return the plan of a later program, with another text of one template."""
    known = sample_plan()
    others = tuple(one for one in known.templates if one.id != of)
    return replace(known, templates=(*others, Template(of, text)))


def text_of(store: PlanStore, id: str) -> str:
    return next(one.text for one in store.plan().templates if one.id == id)


def test_a_plan_of_this_program_is_offered_nothing(store: PlanStore) -> None:
    assert newer_in_program(store, sample_plan()) == []


def test_a_later_text_is_offered_taken_over_and_given_back_by_undo(store: PlanStore, editing: PlanEditing) -> None:
    found = newer_in_program(store, program())
    assert found == [Newer(Part.TEMPLATE, SMS, missing=False)]
    before = store.plan()

    edit = editing.take_from_program(program(), found)
    assert text_of(store, SMS) == LATER
    assert source_for(store.plan(), "drinking_water", "E1", "C05", Stage.FIRST) == LATER
    assert newer_in_program(store, program()) == []

    editing.undo(edit)
    assert store.plan() == before
    assert newer_in_program(store, program()) == found


def test_what_somebody_edited_is_told_of_and_kept_unless_it_is_chosen(store: PlanStore, editing: PlanEditing) -> None:
    editing.adopt_template(SMS, "Vårt eget.", "Vår ton")
    assert newer_in_program(store, sample_plan()) == []
    assert newer_in_program(store, program()) == [Newer(Part.TEMPLATE, SMS, missing=False, edited=True)]

    later = program(of=WEB)
    editing.take_from_program(later, newer_in_program(store, later))
    assert (text_of(store, SMS), text_of(store, WEB)) == ("Vårt eget.", LATER)


def test_a_text_that_was_taken_over_is_the_programs_own_when_the_next_comes(
    store: PlanStore, editing: PlanEditing
) -> None:
    editing.take_from_program(program(), newer_in_program(store, program()))
    assert newer_in_program(store, program("Ännu senare.")) == [Newer(Part.TEMPLATE, SMS, missing=False)]


def test_an_older_plan_gets_channels_with_their_cells_and_phrases_with_their_translations(
    store: PlanStore, editing: PlanEditing
) -> None:
    whole = store.plan()
    phrase = whole.phrases[0].id
    older = replace(
        whole,
        channels=tuple(one for one in whole.channels if one.id != "C25"),
        matrix=tuple(one for one in whole.matrix if one.channel != "C25"),
        templates=tuple(one for one in whole.templates if not one.id.startswith("C25")),
        phrases=tuple(one for one in whole.phrases if one.id != phrase),
        translations=tuple(one for one in whole.translations if one.phrase != phrase),
    )
    editing.replace_plan(older)

    found = newer_in_program(store, sample_plan())
    assert {(one.part, one.missing) for one in found} == {(part, True) for part in Part}
    editing.take_from_program(sample_plan(), found)
    assert store.plan() == whole


def test_a_channel_whose_owner_the_plan_has_not_comes_without_one(store: PlanStore, editing: PlanEditing) -> None:
    whole = store.plan()
    owned = replace(next(one for one in whole.channels if one.id == "C25"), owner="NYROLL")
    later = replace(whole, channels=tuple(owned if one.id == "C25" else one for one in whole.channels))
    older = replace(
        whole,
        channels=tuple(one for one in whole.channels if one.id != "C25"),
        matrix=tuple(one for one in whole.matrix if one.channel != "C25"),
    )
    editing.replace_plan(older)
    editing.take_from_program(later, newer_in_program(store, later))
    assert next(one.owner for one in store.plan().channels if one.id == "C25") == ""
