"""Decisions: numbered once, never rewritten, told to those they affect, and reported where the law says."""

import hashlib
from datetime import date, timedelta
from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.checks import Stage
from krisapp.domain.events import Event, Stamp, from_body, to_body
from krisapp.domain.incident import Incident
from krisapp.domain.leading import standing_down
from krisapp.domain.leading.decision import deciding
from krisapp.domain.leading.decision.decision_history import DecisionMade, StaffTold
from krisapp.domain.leading.decision.decisions import COUNCIL, Decisions, Formulation, Sort, State, Told, next_number
from krisapp.domain.leading.levels import history, set_level
from krisapp.domain.log import Kind
from krisapp.domain.records import papers
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, PLAN, Sitting


def words(text: str = "Skolan i Bettna ska vara stängd i dag.", **more: object) -> Formulation:
    known = Formulation(text, NOON, "chef", "KC")
    return msgspec.structs.replace(known, **more)


def made(sitting: Sitting, text: str = "Skolan i Bettna ska vara stängd i dag.", **more: object) -> str:
    return sitting.do(deciding.decide(sitting.incident, words(text, **more), sitting.now)).id


def decisions(sitting: Sitting) -> Decisions:
    return sitting.incident.part(Decisions)


def entry(name: str, at: int) -> Stamp:
    id = hashlib.sha256(name.encode()).hexdigest()
    return Stamp(id, name[:1], at, at, int(NOON.timestamp() * 1000), 120, "tib")


def test_decisions_are_numbered_in_order_and_logged_at_the_time_they_were_made() -> None:
    sitting = Sitting()
    sitting.later(20)
    made(sitting)
    made(sitting, "Hemtjänsten ska ringa alla i Bettna före kl. 15.")

    assert [(decisions(sitting).label(one.id), one.made.decider) for one in decisions(sitting).all] == [
        ("1", "chef"),
        ("2", "chef"),
    ]
    line = sitting.incident.log[-1]
    assert line.text == "Beslut 2 av Vera Lind, Kommunchef: Hemtjänsten ska ringa alla i Bettna före kl. 15."
    assert (line.kind, line.happened) == (Kind.DECISION, NOON)


def test_a_decision_is_changed_by_a_new_one_that_names_it_and_stays_as_it_was() -> None:
    sitting = Sitting()
    first = made(sitting)
    new = sitting.do(deciding.change(sitting.incident, first, words("Skolan öppnar i morgon."), sitting.now)).id

    old, later = decisions(sitting).by_id[first], decisions(sitting).by_id[new]
    assert old.made.text == "Skolan i Bettna ska vara stängd i dag."
    assert decisions(sitting).state(old, sitting.now) is State.CHANGED
    assert decisions(sitting).state(later, sitting.now) is State.HOLDS
    assert sitting.incident.log[-1].text == (
        "Beslut 2 av Vera Lind, Kommunchef ändrar beslut 1: Skolan öppnar i morgon."
    )
    with pytest.raises(Refused, match="redan ändrat av beslut 2"):
        deciding.change(sitting.incident, first, words("Annat."), sitting.now)


def test_a_decision_is_revoked_with_a_reason_and_its_number_is_never_given_again() -> None:
    sitting = Sitting()
    first = made(sitting, units=("Skolan",))
    with pytest.raises(Refused, match="varför"):
        deciding.revoke(sitting.incident, first, " ", "chef", "KC", sitting.now, sitting.now)
    sitting.do(deciding.revoke(sitting.incident, first, "Elen är tillbaka.", "chef", "KC", sitting.now, sitting.now))

    old, new = decisions(sitting).all
    assert decisions(sitting).state(old, sitting.now) is State.REVOKED
    assert new.made.units == ("Skolan",), "those it affected must hear that it no longer holds"
    assert next_number(sitting.incident) == 3


def test_a_decision_lapses_at_its_end_and_is_tried_again_when_that_was_decided() -> None:
    sitting = Sitting()
    made(sitting, until=NOON + timedelta(hours=4), review_at=NOON + timedelta(hours=2))
    (one,) = decisions(sitting).all

    assert decisions(sitting).to_review(NOON + timedelta(minutes=119)) == []
    assert decisions(sitting).to_review(NOON + timedelta(hours=2)) == [one]
    assert decisions(sitting).state(one, NOON + timedelta(hours=4)) is State.LAPSED
    assert decisions(sitting).to_review(NOON + timedelta(hours=5)) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": "  "}, "Skriv vad som beslutas"),
        ({"text": "x" * 2001}, "2001 tecken"),
        ({"decider": ""}, "vem som har beslutat"),
        ({"decided_at": NOON + timedelta(minutes=1)}, "framåt"),
        ({"due": NOON}, "efter beslutet"),
        ({"until": NOON - timedelta(minutes=1)}, "efter beslutet"),
        ({"delegation": "KS delegationsordning 4.2"}, "vilken nämnd"),
    ],
)
def test_a_decision_that_lacks_something_is_refused(wrong: dict[str, object], said: str) -> None:
    sitting = Sitting()
    with pytest.raises(Refused, match=said):
        deciding.decide(sitting.incident, msgspec.structs.replace(words(), **wrong), sitting.now)


