"""Names are found where they stand and spelled by the Swedish alphabet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.language.spelled_names import names_in, spelled

PLACES = ("Flen", "Bie", "Malmköping", "Flens kommun", "Hälleforsnäs")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Bie", "Bertil Ivar Erik"),
        ("Ål-Ö", "Åke Ludvig bindestreck Östen"),
        ("Flens kommun", "Filip Ludvig Erik Niklas Sigurd nytt ord Kalle Olof Martin Martin Urban Niklas"),
        ("idé", "Ivar David Erik med accent"),
    ],
)
def test_a_name_is_said_letter_by_letter(name: str, said: str) -> None:
    assert spelled(name) == said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Koka vattnet i Bie och Malmköping.", ["Bie", "Malmköping"]),
        ("Bie har vatten igen.", ["Bie"]),  # known, so found also where a sentence begins
        ("Vattnet är rent.", []),
        ("Ring Anna Berg. Hon vet.", ["Anna", "Berg"]),
        ("Malmköpings skola i Flens kommun", ["Malmköping", "Flens kommun"]),
        ("Skolan i Hälleforsnäs", ["Hälleforsnäs"]),
        ("Biet surrar.", []),
        ("Bie, Bie och Bie", ["Bie"]),
    ],
)
def test_the_names_of_a_text_are_found(text: str, names: list[str]) -> None:
    assert names_in(text, PLACES) == names


@given(st.text(), st.lists(st.sampled_from(PLACES)))
def test_every_name_found_stands_in_the_text_once_in_the_list(text: str, known: list[str]) -> None:
    found = names_in(text, known)

    assert all(name in text for name in found)
    assert len(found) == len(set(found))
