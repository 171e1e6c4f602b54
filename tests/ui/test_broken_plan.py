"""A plan that cannot be read does not keep anyone from working."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.store.plan.plan_store import PlanStore
from krisapp.ui.broken_plan import can_read_plan
from krisapp.ui.widgets.dialog import Dialog
from krisapp.workplace import PLAN, Workplace
from tests.bench.water import still_clock

BROKEN = b"this was a plan once" * 400


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    (tmp_path / PLAN).write_bytes(BROKEN)
    return Workplace(tmp_path, still_clock)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def answer(act: Callable[[Dialog], object]) -> None:
    """Answer the dialog that comes up."""

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        act(dialog)

    QTimer.singleShot(50, find)


def test_a_broken_plan_is_set_aside_and_the_sample_plan_begun_with(workplace: Workplace, parent: QWidget) -> None:
    answer(Dialog.press)

    assert can_read_plan(workplace, parent)

    assert len(workplace.plan.audiences) == 8
    kept = list(workplace.folder.glob("plan-*-skadad.db"))
    assert [path.read_bytes() for path in kept] == [BROKEN]


def test_whoever_says_no_keeps_the_file_as_it_was(workplace: Workplace, parent: QWidget) -> None:
    answer(Dialog.reject)

    assert not can_read_plan(workplace, parent)

    assert (workplace.folder / PLAN).read_bytes() == BROKEN


def test_a_plan_that_holds_asks_nothing(tmp_path: Path, parent: QWidget) -> None:
    PlanStore.open(tmp_path / PLAN).close()

    assert can_read_plan(Workplace(tmp_path, still_clock), parent)
    assert list(tmp_path.glob("plan-*")) == []
