"""The alarm chain: everyone in turn, deputies after five minutes, nobody skipped and nobody twice in a round (AC3)."""

from collections import Counter
from datetime import datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.events import Event, Stamp
from krisapp.domain.incident import Incident
from krisapp.domain.leading import levels
from krisapp.domain.leading.alarm import calling
from krisapp.domain.leading.alarm.calling import Outcome
from krisapp.domain.leading.alarm.calling_order import FILLED, Situation, Standing, Turn
from krisapp.domain.leading.alarm.posts import Post
from krisapp.domain.leading.staff import manning
from krisapp.domain.leading.staff.staffing import Away
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist, Holder, Item, Level, Person, Role
from tests.domain.sitting import NOON, PLAN, Sitting

ROLES = ("KC", "SC", "KOM", "KSO", "FC", "IT")


def staffed(holders: dict[str, tuple[str, ...]], silent: tuple[str, ...] = ()) -> Plan:
    """Return a plan whose level N1 puts the staff to work, with these people in these roles."""
    people = tuple(dict.fromkeys(person for held in holders.values() for person in held))
    return msgspec.structs.replace(
        PLAN,
        roles=tuple(Role(id=id, rank=at, name=id, english="", tasks="", manned="ja") for at, id in enumerate(holders)),
        people=tuple(Person(id=id, name=id.upper(), mobile="" if id in silent else "070-174 06 05") for id in people),
        holders=tuple(
            Holder(role=role, person=person, rank=at)
            for role, held in holders.items()
            for at, person in enumerate(held, 1)
        ),
        levels=(Level(id="N1", rank=1, name="Stabsläge", criteria="", decided_by="", opens=("K02",)),),
        checklists=(
            Checklist(id="K02", rank=1, name="", anchor="T0", items=(Item(id="K02-03", rank=1, text="", role="SC"),)),
        ),
    )


@pytest.fixture
def sitting() -> Sitting:
    made = Sitting()
    made.incident.plan = staffed({"KC": ("folke", "gerda"), "SC": ("idun", "gerda", "klara"), "KSO": ("detlof",)})
    return made


def turn(sitting: Sitting) -> Turn | None:
    return Situation(sitting.incident, sitting.now).next_turn(sitting.person)


def ring(sitting: Sitting) -> Turn:
    one = turn(sitting)
    assert one is not None
    sitting.do(calling.begin(sitting.incident, one.post.id, one.person, sitting.now, one.instead_of))
    return one


def end(sitting: Sitting, one: Turn, outcome: Outcome, eta: datetime | None = None) -> Stamp:
    return sitting.do(
        calling.end(sitting.incident, one.post.id, one.person, outcome, sitting.now, sitting.now, eta=eta)
    )


def state(sitting: Sitting, post: str) -> Standing:
    situation = Situation(sitting.incident, sitting.now)
    return next(one.standing for one in situation.states() if one.post.id == post)


def test_the_chief_executive_is_rung_first_and_then_the_chief_of_staff(sitting: Sitting) -> None:
    first = ring(sitting)
    assert (first.post.id, first.person, first.post.caller, first.post.within) == ("KC", "folke", "TIB", 10)
    end(sitting, first, Outcome.ON_WAY, eta=sitting.now + timedelta(minutes=20))
    second = turn(sitting)
    assert second is not None
    assert (second.post.id, second.person) == ("SC", "idun")


def test_after_five_minutes_without_an_answer_the_deputy_is_next_and_nobody_needs_to_say_so(sitting: Sitting) -> None:
    ring(sitting)
    sitting.later(4.9)
    waiting = turn(sitting)
    assert state(sitting, "KC") is Standing.RINGING
    assert waiting is not None
    assert waiting.post.id == "SC"
    sitting.later(0.1)
    next_one = turn(sitting)
    assert next_one is not None
    assert (next_one.post.id, next_one.person, next_one.instead_of) == ("KC", "gerda", "folke")


def test_each_attempt_and_what_came_of_it_stands_in_the_log(sitting: Sitting) -> None:
    end(sitting, ring(sitting), Outcome.NO_ANSWER)
    end(sitting, ring(sitting), Outcome.ON_WAY, eta=NOON + timedelta(minutes=25))
    assert [line.text for line in sitting.incident.log[-4:]] == [
        "Ringer FOLKE (KC).",
        "FOLKE svarar inte (KC).",
        "Ringer GERDA som ersättare för FOLKE (KC).",
        "GERDA är på väg som KC, framme 12.25.",
    ]


