"""Numbers that the sheet gives twice, and not alike (Q34): the fact and the field of how many are affected."""

from typing import Any

import pytest

from krisapp.domain.checking.numbers import numbers_unlike_sheet
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.sheet import Affected, Correction
from tests.domain.checking.situations import context_of, sheet_with

FEWER = "Omkring 2 100 kunder saknar ström."


def found(text: str, fact: str, **sheet: Any) -> list[str]:
    facts = (Fact("F1", Status.CONFIRMED, fact, "driftcentralen", SourceType.POWER_GRID),)
    told = sheet_with(facts=facts, affected=Affected(min=2200, max=2400, unit="kunder"), **sheet)
    return [text[slice(*one.span)] for one in numbers_unlike_sheet(text, told, context_of("C01", "E1"))]


def test_a_fact_that_counts_the_affected_otherwise_than_the_field_is_told_of_in_every_text_that_says_it() -> None:
    assert found(FEWER, FEWER) == ["2 100"]


@pytest.mark.parametrize("fact", ["Omkring 2 300 kunder saknar ström.", "Omkring 600 kunder har ström igen."])
def test_a_fact_that_agrees_or_counts_a_part_is_not_told_of(fact: str) -> None:
    assert found(fact, fact) == []


def test_what_a_correction_says_was_wrong_may_differ_from_the_sheet() -> None:
    wrong = "Omkring 2 900 kunder saknade ström."

    assert found(f"Det här var fel: {wrong}", "Is är orsaken.", correction=Correction(wrong=wrong)) == []
    assert found(wrong, "Is är orsaken.") == ["2 900"]
