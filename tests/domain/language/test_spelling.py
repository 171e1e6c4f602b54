"""Swedish spelling by the shipped list, held against what Hunspell itself answers for the same words."""

import pytest

from krisapp.domain.language.spelling import WordList
from krisapp.store.resources import resource

FILES = resource("resources", "words")
LIST = WordList(
    (FILES / "sv_SE.dic").read_bytes(), (FILES / "sv_SE.aff").read_text("utf-8"), ["Malmköping", "SOS Alarm"]
)

RIGHT = (
    "hur",
    "koka",
    "Koka",
    "vattnet",
    "arbetet",
    "Kommunens",
    "kommunerna",
    "elavbrottet",
    "dricksvatten",
    "vattentank",
    "kokningsrekommendation",
    "krisledningsnämndens",
    "trygghetspunkten",
    "lägesbilder",
    "skolskjutsarna",
    "fallucka",
    "tillåten",
    "bussarna",
    "ÖVNING",
    "VATTNET",
    "Malmköping",
    "Malmköpings",
    "malmköping",
    "SOS",
    "tv-sändningen",
    "kranvattnet",
    "beredskapslager",
    "avloppsvattnet",
)
WRONG = (
    "vattne",
    "kokningsrekomendation",
    "elavbrot",
    "dricksvaten",
    "informasjon",
    "kommunnens",
    "tanckar",
    "skolskjutss",
    "Malmköpng",
    "xyzzy",
)


@pytest.mark.parametrize("word", RIGHT)
def test_right_words_their_forms_and_compounds_are_known(word: str) -> None:
    assert LIST.knows(word)


@pytest.mark.parametrize("word", WRONG)
def test_slips_are_found(word: str) -> None:
    assert not LIST.knows(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("elavbrot", "elavbrott"),
        ("Dricksvaten", "Dricksvatten"),
        ("kommunnens", "kommunens"),
        ("malmköpng", "malmköping"),
    ],
)
def test_the_word_that_was_meant_is_suggested_in_the_case_of_the_slip(word: str, meant: str) -> None:
    assert meant in LIST.suggestions(word)


def test_a_word_that_is_no_slip_of_any_other_gets_no_suggestion() -> None:
    assert LIST.suggestions("qqwwzzxx") == ()


def test_every_stem_of_the_list_is_found_where_it_lies() -> None:
    entries = LIST._stems.decode().splitlines()

    for entry in entries[:50] + entries[:: len(entries) // 500] + entries[-50:]:
        stem, _slash, flags = entry.partition("/")
        assert flags in LIST._flags(stem)


def test_an_added_word_is_known_from_then_on() -> None:
    words = WordList(b"koka/A\n", "")
    assert not words.knows("Orrhammar")

    words.add(["Orrhammar"])

    assert words.knows("Orrhammars")