def test_a_deputy_who_did_not_answer_for_one_role_is_not_rung_for_another_in_the_same_round(sitting: Sitting) -> None:
    rung = []
    for _number in range(5):
        one = ring(sitting)
        rung.append((one.post.id, one.person))
        end(sitting, one, Outcome.NO_ANSWER)
    assert rung == [("KC", "folke"), ("KC", "gerda"), ("SC", "idun"), ("SC", "klara"), ("KSO", "detlof")]
    again = turn(sitting)
    assert again is not None
    assert (again.round, again.person) == (2, "folke")


def test_two_who_ring_the_same_person_are_both_shown(sitting: Sitting) -> None:
    ring(sitting)
    sitting.person = "red"
    sitting.do(calling.Begun("KC", "folke", sitting.now))
    shown = next(one for one in Situation(sitting.incident, sitting.now).states() if one.post.id == "KC")
    assert shown.rung == ("tib", "red")


def test_callers_at_several_consoles_get_different_people(sitting: Sitting) -> None:
    first = ring(sitting)
    sitting.person = "red"
    second = ring(sitting)
    assert (first.person, second.person) == ("folke", "idun")


def test_nobody_is_told_to_ring_themselves(sitting: Sitting) -> None:
    sitting.person = "folke"
    one = turn(sitting)
    assert one is not None
    assert one.person == "gerda"


def test_a_missing_number_is_told_and_the_deputy_is_rung() -> None:
    sitting = Sitting()
    sitting.incident.plan = staffed({"KC": ("folke", "gerda"), "KSO": ("detlof",)}, silent=("folke", "detlof"))
    situation = Situation(sitting.incident, sitting.now)
    assert situation.without_number() == ["folke", "detlof"]
    assert state(sitting, "KSO") is Standing.NO_NUMBER
    one = turn(sitting)
    assert one is not None
    assert one.person == "gerda"


def test_who_is_away_is_not_rung_until_they_are_back(sitting: Sitting) -> None:
    later = sitting.now + timedelta(hours=1)
    sitting.do(manning.absent(sitting.incident, "folke", sitting.now, later, Away.REST))
    one = turn(sitting)
    assert one is not None
    assert one.person == "gerda"
    sitting.later(60)
    one = turn(sitting)
    assert one is not None
    assert one.person == "folke"


def test_somebody_on_the_way_is_missed_ten_minutes_after_they_should_have_come(sitting: Sitting) -> None:
    end(sitting, ring(sitting), Outcome.ON_WAY, eta=sitting.now + timedelta(minutes=20))
    sitting.later(29)
    assert state(sitting, "KC") is Standing.ON_WAY
    sitting.later(1)
    assert state(sitting, "KC") is Standing.OVERDUE


def test_an_outcome_noted_by_mistake_is_taken_back_and_the_person_is_still_being_rung(sitting: Sitting) -> None:
    stamp = end(sitting, ring(sitting), Outcome.UNABLE)
    sitting.do(calling.TakenBack(stamp.id))
    assert state(sitting, "KC") is Standing.RINGING
    assert sitting.incident.log[-1].text.startswith("Rättar post ")


def test_who_has_worked_and_gone_home_can_be_rung_again(sitting: Sitting) -> None:
    end(sitting, ring(sitting), Outcome.REACHED)
    sitting.later(5)
    sitting.do(manning.take(sitting.incident, "KC", "folke", sitting.now, sitting.now))
    assert state(sitting, "KC") is Standing.ON_DUTY
    sitting.later(60)
    sitting.do(manning.leave(sitting.incident, "KC", "folke", sitting.now, sitting.now))
    assert state(sitting, "KC") is Standing.WAITING


def test_a_post_says_whether_nobody_answered_can_come_or_is_free(sitting: Sitting) -> None:
    end(sitting, ring(sitting), Outcome.UNABLE)
    end(sitting, ring(sitting), Outcome.UNABLE)
    assert state(sitting, "KC") is Standing.UNABLE
    sitting.do(manning.absent(sitting.incident, "detlof", sitting.now, None, Away.OFF))
    assert state(sitting, "KSO") is Standing.NOBODY_FREE


