"""The handover sheet: one key away from any screen, to copy and to save as a document (AC5)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from krisapp.documents.handover_sheet import handover_paper
from krisapp.documents.pdf import compile_pdf
from krisapp.ui.views.lead.staff.handover_dialog import ReadDialog, sheet_for
from krisapp.ui.views.lead.staff.staffing_page import StaffingPage
from krisapp.ui.warming import Warming
from krisapp.ui.window import Window
from tests.documents.reading import words as words_of
from tests.ui.printing.saving_papers import SavesPapers
from tests.ui.views.lead.screen import answering, lead
from tests.ui.views.lead.test_staffing import page, press

__all__ = ["lead", "page"]


def test_ac5_the_handover_sheet_is_one_key_away_and_can_be_copied(page: StaffingPage, qtbot: QtBot) -> None:
    page.live.shown.emit("lead", "alarm")

    def fill(dialog: ReadDialog) -> None:
        dialog.copy()

    titles = answering(ReadDialog, fill)
    page.live.shown.emit("lead", "staffing:brief")
    assert titles == ["Överlämning: Dricksvatten Malmköping"]
    assert "2. Gör först: inom två timmar" in QGuiApplication.clipboard().text()


def test_ac5_f9_opens_the_sheet_from_any_screen(page: StaffingPage, qtbot: QtBot) -> None:
    window = page.window()
    assert isinstance(window, Window)
    warming = Warming(window)
    warming.begin()
    qtbot.waitUntil(lambda: not warming.busy, timeout=30_000)
    window.go("log")
    assert window.view is not None
    window.view.start()
    titles = answering(ReadDialog, lambda _dialog: None)
    press(page, qtbot, Qt.Key.Key_F9)
    assert titles == ["Överlämning: Dricksvatten Malmköping"]


def test_the_sheet_is_saved_as_a_readable_document(
    page: StaffingPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = page.live
    said = words_of(compile_pdf("report", handover_paper(live.incident, sheet_for(live))))
    assert "Läget just nu" in said
    assert "Lämnar över" in said
    path = tmp_path / "blad.pdf"
    saver = SavesPapers(path, monkeypatch)
    dialog = ReadDialog(live, page)
    dialog.print()
    assert len(saver.titles) == 1
    dialog.close()
