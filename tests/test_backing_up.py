"""Safety copies: whole, read back, never worse than the one before, and enough to begin on a new computer."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from krisapp.backing_up import DAMAGED, FOLDER, INDEX, back_up, choose_places, index_of, places, restore
from krisapp.domain.log import Kind, write
from krisapp.domain.words import Refused
from krisapp.store import driver, sealing
from krisapp.store.bad_input import BadInput
from krisapp.store.console import renew
from krisapp.store.locking import lock_files
from tests.begun import ALARM, OFFICER, begin, place_in


def quiet(_number: int, _total: int, _name: str) -> None:
    """Tell nobody."""


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    yield
    driver._unlocked.clear()


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    folder = tmp_path / "plats"
    place = place_in(folder)
    begin(place).close()
    place.let_go()
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "usb"
    made.mkdir()
    return made


def log_in(folder: Path) -> list[str]:
    place = place_in(folder, 9)
    desk = place.open(place.incidents()[0].path)
    desk.close()
    place.let_go()
    return [line.text for line in desk.incident.log]


def add_line(folder: Path, text: str) -> None:
    place = place_in(folder, 5)
    desk = place.open(place.incidents()[0].path)
    desk.person = OFFICER
    desk.do(write(desk.incident, Kind.OBSERVATION, text, ALARM))
    desk.close()


def test_se4_a_machine_that_has_only_the_stick_begins_where_the_other_ended(
    workplace: Path, stick: Path, tmp_path: Path
) -> None:
    add_line(workplace, "Bettna skola har diesel i fyra timmar")
    back_up(workplace, stick, ALARM, quiet)
    shutil.rmtree(workplace)

    restored = restore(stick, tmp_path / "ny", quiet)

    assert restored.lacks == ()
    assert "Bettna skola har diesel i fyra timmar" in log_in(tmp_path / "ny")
    assert place_in(tmp_path / "ny").plan.people


def test_se4_only_what_has_changed_is_copied_again(workplace: Path, stick: Path) -> None:
    first = back_up(workplace, stick, ALARM, quiet)
    second = back_up(workplace, stick, ALARM + timedelta(minutes=10), quiet)
    add_line(workplace, "nytt")
    third = back_up(workplace, stick, ALARM + timedelta(minutes=20), quiet)

    assert set(first.copied) == {"FLN-2027-001.krisapp", "plan.db"}
    assert second.copied == ()
    assert second.same == 2
    assert third.copied == ("FLN-2027-001.krisapp",)
    index = index_of(stick)
    assert index is not None
    assert index.taken == ALARM + timedelta(minutes=20)


def test_se4_what_is_damaged_never_takes_the_place_of_what_is_whole(workplace: Path, stick: Path) -> None:
    back_up(workplace, stick, ALARM, quiet)
    whole = (stick / FOLDER / "FLN-2027-001.krisapp").read_bytes()
    path = workplace / "FLN-2027-001.krisapp"
    content = bytearray(path.read_bytes())
    place = content.index(b"incident.started")
    content[place + 40] ^= 1
    path.write_bytes(content)

    result = back_up(workplace, stick, ALARM, quiet)

    assert "håller inte" in result.lacks[0] or "inte med" in result.lacks[0]
    assert (stick / FOLDER / "FLN-2027-001.krisapp").read_bytes() == whole
    assert not list((stick / FOLDER).glob("*.ny"))
    assert list((stick / FOLDER).glob(f"*-{DAMAGED}.krisapp")) or "inte med" in result.lacks[0]


def test_se4_an_incident_in_use_is_copied_whole_too(workplace: Path, stick: Path, tmp_path: Path) -> None:
    place = place_in(workplace, 5)
    desk = place.open(place.incidents()[0].path)
    desk.person = OFFICER
    desk.do(write(desk.incident, Kind.OBSERVATION, "medan kopian tas", ALARM))

    back_up(workplace, stick, ALARM, quiet)

    desk.close()
    place.let_go()
    restore(stick, tmp_path / "ny", quiet)
    assert "medan kopian tas" in log_in(tmp_path / "ny")


def test_se4_a_place_that_is_gone_full_or_within_the_workplace_is_refused_in_words(
    workplace: Path, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="går inte att nå"):
        back_up(workplace, tmp_path / "urdragen", ALARM, quiet)
    with pytest.raises(Refused, match="utanför arbetsmappen"):
        choose_places(workplace, (workplace / "kopia",))
    choose_places(workplace, (tmp_path / "usb",))
    assert places(workplace) == (tmp_path / "usb",)
    with pytest.raises(BadInput, match="ingen säkerhetskopia"):
        restore(tmp_path, tmp_path / "ny", quiet)


def test_se4_a_forged_index_writes_nothing_outside_the_workplace(workplace: Path, stick: Path, tmp_path: Path) -> None:
    back_up(workplace, stick, ALARM, quiet)
    (stick / "fel.txt").write_text("utanför")
    index = stick / FOLDER / INDEX
    index.write_text(index.read_text("utf-8").replace('"plan.db"', '"../fel.txt"'), "utf-8")

    result = restore(stick, tmp_path / "ny", quiet)

    assert result.lacks == ("../fel.txt saknas i säkerhetskopian.",)
    assert not (tmp_path / "fel.txt").exists()


def test_se4_no_key_of_a_console_is_in_the_copy_nor_one_it_had_before(workplace: Path, stick: Path) -> None:
    renew(workplace, "Ledning 2")
    assert len(list(workplace.glob("console*.json"))) == 2
    back_up(workplace, stick, ALARM, quiet)
    assert not list((stick / FOLDER).glob("console*"))


def test_se4_nothing_is_restored_over_incidents_that_are_there(workplace: Path, stick: Path) -> None:
    back_up(workplace, stick, ALARM, quiet)
    before = log_in(workplace)

    with pytest.raises(Refused, match="redan händelser"):
        restore(stick, workplace, quiet)
    assert log_in(workplace) == before


def test_se4_a_locked_workplace_stays_locked_in_its_copy_and_after_it(
    workplace: Path, stick: Path, tmp_path: Path
) -> None:
    new = sealing.make_lock("lampa kofta brygga sten")
    sealing.put_on(workplace, new)
    lock_files(workplace, new.key, lambda _done, _all: True)
    back_up(workplace, stick, ALARM, quiet)
    assert (stick / FOLDER / "plan.db").read_bytes()[:6] != b"SQLite"
    driver._unlocked.clear()

    driver.unlock(stick / FOLDER, sealing.open_by_recovery(stick / FOLDER, new.code))
    driver.unlock(tmp_path / "ny", sealing.open_by_passphrase(stick / FOLDER, "lampa kofta brygga sten"))
    assert restore(stick, tmp_path / "ny", quiet).lacks == ()
    assert sealing.is_sealed(tmp_path / "ny")
    assert log_in(tmp_path / "ny")


def test_se4_the_commands_take_a_copy_and_bring_it_home(workplace: Path, stick: Path, tmp_path: Path) -> None:
    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        around = {**os.environ, "KRISAPP_FOLDER": str(workplace)}
        return subprocess.run(
            [sys.executable, "-m", "krisapp", *arguments], env=around, capture_output=True, text=True, timeout=60
        )

    taken = command("backup", str(stick), "--progress")
    home = command("restore", str(stick), "--workplace", str(tmp_path / "ny"))

    assert taken.returncode == 0, taken.stderr
    assert taken.stdout.splitlines()[-1] == "2 filer är kopierade och lästa tillbaka, 0 är oförändrade."
    assert home.returncode == 0, home.stderr
    assert log_in(tmp_path / "ny")
