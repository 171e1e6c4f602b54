"""Watches that jump: none may change an order, nor pull other consoles along."""

from pathlib import Path

from krisapp.domain.run import ClockTurnedBack
from krisapp.domain.tick import REACH
from krisapp.store.journal import Journal
from tests.store.writing import CONSOLE, OTHER, TEN_PAST_TWO, Watch, line, texts, written


def test_a_console_ten_years_ahead_does_not_pull_ours_along(tmp_path: Path) -> None:
    """Guards (a) and (b) on the clock: neither when it is met nor when it is read back from disk."""
    path = tmp_path / "a.krisapp"
    written(path, 3)
    with Journal.open(path, OTHER, Watch()) as far:
        pen = far._writer._pen  # type: ignore[union-attr]  # a console that does not keep to the rules
        pen.tick = 1 << 60
        far.append(line("från framtiden"), "TIB")

    for _ in range(3):
        with Journal.open(path, CONSOLE, Watch()) as journal:
            stamp = journal.append(line("nu"), "KC")
            assert stamp.tick < 2 * REACH
            assert journal.read_all().faults == ()


def test_own_watch_set_ten_years_ahead_and_back_changes_no_order(tmp_path: Path) -> None:
    """Guard (c): ticks rest on no watch, and the journal says that it was turned."""
    watch = Watch()
    path = tmp_path / "a.krisapp"
    with Journal.create(path, CONSOLE, watch) as journal:
        journal.append(line("före"), "KC")
        watch.move(days=3650)
        journal.append(line("med klockan fel"), "KC")
        watch.move(days=-3650)
        stamp = journal.append(line("efter"), "KC")
        turned = [h for _, h, _ in journal.entries() if isinstance(h, ClockTurnedBack)]
        assert texts(journal) == ["före", "med klockan fel", "efter"]

    assert stamp.tick == 5
    assert stamp.at == TEN_PAST_TWO
    assert [(t.before - t.after) // 86_400_000 for t in turned] == [3650]
    watch.move(hours=-1)
    with Journal.open(path, CONSOLE, watch) as journal:
        turned = [h for _, h, _ in journal.entries() if isinstance(h, ClockTurnedBack)]
    assert [(t.before - t.after) // 1000 for t in turned] == [3650 * 86_400, 3600]


def test_a_watch_corrected_by_some_seconds_is_not_worth_a_word(tmp_path: Path) -> None:
    watch = Watch()
    with Journal.create(tmp_path / "a.krisapp", CONSOLE, watch) as journal:
        watch.move(seconds=-59)
        journal.append(line("strax"), "KC")
        assert [kind for _, _, kind in journal.entries()] == ["run.started", "log.written"]


def test_summer_time_is_kept_with_each_entry(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.krisapp", CONSOLE, Watch()) as journal:
        assert journal.append(line("sommar"), "KC").offset == 120
