"""The bag on a stick: whole and read back, or the old one as it was."""

import hashlib
import os
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from krisapp.cli import run
from krisapp.commands.bag_names import DRAFT, NAME
from krisapp.commands.bag_packing import pack
from krisapp.domain.log import Kind, write
from krisapp.domain.plan import Plan
from krisapp.domain.planning.acts import ActKind
from krisapp.store.bad_input import BadInput
from krisapp.store.carrying import draft_of, former_of
from krisapp.store.journal import Journal
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_package import import_plan
from krisapp.store.plan.plan_store import PlanStore
from krisapp.store.trouble import Trouble
from krisapp.workplace import Workplace

NOW = datetime(2027, 6, 11, 14, 10).astimezone()
OFFICER = "jons.tallbacker"


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    made = Workplace(tmp_path / "arbetsplats", lambda: NOW)
    assert made.plan.people
    return made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def incident(workplace: Workplace, *, exercise: bool = False) -> Path:
    desk = workplace.start(
        type="power_outage",
        places=("Bettna",),
        sentence="Strömmen är borta i Bettna",
        level="N2",
        danger_to_life=False,
        exercise=exercise,
        person=OFFICER,
    )
    path = desk.path
    desk.close()
    return path


def ids(path: Path) -> list[str]:
    """Return the entries of an incident file, which must hold."""
    with Journal.read(path) as journal:
        reading = journal.read_all()
    assert reading.faults == ()
    return [stamp.id for stamp, _happened, _kind in reading.entries]


def wrong_sums(bag: Path) -> list[str]:
    """Return the files whose content is not what the list of sums says, and those that the list does not name."""
    lines = (line.partition("  ") for line in (bag / "SHA256SUMS.txt").read_text("utf-8").splitlines())
    listed = {name: told for told, _gap, name in lines}
    found = {path.relative_to(bag).as_posix(): path for path in bag.rglob("*") if path.is_file()}
    found.pop("SHA256SUMS.txt")
    sums = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()}
    return sorted(name for name in sums.keys() | listed.keys() if sums.get(name) != listed.get(name))


def nothing(_number: int, _total: int, _name: str) -> None:
    """Hear of no progress."""


def test_the_bag_holds_plan_incidents_binder_forms_and_an_index_each_with_its_sum(
    workplace: Workplace, stick: Path
) -> None:
    source = incident(workplace)
    told: list[tuple[int, int, str]] = []

    packed = pack(workplace.folder, stick, NOW, lambda *one: told.append(one))

    bag = stick / NAME
    assert packed.folder == bag
    assert draft_of(bag) == stick / DRAFT
    assert wrong_sums(bag) == []
    assert import_plan(bag / "planpaket.zip") == workplace.plan
    assert ids(bag / "krisapp-data" / source.name) == ids(source)
    papers = sorted(path.relative_to(bag).as_posix() for path in bag.rglob("*.pdf"))
    assert papers == [
        "blanketter/A-poster.pdf",
        "blanketter/B-decision.pdf",
        "blanketter/F-facts.pdf",
        "blanketter/L-log.pdf",
        "parm/parm.pdf",
    ]
    assert not (bag / "krisapp-data" / "console.json").exists(), "a key signs for one machine only"
    index = (bag / "LAS-MIG.txt").read_text("utf-8-sig")
    assert source.stem in index and "Programmet är inte med" in index
    assert "<h1>" in (bag / "index.html").read_text("utf-8")
    assert [number for number, _total, _name in told] == list(range(1, told[0][1] + 1))
    assert not (stick / DRAFT).exists() and not former_of(stick / NAME).exists()


def test_the_copied_folder_is_a_whole_workplace(workplace: Workplace, stick: Path) -> None:
    source = incident(workplace)
    pack(workplace.folder, stick, NOW, nothing)

    other = Workplace(stick / NAME / "krisapp-data", lambda: NOW)

    assert other.plan == workplace.plan
    desk = other.open(other.folder / source.name)
    assert desk.incident.sheet.what_happened == "Strömmen är borta i Bettna."
    desk.close()


def test_an_incident_that_is_open_is_copied_as_it_stands(workplace: Workplace, stick: Path) -> None:
    desk = workplace.open(incident(workplace))
    desk.person = OFFICER
    desk.do(write(desk.incident, Kind.OBSERVATION, "Larmet ljuder på Bettna skola.", NOW, source="", role="TIB"))

    pack(workplace.folder, stick, NOW, nothing)

    copied = ids(stick / NAME / "krisapp-data" / desk.path.name)
    desk.close()
    assert copied == ids(desk.path)


def test_a_new_bag_takes_the_place_of_the_old(workplace: Workplace, stick: Path) -> None:
    pack(workplace.folder, stick, NOW, nothing)
    path = incident(workplace)
    pack(workplace.folder, stick, NOW, nothing)
    assert (stick / NAME / "krisapp-data" / path.name).exists()
    assert [one.name for one in stick.iterdir()] == [NAME]
    assert wrong_sums(stick / NAME) == []


def test_packing_that_is_killed_leaves_the_old_bag_usable(workplace: Workplace, stick: Path) -> None:
    pack(workplace.folder, stick, NOW, nothing)
    before = (stick / NAME / "SHA256SUMS.txt").read_bytes()
    command = ["-m", "krisapp", "bag", str(stick), "--workplace", str(workplace.folder), "--progress"]
    for line in (1, 3, 7):
        with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for _said in range(line):
                process.stdout.readline()
            process.kill()
        assert (stick / NAME / "SHA256SUMS.txt").read_bytes() == before
        assert wrong_sums(stick / NAME) == []
    pack(workplace.folder, stick, NOW, nothing)
    assert [one.name for one in stick.iterdir()] == [NAME]


