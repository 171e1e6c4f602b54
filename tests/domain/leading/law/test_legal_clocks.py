"""The clocks that law starts: each row of domain handbook 11.2, and that nothing but the journal drives them (CH5)."""

from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krisapp.domain.checklists import open_list
from krisapp.domain.delegation import BOARD_ROLE
from krisapp.domain.events import Stamp
from krisapp.domain.leading.decision.deciding import decide, know_meeting, report
from krisapp.domain.leading.decision.decisions import COUNCIL, Formulation
from krisapp.domain.leading.law import legal_keeping
from krisapp.domain.leading.law.legal_clocks import Begins, Clock, ClockRule, Outcome, Urgency, asked, clocks, running
from krisapp.domain.log import Kind
from krisapp.domain.plan_rows import Checklist
from krisapp.domain.records.record_requests import Outcome as Answered
from krisapp.domain.records.record_requests import answer, receive
from krisapp.domain.words import Refused
from krisapp.store.law_clocks import law_clocks
from krisapp.store.sample import sample_plan
from tests.domain.sitting import NOON, Sitting

RULES = {rule.id: rule for rule in law_clocks()}


def sat(type: str = "power_outage") -> Sitting:
    sitting = Sitting()
    assert sitting.incident.start is not None
    sitting.incident.start = msgspec.structs.replace(sitting.incident.start, type=type)
    return sitting


def began(sitting: Sitting, *ids: str, at: datetime = NOON) -> list[Clock]:
    sitting.do(*legal_keeping.start_clocks(sitting.incident, [RULES[id] for id in ids], at, sitting.now))
    return [one for one in clocks(sitting.incident, law_clocks()) if one.rule.id in ids]


def runs(sitting: Sitting) -> dict[str, Clock]:
    return {one.rule.id: one for one in running(sitting.incident, law_clocks(), sitting.now)}


def settle(sitting: Sitting, clock: Clock, outcome: Outcome = Outcome.DONE, reason: str = "") -> Stamp:
    return sitting.do(legal_keeping.settle(clock, outcome, sitting.now, sitting.now, reason))


def test_law_tf_a_request_for_a_document_is_answered_the_same_day_and_late_after_24_hours() -> None:
    rule = RULES["request"]
    assert (rule.due(NOON), rule.begins, rule.law) == (NOON + timedelta(hours=24), Begins.REQUEST, "TF")


def test_law_tf_a_request_in_the_register_runs_until_the_day_ends_and_is_over_when_it_is_answered() -> None:
    sitting = sat()
    id = sitting.do(receive("Loggen för i dag", sitting.now, sitting.now)).id
    clock = runs(sitting)["request"]
    assert (clock.due, clock.name) == (NOON.replace(hour=23, minute=59), "Begäran 1 om handling")
    with pytest.raises(Refused, match="på sidan Utlämning"):
        legal_keeping.settle(clock, Outcome.DONE, sitting.now, sitting.now)
    sitting.do(answer(sitting.incident, id, Answered.MISSING, sitting.now))
    assert runs(sitting) == {}


def test_law_gdpr_33_a_breach_of_personal_data_is_reported_within_72_hours_of_knowing() -> None:
    sitting = sat()
    sitting.later(90)
    (clock,) = began(sitting, "imy", at=NOON + timedelta(minutes=60))
    assert (clock.due, clock.rule.role, clock.rule.top) == (NOON + timedelta(hours=73), "DSO", True)
    sitting.later(73 * 60 - 91)
    assert runs(sitting)["imy"].urgency(sitting.now) is Urgency.SOON
    sitting.later(1)
    assert runs(sitting)["imy"].urgency(sitting.now) is Urgency.LATE


@pytest.mark.parametrize(
    ("left", "urgency"),
    [(18.1, Urgency.AHEAD), (18, Urgency.SOON), (0.1, Urgency.SOON), (0, Urgency.LATE), (-1, Urgency.LATE)],
)
def test_a_clock_turns_yellow_in_the_last_quarter_of_its_time_and_red_when_it_is_over(
    left: float, urgency: Urgency
) -> None:
    (clock,) = began(sat(), "imy")
    assert clock.urgency(NOON + timedelta(hours=72 - left)) is urgency


def test_law_cyber_an_early_warning_is_sent_within_24_hours() -> None:
    (warning, _notice) = began(sat("it_outage"), "cyber-warning", "cyber-notice")
    assert (warning.due, warning.rule.top) == (NOON + timedelta(hours=24), True)


def test_law_cyber_the_incident_is_reported_within_72_hours() -> None:
    (_warning, notice) = began(sat("it_outage"), "cyber-warning", "cyber-notice")
    assert (notice.due, notice.rule.top) == (NOON + timedelta(hours=72), True)


