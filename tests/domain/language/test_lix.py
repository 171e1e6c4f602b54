"""LIX counts as the handbook does (7.2, 7.11)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.language.lix import counts, lix, words
from tests.domain.language.golden import (
    ANSWER_A,
    BUREAUCRATIC,
    EASY_A,
    PRESS_A,
    SMS_A,
    VMA_A,
    WEB_A,
)


@pytest.mark.parametrize(
    ("text", "word_count", "sentence_count", "long", "value"),
    [
        (BUREAUCRATIC, 22, 2, 15, 79.2),
        (SMS_A, 27, 5, 6, 27.6),
        (EASY_A, 59, 10, 12, 26.2),
        (VMA_A, 46, 4, 16, 46.3),
        (PRESS_A, 36, 5, 10, 35.0),
        (WEB_A, 195, 28, 37, 25.9),
    ],
)
def test_the_vectors_of_the_handbook_come_out_exactly(
    text: str, word_count: int, sentence_count: int, long: int, value: float
) -> None:
    found = counts(text)

    assert (found.words, found.sentences, found.long) == (word_count, sentence_count, long)
    assert lix(text) == value


def test_the_answering_sample_has_47_words() -> None:
    assert len(words(ANSWER_A)) == 47


def test_a_text_without_words_has_no_lix() -> None:
    assert lix("") is None
    assert lix("… – !") is None
    assert lix("12.30.") is None


def test_a_short_text_gives_a_value_that_is_not_safe() -> None:
    assert not counts(SMS_A).safe
    assert counts(WEB_A).safe


def test_a_web_address_is_no_word() -> None:
    assert words("Läs på www.flen.se/vatten nu") == ["Läs", "på", "nu"]


_URL = re.compile(r"(https?://\S+|\b[\w-]+(\.[\w-]+)*\.(se|com|org|nu)(/\S*)?)")


def _oracle(text: str) -> float:
    text = _URL.sub(" ", text)
    ended = [part for part in re.split(r"(?<=[.!?:])\s+|\n+", text) if re.search(r"[A-Za-zÅÄÖåäöéÉüÜ]", part)]
    found = re.findall(r"[A-Za-zÅÄÖåäöéÉüÜ]+(?:[-’'][A-Za-zÅÄÖåäöéÉüÜ]+)*|\d+(?:[.,]\d+)?", text)
    long = [word for word in found if not word[0].isdigit() and len(word.replace("-", "")) > 6]
    return round(len(found) / len(ended) + 100 * len(long) / len(found), 1)


@given(
    st.lists(
        st.sampled_from(
            ["Koka", "vattnet", "kokningsrekommendation", "kl.", "18.00", "flen.se", "t.ex.", "e-post", ".", ":", "\n",
             "?", "15 300", "–", "https://flen.se/a.b"]
        )
    ).map(" ".join)
)  # fmt: skip
def test_any_text_counts_as_the_reference_counter_does(text: str) -> None:
    try:
        expected = _oracle(text)
    except ZeroDivisionError:
        assert lix(text) is None
    else:
        assert lix(text) == expected
