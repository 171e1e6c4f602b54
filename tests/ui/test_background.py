"""Slow work does not hold the window, and its errors do not vanish."""

import threading
from time import sleep

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.words import N_, Refused
from krisapp.ui.background import Job, _under_way
from krisapp.ui.stall import StallMeter


def test_a_result_comes_back_in_the_windows_thread(home: QWidget, qtbot: QtBot) -> None:
    where: list[threading.Thread] = []
    job = Job(lambda: threading.current_thread(), home)
    job.done.connect(lambda _result: where.append(threading.current_thread()))

    with qtbot.waitSignal(job.done) as done:
        job.start()

    assert done.args is not None
    assert done.args[0] is not threading.main_thread()
    assert where == [threading.main_thread()]
    qtbot.waitUntil(lambda: not _under_way)


def test_an_expected_error_comes_back_as_failed(home: QWidget, qtbot: QtBot) -> None:
    def work() -> None:
        raise Refused(N_("Filen är tom."))

    job = Job(work, home)
    with qtbot.waitSignal(job.failed) as failed:
        job.start()

    assert failed.args is not None
    assert str(failed.args[0]) == "Filen är tom."


def test_a_bug_in_a_job_is_raised_like_any_other(home: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    raised: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, _error, _trace: raised.append(kind))

    Job(lambda: 1 // 0, home).start()

    qtbot.waitUntil(lambda: raised == [ZeroDivisionError])


def test_a_result_for_a_view_that_is_gone_is_dropped(qtbot: QtBot) -> None:
    view = QWidget()
    heard: list[object] = []
    job = Job(lambda: sleep(0.05), view)
    job.done.connect(heard.append)
    job.start()

    view.deleteLater()
    del view, job

    qtbot.waitUntil(lambda: not _under_way)
    assert heard == []


def test_the_window_answers_while_a_job_works(home: QWidget, qtbot: QtBot) -> None:
    meter = StallMeter(home)
    job = Job(lambda: sleep(0.3), home)
    meter.start()

    with qtbot.waitSignal(job.done):
        job.start()

    assert meter.stop() < 200


def test_a_stall_is_measured(home: QWidget, qtbot: QtBot) -> None:
    meter = StallMeter(home)
    meter.start()
    sleep(0.12)
    qtbot.wait(10)

    assert 100 < meter.stop() < 400
