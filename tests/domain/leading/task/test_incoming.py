"""Incoming reports: taken in, led to what comes of them, and missed when they do not come (row AC8, rule P54)."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krisapp.domain.events import Event, Stamp
from krisapp.domain.leading.task import receiving
from krisapp.domain.leading.task.incoming import (
    Means,
    Outcome,
    Report,
    Reports,
    Stage,
    in_order,
    silent_units,
    units,
    units_of,
    waiting,
)
from krisapp.domain.leading.task.incoming_history import LedTo, ReportMoved, ReportReceived, ReportVerified
from krisapp.domain.log import Kind
from krisapp.domain.plan_rows import Holder, Person, Role
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, PLAN, Sitting, read_in_any_order

HEADS = msgspec.structs.replace(
    PLAN,
    roles=(*PLAN.roles, Role(id="FC", rank=3, name="Förvaltningschef", english="", tasks="", manned="ja")),
    people=(
        *PLAN.people,
        Person(id="soc", name="Sol Cedervik", organisation="Socialförvaltningen"),
        Person(id="soc2", name="Siv Dalbacka", organisation="Socialförvaltningen"),
        Person(id="bun", name="Bo Utmark", organisation="Barn och utbildning"),
    ),
    holders=(
        *PLAN.holders,
        Holder(role="FC", person="soc", rank=1),
        Holder(role="FC", person="soc2", rank=2),
        Holder(role="FC", person="bun", rank=3),
    ),
)


def sat() -> Sitting:
    sitting = Sitting()
    sitting.incident.plan = HEADS
    return sitting


def received(sitting: Sitting, unit: str = "Socialförvaltningen", text: str = "Alla boenden har el.") -> Report:
    happened = receiving.receive_report(sitting.incident, unit, text, sitting.now, sitting.now, who="Sol Cedervik")
    return sitting.incident.part(Reports).by_id[sitting.do(happened).id]


def said(sitting: Sitting, kind: Kind = Kind.INCOMING) -> list[str]:
    return [line.text for line in sitting.incident.log if line.kind is kind]


def test_p54_a_unit_without_a_report_in_two_hours_turns_yellow_and_white_again_when_it_reports() -> None:
    sitting = sat()
    sitting.later(119)
    assert silent_units(sitting.incident, sitting.now) == []
    sitting.later(1)
    assert {one.name for one in silent_units(sitting.incident, sitting.now)} == {
        "Socialförvaltningen",
        "Barn och utbildning",
    }
    received(sitting, "socialförvaltningen ")
    assert [one.name for one in silent_units(sitting.incident, sitting.now)] == ["Barn och utbildning"]
    sitting.later(120)
    assert len(silent_units(sitting.incident, sitting.now)) == 2


def test_p54_the_time_of_a_report_is_when_it_came_and_not_when_it_was_typed() -> None:
    sitting = sat()
    sitting.later(240)
    came = NOON + timedelta(minutes=60)
    sitting.do(receiving.receive_report(sitting.incident, "Barn och utbildning", "Lugnt.", came, sitting.now))
    late = {one.name: one.last for one in silent_units(sitting.incident, sitting.now)}
    assert late["Barn och utbildning"] == came


def test_the_units_are_those_the_heads_of_department_lead_each_with_its_first_to_ask() -> None:
    assert units_of(HEADS, "power_outage") == {"Socialförvaltningen": ("soc", 120), "Barn och utbildning": ("bun", 120)}


def test_a_unit_is_added_given_another_rhythm_asked_and_let_go() -> None:
    sitting = sat()
    sitting.later(90)
    do, incident = sitting.do, sitting.incident
    do(receiving.expect_unit(incident, "Sörmland Vatten", "jouren", 30))
    do(receiving.expect_unit(incident, "Socialförvaltningen", minutes=60))
    do(receiving.release_unit(incident, "Barn och utbildning"))
    do(receiving.ask_unit(incident, "Socialförvaltningen"))
    assert [(one.name, one.contact, one.minutes, one.since, one.asked) for one in units(incident)] == [
        ("Socialförvaltningen", "soc", 60, NOON, sitting.now),
        ("Sörmland Vatten", "jouren", 30, sitting.now, None),
    ]
    assert [one.name for one in silent_units(incident, sitting.now)] == ["Socialförvaltningen"]
    assert said(sitting, Kind.OUTGOING) == ["Bad Socialförvaltningen rapportera läget."]
    for refused in (
        lambda: receiving.release_unit(incident, "Barn och utbildning"),
        lambda: receiving.ask_unit(incident, "Barn och utbildning"),
        lambda: receiving.expect_unit(incident, "Socialförvaltningen", minutes=60),
        lambda: receiving.expect_unit(incident, "Kyrkan", minutes=5),
        lambda: receiving.expect_unit(incident, "  "),
    ):
        with pytest.raises(Refused):
            refused()


def test_a_report_goes_from_received_to_done_and_back_only_with_a_reason() -> None:
    sitting = sat()
    report = received(sitting)
    for stage in (Stage.TRIAGE, Stage.DECISION):
        sitting.do(receiving.move_report(sitting.incident, report.id, stage))
    sitting.do(receiving.move_report(sitting.incident, report.id, Stage.DONE, "Kommunchefen vet."))
    with pytest.raises(Refused, match="varför rapporten tas tillbaka"):
        receiving.move_report(sitting.incident, report.id, Stage.TRIAGE, " ")
    sitting.do(receiving.move_report(sitting.incident, report.id, Stage.TRIAGE, "Boendet ringde igen."))
    assert (report.stage, report.reason) == (Stage.TRIAGE, "Boendet ringde igen.")
    assert said(sitting) == [
        "Rapport 1 från Socialförvaltningen (telefon, 12.00): Alla boenden har el.",
        "Rapport 1 från Socialförvaltningen: bedöms.",
        "Rapport 1 från Socialförvaltningen: väntar på beslut.",
        "Rapport 1 från Socialförvaltningen: klar. Kommunchefen vet.",
        "Rapport 1 från Socialförvaltningen: bedöms. Boendet ringde igen.",
    ]


def test_a_report_that_led_to_nothing_is_not_done_until_somebody_says_what_became_of_it() -> None:
    sitting = sat()
    report = received(sitting)
    with pytest.raises(Refused, match="vad rapporten ledde till"):
        receiving.move_report(sitting.incident, report.id, Stage.DONE)
    sitting.do(receiving.lead_to(sitting.incident, report.id, Outcome.FACT, "F1"))
    with pytest.raises(Refused, match="redan gjort"):
        receiving.lead_to(sitting.incident, report.id, Outcome.FACT, "F1")
    sitting.do(receiving.move_report(sitting.incident, report.id, Stage.DONE))
    assert waiting(sitting.incident) == []


def test_a_report_is_checked_only_when_somebody_says_how() -> None:
    sitting = sat()
    report = received(sitting)
    with pytest.raises(Refused, match="motringd"):
        receiving.verify_report(sitting.incident, report.id, "")
    sitting.do(receiving.verify_report(sitting.incident, report.id, "Motringd."))
    assert report.verified
    with pytest.raises(Refused, match="redan"):
        receiving.verify_report(sitting.incident, report.id, "Motringd.")
    sitting.do(receiving.verify_report(sitting.incident, report.id, "", verified=False))
    assert [one.verified for one, _stamp in report.checks.claims] == [False]


def test_who_told_a_report_stands_in_no_line_of_the_log() -> None:
    sitting = sat()
    received(sitting)
    assert "Cedervik" not in "".join(line.text for line in sitting.incident.log)


def test_a_report_needs_unit_and_words_and_a_time_that_has_been() -> None:
    incident = sat().incident
    for unit, text, came in (("", "Lugnt", NOON), ("Social", " ", NOON), ("Social", "x" * 4001, NOON)):
        with pytest.raises(Refused):
            receiving.receive_report(incident, unit, text, came, NOON)
    with pytest.raises(Refused, match="framåt"):
        receiving.receive_report(incident, "Social", "Lugnt", NOON + timedelta(minutes=6), NOON)


def test_those_that_wait_stand_first_by_their_step_and_the_oldest_on_top() -> None:
    sitting = sat()
    first, second, third, fourth = (received(sitting, text=f"Rapport {number}.") for number in range(4))
    sitting.do(receiving.move_report(sitting.incident, first.id, Stage.DONE, "Vet."))
    sitting.do(receiving.move_report(sitting.incident, second.id, Stage.TRIAGE))
    assert in_order(sitting.incident) == [third, fourth, second, first]


def _entries(sitting: Sitting) -> list[tuple[Event, Stamp]]:
    report = received(sitting)
    assert report.stamp is not None
    assert report.received is not None
    found: list[tuple[Event, Stamp]] = [(report.received, report.stamp)]
    for happened in (
        ReportVerified(report.id, verified=True, how="Motringd."),
        LedTo(report.id, Outcome.TASK, "t"),
        ReportMoved(report.id, Stage.TRIAGE),
        ReportMoved(report.id, Stage.DONE),
    ):
        stamp = sitting.stamp(happened)
        happened.apply(sitting.incident, stamp)
        found.append((happened, stamp))
    return found


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_order_the_entries_come_in_and_however_often_the_report_is_whole(data: st.DataObject) -> None:
    entries = _entries(sat())
    incident = read_in_any_order(data, HEADS, entries)
    (report,) = incident.part(Reports).received()
    assert isinstance(report.received, ReportReceived)
    assert (report.number, report.received.means, report.verified) == (1, Means.PHONE, True)
    assert [one.outcome for one in report.led_to] == [Outcome.TASK]
    assert Stage.DONE in {one.stage for one, _stamp in report.moves.claims}
    assert "?" not in "".join(line.text for line in incident.log)
