"""A whole drill from start to report, played by a team that does well and one that does badly (issue 6, row EX4)."""

from pathlib import Path

import pytest

from krisapp.desk import read_incident
from krisapp.domain.scoring.account import Account
from krisapp.domain.scoring.measure import Found, Verdict
from krisapp.domain.scoring.measures import score, tally
from krisapp.store.journal import Journal
from krisapp.workplace import Workplace
from tests.journeys.played_drills import Team, bad, good
from tests.ui.views.conftest import StandingClock


def scored(team: Team) -> tuple[Account, dict[str, Found]]:
    """Score from the file alone, as any console would."""
    path: Path = team.desk.path
    team.desk.close()
    with Journal.read(path) as journal:
        incident, reading = read_incident(journal, team.clock, lambda: team.desk.incident.plan)  # type: ignore[arg-type,return-value]
    account = Account(incident.plan, ((stamp, one) for stamp, one, _kind in reading.entries), team.clock())
    return account, score(account)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def workplace(tmp_path: Path, clock: StandingClock) -> Workplace:
    return Workplace(tmp_path / "workplace", clock)


def test_a_team_that_does_well_and_one_that_does_badly_are_told_apart_for_the_right_reasons(
    workplace: Workplace, clock: StandingClock
) -> None:
    _account, well = scored(good(Team(workplace, clock)))
    _other, badly = scored(bad(Team(workplace, clock)))

    missed = {key for key, found in badly.items() if found.verdict is Verdict.MISSED}
    assert {key: one.words for key, one in well.items() if one.verdict is Verdict.MISSED} == {}
    assert missed >= {
        "first_log",
        "level",
        "internal",
        "residents",
        "web",
        "script",
        "promises",
        "media",
        "rumours",
        "order",
        "reasons",
    }
    assert badly["order"].number == 1
    assert badly["passed_over"].number == 2
    assert badly["residents"].number == 41
    assert well["residents"].number == 9
    assert tally(well.values())[0] > 3 * tally(badly.values())[0]
    assert tally(well.values())[1] >= 14


def test_the_same_drill_at_four_times_the_speed_gives_the_same_score(
    workplace: Workplace, clock: StandingClock
) -> None:
    _account, slow = scored(good(Team(workplace, clock)))
    _other, fast = scored(good(Team(workplace, clock, speed=4)))

    assert {key: one.verdict for key, one in fast.items()} == {key: one.verdict for key, one in slow.items()}
    assert fast["residents"].number == slow["residents"].number
