"""The channel pack from the window: formats by keyboard, followed, stopped with the old pack whole, told when ready."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.views.messages.pack_dialog import PackDialog

NAME = "kanalpaket-FLN-2027-001"


@pytest.fixture
def dialog(live: Live, home: QWidget, qtbot: QtBot) -> PackDialog:
    made = PackDialog(live, (), home)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_pack_is_made_in_the_chosen_formats_and_the_dialog_closes_by_itself(
    dialog: PackDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path))
    for name in ("pdf", "poster"):
        dialog.ticks[name].setChecked(False)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.press()
        assert dialog.line.isVisible() and not dialog.ticks["pdf"].isEnabled()
    assert (tmp_path / NAME / "SHA256SUMS").is_file()
    assert {path.suffix for path in (tmp_path / NAME / "utkast").iterdir()} == {".txt", ".html"}


def test_esc_stops_the_work_and_keeps_the_dialog_and_says_that_the_old_pack_stays(
    dialog: PackDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    pool, go_on = QThreadPool.globalInstance(), threading.Event()
    most = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    Job(lambda: go_on.wait(10), dialog).start()  # the packing stands in line behind it, so the hand is faster
    dialog.pack_in(tmp_path)
    dialog.reject()
    go_on.set()
    qtbot.waitUntil(lambda: not dialog.line.busy, timeout=10_000)
    pool.setMaxThreadCount(most)
    assert dialog.isVisible() and dialog.confirm.isVisible()
    assert "är kvar som det var" in dialog.banner.text
    assert not (tmp_path / NAME).exists() and not (tmp_path / f"{NAME}.ny").exists()


def test_a_folder_that_is_gone_is_told_in_words_and_another_can_be_chosen(
    dialog: PackDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.pack_in(tmp_path / "borta")
    qtbot.waitUntil(lambda: not dialog.line.busy, timeout=10_000)
    assert "Mappen finns inte" in dialog.banner.text
    assert dialog.confirm.isEnabled()
