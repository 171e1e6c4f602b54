"""The plan database: made at the first start, read as it was, searched, guarded."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest

from krisapp.domain.plan import decode_plan, digest
from krisapp.domain.words import Refused
from krisapp.store import driver
from krisapp.store.plan import plan_tables
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_migrations import migrations
from krisapp.store.plan.plan_search import KINDS, search_plan
from krisapp.store.plan.plan_store import PlanStore, freeze
from krisapp.store.plan.plan_trouble import NotAPlan, PlanDamaged
from krisapp.store.sample import sample_plan
from krisapp.store.trouble import Missing, NewerFormat

NOW = datetime(2026, 11, 24, 3, 10, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PlanStore]:
    with closing(PlanStore.open(tmp_path / "plan.db")) as opened:
        yield opened


def test_the_first_start_makes_a_database_with_the_sample_plan(store: PlanStore) -> None:
    assert store.plan() == sample_plan()
    assert not list(store.path.parent.glob("*.ny")), "what it was built in is gone"


def test_what_was_edited_is_there_at_the_next_start(store: PlanStore) -> None:
    before = store.plan()
    PlanEditing(store, "alva.granlycke", lambda: NOW).delete_person("sos-alarm")
    store.close()

    with closing(PlanStore.open(store.path)) as again:
        assert len(again.plan().people) == len(before.people) - 1


def test_an_encrypted_plan_opens_with_its_key_alone(tmp_path: Path) -> None:
    path, key = tmp_path / "plan.db", bytes(range(32))
    PlanStore.open(path, key).close()

    assert b"SQLite format 3" not in path.read_bytes()
    with closing(PlanStore.open(path, key)) as store:
        assert store.plan().version
    with pytest.raises(NotAPlan, match=r"plan\.db är inte en krisplan"):
        PlanStore.open(path, bytes(32))


def test_another_file_is_not_taken_for_a_plan(tmp_path: Path) -> None:
    text = tmp_path / "plan.db"
    text.write_text("Det här är ingen databas. " * 100, "utf-8")
    with pytest.raises(NotAPlan):
        PlanStore.open(text)

    other = tmp_path / "annan.db"
    with closing(driver.make(other)) as connection:
        connection.execute("CREATE TABLE x (y)")
    with pytest.raises(NotAPlan):
        PlanStore.open(other)


def test_a_damaged_plan_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "plan.db"
    PlanStore.open(path).close()
    content = bytearray(path.read_bytes())
    for page in range(2 * 4096, len(content), 4096):
        content[page : page + 200] = b"\xff" * 200
    path.write_bytes(content)

    with pytest.raises(PlanDamaged, match="Lägg tillbaka en säkerhetskopia"):
        PlanStore.open(path).plan()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        PlanStore.open(tmp_path / "borta" / "plan.db")


def test_a_plan_of_a_newer_program_is_left_alone(store: PlanStore) -> None:
    with closing(driver.write(store.path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('krisapp.plan', 'plan_2031', '')"
        )
    with pytest.raises(NewerFormat):
        PlanStore.open(store.path)


def test_the_migrations_known_by_name_are_the_migrations_there_are(store: PlanStore) -> None:
    recorded = tuple(migration.name for migration in migrations._migrations)
    with closing(driver.read(store.path)) as connection:
        applied = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()

    assert plan_tables.MIGRATIONS == recorded == tuple(name for (name,) in applied)


def test_every_field_of_the_plan_has_a_column_of_its_own(store: PlanStore) -> None:
    with closing(driver.read(store.path)) as connection:
        for table in (*plan_tables.TABLES, plan_tables.ITEM):
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})").fetchall()}
            fields = {field.name for field in msgspec.structs.fields(table.kind)}
            assert columns - {"checklist"} == fields - {"items", "checklist"}, table.name


def test_reading_the_plan_needs_neither_yaml_nor_sqlite_utils(store: PlanStore) -> None:
    program = (
        "import sys; from pathlib import Path; from krisapp.store.plan.plan_store import PlanStore; "
        "PlanStore.open(Path(sys.argv[1])).plan(); print('yaml' in sys.modules, 'sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, store.path], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_search_finds_a_word_inside_a_compound_in_every_kind(store: PlanStore) -> None:
    hits = store.search("vatten", limit=500)

    kinds = {hit.kind for hit in hits}
    assert {"checklist", "checklist_item", "law", "incident_type", "person", "role"} <= kinds
    assert any("Dricksvatten" in hit.title for hit in hits)
    assert "vatten" in hits[0].title.casefold(), "a word in the title comes first"


def test_search_keeps_a_with_ring_apart_from_a(store: PlanStore) -> None:
    assert {hit.id for hit in store.search("Båven")} >= {"Båven", "Sparreholm"}
    assert store.search("Baven") == []
    assert not [hit for hit in store.search("år", limit=500) if "år" not in f"{hit.title}{hit.excerpt}".casefold()]


def test_search_wants_all_words_and_takes_any_case(store: PlanStore) -> None:
    assert [hit.id for hit in store.search("ÖPPNA stödcenter POSOM")] == ["kl06"]
    assert [hit.id for hit in store.search("h05-07")] == ["H05-07"]


@pytest.mark.parametrize("text", ["", "   ", '"', "NEAR(", "a OR b*", "title:x", "-", "'; DROP TABLE person;--", "^x"])
def test_search_takes_any_text_for_what_it_is(store: PlanStore, text: str) -> None:
    assert all(text.casefold().split()[0].replace('"', "") in repr(hit).casefold() for hit in store.search(text)[:1])
    assert store.plan().people


def test_the_excerpt_shows_whole_words_around_the_find(store: PlanStore) -> None:
    (hit,) = [hit for hit in store.search("skyddsklassificerade") if hit.kind == "law"]

    assert "Säkerhetsskyddsklassificerade" in hit.excerpt
    assert len(hit.excerpt) < 140


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audience SET rank = 9 WHERE id = 'E1'",
        "UPDATE audience SET internal = 0 WHERE id = 'I1'",
        "UPDATE audience SET id = 'E7' WHERE id = 'E6'",
        "DELETE FROM audience WHERE id = 'E6'",
        "INSERT INTO audience (id, rank) VALUES ('E7', 9)",
        "INSERT OR REPLACE INTO audience (id, rank) VALUES ('E1', 3)",
        "DELETE FROM edit",
        "UPDATE edit SET by = 'någon'",
        "INSERT OR REPLACE INTO edit SELECT * FROM edit",
    ],
)
def test_p27_p61_not_even_sql_changes_the_audiences_or_the_history(store: PlanStore, statement: str) -> None:
    PlanEditing(store, "alva.granlycke", lambda: NOW).delete_person("sos-alarm")
    before, history = store.plan(), store.history()

    with closing(driver.write(store.path)) as connection, pytest.raises(driver.DatabaseError):
        connection.execute(statement)

    assert store.plan() == before
    assert store.history() == history


def test_a_frozen_plan_is_named_by_its_content(store: PlanStore) -> None:
    name, content = freeze(store.plan())

    assert name == digest(content)
    assert decode_plan(content) == store.plan()
    assert freeze(sample_plan()) == (name, content), "equal plans have equal names"


def test_an_edit_that_would_break_the_plan_changes_nothing(store: PlanStore) -> None:
    before = store.plan()
    editing = PlanEditing(store, "alva.granlycke", lambda: NOW)

    with pytest.raises(Refused, match=r"ingen\.sådan finns inte bland kontakterna"):
        editing.save_holders("KC", ["ingen.sådan"])

    assert store.plan() == before
    assert store.history() == []


def test_search_finds_the_municipalitys_own_number_and_a_role_by_the_name_of_its_holder(store: PlanStore) -> None:
    assert ("setting", "settings") in {(hit.kind, hit.id) for hit in store.search("465 004 10")}
    name = next(person.name for person in store.plan().people if person.id == "love.alpilund")
    assert {("person", "love.alpilund"), ("role", "KOM")} <= {(hit.kind, hit.id) for hit in store.search(name)}

    PlanEditing(store, "x", lambda: NOW).save_holders("KOM", ["majken.bokdahlin"])
    assert ("role", "KOM") not in {(hit.kind, hit.id) for hit in store.search(name)}


def test_every_kind_of_thing_in_the_plan_is_found_and_an_old_plan_without_an_index_gives_the_same_hits(
    store: PlanStore,
) -> None:
    plan = store.plan()
    found = {hit.kind for letter in "aeiou" for hit in search_plan(plan, letter, limit=10_000)}

    assert found == set(KINDS)
    for words in ("vatten", "ÖPPNA stödcenter POSOM", "h05-07", "465 004 10", ""):
        assert search_plan(plan, words, 500) == store.search(words, 500)
