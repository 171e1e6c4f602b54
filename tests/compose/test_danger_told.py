"""A fire where some must leave: short texts tell 112, and no language turns the advice."""

import pytest

from tests.compose.written import first_text, sheet


@pytest.mark.parametrize("channel", ["C10", "C12", "C15", "C18", "C19"])
@pytest.mark.parametrize("number", ["103", "108", "110"])
def test_a_short_text_tells_when_to_call_112_where_life_is_in_danger(number: str, channel: str) -> None:
    assert "112" in first_text(sheet(number), "E1", channel).text


def test_english_says_leave_and_where_it_is_when_the_place_is_where_to_go() -> None:
    text = first_text(sheet("103"), "E1", "C19").text
    assert "Leave the area now." in text
    assert "Orrhammar" in text
    assert "Go indoors." not in text
    assert "applies to Flen" not in text


def test_easy_swedish_names_the_fire_once_and_does_not_send_those_who_must_leave_inside() -> None:
    lines = first_text(sheet("103"), "E1", "C18").text.splitlines()
    assert lines[0] == "Det brinner i skogen vid Orrhammar."
    assert "Det gäller Flen." not in lines
    assert lines.index("Lämna området nu.") < lines.index("Gå in.")
