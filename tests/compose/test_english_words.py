"""English and easy Swedish name the places, roads and times that the Swedish sentence names, and guess nothing."""

import pytest

from krisapp.compose.english_words import english_time, named
from tests.compose.written import first_text, sheet


@pytest.mark.parametrize(
    ("line", "told", "english"),
    [
        (
            "Go to {place|the safe point} if it gets cold.",
            "Gå till Bettna skola om det blir kallt.",
            "Go to Bettna skola if it gets cold.",
        ),
        (
            "Go to {place|the safe point} if it gets cold.",
            "Gå till skolan om det blir kallt.",
            "Go to the safe point if it gets cold.",
        ),
        ("Drive towards {place}{road}.", "Kör mot Flen på väg 55.", "Drive towards Flen on road 55."),
        ("Drive towards {place}{road}.", "Kör mot Flen.", "Drive towards Flen."),
        ("Drive towards {place}{road}.", "Kör mot staden.", ""),
        ("Leave the area now.", "Lämna Orrhammar nu.", "Leave the area now."),
    ],
)
def test_a_line_of_the_bank_names_the_place_of_the_sentence(line: str, told: str, english: str) -> None:
    assert named(line, told) == english


@pytest.mark.parametrize(
    ("when", "english"),
    [
        ("från kl. 18.00, hela natten", "from 18:00, all night"),
        ("kl. 8–16", "08:00–16:00"),
        ("dygnet runt", "day and night"),
        ("tills vidare", ""),
        ("efter skolan", ""),
    ],
)
def test_a_time_is_told_in_english_only_when_every_word_of_it_is_known(when: str, english: str) -> None:
    assert english_time(when) == english


def test_english_says_where_to_go() -> None:
    power, fire = (first_text(sheet(number), "E1", "C19").text for number in ("002", "103"))

    assert "Safe point: Bettna skola, from 18:00, all night." in power
    assert "Go to Bettna skola if it gets cold at home." in power
    assert "Drive towards Flen on road 55." in fire
    assert "Help: Stenhammarskolan, Flen, all night." in fire


def test_english_says_to_each_audience_what_is_its_own() -> None:
    texts = {audience: first_text(sheet("103"), audience, "C19").text for audience in ("E1", "E2", "E3", "E6")}

    assert "Companies: " in texts["E2"]
    assert "Not here?" in texts["E3"]
    assert "Do not travel here." in texts["E6"]
    assert "Companies: " not in texts["E1"] and "Not here?" not in texts["E1"]


def test_english_gives_companies_their_own_number() -> None:
    assert "Call 08-465 004 11." in first_text(sheet("001"), "E2", "C19").text
