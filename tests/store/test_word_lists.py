"""The lists of words of a workplace."""

from pathlib import Path

from krisapp.store.resources import resource
from krisapp.store.sample import sample_plan
from krisapp.store.word_lists import OWN, add_own_word, drop_own_word, own_words, word_list


def test_places_roles_and_organisations_of_the_plan_are_words(tmp_path: Path) -> None:
    words = word_list(sample_plan(), tmp_path)

    assert all(words.knows(word) for word in ("Hälleforsnäs", "TIB", "POSOM", "Sparreholms", "Malmaskolan"))


def test_an_added_word_stays_and_can_be_taken_out(tmp_path: Path) -> None:
    add_own_word(tmp_path, "snurrvatten")
    add_own_word(tmp_path, "blåtank")
    add_own_word(tmp_path, "blåtank")

    assert own_words(tmp_path) == ["snurrvatten", "blåtank", ""]
    assert word_list(sample_plan(), tmp_path).is_own("snurrvatten")

    drop_own_word(tmp_path, "blåtank")
    assert (tmp_path / OWN).read_text("utf-8") == "snurrvatten\n"


def test_the_licence_of_the_list_lies_beside_it() -> None:
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in resource("resources", "words", "LGPL-3.txt").read_text("utf-8")
