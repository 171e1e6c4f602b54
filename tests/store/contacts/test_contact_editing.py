"""Many contacts are one edit that can be undone, and private numbers that leave are noted with their reason."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from krisapp.domain.plan_rows import Person
from krisapp.domain.words import Refused
from krisapp.store.plan.plan_editing import EXPORT, PlanEditing
from krisapp.store.plan.plan_store import PlanStore

NOW = datetime.fromisoformat("2026-11-24T10:00:00+01:00")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PlanStore]:
    with closing(PlanStore.open(tmp_path / "plan.db")) as opened:
        yield opened


@pytest.fixture
def editing(store: PlanStore) -> PlanEditing:
    return PlanEditing(store, "love.alpilund", lambda: NOW)


def test_contacts_read_in_are_one_edit_and_one_undo(store: PlanStore, editing: PlanEditing) -> None:
    before = store.plan()
    alva = replace(before.people[0], checked="2026-11-24", private=("mobile",))

    edit = editing.save_people([alva, Person(id="ny", name="Ny Person")], "kontakter.csv")

    assert store.plan().person(alva.id) == alva
    assert store.plan().person("ny") == Person(id="ny", name="Ny Person")
    assert len(store.history()) == 1
    editing.undo(edit)
    assert store.plan() == before


def test_private_numbers_that_leave_are_noted_with_who_when_and_why(store: PlanStore, editing: PlanEditing) -> None:
    before = store.plan()
    noted = editing.note_export("kontakter.xlsx", " Larmlistan till länsstyrelsen ")

    assert store.plan() == before
    (kept,) = store.history()
    assert (kept.kind, kept.key, kept.note, kept.by, kept.at) == (
        EXPORT,
        "kontakter.xlsx",
        "Larmlistan till länsstyrelsen",
        "love.alpilund",
        NOW,
    )
    with pytest.raises(Refused, match="går inte att ångra"):
        editing.undo(noted)


def test_without_a_reason_no_private_number_leaves(store: PlanStore, editing: PlanEditing) -> None:
    with pytest.raises(Refused, match="varför"):
        editing.note_export("kontakter.xlsx", "  ")
    assert store.history() == []
