"""What can contradict, in every form it is written in."""

import pytest

from krisapp.domain.consistency.statements import statements
from krisapp.domain.consistency.values import Kind, finder

PLACES = ("Bettna", "Bettna skola", "Flen", "Flens kommun", "Harpsund", "Väg 55")


def values(line: str) -> list[tuple[str, str]]:
    return [(token.kind, token.form) for token in finder(PLACES).tokens(line) if token.kind]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("kl. 18.00", [(Kind.CLOCK, "18:00")]),
        ("klockan 18", [(Kind.CLOCK, "18:00")]),
        ("Klockan sex", [(Kind.CLOCK, "06:00")]),
        ("Next update: 18:00.", [(Kind.CLOCK, "18:00")]),
        ("kl. 8–22", [(Kind.CLOCK, "08:00-22:00")]),
        ("fredag 11 juni 2027", [(Kind.WEEKDAY, "5"), (Kind.DATE, "06-11"), (Kind.NUMBER, "2027")]),
        ("Friday 11 June", [(Kind.WEEKDAY, "5"), (Kind.DATE, "06-11")]),
        ("onsdag 3/11", [(Kind.WEEKDAY, "3"), (Kind.DATE, "11-03")]),
        ("2027-06-11", [(Kind.NUMBER, "2027"), (Kind.DATE, "06-11")]),
        ("2\u202f000 personer", [(Kind.NUMBER, "2000")]),
        ("2 000 och 2000", [(Kind.NUMBER, "2000"), (Kind.NUMBER, "2000")]),
        ("1 900–2 100", [(Kind.NUMBER, "1900-2100")]),
        ("två tankar, two tanks", [(Kind.NUMBER, "2"), (Kind.NUMBER, "2")]),
        ("tjugofem personer", [(Kind.NUMBER, "25")]),
        ("Ring 08-465 004 10 kl. 8", [(Kind.TELEPHONE, "0846500410"), (Kind.CLOCK, "08:00")]),
        ("113 13, 1177, 112.", [(Kind.TELEPHONE, "11313"), (Kind.TELEPHONE, "1177"), (Kind.TELEPHONE, "112")]),
        ("i Bettna skola och Bettnas kyrka", [(Kind.PLACE, "Bettna"), (Kind.PLACE, "Bettna")]),
        ("Flens kommun", [(Kind.PLACE, "Flen")]),
        ("Flensby, bettna", []),
        ("öppen, stängda", [(Kind.OPENING, "open"), (Kind.OPENING, "closed")]),
    ],
)
def test_each_form_of_a_value_is_brought_to_one(line: str, found: list[tuple[str, str]]) -> None:
    assert values(line) == found


def test_a_colon_ends_no_statement_and_kl_neither() -> None:
    made = statements("Bettna skola: öppen från kl. 18.00. Ta med en filt.", PLACES)
    assert [each.text for each in made] == ["Bettna skola: öppen från kl. 18.00.", "Ta med en filt."]


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("Koka inte vattnet.", {"kok"}),
        ("Du behöver inte koka vattnet.", {"kok"}),
        ("Vi vet inte hur länge du behöver koka vattnet.", set()),
        ("There is no need to boil the water.", {"boil"}),
        ("Koka vattnet.", set()),
    ],
)
def test_what_a_sentence_denies(sentence: str, denied: set[str]) -> None:
    (statement,) = statements(sentence, PLACES)
    assert statement.denied == denied
