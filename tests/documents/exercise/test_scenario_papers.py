"""The papers of a drill: readable by all, marked as an exercise, and whole from the scenario alone (row EX6)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from krisapp.documents.exercise.drill_rules import rules
from krisapp.documents.exercise.evaluation_report import Earlier
from krisapp.documents.exercise.scenario_frame import Setting
from krisapp.documents.exercise.scenario_papers import PAPERS, evaluation_forms, inject_book, role_cards
from krisapp.domain.exercising.drill import RATINGS
from krisapp.store.sample import sample_plan
from krisapp.store.scenario_files import objectives, quick, read_scenario, shipped
from tests.documents.accessible import faults
from tests.documents.reading import letters, pages, words

NOW = datetime(2027, 6, 11, 9, 0, tzinfo=UTC)
EARLIER = Earlier("OVN-2027-001", "x", "Larma kommunikatören samtidigt", "TiB")


def setting(path: Path) -> Setting:
    plan = sample_plan()
    return Setting(read_scenario(path, plan), plan, {one.id: one.name for one in objectives()}, (EARLIER,))


@pytest.mark.parametrize("path", [*shipped(), quick()[0]], ids=lambda path: path.stem)
def test_every_paper_of_a_scenario_can_be_read_out_and_is_marked_on_every_page(path: Path) -> None:
    for key, _name, _about, make in PAPERS:
        made = make(setting(path), NOW).pdf()

        assert faults(made) == [], key
        found = pages(made)
        assert found[0].startswith("ÖVNING") and all("ÖVNING" in page for page in found), key
        assert "ÖVNING – ÖVNING – ÖVNING" in found[-1], key


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_the_inject_book_and_the_role_cards_hold_every_inject_in_full(path: Path) -> None:
    given = setting(path)
    for make in (inject_book, role_cards):
        said = letters(words(make(given, NOW).pdf()))
        for one in given.scenario.injects:
            assert letters(one.text) in said
            assert letters(one.id) in said


def test_the_forms_ask_for_each_objective_and_for_what_is_tried_from_before() -> None:
    given = setting(shipped()[0])
    said = words(evaluation_forms(given, NOW).pdf())

    for objective in given.scenario.objectives:
        assert given.objectives[objective] in said
    assert all(f"{key}: {name}" in said for key, name in RATINGS.items())
    assert EARLIER.text in said
    assert "Vad gick bra?" in said


def test_the_rules_hold_what_the_handbook_asks_for() -> None:
    said = words(rules(setting(shipped()[0]), NOW).pdf())

    for part in ("SKARPT LÄGE", "STARTEX", "PAUSEX", "ENDEX", "ÖVNINGEN AVBRYTS", "112", "Personuppgifter", "Besökare"):
        assert part in said
