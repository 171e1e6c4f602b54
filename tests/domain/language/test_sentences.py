"""Sentences and lines are found where a reader sees them."""

from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.language.sentences import line_spans, sentence_spans, sentences


def test_a_shortened_word_ends_no_sentence() -> None:
    assert sentences("Vi svarar kl. 18.00, t.ex. i telefon. Ring oss!") == [
        "Vi svarar kl. 18.00, t.ex. i telefon.",
        "Ring oss!",
    ]


def test_a_line_break_ends_a_sentence() -> None:
    assert sentences("Kontakt\nRing oss") == ["Kontakt", "Ring oss"]


def test_a_rest_without_letters_is_no_sentence() -> None:
    assert sentences("16.00.\n–\nHej") == ["Hej"]


@given(st.text())
def test_spans_lie_in_the_text_in_order_and_hold_no_outer_space(text: str) -> None:
    for spans in (sentence_spans(text), line_spans(text)):
        before = 0
        for first, last in spans:
            assert before <= first < last <= len(text)
            assert text[first:last] == text[first:last].strip()
            before = last
