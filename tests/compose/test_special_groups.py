"""Special groups (6.1): who the sheet names is told what is only for them, in the texts of their audience alone."""

import pytest

from krisapp.domain.checks import Stage
from tests.compose.written import changed, first_text, sheet

WELL = "Har du egen brunn? Pumpen stannar utan el."
LANDLORD = "Hyr du ut bostäder eller lokaler?"


@pytest.mark.parametrize("audience", ["E1", "E3"])
def test_a_group_that_the_sheet_names_reads_what_is_for_it(audience: str) -> None:
    known = changed(sheet("002"), affected_groups=("alla", "brunnsägare"))
    text = first_text(known, audience, "C01")

    assert f"Om det gäller dig\n{WELL}" in text.text
    assert "affected_groups" in text.uses


def test_a_group_that_is_not_affected_is_not_spoken_to() -> None:
    known = changed(sheet("002"), affected_groups=("alla",))

    assert "Om det gäller dig" not in first_text(known, "E1", "C01").text


def test_landlords_read_it_among_the_companies_and_nobody_else_does() -> None:
    known = changed(sheet("002"), affected_groups=("alla", "hyresvärdar"))

    assert LANDLORD in first_text(known, "E2", "C01").text
    for audience in ("E1", "E3", "E4", "E5", "E6"):
        assert LANDLORD not in first_text(known, audience, "C01").text


def test_a_group_is_told_one_thing_only() -> None:
    known = changed(sheet("002"), affected_groups=("djurhållare", "lantbrukare", "djurhållare"))

    assert first_text(known, "E1", "C01").text.count("Har du djur?") == 1


def test_a_group_is_told_nothing_when_it_is_over() -> None:
    known = changed(sheet("002"), affected_groups=("brunnsägare",))

    assert WELL not in first_text(known, "E1", "C01", Stage.FINAL).text