def test_law_cyber_the_last_report_is_due_a_month_after_the_notice() -> None:
    sitting = sat("it_outage")
    (_warning, notice) = began(sitting, "cyber-warning", "cyber-notice")
    assert "cyber-report" not in runs(sitting)
    sitting.later(20 * 24 * 60)
    settle(sitting, notice)
    assert runs(sitting)["cyber-report"].due == datetime(2027, 8, 1, 12, 0, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("sent", "due"), [((2028, 1, 31), (2028, 2, 29)), ((2027, 1, 30), (2027, 2, 28)), ((2027, 12, 15), (2028, 1, 15))]
)
def test_law_cyber_a_month_ends_on_the_same_day_or_the_last_of_a_shorter_one(
    sent: tuple[int, int, int], due: tuple[int, int, int]
) -> None:
    assert RULES["cyber-report"].due(datetime(*sent, 8, tzinfo=UTC)) == datetime(*due, 8, tzinfo=UTC)


def test_law_livsfs_2022_12_consumers_are_told_at_once_when_the_water_may_be_a_danger() -> None:
    sitting = sat("drinking_water")
    assert runs(sitting)["water"].due == NOON + timedelta(minutes=30)
    sitting.later(12)
    sitting.released("I1-C07.sv")
    sitting.released("E1-C01.sv")
    (clock,) = clocks(sitting.incident, law_clocks())
    assert (clock.outcome, clock.settled) == (Outcome.DONE, sitting.now)
    assert runs(sitting) == {}
    with pytest.raises(Refused, match="när texten gick ut"):
        legal_keeping.settle(clock, Outcome.RUNS, sitting.now, sitting.now)


def test_law_livsfs_2022_12_other_incidents_have_no_such_clock() -> None:
    assert runs(sat("power_outage")) == {}


def test_law_leh_what_the_crisis_board_decides_is_reported_at_the_next_meeting_of_the_council() -> None:
    sitting = sat()
    words = Formulation("Nämnden tar över socialnämndens uppgifter.", NOON, "chef", BOARD_ROLE)
    id = sitting.do(decide(sitting.incident, words, sitting.now)).id
    assert runs(sitting)["council"].urgency(sitting.now) is Urgency.UNTIMED
    sitting.do(know_meeting(sitting.incident, COUNCIL, date(2027, 6, 21)))
    clock = runs(sitting)["council"]
    assert clock.due is not None
    assert clock.due.date() == date(2027, 6, 21)
    with pytest.raises(Refused, match="på sidan Beslut"):
        legal_keeping.settle(clock, Outcome.DONE, sitting.now, sitting.now)
    sitting.do(report((id,), COUNCIL, date(2027, 6, 21), "§ 90"))
    assert runs(sitting) == {}


def test_law_leh_what_others_decide_starts_no_clock_of_the_council() -> None:
    sitting = sat()
    sitting.do(decide(sitting.incident, Formulation("Skolan ska stänga.", NOON, "chef", "KC"), sitting.now))
    assert runs(sitting) == {}


def test_law_the_evaluation_is_done_within_30_days_of_the_end() -> None:
    (clock,) = began(sat(), "evaluation")
    assert clock.due == NOON + timedelta(days=30)


def test_law_the_evaluation_follows_the_list_that_is_opened_when_the_incident_is_closed() -> None:
    sitting = sat()
    plan = sitting.incident.plan
    assert plan is not None
    last = Checklist(id="K10", rank=9, name="Efterarbete", anchor="E0")
    sitting.incident.plan = msgspec.structs.replace(plan, checklists=(*plan.checklists, last))
    assert runs(sitting) == {}
    sitting.later(600)
    sitting.do(open_list(sitting.incident, "K10", sitting.now))
    clock = runs(sitting)["evaluation"]
    assert clock.due == sitting.now + timedelta(days=30)
    settle(sitting, clock, reason="Fastställd.")
    assert runs(sitting) == {}


def test_the_law_of_each_clock_stands_in_the_plan_so_that_a_lawyer_can_check_it() -> None:
    plan = sample_plan()
    laws = {law.id for law in plan.laws}
    roles = {role.id for role in plan.roles}
    types = {type.id for type in plan.types}
    assert len(RULES) == 8
    for rule in RULES.values():
        assert rule.law in laws | {""}
        assert rule.role in roles
        assert set(rule.types) <= types
        assert rule.after in {*RULES, ""}
    assert [rule.id for rule in RULES.values() if not rule.law] == ["evaluation"]