def test_p31_a_secret_decision_stands_in_the_log_with_its_legal_ground() -> None:
    sitting = Sitting()
    id = made(sitting, ground="OSL 18:13", units=("Skolan",))
    assert sitting.incident.log[-1].ground == "OSL 18:13"
    assert not decisions(sitting).untold(sitting.now)
    with pytest.raises(Refused, match="Bara lagen"):
        made(sitting, ground="känsligt")
    with pytest.raises(Refused, match="sekretess"):
        deciding.tell_staff(sitting.incident, id)


def test_p9_those_who_work_where_a_decision_strikes_are_told_by_the_sheet_and_it_can_be_taken_back() -> None:
    sitting = Sitting()
    id = made(sitting, units=("Skolan",), staff="Du som arbetar i skolan går till Bettna bygdegård")
    assert [one.id for one in decisions(sitting).untold(sitting.now)] == [id]

    sitting.do(*deciding.tell_staff(sitting.incident, id))
    assert sitting.incident.sheet.staff_impact == "Du som arbetar i skolan går till Bettna bygdegård."
    assert decisions(sitting).untold(sitting.now) == []

    sitting.do(*deciding.untell_staff(sitting.incident, id))
    assert sitting.incident.sheet.staff_impact == ""
    assert [one.id for one in decisions(sitting).untold(sitting.now)] == [id]

    sitting.do(deciding.told_by_word(sitting.incident, id))
    assert decisions(sitting).by_id[id].told.value is Told.SPOKEN
    sitting.do(*deciding.untell_staff(sitting.incident, id))
    assert [one.id for one in decisions(sitting).untold(sitting.now)] == [id]


def test_p9_a_changed_decision_takes_the_place_of_the_old_words_to_the_employees() -> None:
    sitting = Sitting()
    first = made(sitting, units=("Skolan",))
    sitting.do(*deciding.tell_staff(sitting.incident, first))
    changed = words("Skolan i Bettna öppnar kl. 13.", units=("Skolan",))
    new = sitting.do(deciding.change(sitting.incident, first, changed, sitting.now)).id
    assert [one.id for one in decisions(sitting).untold(sitting.now)] == [new]

    sitting.do(*deciding.tell_staff(sitting.incident, new))
    assert sitting.incident.sheet.staff_impact == "Skolan i Bettna öppnar kl. 13."


def test_kl_what_is_decided_by_delegation_waits_until_it_is_reported_to_its_board() -> None:
    sitting = Sitting()
    id = made(sitting, delegation="KS delegationsordning 4.2", report_to="Kommunstyrelsen")
    made(sitting, "Staben möts kl. 14.")
    assert [one.id for one in decisions(sitting).to_report()] == [id]
    assert decisions(sitting).to_report(COUNCIL) == []

    sitting.do(deciding.know_meeting(sitting.incident, "Kommunstyrelsen", date(2027, 6, 21)))
    assert decisions(sitting).meets["Kommunstyrelsen"].value == date(2027, 6, 21)
    sitting.do(deciding.report([id], "Kommunstyrelsen", date(2027, 6, 21), "§ 112"))
    assert decisions(sitting).to_report() == []
    assert sitting.incident.log[-1].text == "Beslut 1 anmält till Kommunstyrelsen 2027-06-21, § 112."


def test_lo5_a_decision_from_a_paper_keeps_its_time_and_number_and_the_number_is_used_once() -> None:
    sitting = Sitting()
    sitting.do(papers.hand_out(sitting.incident, papers.Form.DECISION, 2, ""))
    sitting.later(600)
    happened = deciding.decide(sitting.incident, words(), sitting.now)
    sitting.do(*deciding.from_paper(sitting.incident, happened, "b1"))

    (one,) = decisions(sitting).all
    assert (one.made.paper, one.made.decided_at) == ("B-001", NOON)
    line = sitting.incident.log[-1]
    assert (line.paper, line.happened) == ("B-001", NOON)
    assert [str(paper.number) for paper in papers.waiting(sitting.incident)] == ["B-002"]
    with pytest.raises(Refused, match="används en gång"):
        deciding.from_paper(sitting.incident, happened, "B-001")


