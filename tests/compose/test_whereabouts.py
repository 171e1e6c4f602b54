"""Where it is, in words: a holiday area says more than the town it is written under."""

import pytest

from krisapp.domain.checks import Stage
from krisapp.domain.sheet import Sheet
from tests.compose.written import changed, first_text, sheet, text_of

FOREST = sheet("103")
HOLIDAY = "Orrhammars fritidsområde"


@pytest.mark.parametrize(
    ("area", "told"),
    [
        (FOREST.area, f"vid {HOLIDAY}"),
        (f"{HOLIDAY}, norra delen.", f"i {HOLIDAY}"),
        ("Skogen norr om väg 55.", "i Flen"),
        ("", "i Flen"),
    ],
)
def test_a_holiday_area_is_told_instead_of_the_town_it_lies_near(area: str, told: str) -> None:
    assert text_of("{{ where }}", changed(FOREST, area=area)).text == told


def test_two_towns_are_told_even_if_the_area_speaks_of_a_holiday_area() -> None:
    assert text_of("{{ where }}", changed(FOREST, places=("Flen", "Mellösa"))).text == "i Flen och Mellösa"


def test_a_holiday_area_is_explained_and_named_in_english() -> None:
    told = text_of("{{ whereabouts | lines }}\n{{ english_where }}", FOREST).text
    assert f"{HOLIDAY} är ett område med fritidshus" in told
    assert told.endswith(f"near {HOLIDAY}")


@pytest.mark.parametrize("channel", ["C01", "C05", "C14", "C18"])
def test_p29_nobody_is_told_that_the_whole_town_burned(channel: str) -> None:
    told = first_text(FOREST, "E1", channel, Stage.FINAL, 2).text
    assert "i Flen är" not in told and HOLIDAY in told


@pytest.mark.parametrize(
    ("known", "subject"),
    [
        (sheet("009"), "smittan i Mellösa"),
        (sheet("106"), "översvämningen på flera orter"),
        (FOREST, "skogsbranden"),
    ],
)
def test_a_subject_line_never_names_only_one_of_two_places(known: Sheet, subject: str) -> None:
    assert text_of("{{ about_briefly }}", known).text == subject


@pytest.mark.parametrize("channel", ["C04", "C14"])
def test_an_order_that_the_headline_gives_is_not_given_again(channel: str) -> None:
    told = first_text(FOREST, "E1", channel).text
    assert told.count("Lämna området nu") == (2 if channel == "C14" else 1)
    assert "Kör mot Flen på väg 55." in told