def test_a_bag_that_was_left_between_its_two_renamings_gets_its_name_back(workplace: Workplace, stick: Path) -> None:
    pack(workplace.folder, stick, NOW, nothing)
    (stick / NAME).rename(former_of(stick / NAME))
    _fill(workplace.folder)

    with pytest.raises(BadInput, match="får inte plats"):
        pack(workplace.folder, stick, NOW, nothing)

    assert wrong_sums(stick / NAME) == []


def test_what_does_not_fit_is_refused_before_anything_is_written(workplace: Workplace, stick: Path) -> None:
    _fill(workplace.folder)
    with pytest.raises(BadInput) as refused:
        pack(workplace.folder, stick, NOW, nothing)
    assert "MB är ledigt" in str(refused.value)
    assert list(stick.iterdir()) == []


def _fill(folder: Path) -> None:
    """Put a file in the folder that no stick has room for; it takes no room itself."""
    with (folder / "FLN-2027-999.krisapp").open("wb") as file:
        os.truncate(file.fileno(), 10**13)


def test_a_stick_that_is_not_there_is_told_in_words(workplace: Workplace, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="Sätt i usb-minnet"):
        pack(workplace.folder, tmp_path / "utdragen", NOW, nothing)


def test_a_damaged_incident_stops_no_bag_but_is_told(
    workplace: Workplace, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = incident(workplace)
    (workplace.folder / "FLN-2027-900.krisapp").write_bytes(b"inte en journal" * 100)

    code = run(["bag", str(stick), "--workplace", str(workplace.folder)])

    said = capsys.readouterr().out
    assert code == 1
    assert "FLN-2027-900.krisapp är inte med" in said
    assert (stick / NAME / "krisapp-data" / whole.name).exists()
    assert [act.kind for act in workplace.plans.acts()] == [ActKind.BAG], "the date is noted"


def test_an_incident_that_is_only_on_the_stick_is_never_replaced(workplace: Workplace, stick: Path) -> None:
    pack(workplace.folder, stick, NOW, nothing)
    carried = Workplace(stick / NAME / "krisapp-data", lambda: NOW)
    only_there = incident(carried)

    with pytest.raises(BadInput, match="har uppgifter som inte finns här"):
        pack(workplace.folder, stick, NOW, nothing)

    assert ids(only_there)


def test_an_incident_that_was_continued_on_the_stick_is_never_replaced(workplace: Workplace, stick: Path) -> None:
    path = incident(workplace)
    pack(workplace.folder, stick, NOW, nothing)
    carried = Workplace(stick / NAME / "krisapp-data", lambda: NOW)
    desk = carried.open(carried.folder / path.name)
    desk.person = OFFICER
    desk.do(write(desk.incident, Kind.OBSERVATION, "Skrivet på den andra datorn.", NOW, source="", role="TIB"))
    desk.close()

    with pytest.raises(BadInput, match="Flytta filen"):
        pack(workplace.folder, stick, NOW, nothing)


def test_a_plan_that_was_changed_on_the_stick_is_never_replaced(workplace: Workplace, stick: Path) -> None:
    pack(workplace.folder, stick, NOW, nothing)
    with closing(PlanStore.open(stick / NAME / "krisapp-data" / "plan.db")) as store:
        plan: Plan = store.plan()
        PlanEditing(store, OFFICER, lambda: NOW).delete_person(plan.people[0].id)

    with pytest.raises(BadInput, match="Planen på usb-minnet är ändrad"):
        pack(workplace.folder, stick, NOW, nothing)


def test_copies_that_a_bad_stick_has_spoilt_are_replaced_by_whole_ones(workplace: Workplace, stick: Path) -> None:
    path = incident(workplace)
    pack(workplace.folder, stick, NOW, nothing)
    data = stick / NAME / "krisapp-data"
    for name in (path.name, "plan.db"):
        (data / name).write_bytes(b"bara skrot" * 1000)

    pack(workplace.folder, stick, NOW, nothing)

    assert ids(data / path.name) == ids(path)
    assert wrong_sums(stick / NAME) == []


def test_the_bag_the_program_runs_from_is_not_packed_over_itself(workplace: Workplace, stick: Path) -> None:
    pack(workplace.folder, stick, NOW, nothing)
    with pytest.raises(BadInput, match="körs från den här väskan"):
        pack(stick / NAME / "krisapp-data", stick, NOW, nothing)


def test_a_stick_that_takes_no_more_on_the_way_is_told_and_the_old_bag_is_kept(
    workplace: Workplace, stick: Path
) -> None:
    pack(workplace.folder, stick, NOW, nothing)
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        # No file may be larger: the system stops the writing in the middle.
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, before[1]))
        with pytest.raises(Trouble, match="Byt usb-minne"):
            pack(workplace.folder, stick, NOW, nothing)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [one.name for one in stick.iterdir()] == [NAME], "half a bag takes no room"
    assert wrong_sums(stick / NAME) == []


def test_an_installed_program_lies_beside_its_data_and_runs_from_the_stick(
    workplace: Workplace, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "installerad"
    (installed / "_internal").mkdir(parents=True)
    (installed / "krisapp").write_bytes(b"program")
    (installed / "_internal" / "del.so").write_bytes(b"del")
    (installed / "krisapp").chmod(0o555)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(installed / "krisapp"))

    packed = pack(workplace.folder, stick, NOW, nothing)

    assert packed.lacks == ()
    assert (packed.folder / "krisapp").stat().st_mode & 0o111
    assert (packed.folder / "_internal" / "del.so").read_bytes() == b"del"
    assert (packed.folder / "krisapp-data" / "plan.db").exists()
    assert wrong_sums(packed.folder) == []