def test_two_consoles_that_gave_the_same_number_keep_it_with_signs_of_their_own() -> None:
    one, other = DecisionMade(7, words("Ett.")), DecisionMade(7, words("Två."))
    labels = []
    for order in permutations(
        [(one, entry("a", 1)), (other, entry("b", 1)), (DecisionMade(8, words()), entry("c", 2))]
    ):
        incident = Incident(PLAN)
        for happened, stamp in order:
            happened.apply(incident, stamp)
        kept = incident.part(Decisions)
        labels.append([(decision.made.text[:4], kept.label(decision.id)) for decision in kept.all])
    assert labels == [labels[0]] * 6
    names = dict(labels[0])
    assert names["Skol"] == "8"
    assert names["Ett."] != names["Två."]
    assert all(names[text].startswith("7-") for text in ("Ett.", "Två."))


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3)), min_size=1, max_size=8, unique=True), st.randoms())
def test_no_decision_is_ever_called_what_another_is(numbers: list[tuple[int, int]], random: st.DataObject) -> None:
    made_at = [
        (DecisionMade(number, words(f"{number}")), entry(f"{console}/{number}", number)) for number, console in numbers
    ]
    names = []
    for _round in range(3):
        random.shuffle(made_at)  # type: ignore[attr-defined] # Hypothesis' own random
        incident = Incident(PLAN)
        for happened, stamp in [*made_at, *made_at[:2]]:
            happened.apply(incident, stamp)
        kept = incident.part(Decisions)
        names.append({one.id: kept.label(one.id) for one in kept.all})
        assert len(kept.all) == len(numbers)
        assert len(set(names[-1].values())) == len(numbers)
        assert next_number(incident) == max(number for number, _console in numbers) + 1
    assert names == [names[0]] * 3


def test_what_happens_to_a_decision_may_be_read_before_it_and_two_that_change_it_are_shown() -> None:
    sitting = Sitting()
    first, told = DecisionMade(1, words(units=("Skolan",))), entry("a", 1)
    changes = [DecisionMade(2, words("Ändrat."), changes=told.id), DecisionMade(2, words("Upphävt."), changes=told.id)]
    sitting.incident.part(Decisions)
    StaffTold(told.id, Told.SPOKEN).apply(sitting.incident, entry("t", 4))
    for name, happened in zip("bc", changes, strict=True):
        happened.apply(sitting.incident, entry(name, 2))
    assert sitting.incident.log[-1].text.endswith("ändrar beslut ?: Upphävt.")
    first.apply(sitting.incident, told)

    kept = decisions(sitting)
    assert sitting.incident.log[-2].text.endswith("ändrar beslut 1: Upphävt.")
    assert kept.by_id[told.id].told.value is Told.SPOKEN
    assert kept.contested(told.id)
    assert kept.state(kept.by_id[told.id], NOON) is State.CHANGED


def test_an_event_comes_back_from_its_body_whole() -> None:
    happened: Event = DecisionMade(3, words(units=("Skolan",), due=NOON + timedelta(hours=1)), Sort.DIRECTION)
    assert from_body(happened.kind, to_body(happened)) == happened


def test_a_level_is_a_numbered_decision_and_its_history_tells_who_decided() -> None:
    sitting = Sitting()
    made(sitting)
    sitting.do(set_level(sitting.incident, "N2", "Vera Lind", "Fler orter är drabbade."))
    sitting.later(60)
    sitting.do(set_level(sitting.incident, "N1", "Vera Lind", "Elen är tillbaka."))

    assert [(one.number, one.sort) for one in decisions(sitting).all] == [
        (1, Sort.ORDINARY),
        (2, Sort.LEVEL),
        (3, Sort.LEVEL),
    ]
    kept = decisions(sitting)
    assert [kept.state(one, sitting.now) for one in kept.all] == [State.HOLDS, State.CHANGED, State.HOLDS]
    assert [(step.level, step.decided_by, step.reason) for step in history(sitting.incident)] == [
        ("N1", "", ""),
        ("N2", "Vera Lind", "Fler orter är drabbade."),
        ("N1", "Vera Lind", "Elen är tillbaka."),
    ]
    assert sitting.incident.log[-1].text == "Beslut 3: nivå N1 beslutad av Vera Lind. Elen är tillbaka."


def test_standing_down_tells_what_is_left_and_stops_nobody() -> None:
    sitting = Sitting(danger=True)
    sitting.incident.plan = msgspec.structs.replace(
        PLAN,
        checklists=(*PLAN.checklists, msgspec.structs.replace(PLAN.checklists[2], id="K09", anchor="A0")),
        levels=(msgspec.structs.replace(PLAN.levels[0], id="N0", rank=0, opens=()), *PLAN.levels),
    )
    sitting.released("E1-C01.sv")
    assert standing_down.left(sitting.incident) == ["Slutbesked saknas till: E1."]
    sitting.released("E1-C05.sv", stage=Stage.FINAL)
    assert standing_down.left(sitting.incident) == []

    sitting.do(*standing_down.stand_down(sitting.incident, "Vera Lind", "Elen är tillbaka.", sitting.now))
    assert sitting.incident.sheet.level == "N0"
    assert sitting.incident.opened["K09"].value is not None
