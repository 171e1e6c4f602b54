"""Disks that are full, read-only or failing: one sentence, and nothing that was saved is lost."""

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from krisapp.domain.log import Written
from krisapp.store import ballast, driver
from krisapp.store.console import Console
from krisapp.store.journal import Journal
from krisapp.store.trouble import Busy, DiskFailed, DiskFull, ReadOnly
from krisapp.store.verify import verify
from tests.store.writing import CONSOLE, Watch, line, names, texts

NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """Be somebody whom file rights hold for: for root they do not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Name a folder anybody can reach."""
    with tempfile.TemporaryDirectory(prefix="krisapp-") as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


def fill(journal: Journal, kind: type[Exception]) -> list[str]:
    """Write until the disk says no, and return the texts that were said to be saved."""
    saved = []
    with pytest.raises(kind):
        for number in range(20_000):
            text = f"rad {number} " + "vatten " * 100
            journal.append(line(text), "KC")
            saved.append(text)
    return saved


def limit_pages(journal: Journal, more: int) -> None:
    """Let the file grow by so many pages and no more; SQLite then says that the disk is full."""
    (pages,) = journal.connection.execute("PRAGMA page_count").fetchone()
    journal.connection.execute(f"PRAGMA max_page_count = {pages + more}")


def test_a_full_disk_is_one_sentence_and_nothing_saved_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        limit_pages(journal, 20)
        saved = fill(journal, DiskFull)
        assert texts(journal) == saved
        with pytest.raises(DiskFull) as caught:
            journal.append(line("x" * 4000), "KC")
        assert str(caught.value) == (
            "Disken är full, så posten är inte sparad. Det som redan är sparat finns kvar. "
            f"Frigör plats i {tmp_path} och spara igen."
        )
        limit_pages(journal, 1000)
        stamp = journal.append(line("efter städning"), "KC")
        assert journal.read_all().faults == ()
        assert texts(journal) == [*saved, "efter städning"]

    assert stamp.seq == len(saved) + 2
    assert verify(path).whole


def test_the_reserve_is_let_go_to_save_one_more_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk whose last room is the ballast, played by a limit that goes when the ballast goes."""
    with Journal.create(tmp_path / "a.krisapp", CONSOLE, Watch()) as journal:
        let_go = ballast.Ballast.let_go

        def give_room(self: ballast.Ballast) -> bool:
            limit_pages(journal, 50)
            return let_go(self)

        monkeypatch.setattr(ballast.Ballast, "let_go", give_room)
        limit_pages(journal, 0)
        assert journal.notice == ""
        assert (tmp_path / ".a.krisapp.ballast").stat().st_blocks * 512 >= ballast.SIZE

        stamps = [journal.append(line("vatten " * 400), "KC") for _ in range(5)]

        assert ".a.krisapp.ballast" not in names(tmp_path)
        assert journal.notice == (
            f"Disken är full. Posten är sparad i det utrymme som var reserverat. Frigör plats i {tmp_path} nu."
        )
        assert {read[0].id for read in journal.entries()} >= {stamp.id for stamp in stamps}


def mounted(folder: Path) -> bool:
    """Mount a disk of six megabytes; return whether this machine lets us."""
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        return False
    done = subprocess.run([mount, "-t", "tmpfs", "-o", "size=6m", "none", folder], capture_output=True, check=False)
    return done.returncode == 0


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond so many bytes; writing on is an I/O error then."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_small_real_disk_is_filled_to_the_brim_and_all_saved_lines_are_there(folder: Path) -> None:
    """A disk of six megabytes where one can be mounted, else files that may not grow."""
    real = mounted(folder)
    path = folder / "a.krisapp"
    try:
        with Journal.create(path, CONSOLE, Watch()) as journal:
            if real:
                saved = fill(journal, DiskFull)
                assert journal.notice.startswith("Disken är full. Posten är sparad")
            else:
                with largest_file(400_000):
                    saved = fill(journal, DiskFailed)
            assert len(saved) > 100
            assert texts(journal) == saved
        if real:
            shutil.copy(path, folder.parent / f"{folder.name}.krisapp")
        with Journal.read(path) as journal:
            assert texts(journal) == saved
        assert verify(path).whole
    finally:
        if real:
            subprocess.run(["umount", folder], check=True)
            (folder.parent / f"{folder.name}.krisapp").unlink(missing_ok=True)


def test_a_disk_that_fails_is_one_sentence_and_the_next_try_succeeds(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        with largest_file(200_000):
            saved = fill(journal, DiskFailed)
            with pytest.raises(DiskFailed, match=r"posten är inte sparad\. Det som redan är sparat finns kvar"):
                journal.append(line("vatten " * 500), "KC")
        journal.append(line("disken svarar igen"), "KC")
        assert journal.read_all().faults == ()
        assert texts(journal) == [*saved, "disken svarar igen"]

    assert verify(path).whole


def closed(folder: Path) -> Path:
    """Make a journal that was closed as it should."""
    path = folder / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        journal.append(line("rad"), "KC")
    return path


def left_open(folder: Path) -> Path:
    """Make a journal as a killed program leaves it, its last lines beside the main file."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.krisapp"
        with Journal.create(path, CONSOLE, Watch()) as journal:
            journal.append(line("rad"), "KC")
            for part in ("", "-wal"):
                shutil.copyfile(f"{path}{part}", folder / f"a.krisapp{part}")
    return folder / "a.krisapp"


@pytest.mark.parametrize("make", [closed, left_open])
def test_a_file_on_a_read_only_disk_can_be_read_and_verified(folder: Path, make: object) -> None:
    assert callable(make)
    path = make(folder)
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)

    with without_rights():
        with Journal.read(path) as journal:
            assert [h.text for _, h, _ in journal.entries() if isinstance(h, Written)] == ["rad"]
        assert verify(path).whole
        with pytest.raises(ReadOnly, match="går inte att skriva"):
            Journal.open(path, CONSOLE, Watch())

    assert {name: (folder / name).read_bytes() for name in names(folder)} == before


def test_a_read_only_folder_is_one_sentence_with_the_folder(folder: Path) -> None:
    folder.chmod(0o555)

    with without_rights():
        for call in (lambda: Journal.create(folder / "a.krisapp", CONSOLE, Watch()), lambda: Console.load(folder)):
            with pytest.raises(ReadOnly) as caught:
                call()
            assert str(caught.value) == (
                f"Det går inte att skriva i {folder}. Välj en annan mapp, eller be om skrivrättighet."
            )
    assert names(folder) == []


def test_a_read_only_file_in_a_folder_that_is_not_is_told_too(folder: Path) -> None:
    path = closed(folder)
    path.chmod(0o444)

    with without_rights(), pytest.raises(ReadOnly):
        Journal.open(path, CONSOLE, Watch())

    assert names(folder) == ["a.krisapp"]


def test_a_file_somebody_else_has_locked_is_told_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "BUSY", 0.05)
    path = tmp_path / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        other = driver.write(path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match=r"Ett annat program håller a\.krisapp låst"):
            journal.append(line("nej"), "KC")
        other.execute("ROLLBACK")
        other.close()
        journal.append(line("ja"), "KC")
        assert texts(journal) == ["ja"]
