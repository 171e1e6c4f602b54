"""The phrase bank that ships: 120 sentences, complete in three languages, and nothing presented as reviewed."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from krisapp.compose.phrase_book import PhraseBook
from krisapp.compose.phrases import bank_of
from krisapp.domain.language.lix import words
from krisapp.domain.language.sentences import sentences
from krisapp.domain.phrase_bank import (
    SLOTS,
    Standing,
    faults_in_phrases,
    reviewed,
    sign,
    slots,
    spoken,
    standing,
    translate,
    unsign,
)
from krisapp.domain.phrase_rows import Phrase, Translation
from krisapp.domain.plan import Plan
from krisapp.domain.words import Refused
from krisapp.store.plan.plan_package import export_plan, import_plan
from krisapp.store.sample import sample_plan

PLAN = sample_plan()
PHRASES = {phrase.id: phrase for phrase in PLAN.phrases}
LANGUAGES = ["fi", "ar", "so", "uk", "pl", "prs", "ti"]
SCRIPTS = {"ar": r"[\u0600-\u06ff]", "uk": r"[\u0400-\u04ff]"}


def test_me11_there_are_120_phrases_in_three_complete_languages_and_seven_more_languages() -> None:
    assert len(PHRASES) == 120
    assert [language.id for language in PLAN.languages] == LANGUAGES
    assert [language.id for language in PLAN.languages if language.rtl] == ["ar", "prs"]
    for phrase in PLAN.phrases:
        assert all(text.strip().endswith((".", "?")) for text in (phrase.sv, phrase.easy, phrase.en)), phrase.id


def test_blanks_are_the_same_in_every_language_and_only_place_time_and_number() -> None:
    assert list(faults_in_phrases(PLAN)) == []
    for phrase in PLAN.phrases:
        assert set(slots(phrase.sv)) <= set(SLOTS)
        assert slots(phrase.sv) == slots(phrase.easy) == slots(phrase.en)
    for one in PLAN.translations:
        assert slots(one.text) == slots(PHRASES[one.phrase].sv)


def test_no_number_of_a_phrase_is_another_in_a_translation() -> None:
    digits = re.compile(r"\d+")
    for one in PLAN.translations:
        assert sorted(digits.findall(one.text)) == sorted(digits.findall(one.source)), one


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_translation_is_written_in_the_letters_of_its_language(language: str) -> None:
    found = [one for one in PLAN.translations if one.language == language]

    assert len(found) >= 30
    assert all(re.search(SCRIPTS[language], one.text) for one in found)


def test_me11_no_translation_ships_as_reviewed_so_no_text_is_made_of_any() -> None:
    assert spoken(PLAN) == ()
    assert {standing(PHRASES[one.phrase], one) for one in PLAN.translations} == {Standing.DRAFT}


def test_easy_phrases_are_short() -> None:
    assert [phrase.id for phrase in PLAN.phrases for line in sentences(phrase.easy) if len(words(line)) > 14] == []


def test_a_phrase_and_the_standard_advice_that_know_the_same_words_deny_alike() -> None:
    bank = bank_of({template.id: template.text for template in PLAN.templates})
    for phrase in PLAN.phrases:
        for line in sentences(phrase.sv):
            entry = bank.find(line)
            if entry is not None and entry.english:
                denied = re.search(r"\b(not|never|without|cannot)\b", phrase.en)
                said = re.search(r"\b(not|never|without|cannot)\b", entry.english[0])
                assert bool(denied) == bool(said), (phrase.en, entry.english)


def test_every_phrase_that_is_known_by_words_is_known_by_its_own_swedish() -> None:
    book = PhraseBook(PLAN)
    for phrase in PLAN.phrases:
        if phrase.known_by and not slots(phrase.sv):
            found = {said.phrase for line in sentences(phrase.sv) if (said := book.find(line))}
            assert phrase.id in found, (phrase.sv, found)


GO_IN = Phrase(id="go", rank=1, subject="rök", sv="Gå till {place}.", easy="Gå till {place}.", en="Go to {place}.")


def test_a_translation_with_other_blanks_is_refused() -> None:
    with pytest.raises(Refused, match=r"\{place\}"):
        translate(GO_IN, "fi", "Mene sisälle.")
    assert translate(GO_IN, "fi", " Mene  tänne: {place}. ").text == "Mene tänne: {place}."


@pytest.mark.parametrize(
    ("translation", "by", "on", "why"),
    [
        (Translation(phrase="go", language="fi", text="", source=GO_IN.sv), "Aino", "2026-11-24", "ingen översättning"),
        (Translation(phrase="go", language="fi", text="{place}", source="Gå."), "Aino", "2026-11-24", "har ändrats"),
        (Translation(phrase="go", language="fi", text="{place}", source=GO_IN.sv), " ", "2026-11-24", "vem som har"),
        (Translation(phrase="go", language="fi", text="{place}", source=GO_IN.sv), "Aino", "24/11", "datumet"),
    ],
)
def test_me11_a_sign_off_needs_a_text_that_holds_a_name_and_a_date(
    translation: Translation, by: str, on: str, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        sign(GO_IN, translation, by, on)


def test_me11_a_signed_phrase_holds_until_the_swedish_is_another_or_the_sign_off_is_taken_back() -> None:
    signed = sign(GO_IN, translate(GO_IN, "fi", "Mene: {place}."), "Aino", "2026-11-24")

    assert standing(GO_IN, signed) is Standing.REVIEWED
    assert standing(replace(GO_IN, sv="Åk till {place}."), signed) is Standing.OUTDATED
    assert standing(GO_IN, unsign(signed)) is Standing.DRAFT
    assert standing(GO_IN, None) is Standing.MISSING


def signed_plan() -> Plan:
    return replace(
        PLAN,
        translations=tuple(
            sign(PHRASES[one.phrase], one, "Aino Exempel", "2026-11-24") if one.language == "fi" else one
            for one in PLAN.translations
        ),
    )


@pytest.mark.parametrize("name", ["plan.zip", "plan"])
def test_a_plan_package_carries_phrases_and_sign_offs(tmp_path: Path, name: str) -> None:
    plan = signed_plan()
    export_plan(plan, tmp_path / name)
    came_in = import_plan(tmp_path / name)

    assert (came_in.languages, came_in.phrases, came_in.translations) == (
        plan.languages,
        plan.phrases,
        plan.translations,
    )
    assert len(reviewed(came_in)["fi"]) == 34