def test_arbetstidslagen_who_has_just_gone_home_is_not_proposed_until_they_have_rested(sitting: Sitting) -> None:
    sitting.do(manning.take(sitting.incident, "KC", "folke", sitting.now, sitting.now))
    sitting.later(8 * 60)
    sitting.do(manning.leave(sitting.incident, "KC", "folke", sitting.now, sitting.now))
    sitting.later(10 * 60)
    one = turn(sitting)
    assert one is not None
    assert one.person == "gerda"
    sitting.later(60)
    one = turn(sitting)
    assert one is not None
    assert one.person == "folke"


def test_heads_of_departments_are_each_rung_for_their_own(sitting: Sitting) -> None:
    sitting.incident.plan = staffed({"KC": ("folke",), "FC": ("bo", "disa")})
    assert [post.id for post in Situation(sitting.incident, sitting.now).posts] == ["KC", "FC:bo", "FC:disa"]


def test_the_chain_follows_the_level_as_it_changes(sitting: Sitting) -> None:
    assert sitting.incident.plan is not None
    none = Level(id="N0", rank=0, name="", criteria="", decided_by="")
    sitting.incident.plan = msgspec.structs.replace(sitting.incident.plan, levels=(none, *sitting.incident.plan.levels))
    sitting.do(levels.set_level(sitting.incident, "N0", "KC"))
    assert turn(sitting) is None


@given(
    held=st.dictionaries(
        st.sampled_from(ROLES), st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4, unique=True), min_size=1
    ),
    answers=st.lists(st.sampled_from((None, *Outcome)), min_size=1, max_size=60),
)
def test_nobody_is_skipped_and_nobody_is_rung_twice_in_a_round(
    held: dict[str, list[str]], answers: list[Outcome | None]
) -> None:
    sitting = Sitting()
    sitting.incident.plan = staffed({role: tuple(people) for role, people in held.items()})
    rung: Counter[tuple[int, str]] = Counter()
    last = 1
    for answer in answers:
        one = turn(sitting)
        if one is None:
            break
        assert one.round >= last
        if one.round > last:
            passed_over = _could_have_been_rung(sitting, rung, last)
            assert not passed_over
            last = one.round
        rung[one.round, one.person] += 1
        assert rung[one.round, one.person] == 1
        ring(sitting)
        sitting.later(6 if answer is None else 1)
        if answer is not None:
            end(sitting, one, answer)
    if turn(sitting) is None:
        open_posts = [one for one in Situation(sitting.incident, sitting.now).states() if one.standing not in FILLED]
        assert all(not _free(sitting, one.post) for one in open_posts)


def _free(sitting: Sitting, post: Post) -> list[str]:
    situation = Situation(sitting.incident, sitting.now)
    return [person for person in post.people if situation.can_be_rung(person)]


def _could_have_been_rung(sitting: Sitting, rung: Counter[tuple[int, str]], round: int) -> list[str]:
    """Return who stands in an empty post, is free, and was not rung in a round that is over."""
    situation = Situation(sitting.incident, sitting.now)
    return [
        person
        for one in situation.states()
        if one.standing not in FILLED
        for person in one.post.people
        if situation.can_be_rung(person) and not rung[round, person] and situation.failures(person) < round
    ]


@given(st.permutations(range(6)))
def test_calls_are_the_same_in_whatever_order_their_entries_come(order: list[int]) -> None:
    at = [NOON + timedelta(minutes=number) for number in range(6)]
    events: list[tuple[Event, str]] = [
        (calling.Begun("KC", "a", at[0]), "tib"),
        (calling.Ended("KC", "a", Outcome.NO_ANSWER, at[1]), "tib"),
        (calling.Begun("KC", "b", at[2]), "red"),
        (calling.Ended("KC", "b", Outcome.UNABLE, at[3]), "red"),
        (calling.TakenBack("3"), "red"),
        (calling.Ended("KC", "b", Outcome.ON_WAY, at[4]), "red"),
    ]
    incident = Incident(staffed({"KC": ("a", "b")}))
    incident.start = Sitting().incident.start
    for number in order:
        happened, person = events[number]
        happened.apply(incident, Stamp(str(number), person, number + 1, number + 1, 0, 0, person))
    found = [(one.person, one.ended.outcome if one.ended else None) for one in incident.part(calling.Calls).calls()]
    assert found == [("a", Outcome.NO_ANSWER), ("b", Outcome.ON_WAY)]
