"""Scoring a long incident and making its report, beside reading its journal (issue 6: report under 2 s)."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from krisapp.desk import read_incident
from krisapp.documents.exercise.evaluation_report import report_paper
from krisapp.domain.log import Kind, write
from krisapp.store.journal import Journal
from krisapp.ui.views.exercise.score.reading import Scored, read_score
from krisapp.workplace import Workplace
from tests.bench.long_journals import sentences
from tests.bench.ratios import Row, tell
from tests.journeys.played_drills import FIRST, Team
from tests.ui.views.conftest import StandingClock

LINES, UPDATES = 10_000, 40
MOST_SECONDS, MOST_RATIO = 2.0, 3.5
T = TypeVar("T")


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    made = work()
    return time.perf_counter() - began, made


def _long(folder: Path, clock: StandingClock) -> Team:
    """Return a drill of ten thousand lines in which the first texts are renewed over and over."""
    team = Team(Workplace(folder, clock), clock)
    team.promise(30)
    team.release(*FIRST)
    incident = team.desk.incident
    every = list(sentences(LINES))
    for number in range(UPDATES):
        clock.later(1)
        part = every[number * LINES // UPDATES : (number + 1) * LINES // UPDATES]
        team.do(*(write(incident, Kind.OBSERVATION, text, team.now) for text in part))
        team.update(30)
    return team


def _read(path: Path, team: Team) -> None:
    with Journal.read(path) as journal:
        read_incident(journal, team.clock, lambda: team.texts._plan)


def test_the_report_of_a_long_incident_is_made_in_two_seconds(tmp_path: Path) -> None:
    clock = StandingClock()
    team = _long(tmp_path / "workplace", clock)
    path, incident, now = team.desk.path, team.desk.incident, team.now
    plan = team.texts._plan

    def report() -> Scored:
        scored = read_score(path, now, lambda: plan)
        report_paper(incident, scored.account, scored.found, {}, (), now).pdf()
        return scored

    floor, _nothing = _timed(partial(_read, path, team))
    taken, scored = _timed(report)
    team.desk.close()
    assert len(scored.account.outs) == len(FIRST) * (UPDATES + 1)
    tell(Row("report of 10,000 entries", taken, floor, "reading the journal", MOST_RATIO, MOST_SECONDS))
