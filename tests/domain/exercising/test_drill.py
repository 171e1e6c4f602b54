"""A drill: its clock, and which inject comes when."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.events import Event, Stamp
from krisapp.domain.exercising.drill import (
    Drill,
    DrillEnded,
    Improvised,
    InjectHandled,
    InjectMoved,
    Observed,
    Standing,
    begin,
    handle,
    improvise,
    resume,
    set_clock,
)
from krisapp.domain.exercising.scenario import Beginning, Condition, Inject, InjectKind, Scenario, Via
from krisapp.domain.exercising.taking import InjectTaken, Made
from krisapp.domain.incident import Incident, Started
from krisapp.domain.leading.levels import LevelSet
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, PLAN, read_in_any_order


def inject(id: str, at: int = 0, **more: object) -> Inject:
    return Inject(id, InjectKind.MEDIA, "P4", "PRE", Via.PHONE, "Stämmer det?", at=at, **more)  # type: ignore[arg-type]


class Sitting:
    """A drill in memory, with a watch that is moved."""

    def __init__(self, *injects: Inject, exercise: bool = True) -> None:
        self.now, self.count = NOON, 0
        self.incident = Incident(PLAN)
        self.apply(Started("OVN-2027-001", "Övning", "power_outage", NOON, "N1", False, exercise, "", ("Bettna",)))
        self.scenario = Scenario("X", "Provet", 90, Beginning("power_outage", ("Bettna",), "Mörkt", "N1"), injects)

    def apply(self, *events: Event) -> None:
        for one in events:
            self.count += 1
            wall = int(self.now.timestamp() * 1000)
            one.apply(self.incident, Stamp(f"{self.count:064x}", "s", self.count, self.count, wall, 120, "tib"))

    @property
    def drill(self) -> Drill:
        return self.incident.part(Drill)

    def wait(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    @property
    def due(self) -> list[str]:
        return [one.id for one in self.drill.due(self.incident, self.now)]

    def send(self, id: str) -> None:
        self.apply(handle(self.drill, id, Standing.SENT, self.now))


def begun(*injects: Inject) -> Sitting:
    sitting = Sitting(*injects)
    sitting.apply(*begin(sitting.incident, sitting.scenario))
    return sitting


def test_a_scenario_is_refused_in_a_real_incident() -> None:
    sitting = Sitting(exercise=False)

    with pytest.raises(Refused, match="bara spelas i en övning"):
        begin(sitting.incident, sitting.scenario)


def test_injects_come_in_order_when_their_minute_has_come_and_reserves_only_by_hand() -> None:
    sitting = begun(inject("A2", 8), inject("A1", 0), inject("A9", reserve=True))

    assert sitting.due == ["A1"]
    sitting.send("A1")
    sitting.wait(8)
    assert sitting.due == ["A2"]
    sitting.send("A2")
    assert sitting.due == []
    sitting.send("A9")
    assert sitting.drill.standing("A9") is Standing.SENT


def test_the_clock_goes_faster_stands_still_and_jumps_and_never_goes_back() -> None:
    sitting = begun(inject("A1", 30))
    sitting.wait(5)
    sitting.apply(set_clock(sitting.drill, sitting.now, speed=20))
    sitting.wait(1)
    assert sitting.drill.minute(sitting.now) == pytest.approx(25)
    sitting.apply(set_clock(sitting.drill, sitting.now, speed=0))
    sitting.wait(60)
    assert sitting.drill.minute(sitting.now) == pytest.approx(25)
    assert sitting.due == []
    sitting.apply(set_clock(sitting.drill, sitting.now, jump_to=30))
    assert sitting.due == ["A1"]
    with pytest.raises(Refused, match="bakåt"):
        set_clock(sitting.drill, sitting.now, jump_to=10)


def test_an_inject_waits_for_what_the_team_does_and_is_needless_when_it_has_been_done() -> None:
    sitting = begun(
        inject("A1", 0, after=Condition(level="N2")),
        inject("A2", 0, after=Condition(inject="A1")),
        inject("A3", 0, unless=Condition(level="N2")),
    )
    assert sitting.due == ["A3"]
    assert not sitting.drill.needless(sitting.incident, sitting.scenario.injects[2])

    sitting.apply(LevelSet("N2", "värre"))
    assert sitting.due == ["A1", "A3"]
    assert sitting.drill.needless(sitting.incident, sitting.scenario.injects[2])
    sitting.send("A1")
    assert sitting.due == ["A2", "A3"]


def test_an_inject_is_held_let_go_skipped_with_a_reason_and_repeated() -> None:
    sitting = begun(inject("A1", 0))
    sitting.apply(handle(sitting.drill, "A1", Standing.HELD, sitting.now))
    assert sitting.due == []
    sitting.apply(handle(sitting.drill, "A1", Standing.PLANNED, sitting.now))
    assert sitting.due == ["A1"]
    with pytest.raises(Refused, match="varför"):
        handle(sitting.drill, "A1", Standing.SKIPPED, sitting.now)
    sitting.send("A1")
    sitting.send("A1")
    assert len(sitting.drill.acts["A1"]) == 4


def test_the_director_improvises_and_no_id_is_taken_twice() -> None:
    sitting = begun(inject("A1", 0))
    sitting.apply(improvise(sitting.drill, inject("I1", 3)))
    sitting.wait(3)
    assert sitting.due == ["A1", "I1"]
    with pytest.raises(Refused, match="heter redan"):
        improvise(sitting.drill, inject("A1"))


def test_a_drill_whose_machine_died_is_resumed_at_its_last_entry() -> None:
    sitting = begun(inject("A1", 0))
    sitting.wait(12)
    last = sitting.now
    sitting.wait(600)
    resumed = resume(sitting.drill, last)
    assert resumed is not None
    sitting.apply(resumed)
    assert sitting.drill.minute(sitting.now) == pytest.approx(12)
    assert resume(sitting.drill, sitting.now) is None


@given(st.lists(st.tuples(st.sampled_from([0, 1, 2, 4, 10, 20]), st.floats(0, 30)), max_size=12))
def test_the_exercise_clock_never_goes_back_whatever_is_done_with_it(acts: list[tuple[int, float]]) -> None:
    sitting = begun()
    before = 0.0
    for speed, minutes in acts:
        sitting.apply(set_clock(sitting.drill, sitting.now, speed=speed))
        sitting.wait(minutes)
        minute = sitting.drill.minute(sitting.now)
        assert minute >= before - 0.001
        before = minute


@given(st.data())
def test_a_drill_read_in_any_order_with_an_entry_twice_holds_the_same(data: st.DataObject) -> None:
    sitting = Sitting()
    entries = []
    for happened in (
        *begin(sitting.incident, sitting.scenario),
        InjectHandled("A1", Standing.SENT, 1.0),
        InjectHandled("A2", Standing.HELD, 2.0),
        InjectTaken("A1", Made.LOG, "x"),
        InjectMoved("A2", 9),
        Improvised(inject("X1", 3)),
        Observed("bra", 3.0, rating="P"),
        DrillEnded(4.0),
    ):
        sitting.wait(1)
        sitting.apply(happened)
        wall = int(sitting.now.timestamp() * 1000)
        entries.append((happened, Stamp(f"{sitting.count:064x}", "s", sitting.count, sitting.count, wall, 120, "tib")))
    read = read_in_any_order(data, PLAN, entries).part(Drill)
    drill = sitting.drill
    assert read.scenario == drill.scenario
    assert {id: [act.standing for act in acts] for id, acts in read.acts.items()} == {
        "A1": [Standing.SENT],
        "A2": [Standing.HELD],
    }
    assert (read.moved, read.improvised, read.ended) == (drill.moved, drill.improvised, drill.ended)
    assert sorted(stamp.id for _set, stamp in read.clock) == sorted(stamp.id for _set, stamp in drill.clock)
    assert [seen for seen, _stamp in read.observations] == [Observed("bra", 3.0, rating="P")]
    assert read.taken["A1"][0].made is Made.LOG
