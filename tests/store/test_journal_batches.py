"""Events that belong together are on disk together, or not at all."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from krisapp.domain.log import Kind, Written
from krisapp.store.console import Console
from krisapp.store.journal import Journal
from krisapp.store.trouble import Trouble

NOON = datetime(2027, 6, 11, 12, 0, tzinfo=timezone(timedelta(hours=2)))


def line(text: str) -> tuple[Written, tuple[str, ...]]:
    return Written(Kind.OBSERVATION, text, NOON), ()


def test_events_of_one_act_get_stamps_in_order_and_a_chain_that_holds(tmp_path: Path) -> None:
    path = tmp_path / "prov.krisapp"
    with Journal.create(path, Console.load(tmp_path), lambda: NOON) as journal:
        stamps = journal.append_all([line(str(number)) for number in range(50)], "tib")
        later = journal.append(line("sist")[0], "tib")
        assert [stamp.seq for stamp in (*stamps, later)] == list(range(2, 53))
    with Journal.read(path) as journal:
        reading = journal.examine()
        assert reading.faults == ()
        assert [stamp.id for stamp, _event, kind in reading.entries if kind == "log.written"] == [
            stamp.id for stamp in (*stamps, later)
        ]


def test_an_act_that_does_not_fit_on_the_disk_leaves_nothing_behind_and_the_next_one_holds(tmp_path: Path) -> None:
    path = tmp_path / "prov.krisapp"
    with Journal.create(path, Console.load(tmp_path), lambda: NOON) as journal:
        journal.append(line("först")[0], "tib")
        pages = journal.connection.execute("PRAGMA page_count").fetchone()[0]
        journal.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(Trouble):
            journal.append_all([line("x" * 3000) for _ in range(50)], "tib")
        journal.connection.execute("PRAGMA max_page_count = 1000000")
        journal.append(line("sist")[0], "tib")
    with Journal.read(path) as journal:
        reading = journal.examine()
        assert reading.faults == ()
        written = [event.text for _stamp, event, _kind in reading.entries if isinstance(event, Written)]
        assert written == ["först", "sist"]
