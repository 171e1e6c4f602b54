"""Starting, levels, checklists, promises and the log, in memory."""

from datetime import timedelta

import pytest

from krisapp.domain import checklists, log, promises
from krisapp.domain.checklists import Mark
from krisapp.domain.checks import Stage
from krisapp.domain.history import fold
from krisapp.domain.incident import Incident, start
from krisapp.domain.leading.levels import set_level
from krisapp.domain.log import Kind
from krisapp.domain.situation import set_fields
from krisapp.domain.todo import Urgency, late, lists_open, next_for, todos
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, PLAN, Sitting


def test_p62_an_exercise_gets_an_id_of_its_own_and_stays_one() -> None:
    sitting = Sitting(exercise=True)
    assert sitting.incident.id == "OVN-2027-001"
    assert sitting.incident.exercise
    again = start(
        id="FLN-2027-002",
        name="x",
        type="other",
        alarm_at=NOON,
        level="N1",
        danger_to_life=False,
        exercise=False,
        plan="",
        places=(),
        now=NOON,
    )
    sitting.do(again)
    assert sitting.incident.exercise


def test_an_alarm_ahead_of_the_clock_is_refused() -> None:
    with pytest.raises(Refused, match="framåt"):
        start(
            id="FLN-2027-001",
            name="x",
            type="other",
            alarm_at=NOON + timedelta(minutes=1),
            level="N1",
            danger_to_life=False,
            exercise=False,
            plan="",
            places=(),
            now=NOON,
        )


def test_the_level_keeps_its_history() -> None:
    sitting = Sitting()
    with pytest.raises(Refused, match="redan nivå N1"):
        set_level(sitting.incident, "N1", "chef")
    sitting.do(set_level(sitting.incident, "N2", "chef", "Många berörs."))
    assert [level for level, _why, _stamp in sitting.incident.levels] == ["N1", "N2"]
    assert sitting.incident.sheet.level == "N2"


def test_the_lists_of_level_and_type_are_open_and_their_times_run() -> None:
    sitting = Sitting()
    assert [row.id for row in lists_open(sitting.incident)] == ["K01", "H02"]
    assert [todo.item.id for todo in next_for(sitting.incident, "")] == ["K01-01", "H02-01", "K01-02"]
    assert [todo.item.id for todo in next_for(sitting.incident, "TIB")] == ["K01-01", "K01-02"]


def test_an_item_is_due_at_its_time_and_overdue_half_as_late_again() -> None:
    sitting = Sitting()
    second = next(todo for todo in todos(sitting.incident) if todo.item.id == "K01-02")
    for minutes, urgency in ((19, Urgency.AHEAD), (20, Urgency.DUE), (29.9, Urgency.DUE), (30, Urgency.OVERDUE)):
        assert second.urgency(NOON + timedelta(minutes=minutes)) is urgency


def test_a_list_with_another_anchor_waits_until_somebody_opens_it() -> None:
    sitting = Sitting()
    sitting.do(checklists.open_list(sitting.incident, "K08", sitting.now))
    handed = next(todo for todo in todos(sitting.incident) if todo.checklist == "K08")
    assert handed.due == NOON + timedelta(minutes=5)


def test_ticking_writes_the_log_and_takes_the_item_off_the_list() -> None:
    sitting = Sitting()
    item = PLAN.checklists[0].items[0]
    sitting.do(checklists.tick(sitting.incident, item, Mark.DONE))
    assert sitting.incident.log[-1].text == "Klart: Starta händelsen (K01-01)"
    assert "K01-01" not in [todo.item.id for todo in next_for(sitting.incident, "")]
    sitting.do(checklists.tick(sitting.incident, item, Mark.OPEN))
    assert "K01-01" in [todo.item.id for todo in next_for(sitting.incident, "")]


def test_not_applicable_needs_a_reason() -> None:
    sitting = Sitting()
    item = PLAN.checklists[0].items[0]
    with pytest.raises(Refused, match="varför"):
        checklists.tick(sitting.incident, item, Mark.NOT_APPLICABLE)
    sitting.do(checklists.tick(sitting.incident, item, Mark.NOT_APPLICABLE, "redan gjort"))
    assert todos(sitting.incident)[0].reason == "redan gjort"


