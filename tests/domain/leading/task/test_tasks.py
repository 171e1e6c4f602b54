"""Tasks: given, moved and finished by the rules, whatever order the entries arrive in."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krisapp.domain.events import Event, Stamp
from krisapp.domain.leading.task import assigning
from krisapp.domain.leading.task.task_history import TaskAdded, TaskGiven, TaskMarked, TaskTimed
from krisapp.domain.leading.task.task_words import understand, whom
from krisapp.domain.leading.task.tasks import (
    Origin,
    Priority,
    Source,
    State,
    Task,
    Tasks,
    Urgency,
    in_order,
    overdue,
    turns,
    waiting,
)
from krisapp.domain.log import Kind
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, PLAN, Sitting, read_in_any_order


def added(sitting: Sitting, title: str = "Ring skolan", **values: object) -> Task:
    id = sitting.do(assigning.add_task(sitting.incident, title, **values)).id  # type: ignore[arg-type]
    return sitting.incident.part(Tasks).by_id[id]


def said(sitting: Sitting) -> list[str]:
    return [line.text for line in sitting.incident.log if line.kind is Kind.TASK]


def test_a_task_is_given_begun_and_done_and_the_log_tells_it_by_itself() -> None:
    sitting = Sitting()
    origin = Origin(Source.MEETING, "m1")
    task = added(sitting, "  Ring   skolan ", owner="KC", deadline=NOON + timedelta(hours=3), origin=origin)
    sitting.do(assigning.mark_task(sitting.incident, task.id, State.STARTED))
    sitting.do(assigning.mark_task(sitting.incident, task.id, State.DONE, "Rektor vet."))

    assert (task.number, task.title, task.owner, task.state, task.origin) == (
        1,
        "Ring skolan",
        "KC",
        State.DONE,
        origin,
    )
    assert said(sitting) == [
        "Uppdrag 1 till Kommunchef (KC), klart senast 15.00: Ring skolan",
        "Uppdrag 1 påbörjat: Ring skolan",
        "Uppdrag 1 klart: Ring skolan. Rektor vet.",
    ]


def test_a_task_is_handed_over_put_off_reworded_ranked_and_opened_again() -> None:
    sitting = Sitting()
    task = added(sitting)
    do, incident = sitting.do, sitting.incident
    do(assigning.give_task(incident, task.id, "tib"))
    do(assigning.time_task(incident, task.id, NOON + timedelta(days=1), "Skolan har stängt."))
    do(assigning.reword_task(incident, task.id, "Ring Bettna skola"))
    do(assigning.rank_task(incident, task.id, Priority.HIGH))
    do(assigning.mark_task(incident, task.id, State.CANCELLED, "Skolan ringde själv."))
    do(assigning.mark_task(incident, task.id, State.OPEN))

    assert (task.owner, task.deadline, task.title, task.priority, task.state) == (
        "tib",
        NOON + timedelta(days=1),
        "Ring Bettna skola",
        Priority.HIGH,
        State.OPEN,
    )
    assert (
        said(sitting)[1:]
        == [
            "Uppdrag 1 till Olle Berg: Ring skolan",
            "Uppdrag 1 ska vara klart senast 12/6 12.00: Ring skolan. Skäl: Skolan har stängt.",
            "Uppdrag 1 är nu: Ring Bettna skola",
            "Uppdrag 1 avbrutet: Ring Bettna skola. Skäl: Skolan ringde själv.",
            "Uppdrag 1 öppnat igen: Ring Bettna skola",
        ]
        or said(sitting)[1] == "Uppdrag 1 till Olle Berg: Ring Bettna skola"
    )


def test_what_the_log_said_of_a_task_stays_when_its_words_change() -> None:
    sitting = Sitting()
    task = added(sitting)
    sitting.do(assigning.mark_task(sitting.incident, task.id, State.STARTED))
    sitting.do(assigning.reword_task(sitting.incident, task.id, "Ring Bettna skola"))
    assert said(sitting)[1] == "Uppdrag 1 påbörjat: Ring skolan"


def test_the_rules_say_no_and_why() -> None:
    sitting = Sitting()
    task = added(sitting, owner="KC", deadline=NOON)
    incident, id = sitting.incident, task.id
    for refused, words in (
        (lambda: assigning.add_task(incident, "  "), "Skriv vad som ska göras"),
        (lambda: assigning.add_task(incident, "x" * 301), "301 tecken"),
        (lambda: assigning.add_task(incident, "Del", parent="ingen"), "finns inte"),
        (lambda: assigning.mark_task(incident, id, State.OPEN), "redan"),
        (lambda: assigning.mark_task(incident, id, State.CANCELLED, " "), "varför"),
        (lambda: assigning.give_task(incident, id, "KC"), "redan"),
        (lambda: assigning.time_task(incident, id, NOON), "redan"),
        (lambda: assigning.reword_task(incident, id, "Ring skolan"), "Inget är ändrat"),
        (lambda: assigning.rank_task(incident, id, Priority.NORMAL), "redan"),
    ):
        with pytest.raises(Refused, match=words):
            refused()
    sitting.do(assigning.mark_task(incident, id, State.DONE))
    for refused in (
        lambda: assigning.give_task(incident, id, "TIB"),
        lambda: assigning.time_task(incident, id, None),
        lambda: assigning.add_task(incident, "Del", parent=id),
    ):
        with pytest.raises(Refused, match="Öppna det igen"):
            refused()


def test_a_task_is_not_done_before_its_parts_are() -> None:
    sitting = Sitting()
    whole = added(sitting, "Öppna trygghetspunkt")
    part = added(sitting, "Ordna el", parent=whole.id)
    with pytest.raises(Refused, match="Deluppdrag 2 är inte avslutat: Ordna el"):
        assigning.mark_task(sitting.incident, whole.id, State.DONE)
    with pytest.raises(Refused, match="inte delas en gång till"):
        assigning.add_task(sitting.incident, "Hämta elverk", parent=part.id)
    sitting.do(assigning.mark_task(sitting.incident, part.id, State.DONE))
    sitting.do(assigning.mark_task(sitting.incident, whole.id, State.DONE))
    assert whole.closed
    assert sitting.incident.part(Tasks).parts_of(whole.id) == [part]


@pytest.mark.parametrize(
    ("minutes", "urgency"),
    [(31, Urgency.AHEAD), (30, Urgency.SOON), (0.1, Urgency.SOON), (0, Urgency.OVERDUE), (-600, Urgency.OVERDUE)],
)
def test_a_task_turns_yellow_half_an_hour_before_its_deadline_and_red_at_it(minutes: float, urgency: Urgency) -> None:
    sitting = Sitting()
    task = added(sitting, deadline=NOON + timedelta(minutes=minutes))
    assert task.urgency(NOON) is urgency


def test_the_most_urgent_stand_first_then_the_most_important_and_the_closed_last() -> None:
    sitting = Sitting()
    untimed = added(sitting, "utan tid")
    low = added(sitting, "senare, oviktig", deadline=NOON + timedelta(hours=2), priority=Priority.LOW)
    high = added(sitting, "senare, viktig", deadline=NOON + timedelta(hours=5), priority=Priority.HIGH)
    soon = added(sitting, "snart", deadline=NOON + timedelta(minutes=20), owner="KC")
    late = added(sitting, "sen", deadline=NOON - timedelta(minutes=5))
    done = added(sitting, "klar")
    sitting.do(assigning.mark_task(sitting.incident, done.id, State.DONE))
    assert in_order(sitting.incident, NOON) == [late, soon, high, low, untimed, done]
    assert overdue(sitting.incident, NOON) == [late]
    assert turns(sitting.incident, NOON) == soon.deadline
    assert overdue(sitting.incident, NOON + timedelta(days=1))[0] is late
    assert waiting(sitting.incident, ("KC",)) == [soon]
    assert len(waiting(sitting.incident)) == 5


def test_two_who_hand_over_the_same_task_apart_are_both_shown_until_a_person_chooses() -> None:
    sitting = Sitting()
    task = added(sitting)
    one, other = (assigning.give_task(sitting.incident, task.id, who) for who in ("KC", "TIB"))
    stamps = [sitting.stamp(happened) for happened in (one, other)]
    for happened, stamp in zip((one, other), stamps, strict=True):
        happened.apply(sitting.incident, stamp)
    assert task.contested
    assert {owner for owner, _stamp in task.owners.claims} == {"KC", "TIB"}
    sitting.do(assigning.give_task(sitting.incident, task.id, "TIB"))
    assert [owner for owner, _stamp in task.owners.claims] == ["TIB"]


def test_the_name_of_an_owner_is_found_though_the_plan_comes_in_after_the_journal_was_read() -> None:
    sitting = Sitting()
    sitting.incident.plan = None
    added(sitting, owner="chef")
    sitting.incident.plan = PLAN
    assert said(sitting) == ["Uppdrag 1 till Vera Lind: Ring skolan"]


def _events(sitting: Sitting) -> list[tuple[Event, Stamp]]:
    task = added(sitting, owner="KC")
    made: list[Event] = [
        TaskGiven(task.id, "TIB"),
        TaskTimed(task.id, NOON + timedelta(hours=1)),
        TaskMarked(task.id, State.STARTED),
        TaskMarked(task.id, State.DONE, "Klart."),
    ]
    assert task.stamp is not None
    found: list[tuple[Event, Stamp]] = [(TaskAdded("Ring skolan", "KC"), task.stamp)]
    for happened in made:
        stamp = sitting.stamp(happened)
        happened.apply(sitting.incident, stamp)
        found.append((happened, stamp))
    return found


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_order_the_entries_come_in_and_however_often_nothing_is_lost(data: st.DataObject) -> None:
    entries = _events(Sitting())
    incident = read_in_any_order(data, PLAN, entries)
    (task,) = incident.part(Tasks).added()
    assert task.title == "Ring skolan"
    assert {one.state for one, _stamp in task.marks.claims} >= {State.DONE}
    assert "TIB" in {owner for owner, _stamp in task.owners.claims}
    assert [line.text for line in incident.log]


@pytest.mark.parametrize(
    ("line", "title", "owner", "minutes", "priority"),
    [
        ("@KC kl. 15 Ring skolan", "Ring skolan", "KC", 180, Priority.NORMAL),
        ("ring skolan @tib senast kl 15:30 !", "Ring skolan", "TIB", 210, Priority.HIGH),
        ("Beställ mat inom 30 min @vera", "Beställ mat", "chef", 30, Priority.NORMAL),
        ("Boka buss om 2 timmar !låg", "Boka buss", "", 120, Priority.LOW),
        ("i morgon kl. 9 Möt länsstyrelsen", "Möt länsstyrelsen", "", 21 * 60, Priority.NORMAL),
        ("kl. 11 Ring skolan", "Ring skolan", "", 23 * 60, Priority.NORMAL),
        ('@"Vattenfalls jour" Fråga om prognos', "Fråga om prognos", "Vattenfalls jour", None, Priority.NORMAL),
        ("Kolla om 3 skolor har ström", "Kolla om 3 skolor har ström", "", None, Priority.NORMAL),
        ("Skriv till info@example.se", "Skriv till info@example.se", "", None, Priority.NORMAL),
    ],
)
def test_a_line_is_understood(line: str, title: str, owner: str, minutes: int | None, priority: Priority) -> None:
    typed = understand(line, PLAN, NOON)
    due = None if minutes is None else NOON + timedelta(minutes=minutes)
    assert (typed.title, typed.owner, typed.deadline, typed.priority) == (title, owner, due, priority)


def test_a_name_that_several_have_is_asked_about_and_one_that_nobody_has_stands_as_written() -> None:
    people = (*PLAN.people, PLAN.people[0].__class__(id="vera2", name="Vera Dal"))
    plan = PLAN.__class__(version="", settings=PLAN.settings, roles=PLAN.roles, people=people)
    assert understand("@vera Ring", plan, NOON).several == ("chef", "vera2")
    assert not understand("@vera Ring", plan, NOON).owner
    assert whom("Vera Dal", plan) == ("vera2",)
    unknown = understand("@Polisen Fråga", plan, NOON)
    assert (unknown.owner, unknown.unknown) == ("Polisen", True)


def test_a_time_that_is_none_is_told_and_not_guessed() -> None:
    typed = understand("kl. 25 Ring skolan", PLAN, NOON)
    assert (typed.deadline, typed.wrong_time, typed.title) == (None, "kl. 25", "Ring skolan")


@settings(deadline=None)
@given(minutes=st.lists(st.none() | st.integers(-90, 90), max_size=8), later=st.integers(0, 120))
def test_no_task_turns_before_the_time_that_is_told(minutes: list[int | None], later: int) -> None:
    sitting = Sitting()
    for at, minute in enumerate(minutes):
        due = None if minute is None else NOON + timedelta(minutes=minute)
        task = added(sitting, f"Uppdrag {at}", deadline=due)
        if at % 3 == 2:
            sitting.do(assigning.mark_task(sitting.incident, task.id, State.DONE))
    given_tasks = sitting.incident.part(Tasks).added()

    def urgencies(minute: int) -> list[Urgency]:
        return [one.urgency(NOON + timedelta(minutes=minute)) for one in given_tasks]

    turn = turns(sitting.incident, NOON)
    if turn is None or NOON + timedelta(minutes=later) < turn:
        assert urgencies(later) == urgencies(0)
    if turn is not None:
        assert urgencies((turn - NOON) // timedelta(minutes=1)) != urgencies(0)
