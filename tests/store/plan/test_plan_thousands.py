"""A plan of thousands: one edit writes one row, and what was read elsewhere is not read again."""

from contextlib import closing
from pathlib import Path

from krisapp.domain.plan_rows import Person
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import PlanStore
from tests.store.plan.test_plan_editing import CHIEF, NOW


def test_one_contact_of_thousands_is_saved_without_writing_the_others_index_anew(tmp_path: Path) -> None:
    with closing(PlanStore.open(tmp_path / "plan.db")) as store:
        editing = PlanEditing(store, CHIEF, lambda: NOW)
        editing.save_people([Person(id=f"x{at}", name=f"Person {at}") for at in range(2000)])
        before = store._connection.total_changes
        editing.save_person(Person(id="x7", name="Östen Åkerbär"))
        assert store._connection.total_changes - before < 50
        assert [hit.id for hit in store.search("åkerbär")] == ["x7"]
        assert not [hit for hit in store.search("Person 7") if hit.id == "x7"]


def test_a_plan_read_elsewhere_is_handed_over_unless_somebody_has_written_since(tmp_path: Path) -> None:
    path = tmp_path / "plan.db"
    with closing(PlanStore.open(path)) as here, closing(PlanStore.open(path)) as there:
        here.plan()
        edit = PlanEditing(there, CHIEF, lambda: NOW).save_person(Person(id="ny", name="Ny"))
        plan = there.plan()
        here.hand_over(plan, edit)
        assert here.plan() is plan
        PlanEditing(there, CHIEF, lambda: NOW).save_person(Person(id="nyare", name="Nyare"))
        here.hand_over(plan, edit)
        assert here.plan().person("nyare") is not None
