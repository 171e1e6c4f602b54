"""Contacts go out as files: what is private stays behind, or leaves with a reason that is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.ui.views.contacts.export_dialog import ExportDialog
from krisapp.ui.views.contacts.view import ContactsView
from tests.ui.views.conftest import CHIEF


def export(view: ContactsView, qtbot: QtBot, path: Path, fill: Callable[[ExportDialog], None]) -> None:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        fill(dialog)
        if dialog.isVisible():
            dialog.press()
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(50, act)
    view.exporting.ask(view.people.selected, "*")
    qtbot.waitUntil(lambda: not view.exporting.saving.busy)


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "ut.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(path), ""))
    return path


def mark_private(view: ContactsView) -> None:
    chief = view.live.workplace.plan.person(CHIEF)
    assert chief is not None
    editing = PlanEditing(view.live.workplace.plans, CHIEF, view.live.now)
    editing.save_person(replace(chief, private=("mobile",)))
    view.live.workplace.plan_changed()


def as_csv(dialog: ExportDialog) -> None:
    dialog.form_choice.choose(".csv")


def test_an_export_says_what_it_holds_back_and_leaves_no_trace_in_the_history(
    view: ContactsView, qtbot: QtBot, target: Path
) -> None:
    mark_private(view)
    edits = len(view.live.workplace.plans.history())
    said: list[str] = []

    def fill(dialog: ExportDialog) -> None:
        as_csv(dialog)
        said.append(dialog._told.text())

    export(view, qtbot, target, fill)

    assert "privata nummer" in said[0]
    text = target.read_text("utf-8-sig")
    assert "Love Alpilund" in text
    assert "070-174 06 17" not in text
    assert len(view.live.workplace.plans.history()) == edits


def test_private_numbers_leave_only_with_a_reason_that_stands_in_the_history(
    view: ContactsView, qtbot: QtBot, target: Path
) -> None:
    mark_private(view)

    def without(dialog: ExportDialog) -> None:
        as_csv(dialog)
        dialog.own.setChecked(True)
        dialog.press()
        assert "varför" in dialog.banner.text

    export(view, qtbot, target, without)
    assert not target.exists()

    def with_reason(dialog: ExportDialog) -> None:
        as_csv(dialog)
        dialog.own.setChecked(True)
        dialog.why.setText("Larmlista till reservlokalen")

    export(view, qtbot, target, with_reason)
    assert "070-174 06 17" in target.read_text("utf-8-sig")
    latest = view.live.workplace.plans.history()[0]
    assert (latest.kind, latest.key, latest.note) == ("export", "ut.csv", "Larmlista till reservlokalen")
