"""Saving what a screen prints, from the preview it opens: the key that a person would press, when it can be pressed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from krisapp.ui.printing.preview import Preview

EACH = 20


class SavesPapers(QObject):
    """While it lives, each preview that opens is saved at `path` by Ctrl+S and closes; `titles` are theirs."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        # The file dialog is a window of the system.
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))
        self.titles: list[str] = []
        self._seen: Preview | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(EACH)

    def _look(self) -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, Preview) and shown.ready and shown is not self._seen:
            self._seen = shown
            self.titles.append(shown.windowTitle())
            QTest.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
