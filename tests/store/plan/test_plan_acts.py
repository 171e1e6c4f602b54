"""What was done stands beside the plan, and makes no other version of it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from krisapp.domain.plan import digest, encode_plan
from krisapp.domain.planning.acts import Act, ActKind
from krisapp.store import driver
from krisapp.store.plan.plan_store import PlanStore

DAY = date(2027, 6, 11)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PlanStore]:
    made = PlanStore.open(tmp_path / "plan.db")
    yield made
    made.close()


def test_an_act_is_kept_with_its_day_and_who_did_it_and_can_be_taken_back(store: PlanStore, tmp_path: Path) -> None:
    first = store.note_act(Act(ActKind.FORMS, DAY, "alva"))
    second = store.note_act(Act(ActKind.DONE, DAY, "alva", "vma-prov/2027-06"))
    with closing(PlanStore.open(tmp_path / "plan.db")) as again:
        assert again.acts() == [first, second]
    store.forget_act(first)
    assert store.acts() == [second]


def test_an_act_changes_neither_the_plan_nor_its_history(store: PlanStore) -> None:
    before = digest(encode_plan(store.plan())), store.history()
    store.note_act(Act(ActKind.BAG, DAY, "alva"))
    assert (digest(encode_plan(store.plan())), store.history()) == before


def test_an_act_of_a_newer_program_is_passed_over(store: PlanStore, tmp_path: Path) -> None:
    with closing(driver.write(tmp_path / "plan.db")) as connection:
        connection.execute("INSERT INTO act (kind, day) VALUES ('något nytt', '2027-06-11')")
    assert store.acts() == []


def test_an_older_plan_gets_an_empty_wheel_and_no_acts(tmp_path: Path) -> None:
    from sqlite_utils import Database  # here: the migrations give it its driver

    from krisapp.store.plan.plan_migrations import migrate, migrations

    connection = driver.make(tmp_path / "gammal.db")
    migrations.apply(Database(connection, execute_plugins=False), stop_before="year_wheel")
    migrate(connection)
    found = [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("year_item", "act")]
    connection.close()
    assert found == [(0,), (0,)]