def test_an_it_incident_asks_the_questions_that_start_clocks_until_somebody_answers() -> None:
    sitting = sat("it_outage")
    breach, significant = asked(sitting.incident, law_clocks())
    assert [rule.id for rule in significant.rules] == ["cyber-warning", "cyber-notice"]
    assert significant.since == NOON
    with pytest.raises(Refused, match="varför"):
        legal_keeping.decline(sitting.incident, breach, " ")
    sitting.do(legal_keeping.decline(sitting.incident, breach, "Inga register är nåbara."))
    with pytest.raises(Refused, match="redan besvarad"):
        legal_keeping.decline(sitting.incident, breach, "Nej.")
    sitting.do(*legal_keeping.start_clocks(sitting.incident, significant.rules, NOON, sitting.now))
    assert asked(sitting.incident, law_clocks()) == []
    sitting.do(legal_keeping.ask_again(sitting.incident, breach.trigger))
    assert asked(sitting.incident, law_clocks()) == [breach]
    assert asked(sat("snow").incident, law_clocks()) == []


def test_a_clock_is_settled_with_a_reason_where_it_does_not_apply_and_can_run_again() -> None:
    sitting = sat()
    (clock,) = began(sitting, "imy")
    with pytest.raises(Refused, match="varför det inte gäller"):
        legal_keeping.settle(clock, Outcome.NOT_APPLICABLE, sitting.now, sitting.now)
    with pytest.raises(Refused, match="mellan"):
        legal_keeping.settle(clock, Outcome.DONE, NOON - timedelta(minutes=1), sitting.now)
    settle(sitting, clock, Outcome.NOT_APPLICABLE, "Inga personuppgifter.")
    assert runs(sitting) == {}
    (settled,) = clocks(sitting.incident, law_clocks())
    assert (settled.reason, settled.urgency(sitting.now)) == ("Inga personuppgifter.", Urgency.SETTLED)
    settle(sitting, settled, Outcome.RUNS, "Loggarna visar läsning.")
    assert list(runs(sitting)) == ["imy"]
    assert [line.text for line in sitting.incident.log if line.kind is Kind.TASK] == [
        "Lagens klocka startad: Anmälan till IMY, senast 14/6 12.00 (Dataskyddsförordningen, artikel 33).",
        "Lagens klocka gäller inte: Anmälan till IMY. Skäl: Inga personuppgifter.",
        "Lagens klocka går igen: Anmälan till IMY. Loggarna visar läsning.",
    ]


def test_a_clock_that_two_settled_apart_waits_for_a_person_to_choose() -> None:
    sitting = sat()
    (clock,) = began(sitting, "imy")
    apart = [
        legal_keeping.settle(clock, Outcome.DONE, NOON, NOON, "Skickad."),
        legal_keeping.settle(clock, Outcome.NOT_APPLICABLE, NOON, NOON, "Inga personuppgifter."),
    ]
    for happened, stamp in [(one, sitting.stamp(one)) for one in apart]:
        happened.apply(sitting.incident, stamp)
    (contested,) = clocks(sitting.incident, law_clocks())
    assert contested.contested
    assert running(sitting.incident, law_clocks(), NOON) == [contested]
    settle(sitting, contested, contested.outcome, "Rätt.")
    assert [one.contested for one in clocks(sitting.incident, law_clocks())] == [False]


def test_a_clock_is_not_started_ahead_of_time_twice_or_when_it_starts_by_itself() -> None:
    sitting = sat("it_outage")
    began(sitting, "imy")
    for rule, at, words in (
        ("imy", NOON, "går redan"),
        ("imy", NOON + timedelta(minutes=1), "framåt"),
        ("water", NOON, "av sig själv"),
        ("council", NOON, "av sig själv"),
    ):
        with pytest.raises(Refused, match=words):
            legal_keeping.start_clocks(sitting.incident, [RULES[rule]], at, NOON)


def test_a_running_clock_keeps_its_deadline_when_the_law_is_changed_or_the_rule_is_gone() -> None:
    sitting = sat()
    began(sitting, "imy")
    changed: list[ClockRule] = [msgspec.structs.replace(RULES["imy"], hours=24, name="Annat")]
    for rules in (changed, []):
        (clock,) = running(sitting.incident, rules, sitting.now)
        assert (clock.due, clock.name) == (NOON + timedelta(hours=72), "Anmälan till IMY")


@given(st.integers(min_value=0, max_value=10_000), st.integers(min_value=0, max_value=10_000))
@settings(max_examples=40, deadline=None)
def test_the_machines_sleep_moves_no_deadline_and_only_time_makes_a_clock_late(one: int, more: int) -> None:
    sitting = sat()
    began(sitting, "imy")
    first = Urgency(runs(sitting)["imy"].urgency(NOON + timedelta(minutes=one)))
    then = runs(sitting)["imy"].urgency(NOON + timedelta(minutes=one + more))
    order = [Urgency.AHEAD, Urgency.SOON, Urgency.LATE]
    assert order.index(then) >= order.index(first)
    assert (then is Urgency.LATE) == (one + more >= 72 * 60)
