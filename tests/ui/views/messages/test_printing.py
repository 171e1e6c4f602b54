"""A text is printed from the matrix and from the reading view: as a draft while nobody has approved it."""

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.ui.views.messages.reading import Reading
from krisapp.ui.views.messages.view import MessagesView
from tests.documents.reading import words
from tests.ui.printing.saving_papers import SavesPapers
from tests.ui.views.messages.test_messages import view

__all__ = ("view",)
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_p_in_the_matrix_prints_the_chosen_text_marked_as_a_draft(
    view: MessagesView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sms.pdf"
    saver = SavesPapers(path, monkeypatch)
    view.page.matrix.choose("E1-C05.sv")
    view.page.matrix.setFocus()

    qtbot.keyClick(view.page.matrix, Qt.Key.Key_P, CONTROL)

    assert len(saver.titles) == 1
    said = words(path.read_bytes())
    assert "Koka kranvattnet i Malmköping" in said
    assert "UTKAST" in said


def test_a_text_read_aloud_is_printed_as_a_card_from_the_reading_view(
    view: MessagesView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kort.pdf"
    saver = SavesPapers(path, monkeypatch)

    def print_it() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, Reading):
            timer.stop()
            QTest.keyClick(shown, Qt.Key.Key_P, CONTROL)
            shown.reject()

    timer = QTimer()
    timer.timeout.connect(print_it)
    timer.start(50)
    view.page.matrix.choose("E1-C24.sv")
    view.page.matrix.setFocus()
    qtbot.keyClick(view.page.matrix, Qt.Key.Key_F11)

    assert len(saver.titles) == 1
    with pikepdf.open(io.BytesIO(path.read_bytes())) as card:
        assert len(card.pages) == 1
