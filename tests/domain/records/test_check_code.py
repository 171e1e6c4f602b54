"""The check code: ten signs that no slip of the pen turns into another code, and that depend on all they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.records.check_code import ALPHABET, Codes, code_of, print_on, read_code
from krisapp.domain.words import Refused
from tests.domain.sitting import Sitting

ENDS = st.dictionaries(st.text("0123456789abcdef", min_size=1), st.tuples(st.integers(1), st.text()), min_size=1)
CODE = code_of({"a": (3, "f" * 64)})


@given(ENDS)
def test_a_code_is_two_groups_of_five_and_is_read_however_it_is_typed(tips: dict[str, tuple[int, str]]) -> None:
    code = code_of(tips)

    assert [len(group) for group in code.split("-")] == [5, 5]
    assert (
        read_code(code) == read_code(f" {code.lower().replace('-', ' ')} ") == read_code(code.replace("-", "")) == code
    )


@given(ENDS, st.integers(0, 9), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_told_from_a_code(tips: dict[str, tuple[int, str]], at: int, sign: str) -> None:
    signs = code_of(tips).replace("-", "")
    if signs[at] == sign:
        return

    with pytest.raises(Refused, match="felskriven"):
        read_code(signs[:at] + sign + signs[at + 1 :])


@given(ENDS, st.integers(0, 9), st.integers(0, 9))
def test_two_signs_that_changed_places_are_told_from_a_code(tips: dict[str, tuple[int, str]], a: int, b: int) -> None:
    signs = list(code_of(tips).replace("-", ""))
    if signs[a] == signs[b]:
        return
    signs[a], signs[b] = signs[b], signs[a]

    with pytest.raises(Refused, match="felskriven"):
        read_code("".join(signs))


@given(ENDS, ENDS)
def test_other_ends_give_another_code(one: dict[str, tuple[int, str]], other: dict[str, tuple[int, str]]) -> None:
    assert (code_of(one) == code_of(other)) == (one == other)


@pytest.mark.parametrize(
    ("typed", "why"),
    [("", "tio tecken. Du skrev 0"), (CODE + "A", "Du skrev 11"), ("O" + CODE[1:], "Tecknet O"), ("ÅÄÖ", "Du skrev 3")],
)
def test_what_is_no_code_is_refused_in_words(typed: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        read_code(typed)


def test_a_printed_code_is_remembered_with_its_paper_and_stands_in_the_log() -> None:
    sitting = Sitting()
    printed = print_on({"s": (1, "0" * 64)}, "protokollet från möte 1")

    sitting.do(printed)

    kept = sitting.incident.part(Codes).by_code[printed.code]
    assert (kept.paper, kept.tips) == ("protokollet från möte 1", {"s": (1, "0" * 64)})
    assert sitting.incident.log[-1].text == f"Kontrollkod {printed.code} står på protokollet från möte 1."
