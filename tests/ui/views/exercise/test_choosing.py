"""Choosing, starting and writing scenarios."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from krisapp.domain.exercising.scenario import Condition
from krisapp.domain.words import Refused
from krisapp.store.scenario_files import read_scenario, shipped
from krisapp.ui.live import Live
from krisapp.ui.views.exercise.choose_page import ChoosePage
from krisapp.ui.views.exercise.conducting import conductor_of
from krisapp.ui.views.exercise.editor.dialog import ScenarioDialog
from krisapp.ui.views.exercise.editor.inject_dialog import InjectDialog
from krisapp.ui.window import Window
from tests.ui.views.keyboard import press_key, words


@pytest.fixture
def page(window: Window) -> ChoosePage:
    """Give the page where a drill is chosen."""
    window.go("exercise")
    assert window.view is not None
    window.view.start()
    found = window.findChild(ChoosePage)
    assert isinstance(found, ChoosePage)
    return found


def test_enter_on_the_first_row_starts_the_drill_of_fifteen_minutes_alone(
    page: ChoosePage, calm: Live, window: Window, qtbot: QtBot
) -> None:
    assert "15-minutersövning" in words(page)
    page.start()
    press_key(qtbot, Qt.Key.Key_Return)
    conductor = conductor_of(calm)
    assert conductor.alone
    assert conductor.shown_window is None
    assert calm.incident.exercise
    assert "ÖVNING" in window.windowTitle()


def test_a_scenario_says_its_goals_and_starts_with_a_window_for_the_director(
    page: ChoosePage, calm: Live, qtbot: QtBot
) -> None:
    page.list.choose(str(shipped()[3]))
    assert "Ö8 VMA-beslut inom 10 minuter" in words(page)
    press_key(qtbot, Qt.Key.Key_Return)
    conductor = conductor_of(calm)
    assert conductor.shown_window is not None
    assert conductor.drill is not None
    assert conductor.drill.scenario is not None
    assert conductor.drill.scenario.name == "Tåg 4711"
    conductor.close_window()


def test_nobody_chosen_is_told_and_nothing_is_left_on_disk(page: ChoosePage, calm: Live) -> None:
    calm.sit("")
    page._begin()
    assert "Välj vem du är" in page._view.banner.text
    assert calm.workplace.incidents() == []


def test_a_file_that_cannot_be_read_is_listed_with_its_fault(page: ChoosePage, calm: Live) -> None:
    folder = calm.workplace.folder / "scenarier"
    folder.mkdir()
    (folder / "trasig.yaml").write_text("id: X\nname: [\n", "utf-8")
    page.refresh()
    row = next(row for row in page.model.rows if row.scenario is None)
    assert "trasig.yaml, rad" in row.fault


def test_a_scenario_of_the_program_is_edited_as_a_copy_of_ones_own(page: ChoosePage, calm: Live, qtbot: QtBot) -> None:
    source = read_scenario(shipped()[0], calm.plan)
    dialog = ScenarioDialog(calm, source, None, page)
    qtbot.addWidget(dialog)
    dialog.list.choose("A2")
    dialog._act("copy", None)
    dialog._act("remove", next(row for row in dialog.model.rows if row.inject.id == "A3"))
    dialog.minutes.setText("95")
    dialog.decide()
    saved = dialog.saved
    assert saved == calm.workplace.folder / "scenarier" / "grumligt-egen.yaml"
    assert saved is not None
    mine = read_scenario(saved, calm.plan)
    assert (mine.minutes, mine.name, len(mine.injects)) == (95, "Grumligt (egen)", 15)
    assert mine.inject("A3") is None
    assert mine.inject("A16") is not None
    assert mine.inject("A14") == source.inject("A14")
    page.refresh()
    assert [row.own for row in page.model.rows].count(True) == 1


def test_what_is_wrong_is_told_with_its_line_and_nothing_is_saved(page: ChoosePage, calm: Live, qtbot: QtBot) -> None:
    dialog = ScenarioDialog(calm, read_scenario(shipped()[0], calm.plan), None, page)
    qtbot.addWidget(dialog)
    dialog.minutes.setText("10")
    with pytest.raises(Refused, match=r"grumligt-egen\.yaml, rad \d+: .*minut 12"):
        dialog.decide()
    assert not list((calm.workplace.folder / "scenarier").glob("*"))
    dialog.minutes.setText("tio")
    with pytest.raises(Refused, match="siffror"):
        dialog.decide()


def test_an_inject_keeps_all_its_parts_through_the_form(
    page: ChoosePage, calm: Live, qtbot: QtBot, tmp_path: Path
) -> None:
    for path in shipped():
        scenario = read_scenario(path, calm.plan)
        for inject in scenario.injects:
            others = [one.id for one in scenario.injects if one is not inject]
            dialog = InjectDialog(calm.plan, inject, others, tmp_path, page)
            qtbot.addWidget(dialog)
            dialog.decide()
            assert dialog.made == inject
            dialog.deleteLater()


def test_a_condition_is_chosen_in_words(page: ChoosePage, calm: Live, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = InjectDialog(calm.plan, InjectDialog.blank("A1", 5), ["A0"], tmp_path, page)
    qtbot.addWidget(dialog)
    with pytest.raises(Refused, match="vad inspelet säger"):
        dialog.decide()
    dialog.text.setText("Hur länge?")
    dialog.who.setText("granne")
    dialog.after.what.choose("inject")
    dialog.after._offer("inject")
    dialog.after.value.choose("A0")
    dialog.decide()
    assert dialog.made is not None
    assert dialog.made.after == Condition(inject="A0")
    with pytest.raises(Refused, match="inget annat har"):
        dialog.id.setText("A0")
        dialog.decide()
