"""The shift plan: twelve hours, eleven hours of rest, one role at a time, and secret from the start (AC4, 3.12)."""

from datetime import timedelta

import msgspec
import pytest

from krisapp.domain.leading import levels
from krisapp.domain.leading.staff import manning
from krisapp.domain.leading.staff.shift_planning import Relief, changing_now, drop_shift, plan_shift, reliefs
from krisapp.domain.leading.staff.shifts import Planned, Shifts
from krisapp.domain.leading.staff.staffing import Away
from krisapp.domain.plan_rows import Checklist, Holder, Item, Level, Person, Role
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, PLAN, Sitting

HOUR = timedelta(hours=1)
HELD = {
    "SC": ("idun", "gerda", "klara"),
    "KC": ("folke", "gerda"),
    "LÄG": ("arla",),
    "SAM": ("arla", "osten"),
    "RED": ("otto",),
    "OMV": ("otto",),
}


@pytest.fixture
def sitting() -> Sitting:
    made = Sitting()
    people = dict.fromkeys(person for held in HELD.values() for person in held)
    watching = Level(id="N1", rank=1, name="", criteria="", decided_by="", opens=("K01",))
    staff = Level(id="N2", rank=2, name="", criteria="", decided_by="", opens=("K02",))
    k02 = Checklist(id="K02", rank=1, name="", anchor="T0", items=(Item(id="K02-03", rank=1, text="", role="SC"),))
    made.incident.plan = msgspec.structs.replace(
        PLAN,
        roles=tuple(Role(id=id, rank=at, name=id, english="", tasks="", manned="ja") for at, id in enumerate(HELD)),
        people=tuple(Person(id=id, name=id.title()) for id in people),
        holders=tuple(
            Holder(role=role, person=person, rank=at)
            for role, held in HELD.items()
            for at, person in enumerate(held, 1)
        ),
        levels=(watching, staff),
        checklists=(k02,),
    )
    return made


def plan(
    sitting: Sitting, post: str, person: str, start: float, end: float, *, shift: str = "", reason: str = ""
) -> Planned:
    return plan_shift(
        sitting.incident, post, person, NOON + start * HOUR, NOON + end * HOUR, shift=shift, reason=reason
    )


def relief(sitting: Sitting, post: str) -> Relief:
    return next(one for one in reliefs(sitting.incident, sitting.now) if one.spell.post == post)


def test_a_shift_is_secret_from_the_start_with_its_legal_ground(sitting: Sitting) -> None:
    sitting.do(plan(sitting, "SC", "idun", 0, 8))
    (shift,) = sitting.incident.part(Shifts).standing()
    assert (shift.person, shift.ground) == ("idun", "OSL 18:13")
    line = sitting.incident.log[-1]
    assert (line.ground, line.text) == ("OSL 18:13", "Pass: Idun, SC, 11/6 12.00–20.00.")


def test_arbetstidslagen_a_shift_of_more_than_twelve_hours_asks_why(sitting: Sitting) -> None:
    plan(sitting, "SC", "idun", 0, 12)
    with pytest.raises(Refused, match="12 timmar i sträck"):
        plan(sitting, "SC", "idun", 0, 12.5)
    assert plan(sitting, "SC", "idun", 0, 13, reason="Ingen annan når fram").reason == "Ingen annan når fram"


def test_arbetstidslagen_two_shifts_that_meet_are_one_stretch(sitting: Sitting) -> None:
    sitting.do(plan(sitting, "SC", "idun", 0, 8))
    with pytest.raises(Refused, match="12 timmar i sträck"):
        plan(sitting, "SC", "idun", 8, 16)


@pytest.mark.parametrize(("start", "end"), [(18, 26), (-16, -10)])
def test_arbetstidslagen_eleven_hours_of_rest_lie_before_and_after_a_shift(
    sitting: Sitting, start: int, end: int
) -> None:
    sitting.do(plan(sitting, "SC", "idun", 0, 8))
    with pytest.raises(Refused, match="Dygnsvilan är 11"):
        plan(sitting, "SC", "idun", start, end)


