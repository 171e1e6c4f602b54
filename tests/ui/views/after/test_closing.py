"""Standing down and packing in the window: the list is opened, and the package is made while the window goes on."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from krisapp.domain import log
from krisapp.domain.log import Kind
from krisapp.domain.records.check_code import print_on
from krisapp.store.tips import tips
from krisapp.ui.live import Live
from krisapp.ui.views.after.closing_page import ClosingPage
from krisapp.ui.views.after.code_page import CodePage
from krisapp.ui.views.after.view import AfterView
from tests.ui.views.after.screen import after
from tests.ui.views.keyboard import words

__all__ = ["after"]


@pytest.fixture
def page(after: AfterView) -> ClosingPage:
    after.turn_to("closing")
    shown = after.page
    assert isinstance(shown, ClosingPage)
    return shown


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))


def test_k09_is_opened_from_the_page_and_shown(page: ClosingPage, live: Live, qtbot: QtBot) -> None:
    with qtbot.waitSignal(live.shown) as shown:
        page.list_button.click()

    assert shown.args == ["todo", "K09"]
    assert "K09" in live.incident.opened


def test_the_package_is_made_while_the_window_goes_on(
    page: ClosingPage, live: Live, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(300):
        live.do(log.write(live.incident, Kind.OBSERVATION, f"Händelse {number}", live.now()))
    choose(monkeypatch, tmp_path)
    beats: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start(10)

    with qtbot.waitSignal(page.packing.done, timeout=60_000):
        page.pack_button.click()
        assert page.packing.busy and page.stop_button.isVisible()

    folder = tmp_path / live.incident.id
    assert (folder / "99_kontrollsummor.sha256").is_file()
    assert f"Arkivpaketet ligger i {folder}." in words(page)
    gaps = [later - before for before, later in pairwise(beats)]
    assert sorted(gaps)[len(gaps) * 99 // 100] < 0.1


def test_it_is_stopped_and_leaves_nothing(
    page: ClosingPage, live: Live, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path)
    with qtbot.waitSignal(page.packing.moved, timeout=60_000):
        page.pack_button.click()
    with qtbot.waitSignal(page.packing.stopped, timeout=10_000):
        page.stop_button.click()

    assert not list(tmp_path.glob(f"{live.incident.id}*"))
    assert "Avbrutet. Inget är sparat." in words(page)
    assert page.pack_button.isEnabled()


def test_a_folder_that_is_there_already_is_said_and_kept(
    page: ClosingPage, live: Live, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / live.incident.id / "min.txt"
    kept.parent.mkdir()
    kept.write_text("kvar", "utf-8")
    choose(monkeypatch, tmp_path)

    with qtbot.waitSignal(page.packing.failed, timeout=60_000):
        page.pack_button.click()

    assert "Mappen finns redan" in words(page)
    assert kept.read_text("utf-8") == "kvar"


def test_a_typed_code_is_answered_in_words(after: AfterView, live: Live, qtbot: QtBot) -> None:
    printed = print_on(tips(live.desk.journal), "protokollet från möte 1")
    live.do(printed)
    after.turn_to("code")
    page = after.page
    assert isinstance(page, CodePage)
    page.start()

    page.code.setText(printed.code.lower().replace("-", " "))
    page.ask.click()
    qtbot.waitUntil(lambda: page.answer.isVisible())
    assert f"Koden {printed.code} står på protokollet från möte 1" in page.answer.text
    assert "oförändrade" in page.answer.text

    page.code.setText(printed.code[1] + printed.code[0] + printed.code[2:])
    page.ask.click()
    assert "Koden är felskriven" in words(page) or printed.code[0] == printed.code[1]
    assert page.code.hasFocus()