def test_an_item_handed_over_is_the_other_roles() -> None:
    sitting = Sitting()
    item = PLAN.checklists[0].items[0]
    sitting.do(checklists.reassign(sitting.incident, item, "KC"))
    assert [todo.item.id for todo in next_for(sitting.incident, "KC")] == ["K01-01", "H02-01"]
    with pytest.raises(Refused, match="ingen roll XX"):
        checklists.reassign(sitting.incident, item, "XX")


def test_a_note_stays_on_the_item() -> None:
    sitting = Sitting()
    item = PLAN.checklists[0].items[0]
    sitting.do(checklists.note(sitting.incident, item, "ringde 12.04"))
    assert todos(sitting.incident)[0].notes == ("ringde 12.04",)


def test_late_items_are_listed_longest_late_first() -> None:
    sitting = Sitting()
    sitting.later(15)
    assert [todo.item.id for todo in late(sitting.incident, sitting.now)] == ["K01-01", "H02-01"]


def promising(minutes: int = 60) -> Sitting:
    sitting = Sitting()
    sitting.do(set_fields(sitting.incident, {"next_update": sitting.now + timedelta(minutes=minutes)}))
    sitting.released("E1-C01.sv", ("headline", "next_update"))
    return sitting


def test_p8_a_promise_that_nobody_keeps_is_broken_and_logged_once() -> None:
    sitting = promising()
    promise = promises.standing(sitting.incident)
    assert promise is not None
    assert promise.due == NOON + timedelta(minutes=60)
    sitting.later(60.9)
    assert promises.broken(sitting.incident, sitting.now) == []
    sitting.later(0.2)
    sitting.do(*promises.broken(sitting.incident, sitting.now))
    assert sitting.incident.log[-1].text == "Utlovat besked kl. 13.00 kom inte ut i tid."
    assert promises.broken(sitting.incident, sitting.now) == []


def test_p58_an_update_in_time_keeps_the_promise_and_makes_the_next() -> None:
    sitting = promising()
    sitting.later(50)
    sitting.do(set_fields(sitting.incident, {"next_update": sitting.now + timedelta(minutes=90)}))
    sitting.released("E1-C01.sv", ("headline", "next_update"), Stage.UPDATE)
    sitting.later(20)
    first, second = promises.promises(sitting.incident)
    assert first.kept is not None
    assert not first.broken(sitting.now)
    assert promises.standing(sitting.incident) == second


def test_the_last_word_promises_nothing_more() -> None:
    sitting = promising()
    sitting.released("E1-C01.sv", ("headline",), Stage.FINAL)
    assert promises.standing(sitting.incident) is None


def test_l1_a_struck_line_stays_readable_and_points_back() -> None:
    sitting = Sitting()
    stamp = sitting.do(log.write(sitting.incident, Kind.OBSERVATION, "Väg 55 stängd", sitting.now))
    sitting.do(log.strike(sitting.incident, stamp.id, "fel väg"))
    line = sitting.incident.lines[stamp.id]
    assert (line.text, line.struck_reason) == ("Väg 55 stängd", "fel väg")
    assert sitting.incident.log[-1].text == "Rättar post 2: fel väg"
    with pytest.raises(Refused, match="redan struken"):
        log.strike(sitting.incident, stamp.id, "igen")


def test_l2_a_line_has_time_of_event_and_time_of_entry() -> None:
    sitting = Sitting()
    sitting.later(30)
    stamp = sitting.do(log.write(sitting.incident, Kind.OBSERVATION, "Larm från SOS", NOON))
    line = sitting.incident.lines[stamp.id]
    assert line.happened == NOON
    assert line.stamp.at == NOON + timedelta(minutes=30)
    assert line.late


def test_the_programs_own_lines_cannot_be_struck() -> None:
    sitting = Sitting()
    with pytest.raises(Refused, match="egna poster"):
        log.strike(sitting.incident, sitting.incident.log[0].stamp.id, "skäl")


def test_braces_in_a_line_are_just_braces() -> None:
    sitting = Sitting()
    stamp = sitting.do(log.write(sitting.incident, Kind.OBSERVATION, "Kod {hemlig} 100 %", NOON))
    assert sitting.incident.lines[stamp.id].text == "Kod {hemlig} 100 %"


def test_an_unknown_kind_is_passed_over() -> None:
    sitting = Sitting()
    stamp = sitting.stamp(log.Written(Kind.OBSERVATION, "x", NOON))
    assert fold(Incident(), [(stamp, None)]).log == []