def test_arbetstidslagen_what_somebody_has_worked_counts_as_well(sitting: Sitting) -> None:
    sitting.do(manning.take(sitting.incident, "SC", "idun", sitting.now, sitting.now))
    sitting.later(8 * 60)
    sitting.do(manning.leave(sitting.incident, "SC", "idun", sitting.now, sitting.now))
    with pytest.raises(Refused, match="10 timmars vila"):
        plan(sitting, "SC", "idun", 18, 24)
    sitting.do(plan(sitting, "SC", "idun", 19, 25))


def test_nobody_is_planned_in_two_roles_at_once_but_for_the_allowed_pairs(sitting: Sitting) -> None:
    sitting.do(plan(sitting, "KC", "gerda", 0, 8))
    with pytest.raises(Refused, match="redan planerad som KC"):
        plan(sitting, "SC", "gerda", 4, 8)
    sitting.do(plan(sitting, "LÄG", "arla", 0, 8))
    sitting.do(plan(sitting, "SAM", "arla", 0, 8))


def test_one_person_writes_and_monitors_only_below_staff_level(sitting: Sitting) -> None:
    sitting.do(plan(sitting, "RED", "otto", 0, 8))
    plan(sitting, "OMV", "otto", 0, 8)
    sitting.do(levels.set_level(sitting.incident, "N2", "KC"))
    with pytest.raises(Refused, match="redan planerad som RED"):
        plan(sitting, "OMV", "otto", 0, 8)


def test_a_shift_is_changed_and_dropped_and_nothing_is_counted_twice(sitting: Sitting) -> None:
    stamp = sitting.do(plan(sitting, "SC", "idun", 0, 8))
    sitting.do(plan(sitting, "SC", "klara", 0, 9, shift=stamp.id))
    (shift,) = sitting.incident.part(Shifts).standing()
    assert (shift.id, shift.person) == (stamp.id, "klara")
    sitting.do(drop_shift(sitting.incident, stamp.id))
    assert sitting.incident.part(Shifts).standing() == []
    with pytest.raises(Refused):
        drop_shift(sitting.incident, stamp.id)


def test_relief_is_due_twelve_hours_after_somebody_began_and_a_deputy_is_proposed(sitting: Sitting) -> None:
    sitting.do(manning.take(sitting.incident, "SC", "idun", sitting.now, sitting.now))
    one = relief(sitting, "SC")
    assert one.gap
    assert (one.due, one.proposed, one.proposed_end) == (NOON + 12 * HOUR, "gerda", NOON + 20 * HOUR)


def test_a_deputy_who_works_is_away_or_is_proposed_for_another_role_is_passed_over(sitting: Sitting) -> None:
    sitting.do(manning.take(sitting.incident, "SC", "idun", sitting.now, sitting.now))
    sitting.do(manning.take(sitting.incident, "KC", "folke", sitting.now, sitting.now))
    assert (relief(sitting, "KC").proposed, relief(sitting, "SC").proposed) == ("gerda", "klara")
    sitting.do(manning.absent(sitting.incident, "gerda", sitting.now, None, Away.OFF))
    assert relief(sitting, "SC").proposed == "klara"
    assert relief(sitting, "KC").proposed == ""


def test_a_planned_shift_that_begins_in_time_closes_the_gap(sitting: Sitting) -> None:
    sitting.do(manning.take(sitting.incident, "SC", "idun", sitting.now, sitting.now))
    sitting.do(plan(sitting, "SC", "idun", 0, 8))
    assert relief(sitting, "SC").due == NOON + 8 * HOUR
    sitting.do(plan(sitting, "SC", "klara", 7.5, 16))
    one = relief(sitting, "SC")
    assert one.planned is not None
    assert one.planned.person == "klara"


def test_a_planned_shift_that_begins_too_late_leaves_the_gap(sitting: Sitting) -> None:
    sitting.do(manning.take(sitting.incident, "SC", "idun", sitting.now, sitting.now))
    sitting.do(plan(sitting, "SC", "klara", 13, 20))
    assert relief(sitting, "SC").gap


def test_the_change_of_shift_is_on_half_an_hour_before_the_relief_begins(sitting: Sitting) -> None:
    sitting.do(manning.take(sitting.incident, "SC", "idun", sitting.now, sitting.now))
    sitting.do(plan(sitting, "SC", "klara", 10, 18))
    sitting.later(9 * 60 + 29)
    assert changing_now(sitting.incident, sitting.now) == []
    sitting.later(1)
    assert [one.spell.post for one in changing_now(sitting.incident, sitting.now)] == ["SC"]
