"""What the window costs: from a changed fact to what is seen, from a key to the disk, and its longest stall."""

import statistics
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from krisapp.desk import Desk
from krisapp.domain.messages import State
from krisapp.domain.situation import set_fields
from krisapp.ui.live import Live
from krisapp.ui.log_line import LogLine
from krisapp.ui.look import choose_style, dress
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.messages.editor import FOLLOWS
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.window import Window
from krisapp.workplace import Workplace
from tests.bench import outage, water
from tests.bench.bare_commit import bare_insert
from tests.bench.ratios import Row, tell
from tests.bench.walk import Walk
from tests.bench.walk_leading import EveningClock, LeadingWalk
from tests.ui.views.conftest import OFFICER

ROUNDS = 30
KEYS = 300

choose_style()


@pytest.fixture
def live(tmp_path: Path, qapp: QApplication) -> Iterator[Live]:
    owner = QObject()
    made = Live(Workplace(tmp_path / "workplace", water.still_clock), owner)
    water.start(made)
    yield made
    made.close()
    owner.deleteLater()


@pytest.fixture
def window(live: Live, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    made = window_on(live, tmp_path)
    yield made
    delete(made)


def window_on(live: Live, tmp_path: Path) -> Window:
    kept = Kept(tmp_path)
    kept.settings.person = OFFICER
    dress(kept.settings)
    made = Window(live, kept, VIEWS)
    made.resize(1280, 720)
    return made


def seconds(begin: float) -> float:
    return perf_counter() - begin


def test_a_changed_fact_marks_every_text(benchmark: BenchmarkFixture, window: Window, live: Live, qtbot: QtBot) -> None:
    """From the desk being told to all stale texts painted, against the same act with nobody looking."""
    water.put_facts(live)
    count = water.release_all(live)
    window.show()
    window.go("messages")
    view = window.findChild(MessagesView)
    assert view is not None
    qtbot.waitUntil(lambda: not view.sweep.busy, timeout=30_000)
    wording = ("Koka vattnet du dricker i Malmköping", "Koka allt vatten i Malmköping")

    def change(number: int) -> None:
        live.do(set_fields(live.incident, {"headline": wording[number % 2]}))

    def seen(number: int) -> float:
        begin = perf_counter()
        change(number)
        view.page.matrix.viewport().repaint()
        taken = seconds(begin)
        qtbot.waitUntil(lambda: not view.sweep.busy, timeout=30_000)
        return taken

    def unseen(number: int) -> float:
        tell_nobody, desk = (lambda: None), live.desk
        heard, desk.tell = desk.tell, tell_nobody
        begin = perf_counter()
        change(number)
        taken = seconds(begin)
        desk.tell = heard
        return taken

    pairs = [(unseen(number * 2), seen(number * 2 + 1)) for number in range(ROUNDS)]
    assert sum(cell.state is State.STALE for cell in view.page.model.cells) == count
    benchmark.pedantic(seen, args=(ROUNDS * 2,), rounds=1)  # type: ignore[no-untyped-call]
    floor, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    tell(Row("changed fact to every stale text marked", ours, floor, "the same, unseen", most=0.1))


def test_the_preview_follows_typing(benchmark: BenchmarkFixture, window: Window, live: Live, qtbot: QtBot) -> None:
    """From a key in the longest text to its preview checked, marked and painted, against the key alone."""
    water.put_facts(live)
    window.show()
    window.go("messages")
    view = window.findChild(MessagesView)
    assert view is not None
    view.open_editor("E1-C01.sv")
    editor = view.editor
    qtbot.waitUntil(lambda: not view.sweep.busy and not editor.spelling.busy, timeout=60_000)

    def key() -> float:
        begin = perf_counter()
        qtbot.keyClick(editor.source, Qt.Key.Key_A)
        editor.source.viewport().repaint()
        return seconds(begin)

    def follow() -> float:
        taken = key()
        begin = perf_counter()
        editor.follow()
        editor.preview.repaint()
        return taken + seconds(begin) + FOLLOWS / 1000

    pairs = [(key(), follow()) for _ in range(ROUNDS)]
    assert "aaa" in editor.preview.text
    benchmark.pedantic(follow, rounds=1)  # type: ignore[no-untyped-call]
    floor, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    tell(Row("a key in a text to its preview, the wait included", ours, floor, "the key alone", most=0.1))


def test_a_log_line_from_key_to_disk(
    benchmark: BenchmarkFixture, window: Window, live: Live, tmp_path: Path, qtbot: QtBot
) -> None:
    """From Enter in the line of the log to its entry on disk, against a bare commit of as large a row."""
    window.show()
    line = window.findChild(LogLine)
    assert line is not None
    bare = bare_insert(tmp_path / "bare.db")
    on_disk: list[float] = []
    told = live.desk.tell

    def tell_when() -> None:
        on_disk.append(perf_counter())
        told()

    live.desk.tell = tell_when

    def commit() -> float:
        begin = perf_counter()
        bare()
        return seconds(begin)

    def enter() -> float:
        line.text.setText("Vattenläcka på Kungsgatan, gatan är avstängd. " * 6)
        begin = perf_counter()
        qtbot.keyClick(line.text, Qt.Key.Key_Return)
        return on_disk[-1] - begin

    pairs = []
    for number in range(KEYS):
        # Whoever comes first wakes the disk, so they take turns.
        first, second = (commit, enter) if number % 2 else (enter, commit)
        taken = {first: first(), second: second()}
        pairs.append((taken[commit], taken[enter]))
    benchmark.pedantic(enter, rounds=1)  # type: ignore[no-untyped-call]
    assert len(on_disk) == KEYS + 1
    floor, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    tell(Row("log entry, Enter in the window to durable", ours, floor, "bare commit", most_ratio=1.5))


def test_opening_a_long_incident(benchmark: BenchmarkFixture, live: Live) -> None:
    """100,000 log lines read, checked and made into an incident, against the journal's reading alone."""
    water.put_facts(live)
    water.release_all(live)
    water.write_lines(live, 100_000)
    place, path = live.workplace, live.desk.path
    live.close()

    def opened() -> Desk:
        return place.open(path)

    def timed() -> tuple[float, float]:
        begin = perf_counter()
        desk = opened()
        ours = seconds(begin)
        begin = perf_counter()
        assert not desk.journal.read_all().faults
        floor = seconds(begin)
        assert len(desk.incident.log) > 100_000
        desk.close()
        return floor, ours

    pairs = [timed() for _ in range(3)]
    benchmark.pedantic(lambda: opened().close(), rounds=1)  # type: ignore[no-untyped-call]
    floor, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    tell(Row("open 100,000 entries into an incident", ours, floor, "the journal alone", most=1.0))


def test_no_step_stalls_the_window(benchmark: BenchmarkFixture, window: Window, live: Live) -> None:
    """A whole working day in the window, against the same window doing nothing."""
    walk = Walk(window, live)
    benchmark.pedantic(walk.go, rounds=1)  # type: ignore[no-untyped-call]
    tell_longest(walk, walk.stalls, "at work")
    tell_longest(walk, walk.looks, "of a new look")


def test_no_step_of_leading_stalls_the_window(
    benchmark: BenchmarkFixture, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    """Each tab of Stab and Efter in a full incident: 300 decisions, 1,000 tasks, 20,000 lines."""
    owner, clock = QObject(), EveningClock()
    full = Live(Workplace(tmp_path / "workplace", clock), owner)
    water.start(full, outage.SET)
    outage.fill(full)
    made = window_on(full, tmp_path)
    walk = LeadingWalk(made, full)
    walk.clock = clock
    benchmark.pedantic(walk.go, rounds=1)  # type: ignore[no-untyped-call]
    delete(made)
    full.close()
    owner.deleteLater()
    tell_longest(walk, walk.stalls, "when leading")


def tell_longest(walk: Walk, stalls: dict[str, float], when: str) -> None:
    """Print the ten longest stalls and put the longest in the table."""
    worst = sorted(stalls.items(), key=lambda step: -step[1])
    print()
    for name, stall in worst[:10]:
        print(f"{stall * 1000:8.1f} ms  {name}")
    name, stall = worst[0]
    tell(Row(f"longest stall {when} ({name})", stall, walk.stalls["nothing at all"], "idle", most=0.1))
