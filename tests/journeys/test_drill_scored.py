"""Each scenario from start to score, played by a team that does well and one that does badly (issue 6, row EX4)."""

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


@pytest.mark.parametrize("scenario", range(4), ids=("Grumligt", "Mörkt i väster", "Rött ljus", "Tåg 4711"))
def test_a_team_that_does_well_and_one_that_does_badly_are_told_apart_for_the_right_reasons(
    workplace: Workplace, clock: StandingClock, scenario: int
) -> None:
    _account, well = scored(good(Team(workplace, clock, scenario_at=scenario)))
    _other, badly = scored(bad(Team(workplace, clock, scenario_at=scenario)))

    assert {key: one.words for key, one in well.items() if one.verdict is Verdict.MISSED} == {}
    assert {key: one.words for key, one in badly.items() if one.verdict is Verdict.MISSED} == {
        "first_log": "12 min",
        "level": "34 min",
        "internal": "inte gjort",
        "residents": "41 min",
        "web": "inte gjort",
        "script": "inte gjort",
        "promises": "0 %, 0 av 1",
        "media": "0 %, 0 av 1",
        "rumours": "0 %, 0 av 1",
        "order": "1 försök",
        "reasons": "0 %, 0 av 2",
    }
    assert badly["passed_over"].number == 2
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
