"""The series of a console: none where the incident was started, its own letters everywhere else, in every run."""

from pathlib import Path

from krisapp.store.journal import Journal
from krisapp.store.paper_series import paper_series
from tests.store.writing import CONSOLE, OTHER, Watch, written


def test_only_the_console_that_started_it_has_no_letters_and_a_new_run_has_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    written(path)
    with Journal.read(path) as journal:
        started_by = journal.read_all().entries[0][0].stream
    found = []
    for console in (CONSOLE, OTHER, CONSOLE, OTHER):
        with Journal.open(path, console, Watch()) as journal:
            found.append(paper_series(journal, started_by))

    assert found[0] == found[2] == ""
    assert found[1] == found[3]
    assert len(found[1]) == 3 and found[1].isalpha()
