"""Who works in which role, for how long, and how it is handed over (rows AC4 and AC5, arbetstidslagen)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.events import Event, Stamp
from krisapp.domain.incident import Incident
from krisapp.domain.leading.staff import handovers, manning
from krisapp.domain.leading.staff.endurance import Strain, strained, stretches, working
from krisapp.domain.leading.staff.handovers import Handovers, Means
from krisapp.domain.leading.staff.staffing import Away, Left, Staffing, Taken, acting_as, roles_of
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, PLAN, Sitting


@pytest.fixture
def sitting() -> Sitting:
    return Sitting()


def takes(sitting: Sitting, post: str, person: str, **more: str) -> None:
    sitting.do(manning.take(sitting.incident, post, person, sitting.now, sitting.now, **more))


def leaves(sitting: Sitting, post: str, person: str) -> None:
    sitting.do(manning.leave(sitting.incident, post, person, sitting.now, sitting.now))


def holders(sitting: Sitting, post: str) -> list[str]:
    return [spell.person for spell in sitting.incident.part(Staffing).standing(post)]


def test_somebody_goes_on_duty_and_the_log_says_as_what_and_since_when(sitting: Sitting) -> None:
    takes(sitting, "KC", "chef")
    assert holders(sitting, "KC") == ["chef"]
    assert sitting.incident.log[-1].text == "Vera Lind är i tjänst som Kommunchef från 12.00."


def test_the_next_one_takes_the_role_and_the_former_has_left_it(sitting: Sitting) -> None:
    takes(sitting, "KC", "chef")
    sitting.later(60)
    takes(sitting, "KC", "red")
    assert holders(sitting, "KC") == ["red"]
    assert roles_of(sitting.incident, "chef") == ()


def test_two_consoles_that_put_different_people_in_a_role_is_a_conflict_a_person_settles(sitting: Sitting) -> None:
    mine = Taken("KC", "chef", NOON)
    theirs = Taken("KC", "red", NOON)
    mine.apply(sitting.incident, Stamp("a", "s", 90, 90, 0, 0, "tib"))
    theirs.apply(sitting.incident, Stamp("b", "t", 1, 90, 0, 0, "red"))
    assert holders(sitting, "KC") == ["chef", "red"]
    assert sitting.incident.part(Staffing).register("KC").contested
    sitting.later(1)
    takes(sitting, "KC", "red")
    assert holders(sitting, "KC") == ["red"]


def test_who_acted_in_which_role_is_known_for_every_moment(sitting: Sitting) -> None:
    takes(sitting, "TIB", "tib")
    sitting.later(30)
    takes(sitting, "KC", "tib")
    leaves(sitting, "TIB", "tib")
    assert acting_as(sitting.incident, "tib", NOON + timedelta(minutes=10)) == "TIB"
    assert acting_as(sitting.incident, "tib", NOON + timedelta(minutes=40)) == "KC"
    assert acting_as(sitting.incident, "tib", NOON - timedelta(minutes=1)) == ""


@pytest.mark.parametrize(
    ("hours", "strain"), [(9.9, Strain.FINE), (10, Strain.RELIEVE), (11.9, Strain.RELIEVE), (12, Strain.STOP)]
)
def test_relief_is_due_at_ten_hours_and_twelve_are_the_stop(sitting: Sitting, hours: float, strain: Strain) -> None:
    takes(sitting, "KC", "chef")
    sitting.later(hours * 60)
    (stretch,) = working(sitting.incident)
    assert stretch.strain(sitting.now) is strain
    assert bool(strained(sitting.incident, sitting.now)) is (strain is not Strain.FINE)


def test_hours_run_on_when_somebody_goes_from_one_role_to_another(sitting: Sitting) -> None:
    takes(sitting, "TIB", "tib")
    sitting.later(6 * 60)
    leaves(sitting, "TIB", "tib")
    sitting.later(30)
    takes(sitting, "KC", "tib")
    sitting.later(4 * 60)
    assert [stretch.person for stretch in strained(sitting.incident, sitting.now)] == ["tib"]


def test_arbetstidslagen_less_than_eleven_hours_of_rest_asks_for_a_reason_that_is_kept(sitting: Sitting) -> None:
    takes(sitting, "KC", "chef")
    sitting.later(8 * 60)
    leaves(sitting, "KC", "chef")
    sitting.later(9 * 60)
    with pytest.raises(Refused, match="9 timmars vila"):
        takes(sitting, "KC", "chef")
    takes(sitting, "KC", "chef", reason="Ersättaren sitter fast i snön")
    assert "utan elva timmars vila. Skäl: Ersättaren sitter fast i snön" in sitting.incident.log[-1].text


def test_arbetstidslagen_after_eleven_hours_of_rest_no_reason_is_asked_for(sitting: Sitting) -> None:
    takes(sitting, "KC", "chef")
    sitting.later(8 * 60)
    leaves(sitting, "KC", "chef")
    sitting.later(11 * 60)
    takes(sitting, "KC", "chef")
    assert [stretch.since for stretch in stretches(sitting.incident, "chef")] == [NOON, NOON + timedelta(hours=19)]


def test_a_role_changes_hands_only_when_the_receiving_person_has_confirmed(sitting: Sitting) -> None:
    takes(sitting, "KC", "chef")
    offered = sitting.do(handovers.offer(sitting.incident, "KC", "chef", "red", "Läget just nu"))
    assert holders(sitting, "KC") == ["chef"]
    with pytest.raises(Refused, match="Bara Ida Ek"):
        handovers.confirm(sitting.incident, offered.id, "chef", sitting.now, Means.HERE)
    sitting.later(10)
    sitting.person = "red"
    sitting.do(handovers.confirm(sitting.incident, offered.id, "red", sitting.now, Means.HERE))
    assert holders(sitting, "KC") == ["red"]
    one = sitting.incident.part(Handovers).all[offered.id]
    assert one.offered.brief == "Läget just nu"
    assert one.confirmed_by is not None
    assert one.confirmed_by.person == "red"
    assert [line.text for line in sitting.incident.log[-2:]] == [
        "Vera Lind lämnar över rollen Kommunchef till Ida Ek. Väntar på bekräftelse.",
        "Ida Ek har tagit över som Kommunchef efter Vera Lind kl. 12.10 och bekräftat det själv.",
    ]


def test_a_handover_is_taken_back_and_the_role_stays(sitting: Sitting) -> None:
    takes(sitting, "KC", "chef")
    offered = sitting.do(handovers.offer(sitting.incident, "KC", "chef", "red"))
    with pytest.raises(Refused, match="väntar redan"):
        handovers.offer(sitting.incident, "KC", "chef", "tib")
    sitting.do(handovers.withdraw(sitting.incident, offered.id))
    with pytest.raises(Refused, match="redan avslutad"):
        handovers.confirm(sitting.incident, offered.id, "red", sitting.now, Means.HERE)
    assert holders(sitting, "KC") == ["chef"]


@pytest.mark.parametrize(("giver", "receiver"), [("tib", "red"), ("chef", "chef"), ("chef", "")])
def test_only_who_has_a_role_hands_it_over_and_to_another(sitting: Sitting, giver: str, receiver: str) -> None:
    takes(sitting, "KC", "chef")
    with pytest.raises(Refused):
        handovers.offer(sitting.incident, "KC", giver, receiver)


def test_somebody_who_works_is_not_away_until_the_role_is_handed_over(sitting: Sitting) -> None:
    takes(sitting, "KC", "chef")
    with pytest.raises(Refused, match="Lämna över först"):
        manning.absent(sitting.incident, "chef", sitting.now, None, Away.REST)
    leaves(sitting, "KC", "chef")
    sitting.do(manning.absent(sitting.incident, "chef", sitting.now, None, Away.REST))
    assert sitting.incident.log[-1].text == "Vera Lind vilar tills vidare."
    sitting.do(manning.back(sitting.incident, "chef", sitting.now))
    assert sitting.incident.part(Staffing).away("chef", sitting.now) is None


@pytest.mark.parametrize("minutes", [1, -1])
def test_nobody_goes_off_before_they_came_or_later_than_now(sitting: Sitting, minutes: int) -> None:
    takes(sitting, "KC", "chef")
    with pytest.raises(Refused, match="Tiden måste"):
        manning.leave(sitting.incident, "KC", "chef", NOON + timedelta(minutes=minutes), NOON)


def test_several_work_in_one_role_each_in_a_post_of_their_own(sitting: Sitting) -> None:
    takes(sitting, "RED", "red")
    takes(sitting, manning.free_post(sitting.incident, "RED", "tib"), "tib")
    assert [spell.post for spell in sitting.incident.part(Staffing).running()] == ["RED", "RED:tib"]


@given(st.permutations(range(4)))
def test_who_works_is_the_same_in_whatever_order_the_entries_come(order: list[int]) -> None:
    at = [NOON + timedelta(hours=number) for number in range(4)]
    events: list[tuple[Event, tuple[str, ...]]] = [
        (Taken("KC", "a", at[0]), ()),
        (Left("KC", "a", at[1]), ("0",)),
        (Taken("KC", "b", at[2]), ()),
        (handovers.Confirmed("9", "KC", "b", "c", at[3], Means.TOLD), ("2",)),
    ]
    incident = Incident(PLAN)
    for number in order:
        happened, replaces = events[number]
        happened.apply(incident, Stamp(str(number), "s", number + 1, number + 1, 0, 0, "tib", replaces))
    staffing = incident.part(Staffing)
    assert [spell.person for spell in staffing.running()] == ["c"]
    spells = {spell.person: (spell.since, spell.until) for spell in staffing.spells.values()}
    assert spells == {"a": (at[0], at[1]), "b": (at[2], at[3]), "c": (at[3], None)}


def test_an_offer_that_comes_after_its_confirmation_is_closed(sitting: Sitting) -> None:
    handovers.Confirmed("x", "KC", "chef", "red", NOON, Means.HERE).apply(
        sitting.incident, Stamp("y", "t", 2, 99, 0, 0, "red")
    )
    handovers.Offered("KC", "chef", "red").apply(sitting.incident, Stamp("x", "t", 1, 100, 0, 0, "chef"))
    assert sitting.incident.part(Handovers).waiting() == []
    assert holders(sitting, "KC") == ["red"]


def test_a_journal_read_before_its_plan_tells_names_and_roles_as_it_did_when_it_was_written() -> None:
    incident = Incident()
    Taken("KC", "chef", NOON).apply(incident, Stamp("a", "s", 1, 1, 0, 0, "tib"))
    incident.plan = PLAN
    assert incident.log[-1].text == "Vera Lind är i tjänst som Kommunchef från 12.00."
