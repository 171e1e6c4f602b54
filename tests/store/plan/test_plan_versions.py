"""Adopted versions are frozen: draft goes on, the version stays as it was, and nothing takes it back (PL2)."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from krisapp.domain.plan import digest, encode_plan
from krisapp.domain.planning.plan_adoption import Adoption
from krisapp.domain.planning.plan_form_rows import LEVEL, SETTINGS
from krisapp.domain.planning.plan_forms import row_of
from krisapp.domain.words import Refused
from krisapp.store import driver
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import PlanStore
from krisapp.store.plan.plan_trouble import PlanDamaged

NOW = datetime(2026, 11, 24, 9, 30).astimezone()
NEXT = Adoption(
    version="Flen 2027-1", adopted="2027-01-18", owner="Kommunchefen", decision="KS 2027 § 3", review_due="2027-12-31"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PlanStore]:
    with closing(PlanStore.open(tmp_path / "plan.db")) as opened:
        yield opened


@pytest.fixture
def editing(store: PlanStore) -> PlanEditing:
    return PlanEditing(store, "alva.granlycke", lambda: NOW)


def change(store: PlanStore, editing: PlanEditing, words: str = "Nytt") -> None:
    editing.save_row(LEVEL, row_of(store.plan(), LEVEL, "N1"), {"criteria": words})


def test_a_new_plan_holds_its_adoption_as_the_first_version(store: PlanStore) -> None:
    (version,) = store.versions()

    assert (version.name, version.adopted, version.review_due) == ("Flen 2026-1", "2026-02-16", "2026-12-31")
    assert version.digest == digest(encode_plan(store.plan()))
    assert store.plan_of(version) == store.plan()


def test_an_adopted_version_stays_as_it_was_while_the_draft_goes_on(store: PlanStore, editing: PlanEditing) -> None:
    change(store, editing, "Före")
    editing.adopt(NEXT, "Efter övningen")
    change(store, editing, "Efter")
    latest, first = store.versions()

    assert (latest.name, latest.by, latest.at, latest.note) == (
        "Flen 2027-1",
        "alva.granlycke",
        NOW,
        "Efter övningen",
    )
    assert row_of(store.plan_of(latest), LEVEL, "N1").criteria == "Före"
    assert row_of(store.plan(), LEVEL, "N1").criteria == "Efter"
    assert row_of(store.plan_of(first), LEVEL, "N1").criteria not in ("Före", "Efter")
    assert store.plan().version == "Flen 2027-1"


def test_an_adoption_is_in_the_history_and_is_not_undone(store: PlanStore, editing: PlanEditing) -> None:
    edit = editing.adopt(NEXT)

    assert store.history()[0] == edit
    with pytest.raises(Refused, match="anta en ny"):
        editing.undo(edit)
    assert len(store.versions()) == 2


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("version", " ", "Ge versionen ett namn"),
        ("version", "Flen 2026-1", "redan en version som heter"),
        ("owner", "", "vem som äger planen"),
        ("decision", "", "beslutets nummer"),
        ("adopted", "18/1", "Datumet ska skrivas"),
        ("review_due", "", "Datumet ska skrivas"),
        ("review_due", "2026-12-01", "efter att den har antagits"),
    ],
)
def test_an_adoption_that_lacks_something_is_refused_and_freezes_nothing(
    store: PlanStore, editing: PlanEditing, field: str, value: str, sentence: str
) -> None:
    said = {name: getattr(NEXT, name) for name in NEXT.__struct_fields__} | {field: value}

    with pytest.raises(Refused, match=sentence):
        editing.adopt(Adoption(**said))
    assert len(store.versions()) == 1
    assert store.history() == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM version",
        "UPDATE version SET name = 'x'",
        "INSERT OR REPLACE INTO version SELECT * FROM version",
    ],
)
def test_not_even_sql_changes_an_adopted_version(store: PlanStore, statement: str) -> None:
    before = store.versions()

    with closing(driver.write(store.path)) as connection, pytest.raises(driver.DatabaseError):
        connection.execute(statement)
    assert store.versions() == before


def test_a_version_whose_content_is_not_what_was_frozen_is_told(store: PlanStore) -> None:
    with closing(driver.write(store.path)) as connection:
        connection.execute("DROP TRIGGER version_unchanged")
        connection.execute("UPDATE version SET digest = 'annat'")
    (version,) = store.versions()

    with pytest.raises(PlanDamaged):
        store.plan_of(version)


def test_the_settings_of_the_municipality_are_edited_and_undone_as_any_row(
    store: PlanStore, editing: PlanEditing
) -> None:
    before = store.plan()
    edit = editing.save_row(SETTINGS, before.settings, {"slogan": "Vid sjöarna"})
    assert store.plan().settings.slogan == "Vid sjöarna"

    editing.undo(edit)
    assert store.plan() == before
