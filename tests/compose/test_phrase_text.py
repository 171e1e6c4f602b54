"""Texts in other languages: reviewed phrases only, right to left shown rightly, and nothing the sheet does not say."""

import re

import pytest
from msgspec.structs import replace

from krisapp.compose.phrase_book import PhraseBook
from krisapp.compose.writing import Text, context_for, source_for, write
from krisapp.domain.checks import Stage
from krisapp.domain.matrix import cells, message_ids
from krisapp.domain.phrase_bank import sign
from krisapp.domain.plan import Plan
from tests.compose.written import NUMBERS, issued, plan, sheet

ISOLATE, END = "\u2068", "\u2069"


def signed(*languages: str, without: str = "") -> Plan:
    phrases = {phrase.id: phrase for phrase in plan().phrases}
    return replace(
        plan(),
        translations=tuple(
            sign(phrases[one.phrase], one, "Aino Exempel", "2026-11-24")
            if one.language in languages and one.phrase != without
            else one
            for one in plan().translations
        ),
    )


def text(number: str, on: Plan, stage: Stage = Stage.FIRST, *, exercise: bool = False) -> Text:
    known = sheet(number)
    context = context_for(on, "E1", "C20", stage, exercise=exercise, issued=issued(known), incident=known.name)
    return write(source_for(on, known.type, "E1", "C20", stage), known, context, on)


def test_me11_without_a_reviewed_phrase_there_is_no_text_and_nothing_else_is_hindered() -> None:
    assert "C20" not in {channel for _audience, channel in cells(plan())}
    assert [id for id in message_ids(plan()) if "C20" in id] == []
    assert [id for id in message_ids(signed("fi")) if "C20" in id] == ["E1-C20.mul", "E3-C20.mul"]


def test_me11_only_the_languages_somebody_has_reviewed_are_in_the_text() -> None:
    found = text("001", signed("fi")).text

    assert "suomi\n" in found
    assert "Keitä vesijohtovesi" in found
    assert "klo 18:00" in found
    for other in ("العربية", "polski", "українська"):
        assert other not in found


def test_me11_a_language_is_left_out_when_the_most_important_sentence_is_not_reviewed_in_it() -> None:
    found = text("001", signed("fi", "pl", without="boil_water"))

    assert "suomi" not in found.text
    assert [finding.text for finding in found.stops] == ["Här saknas något: Granskade fraser."]


def test_me11_values_keep_their_own_direction_in_a_text_from_right_to_left() -> None:
    found = text("001", signed("ar")).text

    assert f"{ISOLATE}Malmköping{END}" in found
    assert f"{ISOLATE}18:00{END}" in found
    assert found.count(ISOLATE) == found.count(END)
    finnish = text("001", signed("fi")).text
    assert ISOLATE not in finnish.partition("suomi\n")[2], "from left to right nothing needs it"


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("stage", Stage)
def test_no_blank_of_a_phrase_is_left_unfilled(number: str, stage: Stage) -> None:
    found = text(number, signed("fi", "ar", "uk", "pl"), stage)

    assert not re.search(r"\{|\}", found.text)
    assert found.text.endswith(f"Flens kommun, {issued(sheet(number)):%Y-%m-%d %H:%M}")


@pytest.mark.parametrize("number", NUMBERS)
def test_each_language_has_at_most_sixty_words_or_little_more_of_names(number: str) -> None:
    found = text(number, signed("fi", "ar", "uk", "pl")).text
    for block in found.split("\n\n")[1:-1]:
        assert len(block.split()) <= 75, block


def test_what_is_over_is_not_followed_by_whom_to_call_in_danger() -> None:
    on = signed("pl")
    danger = next(one.text for one in on.translations if (one.language, one.phrase) == ("pl", "call_112_danger"))

    assert danger in text("110", on).text
    assert danger not in text("110", on, Stage.ALL_CLEAR).text
    assert "polski" in text("110", on, Stage.ALL_CLEAR).text


def test_an_exercise_says_so_in_every_language() -> None:
    found = text("001", signed("fi"), exercise=True).text

    assert "ÖVNING" in found
    assert "Tämä on vain harjoitus." in found


def test_me3_the_text_remembers_its_facts_and_the_exact_wording_of_its_phrases() -> None:
    uses = text("001", signed("fi")).uses

    assert {"headline", "advice", "next_update", "places"} <= set(uses)
    assert any(name.startswith("phrase.fi.boil_water.") for name in uses)
    assert not any(name.startswith("phrase.pl") for name in uses)


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Ring 112 om någon har svårt att andas.", "breathing"),
        ("Ring 112 om någon är i fara.", "call_112_danger"),
        ("Gå till Bettna skola om det blir kallt hemma.", "safe_point_go"),
        ("Gå inomhus.", "go_indoors"),
        ("Gå inomhus om du bor nära och inte har fått rådet att lämna hemmet.", ""),
        ("Drick kranvattnet som vanligt.", ""),
        ("Koka inte vattnet.", ""),
        ("Åk till skolan.", ""),
    ],
)
def test_a_phrase_says_what_the_sentence_says_or_nothing(sentence: str, phrase: str) -> None:
    found = PhraseBook(plan()).find(sentence)

    assert (found.phrase if found else "") == phrase
