"""What a meeting costs: ten thousand entries of another console read, verified and merged, and how the window fares."""

import hashlib
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from krisapp.domain.log import Kind, Written
from krisapp.exchanging import place_of
from krisapp.store import driver
from krisapp.store.exchange.segment import SUFFIX, read_segment
from krisapp.ui.live import Live
from krisapp.ui.settings import Settings
from krisapp.ui.stall import StallMeter
from krisapp.ui.views.consoles.meetings import Meetings
from tests.bench.long_journals import sentences
from tests.bench.ratios import Row, tell
from tests.bench.test_bench_window import window_on
from tests.two_consoles import ALARM, Console

ENTRIES = 10_000
MOST = 5.0
"""Seconds a bundle of ten thousand may take (issue 7)."""

STALL = 0.1


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give a stick on which two consoles have an incident, one of them with ten thousand lines."""
    return tmp_path / "usb"


def _write(console: Console) -> None:
    lines = [Written(Kind.OBSERVATION, text, ALARM) for text in sentences(ENTRIES)]
    for first in range(0, ENTRIES, 500):
        batch: list[tuple[Written, tuple[str, ...]]] = [(line, ()) for line in lines[first : first + 500]]
        console.desk.journal.append_all(batch, console.person)


def _floor(place: Path, path: Path) -> float:
    """Return how long it takes to unpack the files, hash what is in them and insert as many rows, and no more."""
    begin = perf_counter()
    connection = driver.make(path)
    driver.endure(connection)
    connection.execute("CREATE TABLE row (id BLOB, raw BLOB, sig BLOB, salt BLOB, body BLOB)")
    for file in place.glob(f"*{SUFFIX}"):
        rows = [
            (hashlib.sha256(one.raw + one.sig).digest(), one.raw, one.sig, one.salt, one.body)
            for one in read_segment(file).entries
        ]
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO row VALUES (?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
    connection.close()
    return perf_counter() - begin


def test_ten_thousand_entries_are_merged_in_seconds_and_the_window_never_stalls(
    tmp_path: Path, stick: Path, qtbot: QtBot
) -> None:
    first, second = Console(tmp_path / "ett", "jons.tallbacker"), Console(tmp_path / "två", "love.alpilund")
    first.start()
    first.meet(stick)
    second.join(stick)
    _write(second)
    second.meet(stick)
    place = place_of(stick, first.desk.incident.id)
    floor = _floor(place, tmp_path / "floor.db")
    owner = QObject()
    live = Live(first.workplace, owner)
    window = window_on(live, tmp_path)
    window.show()
    live.open(first.desk)
    qtbot.wait(1500)  # the screens are made ready
    meetings, meter = Meetings(live, Settings(), window), StallMeter(window)
    meter.start()
    begin = perf_counter()
    with qtbot.waitSignal(meetings.ended, timeout=60_000):
        meetings.begin(stick)
    took = perf_counter() - begin
    qtbot.wait(300)
    stall = meter.stop() / 1000

    assert len(live.incident.log) >= ENTRIES
    tell(Row("bundle of 10,000 entries: read, verified, merged, shown", took, floor, "unpack, hash, insert", most=MOST))
    tell(Row("longest stall meanwhile", stall, 0, "", most=STALL))
    second.desk.close()
    live.close()
    window.close()
