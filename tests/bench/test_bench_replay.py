"""What it costs to go anywhere in a replay of ten thousand entries, beside reading the journal from the disk."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from krisapp.desk import read_incident
from krisapp.domain.chain import Reading
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.domain.situation import set_fields
from krisapp.store.journal import Journal
from krisapp.ui.live import Live
from krisapp.ui.views.after.replay_opening import recording_of
from krisapp.workplace import Workplace
from tests.bench import water
from tests.bench.ratios import Row, tell

CHANGES = 200
"""Changed facts, with fifty lines of the log between each two: ten thousand entries and every text stale in between."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    live = Live(Workplace(tmp_path_factory.mktemp("replay") / "workplace", water.still_clock), qapp)
    water.start(live)
    water.put_facts(live)
    water.release_all(live)
    for number in range(CHANGES):
        live.do(set_fields(live.incident, {"headline": f"Koka vattnet, ändring {number}"}))
        water.write_lines(live, 50)
    made = live.desk.path
    live.close()
    live.deleteLater()
    return made


@pytest.fixture(scope="module")
def known(path: Path) -> tuple[Reading, Plan]:
    with Journal.read(path) as journal:
        incident, reading = read_incident(journal, water.still_clock, lambda: pytest.fail("the file has a plan"))
    assert incident.plan is not None
    return reading, incident.plan


def seconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


@pytest.mark.benchmark(group="replay")
def test_a_jump_to_any_point_of_ten_thousand_entries(
    benchmark: BenchmarkFixture, path: Path, known: tuple[Reading, Plan]
) -> None:
    """The dearest jump is back to the entry before the last: all but one are folded anew. The floor reads them."""
    recording = recording_of(*known)
    assert recording.last > 10_000

    def read() -> None:
        with Journal.read(path) as journal:
            journal.read_all()

    def jump() -> Incident:
        return recording.incident(recording.last - 1)

    def go_to_the_end() -> None:
        recording.incident(recording.last)

    floor = statistics.median(seconds(read) for _ in range(3))
    benchmark.pedantic(jump, setup=go_to_the_end, rounds=15, warmup_rounds=1)  # type: ignore[no-untyped-call]
    assert benchmark.stats is not None
    dearest = float(benchmark.stats.stats.median)
    assert jump().sheet.headline == f"Koka vattnet, ändring {CHANGES - 1}"
    tell(Row("replay: go anywhere in 10,000 entries", dearest, floor, "reading them", most_ratio=1.0, most=0.1))
