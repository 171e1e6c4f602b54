"""The program finds itself: the package of its Python, or the frozen file, on Windows the one with output."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp import __version__
from krisapp.ui.own_program import WITH_CONSOLE, start_own


def test_the_source_starts_itself(qapp: QApplication, qtbot: QtBot) -> None:
    process = QProcess()
    with qtbot.waitSignal(process.finished, timeout=20_000):
        start_own(process, ["--version"])

    assert bytes(process.readAllStandardOutput().data()).decode() == f"krisapp {__version__}\n"


@pytest.mark.parametrize("beside", [False, True])
def test_the_frozen_program_starts_its_file_or_the_one_with_output_beside_it(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, beside: bool
) -> None:
    for name in ("krisapp.exe", *([WITH_CONSOLE] if beside else [])):
        program = tmp_path / name
        program.write_text('#!/bin/sh\necho "$(basename "$0") $*"\n')
        program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "krisapp.exe"))
    process = QProcess()

    with qtbot.waitSignal(process.finished, timeout=20_000):
        start_own(process, ["--press"])

    said = bytes(process.readAllStandardOutput().data()).decode()
    assert said == f"{WITH_CONSOLE if beside else 'krisapp.exe'} --press\n"
