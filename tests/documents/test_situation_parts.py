"""The situation report by its headings: nothing lost, nothing added, and marked in an exercise."""

import pytest

from krisapp.compose.message_set import message_set
from krisapp.documents.situation_parts import as_pasted, parts_of
from krisapp.domain.checks import Stage
from krisapp.store.facts_file import read_facts
from krisapp.store.resources import resource
from krisapp.store.sample import sample_plan

PLAN = sample_plan()
TEN = (
    "Avsändare och tid",
    "Händelsen i korthet",
    "Påverkan",
    "Åtgärder",
    "Prognos",
    "Behov av stöd",
    "Kommunikation",
    "Samverkan",
    "Ledning",
    "Kontakt",
)
"""The headings of domain handbook 3.9, in order."""


def _texts(stage: Stage, channel: str, *, exercise: bool = False) -> list[tuple[str, str]]:
    found = []
    for path in sorted(resource("resources", "incidents").glob("*.yaml")):
        sheet = read_facts(path, PLAN)
        made = message_set(sheet, PLAN, stage, exercise=exercise, issued=sheet.alarm_at)
        found += [(path.stem, one.text) for one in made if one.channel == channel]
    assert found
    return found


@pytest.mark.parametrize("stage", [Stage.FIRST, Stage.UPDATE, Stage.FINAL])
def test_the_report_of_every_incident_has_the_ten_parts_in_order_and_loses_no_word(stage: Stage) -> None:
    for name, text in _texts(stage, "C17"):
        title, *parts = parts_of(text)
        assert title.heading.startswith(("Lägesrapport", "Rättelse")), name
        assert tuple(one.heading for one in parts) == TEN, name
        assert all(one.text for one in parts), name
        again = [as_pasted(title), *(f"{number}. {as_pasted(one)}" for number, one in enumerate(parts, 1))]
        assert "\n".join(again).split() == text.split(), name


def test_the_report_tells_where_people_are_informed_and_who_speaks() -> None:
    for name, text in _texts(Stage.FIRST, "C17"):
        said = dict(parts_of(text)[1:])["Kommunikation"]
        for part in ("Budskap till invånarna: ", "Vi informerar ", "För kommunen svarar ", "Presskontakt: "):
            assert part in said, name


def test_p62_each_part_of_a_report_in_an_exercise_is_marked_first_and_last() -> None:
    for _name, text in _texts(Stage.FIRST, "C17", exercise=True):
        for part in parts_of(text, exercise=True):
            pasted = as_pasted(part)
            assert pasted.startswith("ÖVNING ÖVNING ÖVNING")
            assert pasted.endswith("ÖVNING ÖVNING ÖVNING")


def test_a_line_that_begins_with_another_number_is_no_heading() -> None:
    text = "Lägesrapport 1\n\n1. Avsändare\n3. Tredje gången i år.\n2. Korthet\nText.\n2. Två"
    assert [one.heading for one in parts_of(text)] == ["Lägesrapport 1", "Avsändare", "Korthet"]
    assert parts_of("Bara en rad.") == (("Bara en rad.", ""),)


def test_p64_material_for_krisinformation_says_where_the_own_text_lies_and_whom_to_ask() -> None:
    """Domain handbook 6.2, C16: what, where, own link, contact."""
    for name, text in _texts(Stage.FIRST, "C16"):
        assert text.startswith(("Ämne: [KRIS]", "Ämne: ")), name
        for heading in (
            "Det viktigaste",
            "Vad har hänt",
            "Var",
            "Kontakt för allmänheten",
            "Kontakt för er på redaktionen",
        ):
            assert f"\n{heading}\n" in text, (name, heading)


def test_material_for_113_13_is_short_and_says_whom_to_refer_to() -> None:
    """Domain handbook 6.2, C25: at most a hundred words."""
    for name, text in _texts(Stage.FIRST, "C25"):
        assert len(text.split()) <= 110, name  # numbers and signs are no words in the count of the channel
        for part in ("Område: ", "Nästa besked: ", "Hänvisa till oss: "):
            assert part in text, (name, part)
