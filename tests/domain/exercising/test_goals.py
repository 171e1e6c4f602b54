"""Goals of a quick drill, its end, and the approver whom the program plays."""

from datetime import timedelta

import pytest

from krisapp.domain.checks import Stage
from krisapp.domain.exercising.drill import begin, end, move, observe
from krisapp.domain.exercising.played import READS_FOR, approver, to_read
from krisapp.domain.exercising.scenario import Beginning, Condition, Goal, Scenario, condition_words
from krisapp.domain.leading.levels import LevelSet
from krisapp.domain.messages import draft, message_id
from krisapp.domain.words import Refused
from tests.domain.exercising.test_drill import Sitting, begun, inject
from tests.domain.sitting import Sitting as Desk


def with_goals(*goals: Goal) -> Sitting:
    sitting = Sitting()
    first = Beginning("power_outage", ("Bettna",), "Mörkt", "N1")
    sitting.apply(*begin(sitting.incident, Scenario("Q", "Snabb", 15, first, (), goals=goals)))
    return sitting


def test_the_end_tells_which_goals_were_reached() -> None:
    sitting = with_goals(
        Goal("Nivå satt", Condition(level="N2")), Goal("Nivå satt två gånger", Condition(level="N2", times=2))
    )
    sitting.apply(LevelSet("N2", "värre"))
    sitting.wait(7)
    ended = end(sitting.incident, sitting.now)
    assert (ended.minute, ended.reached) == (7.0, ("Nivå satt",))


def test_a_drill_ends_once_and_nothing_is_due_after() -> None:
    sitting = begun(inject("A", 5))
    sitting.apply(end(sitting.incident, sitting.now))
    sitting.wait(30)
    assert sitting.due == []
    with pytest.raises(Refused, match="redan slut"):
        end(sitting.incident, sitting.now)


def test_an_inject_is_moved_within_two_days_and_an_observation_says_something() -> None:
    sitting = begun(inject("A", 5))
    sitting.apply(move(sitting.drill, "A", 0))
    assert sitting.due == ["A"]
    with pytest.raises(Refused, match="mellan 0 och"):
        move(sitting.drill, "A", 5000)
    with pytest.raises(Refused, match="vad du ser"):
        observe(sitting.drill, sitting.now, " ")


def test_conditions_are_said_in_words() -> None:
    assert condition_words(Condition(released="E1")) == "när en text har gått ut till E1"
    assert condition_words(Condition(answered="rumour", times=3)) == "när ett rykte är bemött, 3 gånger"


def test_p53_the_played_approver_reads_a_while_and_is_never_who_wrote() -> None:
    desk = Desk(exercise=True)
    id = message_id("E1", "C01")
    desk.do(draft(desk.incident, id, "Mörkt i Bettna.", Stage.FIRST, edited=True))
    assert to_read(desk.incident, desk.now) is None
    desk.now += READS_FOR + timedelta(seconds=1)
    assert to_read(desk.incident, desk.now) == id
    assert approver(desk.incident, id, desk.now) == "chef"
    desk.person = "chef"
    desk.do(draft(desk.incident, id, "Mörkt i hela Bettna.", Stage.FIRST, edited=True))
    assert approver(desk.incident, id, desk.now) is None
