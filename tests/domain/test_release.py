"""The release engine is the decision table of chapter 2, for all sequences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krisapp.domain.checks import Stage
from krisapp.domain.messages import State, state
from krisapp.domain.release import Allowed, NeedsReason, Reason, decide, order, release
from krisapp.domain.situation import set_fields
from krisapp.domain.words import Refused
from tests.domain.sitting import Sitting

AUDIENCES = ("I1", "I2", "E1", "E2", "E3", "E4", "E5", "E6")


def decision(sitting: Sitting, id: str) -> object:
    return decide(sitting.incident, sitting.incident.message(id))


def test_p16_residents_before_employees_needs_a_reason_that_is_logged() -> None:
    sitting = Sitting()
    sitting.approved("E1-C01.sv")

    found = decision(sitting, "E1-C01.sv")

    assert isinstance(found, NeedsReason)
    assert found.rules == ("P16",)
    assert found.offered is None
    with pytest.raises(Refused):
        release(sitting.incident, "E1-C01.sv")
    with pytest.raises(Refused, match="Skriv varför"):
        release(sitting.incident, "E1-C01.sv", Reason.KNOWN)
    sitting.do(release(sitting.incident, "E1-C01.sv", Reason.KNOWN, "radion har sagt det"))
    assert "radion har sagt det" in sitting.incident.log[-1].text


def test_p16_nothing_is_asked_when_both_internal_audiences_know() -> None:
    sitting = Sitting()
    sitting.released("I1-C07.sv")
    sitting.released("I2-C06.sv")
    sitting.approved("E1-C01.sv")

    assert decision(sitting, "E1-C01.sv") == Allowed()


def test_p17_danger_to_life_takes_one_click_and_asks_for_the_internal_message() -> None:
    sitting = Sitting(danger=True)
    sitting.approved("E1-C01.sv")

    found = decision(sitting, "E1-C01.sv")

    assert isinstance(found, NeedsReason)
    assert found.offered is Reason.DANGER
    sitting.do(release(sitting.incident, "E1-C01.sv", Reason.DANGER))
    assert sitting.incident.internal_asked is not None


def test_p28_media_before_residents_is_refused_whatever_the_reason() -> None:
    sitting = Sitting(danger=True)
    sitting.released("I1-C07.sv")
    sitting.released("I2-C06.sv")
    sitting.approved("E5-C08.sv")

    with pytest.raises(Refused, match="Invånarna först"):
        release(sitting.incident, "E5-C08.sv", Reason.DANGER, "bråttom")

    sitting.released("E1-C01.sv")
    assert decision(sitting, "E5-C08.sv") == Allowed()


def test_p28_a_resident_text_on_older_facts_does_not_count() -> None:
    sitting = Sitting()
    sitting.released("E1-C01.sv", ("headline", "advice"))
    sitting.do(set_fields(sitting.incident, {"advice": ("Gå in.",)}))
    sitting.approved("E5-C08.sv", ("advice",))

    with pytest.raises(Refused, match="äldre fakta"):
        release(sitting.incident, "E5-C08.sv", Reason.OTHER, "skäl")


def test_a_change_neither_text_uses_does_not_hold_up_the_press() -> None:
    sitting = Sitting()
    sitting.released("E1-C01.sv", ("headline",))
    sitting.do(set_fields(sitting.incident, {"commitment": "Vi återkommer."}))
    sitting.approved("E5-C08.sv", ("headline", "commitment"))

    assert isinstance(decision(sitting, "E5-C08.sv"), NeedsReason)


def test_p64_the_own_page_goes_before_social_media() -> None:
    sitting = Sitting()
    sitting.released("I1-C07.sv")
    sitting.released("I2-C06.sv")
    sitting.approved("E1-C03.sv")

    found = decision(sitting, "E1-C03.sv")
    assert isinstance(found, NeedsReason)
    assert found.rules == ("P64",)

    sitting.released("E1-C01.sv")
    assert decision(sitting, "E1-C03.sv") == Allowed()


def test_p57_the_chain_is_numbered_and_says_what_it_replaces() -> None:
    sitting = Sitting()
    sitting.released("E1-C01.sv")
    sitting.released("E1-C01.sv", stage=Stage.UPDATE)
    sitting.approved("E1-C01.sv", stage=Stage.FINAL)

    last = release(sitting.incident, "E1-C01.sv", Reason.OTHER, "prov")

    assert (last.number, last.replaces) == (3, 2)
    assert last.next_update is None


def test_p59_a_released_text_is_frozen() -> None:
    sitting = Sitting()
    sitting.released("E1-C01.sv")
    before = sitting.incident.message("E1-C01.sv").out

    sitting.do(set_fields(sitting.incident, {"headline": "Något annat."}))
    sitting.approved("E1-C01.sv", stage=Stage.UPDATE)

    assert sitting.incident.message("E1-C01.sv").releases == [before]


def test_an_exercise_follows_the_same_table() -> None:
    sitting = Sitting(exercise=True)
    sitting.approved("E5-C08.sv")
    assert isinstance(decision(sitting, "E5-C08.sv"), Refused)


def test_nothing_goes_out_unapproved() -> None:
    sitting = Sitting()
    with pytest.raises(Refused, match="godkänd"):
        release(sitting.incident, "I2-C06.sv")


def test_p56_the_release_order_is_the_policys() -> None:
    sitting = Sitting()
    ids = ("E5-C08.sv", "E1-C05.sv", "I2-C06.sv", "E1-C01.sv", "I1-C07.sv")
    ranks = {code: rank for rank, code in enumerate(AUDIENCES, 1)}

    ordered = sorted(ids, key=lambda each: order(sitting.incident.message(each), ranks))

    assert ordered == ["I1-C07.sv", "I2-C06.sv", "E1-C01.sv", "E1-C05.sv", "E5-C08.sv"]


acts = st.one_of(
    st.tuples(st.just("approve"), st.sampled_from(AUDIENCES), st.sampled_from(("headline", "advice"))),
    st.tuples(st.just("release"), st.sampled_from(AUDIENCES), st.booleans()),
    st.tuples(st.just("change"), st.sampled_from(("headline", "advice")), st.integers(0, 9)),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(acts, max_size=40), st.booleans())
def test_p56_no_sequence_of_clicks_tells_others_before_the_residents(
    sequence: list[tuple[str, str, object]], danger: bool
) -> None:
    sitting = Sitting(danger=danger)
    released: list[str] = []
    resident: dict[str, str] = {}
    for act, what, how in sequence:
        try:
            if act == "approve":
                sitting.approved(f"{what}-C07.sv", (str(how),))
            elif act == "change":
                value = f"Värde {how}." if what == "headline" else (f"Råd {how}.",)
                sitting.do(set_fields(sitting.incident, {what: value}))
            else:
                went = release(sitting.incident, f"{what}-C07.sv", Reason.OTHER, "skäl" if how else "")
                sitting.do(went)
                released.append(what)
                if what == "E1":
                    resident = {**resident, **went.uses}
                elif what.startswith("E"):
                    assert "E1" in released
                    assert all(resident[name] == digest for name, digest in went.uses.items() if name in resident)
        except Refused:
            continue
    for message in sitting.incident.messages.values():
        assert (state(sitting.incident, message) is State.SUGGESTED) <= (not message.releases)
