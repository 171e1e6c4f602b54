"""Staff meetings: the locked point, minutes two people write at once, what is born, and the next time."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.events import Event, Stamp
from krisapp.domain.incident import Incident
from krisapp.domain.leading.meeting import holding, meeting_history
from krisapp.domain.leading.meeting.agendas import Agenda, Point
from krisapp.domain.leading.meeting.meetings import Born, Meeting, Meetings, next_meeting, ongoing, overdue
from krisapp.domain.leading.staff.staffing import Taken
from krisapp.domain.words import Refused
from krisapp.store.agendas import agendas
from tests.domain.sitting import NOON, PLAN, Sitting

BRIEFING = next(one for one in agendas() if one.id == "briefing")


def begun(sitting: Sitting, agenda: Agenda = BRIEFING) -> Meeting:
    """Begin a meeting with two people and return it."""
    id = sitting.do(holding.open_meeting(sitting.incident, agenda, ("chef", "tib"))).id
    return sitting.incident.part(Meetings).meeting(id)


def noted(sitting: Sitting, meeting: Meeting, point: str, text: str) -> None:
    sitting.do(holding.note(sitting.incident, meeting.id, point, text))


def ended(sitting: Sitting, meeting: Meeting, next_at: datetime | None = None, reason: str = "Läget är lugnt.") -> None:
    sitting.do(holding.close(sitting.incident, meeting.id, sitting.now, next_at, next_agenda="briefing", reason=reason))


@pytest.mark.parametrize("agenda", agendas(), ids=lambda one: one.id)
def test_p51_every_agenda_has_the_point_kommunikation_locked_and_its_minutes_add_up(agenda: Agenda) -> None:
    locked = [point for point in agenda.points if point.locked]
    assert [point.id for point in locked] == ["communication"]
    assert locked[0].text.startswith("Kommunikation")
    assert sum(point.minutes for point in agenda.points) == agenda.minutes
    assert len({point.id for point in agenda.points}) == len(agenda.points)


def test_all_kinds_of_meeting_of_the_handbook_are_offered_and_as_long_as_it_says() -> None:
    longest = {"start": 20, "briefing": 15, "review": 60, "isf": 30, "press": 30}
    assert {one.id: one.minutes <= longest[one.id] for one in agendas()} == dict.fromkeys(longest, True)


def test_p51_the_locked_point_cannot_be_taken_away() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    with pytest.raises(Refused, match="låst"):
        holding.drop_point(sitting.incident, meeting.id, "communication")
    # Not even by an event from a console that knows no locks.
    sitting.do(meeting_history.PointDropped(meeting.id, "communication"))
    assert "communication" in [point.id for point in meeting.points]


def test_p51_a_meeting_does_not_end_with_the_locked_point_empty() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    with pytest.raises(Refused, match="Kommunikation: vad går ut före nästa möte"):
        ended(sitting, meeting)
    noted(sitting, meeting, "communication", "Nytt besked kl. 15.00. Vera talar.")
    ended(sitting, meeting)
    assert meeting.closed is not None


def test_a_point_may_be_added_and_another_taken_away_and_put_back() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    sitting.do(holding.add_point(sitting.incident, meeting.id, "Reservkraft", "needs"))
    sitting.do(holding.drop_point(sitting.incident, meeting.id, "deviations"))
    texts = [point.text for point in meeting.points]
    assert texts.index("Reservkraft") == texts.index("Behov och resurser") + 1
    assert "Avvikelser från plan" not in texts
    sitting.do(meeting_history.PointDropped(meeting.id, "deviations", dropped=False))
    assert "Avvikelser från plan" in [point.text for point in meeting.points]


def test_a_point_with_notes_stays() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    noted(sitting, meeting, "needs", "Två elverk.")
    with pytest.raises(Refused, match="anteckningar"):
        holding.drop_point(sitting.incident, meeting.id, "needs")


def test_two_consoles_that_write_the_same_point_both_stand_until_somebody_chooses() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    noted(sitting, meeting, "communication", "Vi säger inget.")
    seen = meeting.notes["communication"].heads
    noted(sitting, meeting, "communication", "Besked kl. 15.00.")
    # Somebody who began to type before that came.
    late = holding.note(sitting.incident, meeting.id, "communication", "Besked kl. 16.00.", seen)
    assert sitting.do(late).replaces == seen

    assert meeting.contested == ("communication",)
    assert {text for text, _stamp in meeting.notes["communication"].claims} == {
        "Besked kl. 15.00.",
        "Besked kl. 16.00.",
    }
    with pytest.raises(Refused, match="Två har skrivit"):
        ended(sitting, meeting)
    noted(sitting, meeting, "communication", "Besked kl. 16.00.")
    assert not list(meeting.contested)
    assert meeting.note("communication") == "Besked kl. 16.00."


def test_those_on_duty_and_the_one_at_the_desk_are_expected() -> None:
    sitting = Sitting()
    sitting.do(Taken("KC", "chef", sitting.now))
    assert holding.expected(sitting.incident, "tib") == ("chef", "tib")
    assert holding.expected(sitting.incident, "chef") == ("chef",)


def test_a_start_meeting_is_offered_first_then_what_was_planned() -> None:
    sitting = Sitting()
    assert holding.suggested(sitting.incident) == "start"
    meeting = begun(sitting)
    assert holding.suggested(sitting.incident) == "briefing"
    noted(sitting, meeting, "communication", "Besked kl. 13.00.")
    due = holding.next_time(sitting.now + timedelta(minutes=1))
    assert due == NOON + timedelta(hours=2, minutes=15)
    sitting.do(holding.close(sitting.incident, meeting.id, sitting.now, due, next_agenda="review"))
    assert holding.suggested(sitting.incident) == "review"


def test_attendance_is_of_the_plans_people_and_of_others_in_words() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    sitting.do(holding.attend(sitting.incident, meeting.id, "Polisen, kommunpolis", present=True))
    sitting.do(holding.attend(sitting.incident, meeting.id, "tib", present=False))
    assert meeting.present == ("chef", "Polisen, kommunpolis")
    with pytest.raises(Refused, match="redan"):
        holding.attend(sitting.incident, meeting.id, "tib", present=False)


def test_each_point_has_its_own_time_and_is_done_when_the_meeting_has_gone_on() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    assert (meeting.current, meeting.done("news")) == ("news", False)
    sitting.later(3)
    sitting.do(holding.turn(sitting.incident, meeting.id, holding.point_after(meeting)))
    sitting.later(1)
    sitting.do(holding.turn(sitting.incident, meeting.id, "news"))
    sitting.later(2)
    assert (meeting.current, meeting.done("questions"), meeting.done("news")) == ("news", True, False)
    assert meeting.spent("news", sitting.now) == timedelta(minutes=5)
    assert meeting.spent("questions", sitting.now) == timedelta(minutes=1)
    with pytest.raises(Refused):
        holding.turn(sitting.incident, meeting.id, "news")


def test_the_last_point_has_none_after_it() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    sitting.do(holding.turn(sitting.incident, meeting.id, "next"))
    assert holding.point_after(meeting) == ""


def test_what_is_born_in_a_meeting_is_linked_once() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    link = holding.born(sitting.incident, meeting.id, "decisions", Born.DECISION, "a" * 64)
    sitting.do(link)
    sitting.do(link)
    assert meeting.born == [link]


def test_the_next_time_must_lie_ahead_and_none_needs_a_reason() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    noted(sitting, meeting, "communication", "Besked kl. 15.00.")
    with pytest.raises(Refused, match="passerat"):
        ended(sitting, meeting, sitting.now)
    with pytest.raises(Refused, match="nästa möte"):
        ended(sitting, meeting, reason=" ")


def test_a_meeting_whose_time_has_passed_is_overdue_until_it_begins_or_is_moved() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    noted(sitting, meeting, "communication", "Besked kl. 13.00.")
    due = NOON + timedelta(hours=1)
    ended(sitting, meeting, due)
    planned = next_meeting(sitting.incident)
    assert planned is not None
    assert (planned.at, planned.agenda) == (due, "briefing")
    assert overdue(sitting.incident, due) is None
    assert overdue(sitting.incident, due + timedelta(minutes=1)) == planned

    sitting.now = due + timedelta(minutes=2)
    sitting.do(holding.plan_next(sitting.incident, due + timedelta(minutes=30), "briefing", sitting.now))
    assert overdue(sitting.incident, sitting.now) is None
    begun(sitting)
    assert next_meeting(sitting.incident) is None
    sitting.later(600)
    assert overdue(sitting.incident, sitting.now) is None


def test_a_meeting_ended_too_early_goes_on_and_its_next_time_falls() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    noted(sitting, meeting, "communication", "Besked kl. 13.00.")
    ended(sitting, meeting, NOON + timedelta(hours=1))
    with pytest.raises(Refused, match="avslutat"):
        noted(sitting, meeting, "news", "Mer.")
    sitting.do(holding.reopen(sitting.incident, meeting.id))
    assert ongoing(sitting.incident) == [meeting]
    ended(sitting, meeting)
    assert next_meeting(sitting.incident) is None


def test_two_meetings_of_one_kind_do_not_go_on_at_once() -> None:
    sitting = Sitting()
    begun(sitting)
    with pytest.raises(Refused, match="pågår redan"):
        begun(sitting)
    isf = next(one for one in agendas() if one.id == "isf")
    assert begun(sitting, isf).number == 2


def test_the_log_tells_when_a_meeting_begins_and_ends_and_when_the_next_one_is() -> None:
    sitting = Sitting()
    meeting = begun(sitting)
    noted(sitting, meeting, "communication", "Besked kl. 13.00.")
    ended(sitting, meeting, NOON + timedelta(hours=1))
    assert [line.text for line in sitting.incident.log[-2:]] == [
        "Möte 1 börjar: Stabsorientering. 2 närvarande.",
        "Möte 1 slut: Stabsorientering. Nästa möte kl. 13.00.",
    ]


ID = "a" * 64
POINTS = (Point("one", "Läge"), Point("two", "Kommunikation", locked=True))
SCENE: tuple[Event, ...] = (
    meeting_history.Opened("x", "Möte", 10, POINTS, ("chef",)),
    meeting_history.Noted(ID, "two", "Besked kl. 13."),
    meeting_history.Turned(ID, "two"),
    meeting_history.Attended(ID, "tib", present=True),
    meeting_history.PointDropped(ID, "two"),
    meeting_history.PointAdded(ID, "Övrigt", "two"),
    meeting_history.BornHere(ID, "one", Born.TASK, "b" * 64),
    meeting_history.Closed(ID, NOON, NOON + timedelta(hours=1)),
    meeting_history.NextPlanned(NOON + timedelta(hours=2)),
)


@given(st.permutations(range(len(SCENE))), st.integers(0, len(SCENE) - 1))
def test_p51_events_of_a_meeting_bear_any_order_and_coming_twice(order: list[int], twice: int) -> None:
    incident = Incident(PLAN)
    for at in (*order, twice):
        # The opening's entry is the meeting's id; all others are known by their place in the scene.
        id = ID if at == 0 else f"{at:064x}"
        SCENE[at].apply(incident, Stamp(id, "s", at + 1, at + 1, int(NOON.timestamp() * 1000), 120, "chef"))
    meeting = incident.part(Meetings).meeting(ID)
    assert [point.text for point in meeting.points] == ["Läge", "Kommunikation", "Övrigt"]
    assert meeting.present == ("chef", "tib")
    assert (meeting.number, meeting.note("two"), len(meeting.born)) == (1, "Besked kl. 13.", 1)
    assert meeting.closed is not None
