"""kill -9 at any moment loses nothing that was said to be saved."""

import multiprocessing
import random
import time
from pathlib import Path

import pytest

from krisapp.store.journal import Journal
from krisapp.store.verify import verify
from tests.faults import writer
from tests.store.writing import CONSOLE, Watch, texts

BEGINNING = 0.05
"""Seconds within which one writer in four is killed, while it makes or opens the file."""

LINES = 25
"""The others are killed a moment after so many lines at most."""

KILLS_PER_FILE = 10


def lines_in(told: Path) -> list[str]:
    return told.read_text("utf-8").splitlines() if told.exists() else []


def wait_for_lines(told: Path, more: int) -> None:
    """Wait until so many more lines have been told."""
    enough = len(lines_in(told)) + more
    patience = time.monotonic() + 20
    while len(lines_in(told)) < enough:
        assert time.monotonic() < patience, "the writer does not write"
        time.sleep(0.001)


def kills(folder: Path, count: int, *, too_early: bool = False, older_sqlite: bool = False) -> tuple[int, list[str]]:
    """Kill so many writers and return how many lines were told to be saved, and which of them are not there."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.faults.writer"])
    chance = random.Random(count)
    told_in_all, lost = 0, list[str]()
    path = told = folder
    for number in range(count):
        if number % KILLS_PER_FILE == 0:
            path = folder / f"{number}.krisapp"
            told = folder / f"{number}.txt"
        process = processes.Process(
            target=writer.write,
            args=(path, told),
            kwargs={"too_early": too_early, "older_sqlite": older_sqlite},
        )
        process.start()
        if chance.random() < 0.25:
            time.sleep(chance.uniform(0, BEGINNING))
        else:
            wait_for_lines(told, chance.randint(1, LINES))
            time.sleep(chance.uniform(0, 0.001))
        process.kill()
        process.join()
        process.close()
        if not path.exists():
            continue
        with Journal.read(path) as journal:
            assert journal.read_all().faults == ()
            held = set(texts(journal))
        lines = lines_in(told)
        lost += [line for line in lines if line not in held]
        if number % KILLS_PER_FILE == KILLS_PER_FILE - 1:
            told_in_all += len(lines)
            with Journal.open(path, CONSOLE, Watch()) as journal:
                assert set(texts(journal)) == held
            assert verify(path).whole
    return told_in_all, lost


def test_two_hundred_kills_lose_nothing_that_was_told_to_be_saved(tmp_path: Path) -> None:
    told, lost = kills(tmp_path, 200)

    assert lost == []
    assert told > 1_000


def test_nor_do_kills_with_an_older_sqlite_that_writes_without_wal(tmp_path: Path) -> None:
    told, lost = kills(tmp_path, 20, older_sqlite=True)

    assert lost == []
    assert told > 100


def test_a_program_that_tells_too_early_is_found_out(tmp_path: Path) -> None:
    """The control: the test above must be able to fail."""
    told, lost = kills(tmp_path, 30, too_early=True)

    assert lost != []
    assert told > 100


@pytest.mark.parametrize("left", [".new", ".lock", ".ballast"])
def test_what_a_killed_program_leaves_behind_is_in_nobodys_way(tmp_path: Path, left: str) -> None:
    path = tmp_path / "a.krisapp"
    (tmp_path / f".a.krisapp{left}").write_bytes(b"left behind")

    Journal.create(path, CONSOLE, Watch()).close()
    Journal.open(path, CONSOLE, Watch()).close()

    assert verify(path).entries == 2
