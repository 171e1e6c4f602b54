"""Editing the plan: contacts, roles and checklists, each edit on record and possible to take back."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from krisapp.domain.plan_rows import Checklist, Item, Person
from krisapp.domain.words import Refused
from krisapp.store.plan.plan_editing import PlanEditing, next_item_id
from krisapp.store.plan.plan_store import PlanStore

NOW = datetime(2026, 11, 24, 3, 10, tzinfo=timezone(timedelta(hours=1)))
CHIEF = "folke.stenhagenius"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanStore]:
    with closing(PlanStore.open(tmp_path_factory.mktemp("plan") / "plan.db")) as opened:
        yield opened


@pytest.fixture
def editing(store: PlanStore) -> PlanEditing:
    return PlanEditing(store, "idun.askfjord", lambda: NOW)


def checklist(store: PlanStore, id: str) -> Checklist:
    found = store.plan().checklist(id)
    assert found is not None
    return found


def test_a_new_contact_is_saved_found_and_taken_back(store: PlanStore, editing: PlanEditing) -> None:
    before = store.plan()
    new = Person(id="ny", name="Örjan Åkerbärsmo", mobile="070-174 06 90", groups=("stab",), minutes_away=12)

    edit = editing.save_person(new)

    assert store.plan().person("ny") == new
    assert [hit.id for hit in store.search("åkerbär")] == ["ny"]
    editing.undo(edit)
    assert store.plan() == before
    assert store.search("åkerbär") == []


def test_an_edit_tells_who_when_what_before_and_after(store: PlanStore, editing: PlanEditing) -> None:
    chief = store.plan().person(CHIEF)
    assert chief is not None

    edit = editing.save_person(replace(chief, mobile="070-174 06 99"))

    assert store.history(1) == [edit]
    assert (edit.by, edit.at, edit.kind, edit.key) == ("idun.askfjord", NOW, "person", CHIEF)
    assert {place: row["mobile"] for place, row in edit.before.items()} == {("person", (CHIEF,)): chief.mobile}
    assert {place: row["mobile"] for place, row in edit.after.items()} == {("person", (CHIEF,)): "070-174 06 99"}
    back = editing.undo(edit)
    assert (back.undoes, back.after) == (edit.id, edit.before)


def test_a_deleted_contact_leaves_its_roles_and_returns_to_them(store: PlanStore, editing: PlanEditing) -> None:
    before = store.plan()

    edit = editing.delete_person(CHIEF)

    after = store.plan()
    assert after.person(CHIEF) is None
    assert [(holder.person, holder.rank) for holder in after.holders if holder.role == "KC"] == [
        ("gerda.ronnmalm", 1),
        ("hjalmar.hasselvret", 2),
    ]
    editing.undo(edit)
    assert store.plan() == before


def test_deputies_are_called_in_the_order_they_are_given(store: PlanStore, editing: PlanEditing) -> None:
    edit = editing.save_holders("KC", ["hjalmar.hasselvret", CHIEF])

    assert [holder.person for holder in store.plan().holders if holder.role == "KC"] == ["hjalmar.hasselvret", CHIEF]
    assert [hit.kind for hit in store.search("Gerda Rönnmalm KC")] == [], "the search follows the roles too"
    editing.undo(edit)
    assert [hit.id for hit in store.search("Gerda Rönnmalm KC")] == ["gerda.ronnmalm", "KC"]


def test_an_edit_cannot_be_taken_back_over_a_later_one(store: PlanStore, editing: PlanEditing) -> None:
    chief = store.plan().person(CHIEF)
    assert chief is not None
    first = editing.save_person(replace(chief, note="första"))
    second = editing.save_person(replace(chief, note="andra"))

    with pytest.raises(Refused, match="Någon har ändrat samma sak efteråt"):
        editing.undo(first)

    editing.undo(second)
    editing.undo(first)
    assert store.plan().person(CHIEF) == chief


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": "  "}, "Kontakten saknar namn"),
        ({"protected": True, "address": "Storgatan 1"}, "Ingen adress får sparas"),
        ({"checked": "i går"}, "Datumet ska skrivas som 2026-11-24"),
    ],
)
def test_a_contact_that_breaks_a_rule_is_refused_in_words(
    store: PlanStore, editing: PlanEditing, changed: dict[str, Any], sentence: str
) -> None:
    before = store.plan()
    chief = before.person(CHIEF)
    assert chief is not None

    with pytest.raises(Refused, match=sentence):
        editing.save_person(replace(chief, **changed))

    assert store.plan() == before


def test_what_is_named_anew_is_found_by_its_new_name_wherever_it_is_told_of(
    store: PlanStore, editing: PlanEditing
) -> None:
    plan = store.plan()
    settings = replace(plan.settings, municipality="Åkerbärs kommun")
    checklists = tuple(replace(one, name="Åkerbärslista") if one.id == "K01" else one for one in plan.checklists)

    editing.replace_plan(replace(plan, settings=settings, checklists=checklists), adopted=False)

    found = {hit.kind for hit in store.search("åkerbär", limit=100)}
    assert found == {"setting", "profile", "checklist", "checklist_item"}


def test_a_new_item_gets_its_own_number_and_its_place(store: PlanStore, editing: PlanEditing) -> None:
    before = store.plan()
    current = checklist(store, "K01")
    new = Item(id=next_item_id(current), rank=2, text="Tänd lampan", role="TIB", offset=1, links=("log",))

    edit = editing.save_item("K01", new)

    ids = [item.id for item in checklist(store, "K01").items]
    assert new.id == "K01-10"
    assert ids[:3] == ["K01-01", "K01-10", "K01-02"]
    assert [item.rank for item in checklist(store, "K01").items] == list(range(1, 11))
    assert [hit.id for hit in store.search("tänd lampan")] == ["K01-10"]
    editing.undo(edit)
    assert store.plan() == before


def test_an_item_keeps_its_place_when_its_words_change(store: PlanStore, editing: PlanEditing) -> None:
    item = checklist(store, "H01").items[3]

    edit = editing.save_item("H01", replace(item, text="Ring alla boenden", offset=None))

    assert checklist(store, "H01").items[3] == replace(item, text="Ring alla boenden", offset=None)
    assert len(edit.before) == len(edit.after) == 1, "only the row that changed is touched"
    editing.undo(edit)


def test_items_are_moved_and_deleted(store: PlanStore, editing: PlanEditing) -> None:
    before = store.plan()

    moved = editing.move_item("K04", "K04-07", 1)
    assert [item.id for item in checklist(store, "K04").items][:2] == ["K04-07", "K04-01"]
    deleted = editing.delete_item("K04", "K04-01")
    assert [item.id for item in checklist(store, "K04").items][:2] == ["K04-07", "K04-02"]

    editing.undo(deleted)
    editing.undo(moved)
    assert store.plan() == before


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"text": ""}, "Punkten är tom"),
        ({"role": "XYZ"}, "XYZ finns inte bland rollerna"),
        ({"links": ("telegram",)}, "telegram är ingen koppling"),
        ({"id": "H01-01"}, "H01-01 står två gånger"),
    ],
)
def test_an_item_that_breaks_a_rule_is_refused_in_words(
    editing: PlanEditing, changed: dict[str, Any], sentence: str
) -> None:
    item = Item(id="K01-99", rank=1, text="Något", role="TIB")
    with pytest.raises(Refused, match=sentence):
        editing.save_item("K01", replace(item, **changed))


def test_what_is_gone_is_said_to_be_gone(editing: PlanEditing) -> None:
    with pytest.raises(Refused, match="Kontakten ingen finns inte längre"):
        editing.delete_person("ingen")
    with pytest.raises(Refused, match="Punkten K01-77 finns inte längre"):
        editing.delete_item("K01", "K01-77")
    with pytest.raises(Refused, match="Punkten K01-77 finns inte längre"):
        editing.move_item("K01", "K01-77", 1)
    with pytest.raises(Refused, match="Checklistan K99 finns inte längre"):
        editing.delete_item("K99", "K99-01")


def test_an_own_checklist_can_be_added_and_taken_away(store: PlanStore, editing: PlanEditing) -> None:
    own = Checklist(id="E01", rank=99, name="Egen lista", anchor="T0", items=(Item(id="E01-01", rank=1, text="Gör"),))

    editing.save_checklist(own)
    assert checklist(store, "E01") == own
    editing.delete_checklist("E01")
    assert store.plan().checklist("E01") is None


@pytest.mark.parametrize("changed", [{"rank": 1}, {"internal": True}, {"id": "E7"}])
def test_p27_p61_the_order_and_number_of_audiences_are_not_for_editing(
    store: PlanStore, editing: PlanEditing, changed: dict[str, Any]
) -> None:
    before = store.plan()

    with pytest.raises(Refused, match=r"policy|intern och extern"):
        editing.save_audience(replace(before.audiences[4], **changed))

    assert store.plan() == before


def test_the_words_of_an_audience_may_be_edited(store: PlanStore, editing: PlanEditing) -> None:
    audience = replace(store.plan().audiences[4], tone="Lugn och tydlig")

    edit = editing.save_audience(audience)

    assert store.plan().audiences[4] == audience
    editing.undo(edit)


def test_an_imported_plan_takes_the_place_of_the_whole_and_can_be_taken_back(
    store: PlanStore, editing: PlanEditing
) -> None:
    before = store.plan()
    imported = replace(
        before,
        version="Annan 2027",
        people=(),
        reporting_units=(),
        holders=(),
        checklists=before.checklists[:15],
        types=tuple(replace(kind, checklist="") for kind in before.types),
    )

    edit = editing.replace_plan(imported)

    assert store.plan() == imported
    assert store.search("Stenhagenius") == []
    editing.undo(edit)
    assert store.plan() == before
    assert next(hit.id for hit in store.search("Stenhagenius")) == CHIEF


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
ACTS = st.tuples(st.sampled_from(["note", "leave", "move", "word"]), st.integers(0, 99), WORDS)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=1, max_size=5))
def test_any_run_of_edits_taken_back_in_turn_leaves_the_plan_as_it_was(
    store: PlanStore, editing: PlanEditing, acts: list[tuple[str, int, str]]
) -> None:
    before = store.plan()
    edits = []
    for act, number, words in acts:
        people, items = store.plan().people, checklist(store, "K07").items
        person, item = people[number % len(people)], items[number % len(items)]
        if act == "note":
            edits.append(editing.save_person(replace(person, note=words)))
        elif act == "leave":
            edits.append(editing.delete_person(person.id))
        elif act == "move":
            edits.append(editing.move_item("K07", item.id, number % 13))
        else:
            edits.append(editing.save_item("K07", replace(item, text=f"Gör {words}")))
    for edit in reversed(edits):
        editing.undo(edit)
    assert store.plan() == before
