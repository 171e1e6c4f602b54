"""What the tests of the plan's versions and packages share: an edit that is not adopted, and dialogs filled in."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_form_rows import LEVEL
from krisapp.domain.planning.plan_forms import row_of
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.ui.live import Live
from krisapp.ui.widgets.dialog import Dialog
from tests.ui.views.conftest import CHIEF


def in_dialog(fill: Callable[[Dialog], None]) -> None:
    """Do something with the dialog that opens next; close it if it stays."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        fill(dialog)
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(50, act)


def edit(live: Live, words: str = "Nytt kriterium") -> None:
    """Change a level, which is not in force before it is adopted."""
    plan = live.workplace.plan
    PlanEditing(live.workplace.plans, CHIEF, live.now).save_row(LEVEL, row_of(plan, LEVEL, "N1"), {"criteria": words})
    live.workplace.plan_changed()
    live.planned.emit()


def criteria(plan: Plan) -> str:
    """Return what the level that `edit` changes says."""
    return next(level.criteria for level in plan.levels if level.id == "N1")


def wait_for_dialog(qtbot: QtBot, fill: Callable[[Dialog], None]) -> None:
    """Fill in a dialog that opens when work in the background is done."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Dialog):
            timer.stop()
            fill(dialog)
            if dialog.isVisible():
                dialog.done(0)

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(look)
    timer.start()
    qtbot.waitUntil(lambda: not timer.isActive(), timeout=10000)
