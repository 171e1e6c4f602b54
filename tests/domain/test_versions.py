"""Versions in other words and languages fall when the Swedish text, or a phrase they are made of, is another."""

import pytest
from msgspec.structs import replace

from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.messages import Rendering, State, draft, state
from krisapp.domain.phrase_bank import sign, unsign
from krisapp.domain.phrase_rows import Language, Phrase, Translation
from krisapp.domain.release import Reason, release
from krisapp.domain.situation import set_fields
from krisapp.domain.versions import SWEDISH, phrase_used
from tests.domain.sitting import PLAN, Sitting

EASY, ENGLISH, OTHERS = "E1-C18.sv", "E1-C19.en", "E1-C20.mul"
PHRASE = Phrase(id="go_in", rank=1, subject="rök", sv="Gå in.", easy="Gå in.", en="Go indoors.")
FINNISH = sign(
    PHRASE, Translation(phrase="go_in", language="fi", text="Mene sisälle.", source="Gå in."), "Aino", "2026-11-24"
)


def put_out(
    sitting: Sitting, id: str, *, edited: bool = False, stage: Stage = Stage.FIRST, uses: tuple[str, ...] = ()
) -> None:
    write(sitting, id, edited=edited, stage=stage)
    sitting.do(approve(sitting.incident, id, Rendering("text", uses), "chef"))
    sitting.do(release(sitting.incident, id, Reason.KNOWN, "alla vet"))


def write(sitting: Sitting, id: str, *, edited: bool = False, stage: Stage = Stage.FIRST) -> None:
    sitting.person = "red"
    sitting.do(draft(sitting.incident, id, "text", stage, edited=edited))


def where(sitting: Sitting, id: str) -> State:
    return state(sitting.incident, sitting.incident.message(id))


@pytest.mark.parametrize("id", [EASY, ENGLISH, OTHERS])
def test_me11_a_version_that_is_out_falls_when_a_person_edits_the_swedish_text(id: str) -> None:
    sitting = Sitting()
    put_out(sitting, SWEDISH)
    put_out(sitting, id)
    assert where(sitting, id) is State.RELEASED

    write(sitting, SWEDISH, edited=True)
    assert where(sitting, id) is State.STALE


def test_me11_it_falls_when_the_next_swedish_text_goes_out_and_stands_again_in_its_own_next() -> None:
    sitting = Sitting()
    put_out(sitting, SWEDISH)
    put_out(sitting, EASY)

    put_out(sitting, SWEDISH, stage=Stage.UPDATE)
    assert where(sitting, EASY) is State.STALE

    put_out(sitting, EASY, stage=Stage.UPDATE)
    assert where(sitting, EASY) is State.RELEASED


def test_me11_an_approval_of_a_version_falls_too_and_can_be_given_again() -> None:
    sitting = Sitting()
    write(sitting, ENGLISH)
    sitting.do(approve(sitting.incident, ENGLISH, Rendering("text", ()), "chef"))
    write(sitting, SWEDISH, edited=True)
    assert where(sitting, ENGLISH) is State.DRAFT

    sitting.do(approve(sitting.incident, ENGLISH, Rendering("text", ()), "chef"))
    assert where(sitting, ENGLISH) is State.APPROVED


def test_a_text_that_is_no_version_stands_whatever_the_swedish_page_says() -> None:
    sitting = Sitting()
    put_out(sitting, SWEDISH)
    put_out(sitting, "E1-C05.sv")
    write(sitting, SWEDISH, edited=True)

    assert where(sitting, "E1-C05.sv") is State.RELEASED


def test_a_version_does_not_fall_when_the_same_swedish_text_goes_out_after_it() -> None:
    sitting = Sitting()
    write(sitting, SWEDISH, edited=True)
    sitting.do(approve(sitting.incident, SWEDISH, Rendering("text", ()), "chef"))
    put_out(sitting, EASY)
    sitting.do(release(sitting.incident, SWEDISH, Reason.KNOWN, "alla vet"))

    assert where(sitting, EASY) is State.RELEASED


def test_me11_a_text_of_phrases_falls_when_one_of_them_is_no_longer_reviewed_in_those_words() -> None:
    sitting = Sitting()
    finnish = Language(id="fi", rank=1, name="finska", own="suomi")
    with_bank = replace(PLAN, languages=(finnish,), phrases=(PHRASE,), translations=(FINNISH,))
    sitting.incident.plan = with_bank
    put_out(sitting, OTHERS, uses=(phrase_used("fi", "go_in", "Mene sisälle."),))
    assert where(sitting, OTHERS) is State.RELEASED

    for other in (
        replace(with_bank, translations=(unsign(FINNISH),)),
        replace(with_bank, phrases=(replace(PHRASE, sv="Gå in nu."),)),
        replace(with_bank, translations=(replace(FINNISH, text="Menkää sisälle."),)),
    ):
        sitting.incident.plan = other
        assert where(sitting, OTHERS) is State.STALE


def test_a_fact_that_a_version_used_makes_it_fall_as_every_text() -> None:
    sitting = Sitting()
    put_out(sitting, OTHERS, uses=("headline",))
    sitting.do(set_fields(sitting.incident, {"headline": "Elen är tillbaka."}))

    assert where(sitting, OTHERS) is State.STALE
