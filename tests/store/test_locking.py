"""Locking a workplace that was open: every file is locked whole or not at all, and says the same afterwards."""

from pathlib import Path

import pytest

from krisapp.domain.log import Kind, write
from krisapp.store import driver, locking
from krisapp.store.console import renew
from krisapp.store.journal import Journal
from krisapp.store.locking import NotLocked, lock_files, unlocked_files
from krisapp.store.trouble import NotAJournal
from krisapp.store.verify import verify
from tests.begun import ALARM, OFFICER, begin, place_in

KEY = bytes(range(32))
SECRET = "Reservkraften står bakom brandstationen"


def always(_done: int, _all: int) -> bool:
    return True


@pytest.fixture(autouse=True)
def forget() -> object:
    """Let no test know the keys of another."""
    yield
    driver._unlocked.clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a workplace with a plan and an incident in which a secret stands."""
    place = place_in(tmp_path / "arbetsplats")
    desk = begin(place)
    desk.do(write(desk.incident, Kind.OBSERVATION, SECRET, ALARM))
    desk.close()
    place.plans.close()
    return tmp_path / "arbetsplats"


def opened(folder: Path) -> list[str]:
    place = place_in(folder, 9)
    desk = place.open(place.incidents()[0].path)
    try:
        desk.person = OFFICER
        desk.do(write(desk.incident, Kind.OBSERVATION, "efter låsningen", ALARM))
        assert place.plans.plan().people
        return [line.text for line in desk.incident.log]
    finally:
        desk.close()
        place.plans.close()


def test_everything_is_locked_and_opens_again_with_the_key_and_not_without(folder: Path) -> None:
    console = place_in(folder).console.public
    assert lock_files(folder, KEY, always) == 2

    assert unlocked_files(folder) == []
    for path in folder.iterdir():
        assert SECRET.encode() not in path.read_bytes()
    assert SECRET in opened(folder)
    assert verify(next(folder.glob("*.krisapp"))).whole
    assert place_in(folder).console.public == console
    driver._unlocked.clear()
    with pytest.raises(NotAJournal, match="låst med en annan nyckel"):
        Journal.read(next(folder.glob("*.krisapp")))


def test_no_key_the_console_had_lies_open_nor_one_it_gets(folder: Path) -> None:
    renew(folder, "Ledning 2")
    lock_files(folder, KEY, always)
    renew(folder, "Ledning 3")

    kept = [path.read_text("utf-8") for path in folder.glob("console*.json")]
    assert len(kept) == 3
    assert all('"sealed":' in content and '"key":' not in content for content in kept)
    assert place_in(folder).console.name == "Ledning 3"


def test_guards_and_numbers_are_the_same_in_a_locked_file(folder: Path) -> None:
    path = next(folder.glob("*.krisapp"))
    lock_files(folder, KEY, always)

    with Journal.open(path, place_in(folder).console, lambda: ALARM) as journal:
        with pytest.raises(driver.DatabaseError, match="varken ändras eller tas bort"):
            journal.connection.execute("DELETE FROM entry")
        assert not journal.read_all().faults


def test_a_new_incident_in_a_locked_workplace_is_locked_from_its_first_byte(folder: Path) -> None:
    lock_files(folder, KEY, always)
    place = place_in(folder)
    begin(place, sentence=SECRET).close()
    place.plans.close()

    assert unlocked_files(folder) == []
    assert len(place.incidents()) == 2


def test_a_person_stops_it_between_files_and_the_rest_is_open_as_before(folder: Path) -> None:
    assert lock_files(folder, KEY, lambda done, _all: done < 1) == 1
    assert len(unlocked_files(folder)) == 1
    assert SECRET in opened(folder)
    assert lock_files(folder, KEY, always) == 1


def test_a_file_that_does_not_read_back_the_same_stays_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = iter(range(100))
    monkeypatch.setattr(locking, "_content", lambda _connection: next(seen))
    before = {path.name: path.stat().st_size for path in unlocked_files(folder)}

    with pytest.raises(NotLocked, match="olåst"):
        lock_files(folder, KEY, always)
    assert {path.name for path in unlocked_files(folder)} == set(before)
