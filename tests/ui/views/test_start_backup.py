"""The safety copy on the start screen: its age, its place, taken by hand and by itself, and brought home."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from krisapp.backing_up import FOLDER, index_of, places
from krisapp.ui.copy_keeper import CopyKeeper
from krisapp.ui.live import Live
from krisapp.ui.views.start_backup import BackupLine
from krisapp.ui.widgets.banner import Banner


@pytest.fixture
def line(calm: Live, qtbot: QtBot) -> Iterator[BackupLine]:
    around = QWidget()
    qtbot.addWidget(around)
    made = BackupLine(calm, Banner(around), around)
    assert calm.workplace.plan.people
    made.retranslate()
    yield made
    around.close()


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(folder))


def test_without_a_place_it_says_that_no_copy_is_taken(line: BackupLine) -> None:
    assert "Ingen säkerhetskopia tas" in line.words.text()
    assert line.copy.isHidden()
    assert not line.home.isHidden()


def test_choosing_a_place_takes_the_first_copy_and_says_how_old_it_is(
    line: BackupLine, calm: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choose(monkeypatch, tmp_path / "usb")
    with qtbot.waitSignal(line.run.ended, timeout=60_000):
        line.choose_place()

    assert places(calm.workplace.folder) == (tmp_path / "usb",)
    assert (tmp_path / "usb" / FOLDER / "plan.db").exists()
    qtbot.waitUntil(lambda: "Säkerhetskopia kl." in line.words.text())
    assert str(tmp_path / "usb") in line.words.text()


def test_a_place_that_has_been_pulled_out_is_told_calmly(
    line: BackupLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choose(monkeypatch, tmp_path / "usb")
    with qtbot.waitSignal(line.run.ended, timeout=60_000):
        line.choose_place()
    (tmp_path / "usb").rename(tmp_path / "urdragen")
    line.refresh()

    qtbot.waitUntil(lambda: "går inte att nå just nu" in line.words.text())


def test_it_is_taken_by_itself_when_it_is_old_and_not_before(
    line: BackupLine, calm: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choose(monkeypatch, tmp_path / "usb")
    with qtbot.waitSignal(line.run.ended, timeout=60_000):
        line.choose_place()
    first = index_of(tmp_path / "usb")
    assert first is not None
    keeper = CopyKeeper(calm, calm)
    monkeypatch.setattr(calm, "now", lambda: first.taken + timedelta(minutes=3))
    keeper.look()
    qtbot.waitUntil(lambda: not keeper.looking)
    assert not keeper.run.busy

    monkeypatch.setattr(calm, "now", lambda: first.taken + timedelta(minutes=11))
    with qtbot.waitSignal(keeper.run.ended, timeout=60_000):
        keeper.look()
    second = index_of(tmp_path / "usb")
    assert second is not None
    assert second.taken > first.taken
