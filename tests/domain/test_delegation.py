"""Who may approve what: the delegation table, the kinds of text, and templates approved in advance."""

from datetime import date

import pytest
from msgspec.structs import replace

from krisapp.domain import approval
from krisapp.domain.approval import approve, send_back, set_political
from krisapp.domain.checks import Finding, Severity, Stage
from krisapp.domain.delegation import TextKind, authority, entitled
from krisapp.domain.delegation_rows import Delegation, PreApproval
from krisapp.domain.events import from_body
from krisapp.domain.leading.decision import seating
from krisapp.domain.leading.decision.crisis_board import Grounds
from krisapp.domain.messages import Rendering, State, draft, state
from krisapp.domain.plan_rows import Holder, Role
from krisapp.domain.planning.delegation_soundness import faults_in_delegation
from krisapp.domain.pre_approval import approve_in_advance, in_advance
from krisapp.domain.release import release
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, PLAN, Sitting

ID = "E1-C05.sv"
SEEN = Rendering("Koka vattnet.", ("headline",))
TODAY = NOON.date()


def line(id: str, kind: str, role: str, **more: str) -> Delegation:
    return Delegation(id=id, rank=1, kind=kind, role=role, decision=f"beslut {id}", **more)


TABLE = replace(
    PLAN,
    roles=(
        *PLAN.roles,
        Role(id="KSO", rank=3, name="Ordförande", english="", tasks="", manned="ja"),
        Role(id="RED", rank=4, name="Redaktör", english="", tasks="", manned="ja"),
    ),
    holders=(
        *PLAN.holders,
        Holder(role="KSO", person="vald", rank=1),
        Holder(role="RED", person="red", rank=1),
    ),
    people=(*PLAN.people, replace(PLAN.people[0], id="vald", name="Eva Strand")),
    delegations=(
        line("D1", "official", "KC"),
        line("D2", "official", "RED", valid_from="2027-06-12", valid_to="2027-06-13"),
        line("D3", "political", "KSO"),
        line("D4", "vma", "TIB"),
        line("D5", "template", "KC"),
    ),
    pre_approvals=(
        PreApproval(
            id="F1",
            rank=1,
            channel="C05",
            stage="first",
            role="KC",
            person="chef",
            decision="beslut F1",
            valid_to="2027-06-30",
        ),
    ),
)


@pytest.fixture
def sitting() -> Sitting:
    """Give a sitting on a plan with a delegation table, and a draft by the duty officer."""
    sitting = Sitting()
    sitting.incident.plan = TABLE
    sitting.do(draft(sitting.incident, ID, "{{ headline }}", Stage.FIRST, edited=False))
    return sitting


def test_p53_the_approval_holds_role_name_and_delegation(sitting: Sitting) -> None:
    approved = approve(sitting.incident, ID, SEEN, "chef", on=TODAY)
    sitting.do(approved)

    assert (approved.role, approved.name, approved.delegation) == ("KC", "Vera Lind", "beslut D1")


def test_p55_a_communicator_approves_only_what_the_table_says(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="Kommunchef"):
        approve(sitting.incident, ID, SEEN, "red", on=date(2027, 6, 11))

    assert approve(sitting.incident, ID, SEEN, "red", on=date(2027, 6, 13)).delegation == "beslut D2"
    with pytest.raises(Refused):
        approve(sitting.incident, ID, SEEN, "red", on=date(2027, 6, 14))


def test_p49_a_political_text_is_approved_by_an_elected_person_only(sitting: Sitting) -> None:
    sitting.do(set_political(sitting.incident, ID, political=True))

    with pytest.raises(Refused, match=r"P49.*Ordförande"):
        approve(sitting.incident, ID, SEEN, "chef", on=TODAY)
    assert approve(sitting.incident, ID, SEEN, "vald", on=TODAY).role == "KSO"


def test_p49_leh_the_krisledningsnamnd_approves_political_texts_only_while_it_is_in_function(sitting: Sitting) -> None:
    sitting.incident.plan = replace(
        TABLE,
        roles=(*TABLE.roles, Role(id="KLN", rank=5, name="Krisledningsnämnd", english="", tasks="", manned="ja")),
        holders=(*TABLE.holders, Holder(role="KLN", person="red", rank=1)),
        delegations=(*TABLE.delegations, line("D6", "political", "KLN")),
    )
    sitting.do(set_political(sitting.incident, ID, political=True))
    with pytest.raises(Refused, match="inte i funktion"):
        approve(sitting.incident, ID, SEEN, "red", on=TODAY)
    assert approve(sitting.incident, ID, SEEN, "vald", on=TODAY).role == "KSO"

    now, grounds = sitting.now, Grounds("Allt är avvikande.", "Vården hotas.", "Samma dag.")
    sitting.do(seating.activate(sitting.incident, "red", now, grounds, now, alone=True))
    assert approve(sitting.incident, ID, SEEN, "red", on=TODAY).role == "KLN"
    sitting.do(seating.end(sitting.incident, "red", now, "Det är över.", now, council=False))
    with pytest.raises(Refused, match="inte i funktion"):
        approve(sitting.incident, ID, SEEN, "red", on=TODAY)


def test_p49_an_approval_of_an_official_text_is_none_of_a_political_one(sitting: Sitting) -> None:
    sitting.do(approve(sitting.incident, ID, SEEN, "chef", on=TODAY))
    message = sitting.incident.message(ID)
    assert state(sitting.incident, message) is State.APPROVED

    sitting.do(set_political(sitting.incident, ID, political=True))
    assert state(sitting.incident, message) is State.DRAFT
    with pytest.raises(Refused, match="godkänd"):
        release(sitting.incident, ID)


