"""The frozen program runs where there is no Python, writes nothing but on its stick, and starts as the source does."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage

from krisapp.documents.paper import Paper
from krisapp.folders import PORTABLE
from krisapp.ui.printing.order import Order, Sent
from krisapp.workplace import Workplace
from tests.conftest import ROOT
from tests.packaging.clean_root import ITS_OWN, MACHINE, CleanRoot, asked_for
from tests.ui.printing.cups import QUEUE, Cups

LARGEST = 240 * 10**6
"""Bytes; typst alone is 68 million of them and Qt 92."""
SLOWER = 1.5
"""How much more work than the source a start may be, each at its best of a few: its modules are unpacked."""
TRIES = 4
SCREEN = ("xvfb-run", "--auto-servernum", "--server-args", "-screen 0 1280x800x24 -nolisten tcp -ac")
NOW = datetime(2027, 6, 11, 12, 10, tzinfo=UTC)


@pytest.fixture(scope="session")
def clean(built: Path) -> Iterator[CleanRoot]:
    """Give a machine with nothing on it, and in it a stick with the program, a plan and an incident."""
    with tempfile.TemporaryDirectory(prefix="krisapp-root-", dir=built.parent) as name:
        root = CleanRoot(Path(name), built, asked_for(built))
        workplace = Workplace(root.stick / PORTABLE, lambda: NOW)
        person = workplace.plan.people[0].id
        desk = workplace.start(
            type=workplace.plan.types[0].id,
            places=(workplace.plan.places[0].id,),
            sentence="Vattnet är brunt.",
            level="N2",
            danger_to_life=False,
            exercise=True,
            person=person,
            alarm_at=NOW,
        )
        desk.close()
        shutil.copy(ROOT / "resources" / "incidents" / "FLN-2027-001.yaml", root.stick / PORTABLE / "facts.yaml")
        yield root


def test_it_asks_the_machine_for_the_c_library_and_graphics_alone(built: Path) -> None:
    assert [name for name in asked_for(built) if not MACHINE.search(name)] == []
    brought = {file.name for file in built.rglob("*.so*")}
    assert [name for name in brought if ITS_OWN.search(name) or "gtk" in name] == []


def test_it_has_no_links_for_a_stick_could_not_hold_them(built: Path) -> None:
    assert [file for file in built.rglob("*") if file.is_symlink()] == []


def test_it_is_no_larger_than_it_must_be(built: Path) -> None:
    assert sum(file.stat().st_size for file in built.rglob("*") if file.is_file()) < LARGEST


def test_a_bill_says_what_it_is_made_of(built: Path) -> None:
    bill = json.loads((built / "krisapp.cdx.json").read_text("utf-8"))

    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    names = {part["name"] for part in bill["components"]}
    assert {"CPython", "pyside6-essentials", "typst", "sqlcipher3", "libstdc++.so.6"} <= names
    assert names.isdisjoint({"pip", "pytest", "pyinstaller"})
    assert len({part["bom-ref"] for part in bill["components"]}) == len(bill["components"])
    packages = [part for part in bill["components"] if "purl" in part]
    assert all(part["externalReferences"] for part in packages)  # each with the hashes the lock allows


def test_it_makes_a_message_set_on_a_machine_without_python(clean: CleanRoot) -> None:
    made = clean.run("generate", f"{clean.STICK}/{PORTABLE}/facts.yaml", "--out", "/tmp/texts")

    assert (made.returncode, made.stderr) == (0, "")
    assert len([*(clean.root / "tmp/texts").iterdir()]) > 50


def test_it_verifies_an_incident_on_a_machine_without_python(clean: CleanRoot) -> None:
    (incident,) = (clean.stick / PORTABLE).rglob("*.krisapp")
    assert clean.run("verify", f"{clean.STICK}/{incident.relative_to(clean.stick).as_posix()}").returncode == 0
    damaged = clean.root / "tmp" / "damaged.krisapp"
    damaged.write_bytes(incident.read_bytes()[:-5000])
    assert clean.run("verify", "/tmp/damaged.krisapp").returncode != 0


@pytest.mark.parametrize(("platform", "around"), [("offscreen", ()), ("xcb", SCREEN)])
def test_its_window_comes_up_and_writes_nothing_but_on_the_stick(
    clean: CleanRoot, platform: str, around: tuple[str, ...]
) -> None:
    before = clean.files()

    shown = clean.run("--picture", f"{clean.STICK}/{PORTABLE}/{platform}.png", around=around, QT_QPA_PLATFORM=platform)

    assert shown.returncode == 0, shown.stderr
    picture = QImage(str(clean.stick / PORTABLE / f"{platform}.png"))
    assert picture.width() >= 800
    some = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    assert len(some) > 20  # words and drawings, not an empty ground
    here = f"{clean.STICK[1:]}/{PORTABLE}/"
    assert {file for file in clean.files() - before if not file.startswith(here)} == set()


def test_the_bag_carries_the_program_which_runs_from_it(clean: CleanRoot) -> None:
    packed = clean.run("bag", "/media/bag")

    assert packed.returncode == 0, packed.stdout + packed.stderr
    (bag,) = (clean.root / "media/bag").iterdir()
    assert not [file for file in bag.rglob("*") if file.is_symlink()]
    from_bag = f"/media/bag/{bag.name}/krisapp"
    assert clean.run("--version", program=from_bag).stdout.startswith("krisapp ")
    shown = clean.run("plan", "show", program=from_bag)
    assert shown.returncode == 0, shown.stderr


def test_it_prints_by_the_printing_system_of_the_machine(built: Path, cups: Cups) -> None:
    paper = Paper(
        title="Anslag",
        file_name="anslag.pdf",
        data={"title": "Anslag", "sender": ["Flens kommun"], "date": "2027-06-11T14:10", "blocks": []},
    )

    said = subprocess.run(
        [built / "krisapp", "--press"],
        input=msgspec.json.encode(Order(paper, QUEUE)) + b"\n",
        env={**os.environ, "CUPS_SERVER": str(cups.socket)},
        capture_output=True,
        timeout=60,
    )

    assert msgspec.json.decode(said.stdout.splitlines()[-1], type=Sent).pages == 1
    assert cups.printed(1).startswith(b"%PDF")


def started(program: list[str | Path]) -> float:
    """Return the seconds of work from the call to the first screen that can be used.

    Of work, and not by the clock: what else the machine is doing meanwhile is no fault of the program.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [*program, "--first-paint"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_it_starts_as_the_source_does(built: Path) -> None:
    source, frozen = [], []
    for _ in range(TRIES):
        source.append(started([sys.executable, "-m", "krisapp"]))
        frozen.append(started([built / "krisapp"]))

    assert min(frozen) < min(source) * SLOWER
