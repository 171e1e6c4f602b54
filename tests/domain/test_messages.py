"""Approval by two, of the version seen; and staleness that is exact."""

import pytest

from krisapp.domain.approval import approve, send_back
from krisapp.domain.checks import Finding, Severity, Stage
from krisapp.domain.messages import Rendering, State, changed_since, draft, state
from krisapp.domain.situation import FieldsSet, set_fields
from krisapp.domain.words import Refused
from tests.domain.sitting import Sitting

ID = "E1-C01.sv"
SEEN = Rendering("Elen är borta.", ("headline",))


def drafted() -> Sitting:
    sitting = Sitting()
    sitting.person = "red"
    sitting.do(draft(sitting.incident, ID, "{{ headline }}", Stage.FIRST, edited=False))
    return sitting


def where(sitting: Sitting) -> State:
    return state(sitting.incident, sitting.incident.message(ID))


def test_p53_the_writer_does_not_approve_their_own_text() -> None:
    sitting = Sitting()
    sitting.person = "chef"
    sitting.do(draft(sitting.incident, ID, "text", Stage.FIRST, edited=True))
    with pytest.raises(Refused, match="Någon annan"):
        approve(sitting.incident, ID, SEEN, "chef")


def test_p53_only_who_the_plan_says_may_approve() -> None:
    sitting = drafted()
    with pytest.raises(Refused, match="får inte godkänna"):
        approve(sitting.incident, ID, SEEN, "tib")
    approved = approve(sitting.incident, ID, SEEN, "chef")
    assert (approved.by, approved.role) == ("chef", "KC")


def test_a_finding_that_stops_blocks_approval() -> None:
    sitting = drafted()
    seen = Rendering("text", (), (Finding("S8", Severity.STOP, (0, 4), "Hemlig uppgift."),))
    with pytest.raises(Refused, match="Hemlig uppgift"):
        approve(sitting.incident, ID, seen, "chef")


def test_a_warning_is_passed_only_by_name() -> None:
    sitting = drafted()
    seen = Rendering("text", (), (Finding("Q03", Severity.WARNING, (0, 4), "Svårt."),))
    with pytest.raises(Refused, match="Q03"):
        approve(sitting.incident, ID, seen, "chef")
    assert approve(sitting.incident, ID, seen, "chef", accepted=("Q03",)).accepted == ("Q03",)


def test_an_approval_falls_when_a_used_fact_changes_and_only_then() -> None:
    sitting = drafted()
    sitting.do(approve(sitting.incident, ID, SEEN, "chef"))
    assert where(sitting) is State.APPROVED

    sitting.do(set_fields(sitting.incident, {"commitment": "Vi återkommer."}))
    assert where(sitting) is State.APPROVED

    sitting.do(set_fields(sitting.incident, {"headline": "Elen är tillbaka."}))
    assert where(sitting) is State.DRAFT


def test_a_new_draft_does_away_with_the_approval() -> None:
    sitting = drafted()
    sitting.do(approve(sitting.incident, ID, SEEN, "chef"))
    sitting.do(draft(sitting.incident, ID, "annat", Stage.FIRST, edited=True))
    assert where(sitting) is State.DRAFT


def test_an_approval_that_arrives_after_another_stage_was_drafted_is_ignored() -> None:
    sitting = drafted()
    late = approve(sitting.incident, ID, SEEN, "chef")
    sitting.do(draft(sitting.incident, ID, "annat", Stage.UPDATE, edited=True))
    sitting.do(late)
    assert where(sitting) is State.DRAFT


def test_p2_a_changed_fact_marks_exactly_the_texts_that_used_it() -> None:
    sitting = Sitting()
    sitting.released("E1-C01.sv", ("headline", "advice"))
    sitting.released("E1-C05.sv", ("headline",))

    sitting.do(set_fields(sitting.incident, {"advice": ("Gå in.",)}))

    states = {id: state(sitting.incident, message) for id, message in sitting.incident.messages.items()}
    assert states == {"E1-C01.sv": State.STALE, "E1-C05.sv": State.RELEASED}
    out = sitting.incident.message("E1-C01.sv").out
    assert out is not None
    assert changed_since(sitting.incident.sheet, out.uses) == ("advice",)


def test_a_text_is_current_again_when_the_fact_is_what_it_was() -> None:
    sitting = Sitting()
    sitting.released(ID)
    sitting.do(set_fields(sitting.incident, {"headline": "Nytt."}))
    assert where(sitting) is State.STALE
    sitting.do(set_fields(sitting.incident, {"headline": ""}))
    assert where(sitting) is State.RELEASED


def test_a_contested_fact_blocks_approval_of_the_texts_that_use_it() -> None:
    sitting = drafted()
    events = [FieldsSet({"headline": text}) for text in ("Ja.", "Nej.")]
    stamps = [sitting.stamp(one) for one in events]
    for one, stamp in zip(events, stamps, strict=True):
        one.apply(sitting.incident, stamp)
    with pytest.raises(Refused, match="Två uppgifter"):
        approve(sitting.incident, ID, SEEN, "chef")
    approve(sitting.incident, ID, Rendering("text", ("advice",)), "chef")


def test_a_draft_sent_back_says_why() -> None:
    sitting = drafted()
    sitting.do(approve(sitting.incident, ID, SEEN, "chef"))
    sitting.do(send_back(sitting.incident, ID, "chef", "Säg var vattnet finns."))
    assert where(sitting) is State.DRAFT
    assert sitting.incident.message(ID).returned == "Säg var vattnet finns."


def test_the_released_text_keeps_its_hash_and_who_stands_for_it() -> None:
    sitting = Sitting()
    sitting.released(ID)
    out = sitting.incident.message(ID).out
    assert out is not None
    assert out.approved_by == "chef"
    assert len(out.sha256) == 64
