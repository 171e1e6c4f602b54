"""Release without approval: possible only on purpose, in order, and never forgotten."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krisapp.domain import todo
from krisapp.domain.approval import approve, set_political
from krisapp.domain.break_glass import approve_afterwards, owed, release_unapproved
from krisapp.domain.checklists import Mark, tick
from krisapp.domain.checks import AGREEMENT, Finding, Severity, Stage
from krisapp.domain.messages import Rendering, State, draft, state
from krisapp.domain.release import Reason, release
from krisapp.domain.words import Refused
from tests.domain.sitting import Sitting

ID = "E1-C05.sv"
SEEN = Rendering("Koka vattnet.", ("headline",))
WHY = "Ingen svarar, och folk dricker vattnet."


def write(sitting: Sitting, id: str = ID, stage: Stage = Stage.FIRST) -> None:
    sitting.do(draft(sitting.incident, id, "{{ headline }}", stage, edited=False))


def let_out(sitting: Sitting, id: str = ID, stage: Stage = Stage.FIRST) -> None:
    write(sitting, id, stage)
    sitting.do(release_unapproved(sitting.incident, id, SEEN, sitting.person, reason=WHY, knows=True))


@pytest.fixture(params=[False, True], ids=["real", "exercise"])
def sitting(request: pytest.FixtureRequest) -> Sitting:
    return Sitting(exercise=request.param)


def test_p53_without_approval_nothing_goes_out_but_by_two_deliberate_acts(sitting: Sitting) -> None:
    write(sitting)
    for reason, knows in (("", True), ("bråttom", True), (WHY, False)):
        with pytest.raises(Refused):
            release_unapproved(sitting.incident, ID, SEEN, "tib", reason=reason, knows=knows)
    with pytest.raises(Refused, match="vem du är"):
        release_unapproved(sitting.incident, ID, SEEN, "", reason=WHY, knows=True)

    let_out(sitting)
    out = sitting.incident.message(ID).out
    assert out and (out.text, out.approved_by, out.number) == ("Koka vattnet.", "", 1)
    assert state(sitting.incident, sitting.incident.message(ID)) is State.RELEASED
    assert "UTAN GODKÄNNANDE" in sitting.incident.log[-1].text
    assert WHY in sitting.incident.log[-1].text


def test_p28_no_emergency_lets_another_audience_go_before_the_residents(sitting: Sitting) -> None:
    write(sitting, "E5-C08.sv")
    with pytest.raises(Refused, match="P28"):
        release_unapproved(sitting.incident, "E5-C08.sv", SEEN, "tib", reason=WHY, knows=True)


def test_p49_a_political_text_is_never_let_out_without_approval(sitting: Sitting) -> None:
    write(sitting)
    sitting.do(set_political(sitting.incident, ID, political=True))
    with pytest.raises(Refused, match="P49"):
        release_unapproved(sitting.incident, ID, SEEN, "tib", reason=WHY, knows=True)


def test_what_stops_a_text_stops_it_in_an_emergency_too(sitting: Sitting) -> None:
    write(sitting)
    seen = Rendering("Koka.", (), (Finding("P36", Severity.STOP, (0, 4), "Avsändaren saknas."),))
    with pytest.raises(Refused, match="Avsändaren"):
        release_unapproved(sitting.incident, ID, seen, "tib", reason=WHY, knows=True)


def test_an_approved_text_is_released_as_usual(sitting: Sitting) -> None:
    sitting.approved(ID)
    with pytest.raises(Refused, match="vanligt"):
        release_unapproved(sitting.incident, ID, SEEN, "tib", reason=WHY, knows=True)


def test_the_debt_stays_until_somebody_else_who_may_has_approved_the_text(sitting: Sitting) -> None:
    let_out(sitting)
    (debt,) = owed(sitting.incident)
    todos = [one for one in todo.todos(sitting.incident) if one.item.id == debt.item]
    assert len(todos) == 1
    with pytest.raises(Refused, match="efterhand"):
        tick(sitting.incident, todos[0].item, Mark.DONE)

    with pytest.raises(Refused, match="Någon annan"):
        approve_afterwards(sitting.incident, ID, 1, "tib")
    with pytest.raises(Refused, match="får inte"):
        approve_afterwards(sitting.incident, ID, 1, "red")
    sitting.do(approve_afterwards(sitting.incident, ID, 1, "chef"))
    assert owed(sitting.incident) == ()
    assert not [one for one in todo.todos(sitting.incident) if one.item.id == debt.item]


def test_an_approved_retraction_settles_the_debt_and_a_correction_or_an_unapproved_one_does_not(
    sitting: Sitting,
) -> None:
    let_out(sitting)
    sitting.released(ID, stage=Stage.CORRECTION)
    assert len(owed(sitting.incident)) == 1
    let_out(sitting, stage=Stage.RETRACTION)
    assert [one.number for one in owed(sitting.incident)] == [1, 3]
    sitting.do(approve_afterwards(sitting.incident, ID, 3, "chef"))
    assert owed(sitting.incident) == ()


def test_a_second_report_of_the_same_debt_changes_nothing(sitting: Sitting) -> None:
    let_out(sitting)
    settled = approve_afterwards(sitting.incident, ID, 1, "chef")
    sitting.do(settled, settled)
    assert owed(sitting.incident) == ()


def test_a_draft_that_somebody_wrote_meanwhile_outlives_the_emergency(sitting: Sitting) -> None:
    write(sitting)
    act = release_unapproved(sitting.incident, ID, SEEN, sitting.person, reason=WHY, knows=True)
    seen = sitting.stamp(act)
    sitting.do(draft(sitting.incident, ID, "Koka vattnet i Bettna.", Stage.FIRST, edited=True))
    act.apply(sitting.incident, seen)

    message = sitting.incident.message(ID)
    assert message.draft.value is not None
    assert message.draft.value.source == "Koka vattnet i Bettna."
    assert message.out is not None and message.out.edited is None


AUDIENCES = ("I1", "I2", "E1", "E2", "E3", "E5")
ACTS = st.tuples(
    st.sampled_from(["write", "approve", "release", "emergency", "afterwards"]), st.sampled_from(AUDIENCES)
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ACTS, max_size=25), st.booleans(), st.booleans())
def test_p28_p53_in_any_order_of_acts_residents_are_first_and_every_text_is_approved_or_owed(
    acts: list[tuple[str, str]], danger: bool, exercise: bool
) -> None:
    sitting = Sitting(danger=danger, exercise=exercise)
    incident = sitting.incident
    for act, audience in acts:
        id = f"{audience}-C05.sv"
        try:
            if act == "write":
                write(sitting, id, Stage.UPDATE if incident.message(id).out else Stage.FIRST)
            elif act == "approve":
                sitting.do(approve(incident, id, SEEN, "chef"))
            elif act == "release":
                sitting.do(release(incident, id, Reason.OTHER, "prov"))
            elif act == "emergency":
                sitting.do(release_unapproved(incident, id, SEEN, "tib", reason=WHY, knows=True))
            else:
                sitting.do(approve_afterwards(incident, id, 1, "chef"))
        except Refused:
            continue
        out = {message.audience for message in incident.messages.values() if message.out}
        assert "E1" in out or not out & {"E2", "E3", "E5"}
        debts = {(one.message, one.number) for one in owed(incident)}
        for message in incident.messages.values():
            for one in message.releases:
                settled = (message.id, one.number) in incident.approved_afterwards
                assert bool(one.approved_by) or settled or (message.id, one.number) in debts


def test_a_text_that_contradicts_another_is_not_let_out_where_nobody_weighs_which_is_right(sitting: Sitting) -> None:
    write(sitting)
    warning = Finding(AGREEMENT, Severity.WARNING, (0, 4), "Antal: här ”2 300”, i E1-C01 ”2 100”.")
    with pytest.raises(Refused, match="2 100"):
        release_unapproved(sitting.incident, ID, Rendering("Koka.", (), (warning,)), "tib", reason=WHY, knows=True)

    other = Finding("Q30", Severity.WARNING, (0, 4), "Skriv ut dagen.")
    release_unapproved(sitting.incident, ID, Rendering("Koka.", (), (other,)), "tib", reason=WHY, knows=True)
