"""Blank forms on paper: one page for each number, with its number in large, and as accessible as any document."""

import pytest

from krisapp.documents.blank_forms import BLANK, ROWS, blank_forms
from krisapp.domain.records.papers import FORM_NAMES, LETTERS, Form, Number
from krisapp.store.sample import sample_plan
from tests.documents.reading import pages
from tests.domain.sitting import Sitting


@pytest.fixture(params=[False, True], ids=["real", "exercise"])
def sitting(request: pytest.FixtureRequest) -> Sitting:
    """Give a desk on the sample plan, in earnest and in an exercise."""
    made = Sitting(exercise=request.param)
    made.incident.plan = sample_plan()
    return made


def printed(sitting: Sitting, form: Form, *places: int) -> list[str]:
    return pages(blank_forms(sitting.incident, form, [Number(form, "", place) for place in places], sitting.now))


@pytest.mark.parametrize("form", BLANK)
def test_each_number_is_one_page_with_its_number_and_its_marks(sitting: Sitting, form: Form) -> None:
    found = printed(sitting, form, 1, 14)

    assert len(found) == 2
    for page, number in zip(found, (f"{LETTERS[form]}-001", f"{LETTERS[form]}-014"), strict=True):
        assert page.count(number) >= 3
        assert f"{FORM_NAMES[form]} {number}" in page
        assert page.count("ÖVNING – ÖVNING") == (2 if sitting.incident.exercise else 0)


def test_a_log_sheet_has_numbered_lines_for_time_kind_text_and_source(sitting: Sitting) -> None:
    (page,) = printed(sitting, Form.LOG, 1)

    lines = page.split("\n")
    assert [name for name in ("Klockslag", "Slag", "Vad har hänt?", "Källa") if name in lines] == [
        "Klockslag",
        "Slag",
        "Vad har hänt?",
        "Källa",
    ]
    assert [str(place) for place in range(1, ROWS + 1)] == [line for line in lines if line.isdigit()]
