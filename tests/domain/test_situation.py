"""Filling in the sheet: transitions, the two-source rule, secrecy, and two who write at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain import facts
from krisapp.domain.events import Stamp
from krisapp.domain.facts import Fact, SourceType, Status, Topic
from krisapp.domain.sheet import digest_of
from krisapp.domain.situation import FieldsSet, next_id, set_fields, state_fact
from krisapp.domain.words import Refused
from tests.domain.sitting import Sitting

OWN = SourceType.OWN_SERVICE


def fact(status: Status = Status.CONFIRMED, **other: object) -> Fact:
    values: dict[str, object] = {"source": "räddningschef", "source_type": OWN, **other}
    return Fact("F1", status, str(values.pop("text", "Vägen är stängd.")), **values)  # type: ignore[arg-type]


def test_p31_a_secret_fact_without_a_legal_ground_is_refused() -> None:
    sitting = Sitting()
    with pytest.raises(Refused, match="lagrum"):
        state_fact(sitting.incident, fact(secret=True), "tib")
    sitting.do(state_fact(sitting.incident, fact(secret=True, legal_ground="OSL 26:1"), "tib"))
    assert "Vägen" not in sitting.incident.log[-1].text


@pytest.mark.parametrize("source", [SourceType.MEDIA, SourceType.PUBLIC, SourceType.UNKNOWN])
def test_media_and_the_public_never_confirm(source: SourceType) -> None:
    with pytest.raises(Refused, match="Medier och allmänhet"):
        facts.check(fact(source_type=source))


@pytest.mark.parametrize("topic", [Topic.CASUALTIES, Topic.CAUSE, Topic.SUSPECTED_ACT, Topic.EVACUATED])
def test_two_source_rule_the_owner_confirms_deaths_cause_and_acts(topic: Topic) -> None:
    with pytest.raises(Refused, match="får bara bekräftas"):
        facts.check(fact(topic=topic, source_type=OWN))
    facts.check(fact(topic=topic, source_type=SourceType.POLICE))


def test_a_confirmed_fact_is_refuted_by_two_people() -> None:
    sitting = Sitting()
    sitting.do(state_fact(sitting.incident, fact(), "tib"))
    for second in ("", "tib"):
        with pytest.raises(Refused, match="Två personer"):
            state_fact(sitting.incident, fact(Status.REFUTED), "tib", second)
    sitting.do(state_fact(sitting.incident, fact(Status.REFUTED), "tib", "chef"))
    assert sitting.incident.sheet.facts[0].status is Status.REFUTED


def test_a_refuted_fact_does_not_come_back() -> None:
    sitting = Sitting()
    sitting.do(state_fact(sitting.incident, fact(Status.RUMOUR), "tib"))
    sitting.do(state_fact(sitting.incident, fact(Status.REFUTED), "tib"))
    with pytest.raises(Refused, match="kan inte bli"):
        state_fact(sitting.incident, fact(Status.CONFIRMED), "tib")
    sitting.do(state_fact(sitting.incident, fact(Status.OUTDATED), "tib"))


@given(st.lists(st.sampled_from(list(Status)), max_size=12))
def test_no_sequence_of_changes_confirms_a_rumour_on_hearsay(statuses: list[Status]) -> None:
    sitting = Sitting()
    for status in statuses:
        try:
            sitting.do(state_fact(sitting.incident, fact(status, source_type=SourceType.PUBLIC), "tib", "chef"))
        except Refused:
            continue
    assert all(known.status is not Status.CONFIRMED for known in sitting.incident.sheet.facts)


def test_facts_are_numbered_on_from_the_highest() -> None:
    sitting = Sitting()
    assert next_id(sitting.incident) == "F1"
    sitting.do(state_fact(sitting.incident, fact(), "tib"))
    assert next_id(sitting.incident) == "F2"


def test_every_change_of_the_sheet_gives_a_new_version() -> None:
    sitting = Sitting()
    before = sitting.incident.version
    sitting.do(set_fields(sitting.incident, {"headline": "Elen är borta i Bettna."}))
    assert sitting.incident.version == before + 1
    assert sitting.incident.sheet.headline == "Elen är borta i Bettna."


def test_setting_a_field_to_what_it_is_is_refused() -> None:
    sitting = Sitting()
    with pytest.raises(Refused, match="Inget är ändrat"):
        set_fields(sitting.incident, {"places": ("Bettna",)})


def test_a_headline_too_long_for_a_text_message_is_refused() -> None:
    sitting = Sitting()
    with pytest.raises(Refused, match="90 tecken"):
        set_fields(sitting.incident, {"headline": "å" * 91})


def test_two_who_write_at_once_are_both_shown_and_neither_wins() -> None:
    sitting = Sitting()
    mine, other = (FieldsSet({"area": text}) for text in ("Bettna.", "Vadsbro."))
    stamps = [sitting.stamp(mine), sitting.stamp(other)]
    for one, stamp in zip((mine, other), stamps, strict=True):
        one.apply(sitting.incident, stamp)

    assert sitting.incident.contested == {"area"}
    assert {value for value, _stamp in sitting.incident.register("area").claims} == {"Bettna.", "Vadsbro."}

    sitting.do(set_fields(sitting.incident, {"area": "Bettna."}))
    assert not sitting.incident.contested


def test_values_of_a_newer_program_are_left_aside() -> None:
    sitting = Sitting()
    before = sitting.incident.version
    sitting.do(FieldsSet({"hologram": 3, "places": 7}))
    assert sitting.incident.version == before


def test_the_same_value_again_has_the_same_digest() -> None:
    sitting = Sitting()
    sitting.do(set_fields(sitting.incident, {"headline": "A."}))
    first = digest_of(sitting.incident.sheet, "headline")
    sitting.do(set_fields(sitting.incident, {"headline": "B."}))
    assert digest_of(sitting.incident.sheet, "headline") != first
    sitting.do(set_fields(sitting.incident, {"headline": "A."}))
    assert digest_of(sitting.incident.sheet, "headline") == first


def test_a_secret_fact_does_not_show_in_what_public_texts_depend_on() -> None:
    sitting = Sitting()
    before = digest_of(sitting.incident.sheet, "facts")
    sitting.do(state_fact(sitting.incident, fact(secret=True, legal_ground="OSL 26:1"), "tib"))
    assert digest_of(sitting.incident.sheet, "facts") == before


def test_an_event_that_arrives_twice_or_first_does_no_harm() -> None:
    sitting = Sitting()
    stated = state_fact(sitting.incident, fact(), "tib")
    late = Stamp("f" * 64, "s2", 1, 1, 0, 60, "chef", ())
    stated.apply(sitting.incident, late)
    stated.apply(sitting.incident, late)
    assert len(sitting.incident.sheet.facts) == 1
