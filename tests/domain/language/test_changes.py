"""What has changed between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.language.changes import Change, changed_sentences, changed_words

TEXTS = st.lists(st.sampled_from(["Koka", "vattnet.", "kl.", "18.00", "\n", "Malmköping"]), max_size=12).map(" ".join)


def without_space(text: str) -> list[str]:
    return text.split()


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_change(before: str, after: str) -> None:
    found = changed_words(before, after)
    new = "".join(f"{words.text} " for words in found if words.change is not Change.REMOVED)
    old = "".join(f"{words.text} " for words in found if words.change is not Change.ADDED)

    assert without_space(new) == without_space(after)
    assert without_space(old) == without_space(before)


@given(TEXTS)
def test_a_text_is_not_changed_from_itself(text: str) -> None:
    assert all(words.change is Change.KEPT for words in changed_words(text, text))
    assert changed_sentences(text, text) == ((), ())


def test_a_time_that_was_moved_is_one_word_for_another() -> None:
    found = changed_words("Nytt besked kl. 18.00 i dag.", "Nytt besked kl. 20.00 i dag.")

    assert [(words.change, words.text.strip()) for words in found if words.change is not Change.KEPT] == [
        (Change.REMOVED, "18.00"),
        (Change.ADDED, "20.00"),
    ]


def test_sentences_new_and_gone_are_told_and_one_that_moved_is_neither() -> None:
    added, removed = changed_sentences(
        "Koka vattnet. Ring 112 vid fara. Vattnet är grumligt.",
        "Ring 112 vid fara. Koka vattnet. Tanken står vid torget.",
    )

    assert added == ("Tanken står vid torget.",)
    assert removed == ("Vattnet är grumligt.",)