def test_p49_a_table_that_lets_an_official_approve_political_texts_is_unsound_and_lets_nobody() -> None:
    plan = replace(TABLE, delegations=(line("D1", "political", "KC"),))

    assert next(at for at, _sentence, _values in faults_in_delegation(plan)) == ("delegations", 0, "role")
    assert authority(plan, "chef", TextKind.POLITICAL, TODAY) is None


def test_a_request_for_a_warning_is_approved_only_by_whoever_may_ask_for_one(sitting: Sitting) -> None:
    warning = "E1-C14.sv"
    sitting.person = "red"
    sitting.do(draft(sitting.incident, warning, "{{ headline }}", Stage.FIRST, edited=False))

    with pytest.raises(Refused, match="VMA"):
        approve(sitting.incident, warning, SEEN, "chef", on=TODAY)
    assert approve(sitting.incident, warning, SEEN, "tib", on=TODAY).delegation == "beslut D4"


def test_without_a_table_the_roles_of_the_plan_decide_and_political_texts_are_for_the_elected() -> None:
    plan = replace(TABLE, delegations=())

    assert entitled(plan, TextKind.OFFICIAL, TODAY) == ("chef",)
    assert entitled(plan, TextKind.POLITICAL, TODAY) == ("vald",)


def test_a_narrowed_line_lets_one_holder_and_not_the_other() -> None:
    holders = (*TABLE.holders, Holder(role="KC", person="tib", rank=2))
    plan = replace(TABLE, holders=holders, delegations=(line("D1", "official", "KC", person="tib"),))

    assert entitled(plan, TextKind.OFFICIAL, TODAY) == ("tib",)


@pytest.mark.parametrize(
    "wrong",
    [
        line("D9", "annat", "KC"),
        line("D9", "official", "XX"),
        line("D9", "official", "KC", valid_to="i morgon"),
        line("D9", "official", "KC", valid_from="2027-02-30"),
        line("D9", "official", "KC", valid_from="2027-02-02", valid_to="2027-02-01"),
        line("D9", "official", "KC", person="red"),
        replace(line("D9", "official", "KC"), decision=" "),
    ],
)
def test_a_line_that_does_not_hold_is_a_fault_of_the_plan(wrong: Delegation) -> None:
    assert list(faults_in_delegation(TABLE)) == []
    assert list(faults_in_delegation(replace(TABLE, delegations=(*TABLE.delegations, wrong))))


def test_an_untouched_template_is_approved_by_the_decision_taken_in_advance(sitting: Sitting) -> None:
    happened = approve_in_advance(sitting.incident, ID, SEEN, TODAY, stage=Stage.FIRST, edited=False, person="tib")
    sitting.do(happened)

    assert state(sitting.incident, sitting.incident.message(ID)) is State.APPROVED
    assert (happened.by, happened.delegation, happened.means) == ("chef", "beslut F1", approval.IN_ADVANCE)
    assert "godkänt i förväg" in sitting.incident.log[-1].text


@pytest.mark.parametrize("severity", [Severity.STOP, Severity.WARNING])
def test_no_text_with_findings_is_approved_in_advance(sitting: Sitting, severity: Severity) -> None:
    seen = replace(SEEN, findings=(Finding("Q03", severity, (0, 4), "otydligt"),))
    message = sitting.incident.message(ID)

    assert in_advance(sitting.incident, message, Stage.FIRST, seen, TODAY, edited=False) is None


def test_nothing_else_than_the_template_as_it_was_decided_is_approved_in_advance(sitting: Sitting) -> None:
    message = sitting.incident.message(ID)

    def found(stage: Stage = Stage.FIRST, day: date = TODAY, *, edited: bool = False, seen: Rendering = SEEN) -> bool:
        return in_advance(sitting.incident, message, stage, seen, day, edited=edited) is not None

    assert found()
    assert not found(edited=True)
    assert not found(Stage.UPDATE)
    assert not found(day=date(2027, 7, 1))
    assert not found(seen=replace(SEEN, uses=("headline", "facts.F9")))
    sitting.do(set_political(sitting.incident, ID, political=True))
    assert not found()


def test_p53_whoever_decided_in_advance_does_not_release_by_it(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="förväg"):
        approve_in_advance(sitting.incident, ID, SEEN, TODAY, stage=Stage.FIRST, edited=False, person="chef")


def test_texts_that_were_sent_back_are_kept_apart_with_reason_and_words(sitting: Sitting) -> None:
    sitting.do(send_back(sitting.incident, ID, "chef", "Säg var vattnet finns.", "Koka vattnet."))
    sitting.do(draft(sitting.incident, ID, "{{ headline }} Tank vid torget.", Stage.FIRST, edited=True))
    sitting.do(send_back(sitting.incident, ID, "chef", "Fel torg.", "Koka vattnet. Tank vid torget."))

    kept = sitting.incident.message(ID).rejected
    assert [(one.text, one.reason) for one in kept] == [
        ("Koka vattnet.", "Säg var vattnet finns."),
        ("Koka vattnet. Tank vid torget.", "Fel torg."),
    ]
    assert sitting.incident.message(ID).out is None


def test_an_approval_in_an_older_journal_is_read_as_an_official_one_without_a_decision() -> None:
    body = (
        b'{"by":"chef","facts_version":3,"message":"E1-C05.sv","role":"KC","stage":"first","text":"Koka.",'
        b'"uses":{},"version":"0123"}'
    )
    read = from_body("message.approved", body)
    assert isinstance(read, approval.Approved)
    assert (read.political, read.delegation, read.name) == (False, "", "")
