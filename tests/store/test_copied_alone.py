"""A file that is copied while it is open, without the file beside it, says so; one that is closed is one whole file."""

from pathlib import Path
from shutil import copyfile

import pytest

from krisapp.domain.faults import What
from krisapp.store import driver
from krisapp.store.journal import Journal
from krisapp.store.verify import verify
from tests.store.writing import CONSOLE, Watch, line

pytestmark = pytest.mark.skipif(
    driver.modes(tuple(map(int, driver.VERSION.split("."))))[0] != "wal",
    reason="this SQLite keeps nothing beside the file",
)


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir() if one.name.startswith(path.name + "-"))


@pytest.mark.parametrize("key", [None, bytes(range(32))], ids=["open", "locked"])
def test_a_copy_of_the_file_alone_while_it_is_open_is_not_called_whole(tmp_path: Path, key: bytes | None) -> None:
    path, copy = tmp_path / "FLN.krisapp", tmp_path / "kopia" / "FLN.krisapp"
    copy.parent.mkdir()
    with Journal.create(path, CONSOLE, Watch(), key) as journal:
        journal.append(line("Larm"), "tib")
        journal.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        journal.append(line("Det som skrevs sist"), "tib")
        copyfile(path, copy)
        assert verify(path, key).whole
    report = verify(copy, key)
    assert [fault.what for fault in report.faults] == [What.ALONE]
    assert report.entries < verify(path, key).entries
    assert "kan saknas" in report.sentences()[1]


def test_a_closed_file_is_one_whole_file_and_so_is_its_copy(tmp_path: Path) -> None:
    path, copy = tmp_path / "FLN.krisapp", tmp_path / "kopia.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        journal.append(line("Larm"), "tib")
    assert beside(path) == []
    copyfile(path, copy)
    assert verify(copy).whole
    with Journal.open(copy, CONSOLE, Watch()) as journal:
        assert journal.notice == ""


def test_both_files_together_are_whole_after_a_crash(tmp_path: Path) -> None:
    path, copy = tmp_path / "FLN.krisapp", tmp_path / "kopia" / "FLN.krisapp"
    copy.parent.mkdir()
    with Journal.create(path, CONSOLE, Watch()) as journal:
        journal.append(line("Larm"), "tib")
        for name in ("", "-wal"):
            copyfile(f"{path}{name}", f"{copy}{name}")
    assert verify(copy).whole


def test_who_opens_a_lone_copy_is_told_to_read_or_to_write(tmp_path: Path) -> None:
    path, copy = tmp_path / "FLN.krisapp", tmp_path / "kopia.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        journal.append(line("Larm"), "tib")
        journal.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        copyfile(path, copy)
    with Journal.read(copy) as journal:
        assert "säkerhetskopia" in journal.notice
    with Journal.open(copy, CONSOLE, Watch()) as journal:
        assert "säkerhetskopia" in journal.notice
        journal.append(line("Vidare"), "tib")
    assert verify(copy).whole


def test_one_who_reads_while_the_writer_closes_does_not_hold_it_up(tmp_path: Path) -> None:
    path = tmp_path / "FLN.krisapp"
    journal = Journal.create(path, CONSOLE, Watch())
    journal.append(line("Larm"), "tib")
    with Journal.read(path) as reader:
        assert reader.read_all().read == 2
        journal.close()
    report = verify(path)
    assert (report.whole, report.entries) == (True, 2)
