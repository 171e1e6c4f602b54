import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from krisapp.store.journal import Journal
from krisapp.store.lock import WriteLock
from krisapp.store.trouble import Occupied
from tests.store.writing import CONSOLE, OTHER, TEN_PAST_TWO, Watch, line, names, texts, written

HOLDER = """
import sys
from pathlib import Path
from krisapp.store.lock import WriteLock
from tests.store.writing import TEN_PAST_TWO
lock = WriteLock(Path(sys.argv[1]), "TiB-dator", TEN_PAST_TWO)
print("har låset", flush=True)
sys.stdin.read()
"""


def test_a_second_start_on_the_same_file_is_told_who_has_it(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        for start in (Journal.open, Journal.create):
            with pytest.raises(Occupied) as caught:
                start(path, OTHER, Watch())
            assert str(caught.value) == (
                f"a.krisapp är redan öppen på KC-dator sedan 11 juni 2027 kl. 14.10 (process {os.getpid()}). "
                "Stäng den där först, eller öppna den här för läsning."
            )
        journal.append(line("går bra ändå"), "KC")

    with Journal.open(path, OTHER, Watch()) as journal:
        assert texts(journal) == ["går bra ändå"]


def test_the_same_file_by_another_name_is_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    (tmp_path / "genväg.krisapp").symlink_to(path)

    with Journal.create(path, CONSOLE, Watch()), pytest.raises(Occupied):
        Journal.open(tmp_path / "genväg.krisapp", OTHER, Watch())


def test_the_right_to_write_goes_with_a_process_that_is_killed(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "a.krisapp"
    written(path, 1)
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "har låset\n"
        with pytest.raises(Occupied, match="TiB-dator"):
            Journal.open(path, CONSOLE, Watch())
        holder.kill()
        holder.wait()

    Journal.open(path, CONSOLE, Watch()).close()
    assert names(tmp_path) == ["a.krisapp"]


def test_a_lock_file_copied_from_another_machine_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()):
        shutil.copytree(tmp_path, tmp_path / "kopia")

    Journal.open(tmp_path / "kopia" / "a.krisapp", CONSOLE, Watch()).close()


def test_a_lock_file_with_rubbish_in_it_still_says_the_file_is_taken(tmp_path: Path) -> None:
    lock = WriteLock(tmp_path / "a.krisapp", "KC-dator", TEN_PAST_TWO)
    lock.path.write_text("rubbish", "utf-8")

    with pytest.raises(Occupied, match="redan öppen"):
        WriteLock(tmp_path / "a.krisapp", "TiB-dator", TEN_PAST_TWO)
    lock.release()


def test_a_start_that_fails_gives_the_right_back(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    written(path, 1)
    for _ in range(2):
        with pytest.raises(ValueError, match="32 bytes"):
            Journal.open(path, CONSOLE, Watch(), b"short")

    Journal.open(path, CONSOLE, Watch()).close()


def test_closing_twice_does_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    first = Journal.create(path, CONSOLE, Watch())
    first.close()
    with Journal.open(path, OTHER, Watch()):
        first.close()
        with pytest.raises(Occupied):
            Journal.open(path, CONSOLE, Watch())
