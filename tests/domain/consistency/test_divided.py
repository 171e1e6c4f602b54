"""A sheet that says two things of one is told of, in every text that repeats it; what only looks alike is not."""

import msgspec
import pytest

from krisapp.compose.message_set import message_set
from krisapp.domain.checks import Stage
from krisapp.domain.consistency.comparison import compare
from krisapp.domain.consistency.contradiction import Told
from krisapp.domain.consistency.divided import splits
from krisapp.domain.consistency.words import verdict
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.sheet import Affected, Answered, Sheet
from tests.compose.written import issued, plan, sheet
from tests.domain.checking.situations import sheet_with

PLACES = ("Bettna", "Vadsbro", "Flen")


def fact(number: int, text: str, status: Status = Status.CONFIRMED) -> Fact:
    return Fact(f"F{number}", status, text, "driftcentralen", SourceType.POWER_GRID)


def split_by(*texts: str) -> list[tuple[str, str]]:
    known = sheet_with(
        affected=Affected(),
        places=("Bettna", "Vadsbro"),
        facts=tuple(fact(number, text) for number, text in enumerate(texts, 1)),
    )
    return [(one.token.form, one.other.form) for one in splits(known, PLACES)]


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("Omkring 2 300 kunder saknar ström.", "Omkring 2 100 kunder saknar ström.", ("2100", "2300")),
        ("Omkring 2 300 kunder saknar ström.", "2 000 kunder är utan el.", ("2000", "2300")),
        ("2 300 kunder saknar ström i Bettna och Vadsbro.", "2 000 kunder saknar ström.", ("2000", "2300")),
        ("Bettna skola öppnar kl. 18.00.", "Bettna skola öppnar kl. 19.", ("19:00", "18:00")),
        ("Bettna skola är öppen.", "Bettna skola är stängd.", ("closed", "open")),
    ],
)
def test_two_confirmed_facts_with_different_values_for_one_thing_are_found(
    first: str, second: str, apart: tuple[str, str]
) -> None:
    assert split_by(first, second) == [apart]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Omkring 2 300 kunder saknar ström.", "2 280 kunder saknar ström."),
        ("1 200 kunder i Bettna saknar ström.", "900 kunder i Vadsbro saknar ström."),
        ("2 300 kunder saknar ström.", "400 kunder saknar vatten."),
        ("2 300 kunder saknar ström.", "1 900 kunder i Flen saknar ström."),
        ("Kl. 16.52 var 2 300 kunder utan ström.", "Kl. 18.00 var 1 900 kunder utan ström."),
        ("Bettna skola öppnar kl. 18.00 torsdag.", "Bettna skola öppnar kl. 8.00 fredag."),
        ("Bettna skola öppnar kl. 18.00.", "Flens skola öppnar kl. 19.00."),
        ("Nästa besked kommer kl. 18.00.", "Nästa besked kommer kl. 20.00."),
    ],
)
def test_another_part_place_day_or_a_rounding_is_no_contradiction(first: str, second: str) -> None:
    assert split_by(first, second) == []


def test_a_fact_that_is_not_confirmed_says_nothing_yet() -> None:
    known = sheet_with(
        affected=Affected(),
        facts=(
            fact(1, "Omkring 2 300 kunder saknar ström."),
            fact(2, "Omkring 2 100 kunder saknar ström.", Status.UNCONFIRMED),
        ),
    )
    assert list(splits(known, PLACES)) == []


def test_an_adopted_answer_that_says_otherwise_than_a_fact_is_found() -> None:
    known = sheet_with(
        affected=Affected(),
        facts=(fact(1, "Omkring 2 100 kunder saknar ström."),),
        answers=(Answered("Hur många saknar ström?", "Omkring 2 300 kunder saknar ström."),),
    )
    (found,) = splits(known, PLACES)
    assert (found.later.text, found.earlier.text) == (
        "Omkring 2 300 kunder saknar ström.",
        "Omkring 2 100 kunder saknar ström.",
    )


def told_of(known: Sheet) -> list[Told]:
    texts = message_set(known, plan(), Stage.FIRST, exercise=False, issued=issued(known))
    return [Told(f"{text.audience}-{text.channel}", text.text, text.text, "first") for text in texts]


def test_every_text_that_tells_the_second_of_two_facts_is_held_against_the_first_without_any_field() -> None:
    facts = (fact(1, "Omkring 2 300 kunder saknar ström."), fact(2, "Omkring 2 100 kunder saknar ström."))
    known = msgspec.structs.replace(sheet("002"), affected=Affected(), facts=facts)
    texts = told_of(known)

    found = compare(texts, known, plan())

    carriers = {told.id for told in texts if facts[1].text in told.text.replace("\u202f", " ")}
    assert carriers
    assert {one.id for one in found} == carriers
    assert {one.text for one in found} == {"2 100"}
    assert all(one.against and "2 300" in one.against.text for one in found)
    assert verdict(found[0]) == "Båda står i läget eller i svaren. Ändra den som är fel."
