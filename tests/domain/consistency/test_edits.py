"""Sentences written anew by hand: those that contradict are found, those that only say it otherwise are not."""

from functools import cache

import pytest

from krisapp.compose.message_set import message_set
from krisapp.domain.checks import Stage
from krisapp.domain.consistency.comparison import compare
from krisapp.domain.consistency.contradiction import Contradiction, Told
from krisapp.domain.consistency.values import Kind
from tests.compose.written import issued, plan, sheet

ADVICE = "Koka upp vattnet tills det bubblar kraftigt."
SHOWER = "Duscha, tvätta och diska som vanligt."
NEIGHBOUR = "Hjälp en granne som behöver hämta vatten."
WEB, FACEBOOK = "E1-C01", "E1-C03"


@cache
def texts() -> tuple[Told, ...]:
    known = sheet("001")
    return tuple(
        Told(f"{text.audience}-{text.channel}", text.text, text.text, "first")
        for text in message_set(known, plan(), Stage.FIRST, exercise=False, issued=issued(known))
    )


def compared(*edits: tuple[str, str, str]) -> list[Contradiction]:
    """Compare the set with words of some of its texts changed."""
    told = {each.id: each for each in texts()}
    for id, before, after in edits:
        assert before in told[id].text
        told[id] = Told(id, told[id].text.replace(before, after, 1), told[id].expected, "first")
    return compare(tuple(told.values()), sheet("001"), plan())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ADVICE, "Koka vattnet tills det bubblar ordentligt."),
        (SHOWER, "Du kan duscha, diska och tvätta som vanligt."),
        (SHOWER, "Du kan duscha, men svälj inte vattnet."),
        ("Låt inte små barn svälja duschvatten.", "Se till att små barn inte sväljer duschvatten."),
        (NEIGHBOUR, "Du behöver inte koka vattnet när du duschar."),
        (NEIGHBOUR, "Vattentanken står vid Malmaskolan i Malmköping från klockan 16."),
        ("Ring 1177 om du blir sjuk och 112 om det är akut.", "Blir du sjuk ringer du 1177. Är det akut: 112."),
        ("Omkring 2 000 personer berörs.", "Nära 2000 personer kan inte dricka vattnet."),
    ],
)
def test_the_same_in_other_words_is_no_contradiction(before: str, after: str) -> None:
    assert compared((WEB, before, after)) == []


@pytest.mark.parametrize(
    ("before", "after", "kind", "supported"),
    [
        (ADVICE, "Vattnet behöver inte kokas.", Kind.DENIAL, "Koka"),
        (ADVICE, "Sluta koka vattnet.", Kind.DENIAL, "Koka"),
        (NEIGHBOUR, "Ni behöver inte koka vattnet i Malmköping.", Kind.DENIAL, "Koka"),
        (SHOWER, "Duscha inte i vattnet.", Kind.DENIAL, "Duscha"),
        (NEIGHBOUR, "Skolorna i Malmköping är stängda.", Kind.OPENING, "öppna"),
        (NEIGHBOUR, "Ny information kommer klockan 19.", Kind.CLOCK, "kl. 18.00"),
        (NEIGHBOUR, "Frågor? Ring oss på 08-465 004 19.", Kind.TELEPHONE, "08-465 004 1"),
        ("Omkring 2 000 personer berörs.", "Nära 3 000 personer kan inte dricka vattnet.", Kind.NUMBER, "2"),
    ],
)
def test_a_sentence_of_ones_own_that_contradicts_is_found(before: str, after: str, kind: Kind, supported: str) -> None:
    found = compared((WEB, before, after))
    assert [(each.id, each.kind) for each in found] == [(WEB, kind)]
    assert supported in found[0].supported
    assert found[0].against is not None
    assert found[0].against.id != WEB


def test_what_nobody_else_says_is_told_of_without_another_side() -> None:
    (found,) = compared((WEB, NEIGHBOUR, "Bussen går klockan 17.15 från torget."))
    assert (found.text, found.against, found.supported) == ("klockan 17.15", None, "")


def test_two_texts_that_agree_on_what_the_sheet_does_not_know_are_not_told_of() -> None:
    bus = "Bussen går klockan 17.15 från torget."
    assert compared((WEB, NEIGHBOUR, bus), (FACEBOOK, NEIGHBOUR, bus)) == []


def test_two_texts_that_disagree_on_what_the_sheet_does_not_know_are_told_of_once() -> None:
    (found,) = compared(
        (WEB, NEIGHBOUR, "Bussen går klockan 17.15 från torget."),
        (FACEBOOK, NEIGHBOUR, "Bussen går klockan 17.45 från torget."),
    )
    assert {found.id, found.against.id if found.against else ""} == {WEB, FACEBOOK}
    assert found.supported == ""


def test_the_same_slip_in_two_texts_is_found_in_both() -> None:
    slip = ("igen kl. 18.00", "igen kl. 19.00")
    found = compared((WEB, *slip), (FACEBOOK, *slip))
    assert {each.id for each in found} == {WEB, FACEBOOK}
    assert {each.supported for each in found} == {"kl. 18.00"}


def test_any_text_can_be_compared() -> None:
    for text in ("", "\n" * 50, "inte " * 5000, "kl. 99.99 " * 2000, "\u202e\u0000😀 112", "{{ next_update }}" * 1000):
        compare((Told("a", text, texts()[0].text, "first"), *texts()[1:3]), sheet("001"), plan())
