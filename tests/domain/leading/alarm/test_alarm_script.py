"""What is said when one rings, and what was noted on paper meanwhile (row AC3)."""

from datetime import timedelta

import pytest

from krisapp.domain.leading.alarm import calling
from krisapp.domain.leading.alarm.alarm_script import script
from krisapp.domain.leading.alarm.calling import Outcome
from krisapp.domain.leading.alarm.calling_order import Standing
from krisapp.domain.words import Refused
from tests.domain.leading.alarm.test_calling import staffed, state, turn
from tests.domain.sitting import NOON, Sitting


@pytest.fixture
def sitting() -> Sitting:
    made = Sitting()
    made.incident.plan = staffed({"KC": ("folke", "gerda"), "SC": ("idun",)})
    return made


def test_what_was_noted_on_paper_keeps_its_time_and_says_from_which_paper(sitting: Sitting) -> None:
    sitting.later(90)
    then = NOON + timedelta(minutes=12)
    sitting.do(calling.end(sitting.incident, "KC", "folke", Outcome.REACHED, then, sitting.now, paper="R-003"))
    line = sitting.incident.log[-1]
    assert (line.happened, line.source, line.late) == (then, "papper nr R-003", True)
    assert state(sitting, "KC") is Standing.REACHED


@pytest.mark.parametrize("minutes", [-1, 91])
def test_a_time_before_the_alarm_or_ahead_is_refused(sitting: Sitting, minutes: int) -> None:
    sitting.later(90)
    with pytest.raises(Refused, match=r"larmet|framåt"):
        calling.end(sitting.incident, "KC", "folke", Outcome.REACHED, NOON + timedelta(minutes=minutes), sitting.now)


def test_the_script_says_who_rings_what_happened_the_level_and_where_to_come(sitting: Sitting) -> None:
    sitting.do(calling.gather(sitting.incident, "Stadshuset, sal Flen", NOON + timedelta(hours=1), bring="dator"))
    one = turn(sitting)
    assert one is not None
    said = " ".join(script(sitting.incident, one, "tib", sitting.now))
    for words in ("det är tib på Flens kommun", "elavbrott i Bettna", "klockan 12", "stabsläge"):
        assert words in said
    assert "Vi samlas kl. 13.00: Stadshuset, sal Flen." in said
    assert "Ta med dator." in said


def test_p62_in_an_exercise_the_caller_says_so_first() -> None:
    sitting = Sitting(exercise=True)
    sitting.incident.plan = staffed({"KC": ("folke",)})
    one = turn(sitting)
    assert one is not None
    assert "övning" in script(sitting.incident, one, "tib", sitting.now)[0]
