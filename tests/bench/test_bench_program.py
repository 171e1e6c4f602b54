"""What the whole program costs, as a process of its own beside a bare Qt window: its start and its memory."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench import water
from tests.bench.ratios import Row, tell

ROUNDS = 15
WARM = 2
"""Starts that are not counted: they fill the disk cache and write the bytecode, as set-up does."""

LINES = 10_000
SETTLED = 4.0
"""Seconds after which every screen that is made ready has been built."""

BARE = (str(Path(__file__).with_name("bare_window.py")),)


@pytest.fixture
def surroundings(own_home: Path, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a program started by a user: with bytecode, in a home of its own."""
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**known, "KRISAPP_FOLDER": str(tmp_path / "workplace"), "PYTHONPATH": str(Path(__file__).parents[2])}


def program(path: Path, *more: str) -> tuple[str, ...]:
    return ("-m", "krisapp", *more, "--incident", str(path))


def started(arguments: Sequence[str], surroundings: dict[str, str]) -> float:
    """Start a process that tells when its window could be used, and return the seconds from here to there."""
    begin = time.monotonic()
    told = subprocess.run(
        [sys.executable, *arguments], env=surroundings, check=True, capture_output=True, text=True, timeout=60
    ).stdout
    return float(told) - begin


def test_start(benchmark: BenchmarkFixture, tmp_path: Path, surroundings: dict[str, str], qapp: object) -> None:
    """From starting the process to a window that has been painted and takes keys, with an incident open."""
    path = water.long_file(tmp_path / "workplace", 50)
    untouched = path.read_bytes()
    ours = program(path, "--first-paint")

    def open_again() -> float:
        # Each start leaves a run of its own in the file; the next is to find it as the first did.
        path.write_bytes(untouched)
        return started(ours, surroundings)

    pairs = [(started(BARE, surroundings), open_again()) for _ in range(WARM + ROUNDS)][WARM:]
    benchmark.pedantic(open_again, rounds=1)  # type: ignore[no-untyped-call]
    floor, measured = (statistics.median(column) for column in zip(*pairs, strict=True))
    tell(Row("start to usable window, incident open", measured, floor, "bare Qt window", most_ratio=2.0))


@pytest.fixture
def memory(surroundings: dict[str, str]) -> Iterator[object]:
    """Give a way to read how much memory of its own and shared a started program holds, in MB."""
    running: list[subprocess.Popen[bytes]] = []

    def resident(arguments: Sequence[str], after: float) -> float:
        process = subprocess.Popen(
            [sys.executable, *arguments], env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
        )
        running.append(process)
        time.sleep(after)
        assert process.poll() is None
        status = Path(f"/proc/{process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1000

    yield resident
    for process in running:
        process.kill()
        process.communicate()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_memory(benchmark: BenchmarkFixture, tmp_path: Path, memory: object, qapp: object) -> None:
    """The program with 10,000 log lines open and all made ready that is made ready."""
    assert callable(memory)
    path = water.long_file(tmp_path / "workplace", LINES)
    floor = memory((*BARE, "stay"), 1.5)
    measured = benchmark.pedantic(memory, args=(program(path), SETTLED), rounds=1)  # type: ignore[no-untyped-call]
    tell(Row("memory, 10,000 entries open, screens made ready", measured, floor, "bare Qt window", most=150, unit="MB"))
