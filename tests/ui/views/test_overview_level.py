"""Changing the level: nobody can without saying who has decided and why, and the log tells both."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from krisapp.domain.log import Kind
from krisapp.domain.todo import lists_open
from krisapp.ui.live import Live
from krisapp.ui.views.overview_level import LevelDialog, deciders

WHO = "Jöns Tallbäcker"


@pytest.fixture
def dialog(live: Live, home: object) -> Iterator[LevelDialog]:
    dialog = LevelDialog(live, home)  # type: ignore[arg-type] # the fixture's window
    dialog.show()
    yield dialog
    dialog.close()  # a modal dialog left open would take the keys of the next test


def test_the_dialog_begins_on_the_next_level_up(dialog: LevelDialog) -> None:
    assert dialog.level.key == "N3"
    assert not dialog.who.key


def test_a_level_is_set_by_enter_and_the_log_tells_who_decided_and_why(dialog: LevelDialog, qtbot: QtBot) -> None:
    live = dialog._live
    dialog.who.choose(WHO)
    dialog.reason.setText("Fler orter är drabbade.")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)

    assert live.incident.sheet.level == "N3"
    line = live.incident.log[-1]
    assert line.kind is Kind.DECISION
    assert line.text == f"Beslut 1: nivå N3 beslutad av {WHO}. Fler orter är drabbade."


def test_the_criteria_of_every_level_stand_beside_the_choice_with_who_decides_and_how_it_was(
    dialog: LevelDialog,
) -> None:
    plan = dialog._live.plan
    assert [words.text() for words in dialog.criteria.values()] == [
        f"{row.id} {row.name}: {row.criteria}" for row in plan.levels
    ]
    assert "Kommunchefen" in dialog.level.accessibleDescription()
    assert dialog.history.text() == "Hittills: 13.12 N2 när händelsen startade"


def test_the_lowest_level_stands_the_staff_down_says_what_is_left_and_opens_its_list(dialog: LevelDialog) -> None:
    live = dialog._live
    dialog.level.choose("N0")
    assert dialog.left.text() == "Checklistan för avveckling öppnas."
    dialog.who.choose(WHO)
    dialog.reason.setText("Vattnet är bra igen.")
    dialog.press()

    assert live.incident.sheet.level == "N0"
    assert live.incident.opened["K09"].value is not None
    assert "K09" in [row.id for row in lists_open(live.incident)]


@pytest.mark.parametrize(
    ("level", "who", "reason", "said"),
    [
        ("N3", "", "Fler orter.", "Ange vem som har beslutat nivån."),
        ("N3", WHO, "  ", "Skriv varför nivån ändras."),
        ("N2", WHO, "Fler orter.", "Händelsen har redan nivå N2."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    dialog: LevelDialog, level: str, who: str, reason: str, said: str
) -> None:
    dialog.level.choose(level)
    dialog.who.choose(who)
    dialog.reason.setText(reason)
    dialog.press()

    assert dialog.banner.text == said
    assert dialog.reason.text() == reason
    assert dialog._live.incident.sheet.level == "N2"


def test_those_who_may_approve_stand_first_among_those_who_decide(live: Live) -> None:
    names = deciders(live.plan)
    approving = {role.id for role in live.plan.roles if role.may_approve}
    first = {live.plan.person(one.person).name for one in live.plan.holders if one.role in approving}  # type: ignore[union-attr] # a sound plan

    assert set(names[: len(first)]) == first
    assert len(names) == len(set(names))
