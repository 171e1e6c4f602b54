"""Commands in a locked workplace: the window hands them the key, a person is asked, and nobody else gets in."""

import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from krisapp.store import driver, sealing
from krisapp.store.locking import lock_files
from tests.begun import begin, place_in

PHRASE = "lampa kofta brygga sten"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, sealing.NewLock]]:
    """Make a locked workplace with one incident."""
    folder = tmp_path_factory.mktemp("låst") / "plats"
    place = place_in(folder)
    begin(place).close()
    place.let_go()
    new = sealing.make_lock(PHRASE)
    sealing.put_on(folder, new)
    lock_files(folder, new.key, lambda _done, _all: True)
    driver._unlocked.clear()
    yield folder, new


def command(folder: Path, *arguments: str, key: bytes | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command, with the key on its standard input if the window were to start it."""
    return subprocess.run(
        [sys.executable, "-m", "krisapp", *arguments],
        env={**os.environ, "KRISAPP_FOLDER": str(folder), **({"KRISAPP_KEY": "stdin"} if key else {})},
        input=f"{key.hex()}\n" if key else "",
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_without_the_key_a_command_says_so_and_reads_nothing(locked: tuple[Path, sealing.NewLock]) -> None:
    folder, _new = locked
    found = command(folder, "verify", str(next(folder.glob("*.krisapp"))))

    assert found.returncode == 2
    assert "låst med en annan nyckel" in found.stderr
    assert "Traceback" not in found.stderr


def test_the_window_hands_the_key_over_where_nobody_else_reads_it(locked: tuple[Path, sealing.NewLock]) -> None:
    folder, new = locked
    path = next(folder.glob("*.krisapp"))
    found = command(folder, "verify", str(path), key=new.key)
    packed = command(folder, "bag", str(folder.parent), key=new.key)

    assert found.returncode == 0, found.stderr
    assert "hel" in found.stdout
    assert packed.returncode in (0, 1), packed.stderr
    carried = next(folder.parent.rglob("krisapp-data/*.krisapp"))
    assert carried.read_bytes()[:16] != b"SQLite format 3\0"


@pytest.mark.parametrize(("typed", "code"), [(PHRASE, 0), ("recovery", 0), ("lampa kofta brygga hav", 2)])
def test_at_the_terminal_a_person_is_asked_for_passphrase_or_printed_key(
    locked: tuple[Path, sealing.NewLock], typed: str, code: int
) -> None:
    folder, new = locked
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "krisapp", "verify", str(next(folder.glob("*.krisapp")))],
        env={**os.environ, "KRISAPP_FOLDER": str(folder)},
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stderr is not None
    asked = b""
    while b"nyckel" not in asked:
        asked += process.stderr.read(1)
    time.sleep(0.3)  # what was typed before the terminal stopped echoing is thrown away
    os.write(ours, f"{new.code if typed == 'recovery' else typed}\n".encode())
    said, wrong = process.communicate(timeout=20)
    os.close(ours)
    os.close(theirs)

    assert process.returncode == code, wrong
    assert (b"hel" in said) if code == 0 else ("stämmer inte".encode() in wrong)
