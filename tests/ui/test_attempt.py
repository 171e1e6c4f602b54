"""The rules' no is said where the person looks; the disk's no stays until it is mended."""

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.words import N_, Refused
from krisapp.store.trouble import DiskFull
from krisapp.ui.attempt import attempt
from krisapp.ui.last_resort import LastResort, remedy
from krisapp.ui.widgets.fields import Field, text_field


def refuse() -> None:
    raise Refused(N_("Någon annan än {writer} måste godkänna."), writer="Axel")


def test_a_refusal_is_said_by_the_nearest_part_that_can(home: QWidget) -> None:
    line = text_field("Plats", home)
    field = Field("Plats", line, home)

    assert not attempt(line, refuse)
    assert line.accessibleDescription() == "Någon annan än Axel måste godkänna."
    assert field.control is line


def test_a_refusal_that_nobody_can_show_is_a_bug(home: QWidget) -> None:
    with pytest.raises(LookupError, match="Axel"):
        attempt(home, refuse)


def test_what_succeeds_is_done_once(home: QWidget) -> None:
    done: list[int] = []

    assert attempt(home, lambda: done.append(1))
    assert done == [1]


def test_a_bug_is_not_hidden(home: QWidget) -> None:
    with pytest.raises(ZeroDivisionError):
        attempt(home, lambda: 1 // 0)


class Disk:
    """A disk that says no a number of times."""

    def __init__(self, failures: int) -> None:
        self.failures, self.written = failures, 0

    def write(self) -> None:
        if self.failures:
            self.failures -= 1
            raise DiskFull(Path("FLN-2027-001.krisapp"))
        self.written += 1


def press_when_open(what: str, times: int) -> None:
    """Press a button of the last-resort dialog, again and again."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LastResort)
        if times > 1:
            press_when_open(what, times - 1)
        getattr(dialog, what).click()

    QTimer.singleShot(0, press)


def test_a_full_disk_is_told_until_the_same_act_succeeds(home: QWidget, qtbot: QtBot) -> None:
    disk = Disk(failures=3)
    press_when_open("confirm", 3)

    assert attempt(home, disk.write)
    assert (disk.failures, disk.written) == (0, 1)


def test_giving_up_leaves_it_unsaved_and_says_so(home: QWidget) -> None:
    disk = Disk(failures=9)
    press_when_open("cancel", 1)

    assert not attempt(home, disk.write)
    assert disk.written == 0


def test_what_the_disk_says_is_told_in_words() -> None:
    assert remedy(OSError(errno.ENOSPC, "No space left on device")) == "Disken är full."
    assert "utan" not in remedy(PermissionError(errno.EACCES, "Permission denied"))
    assert "Disken är full" in remedy(DiskFull(Path("x.krisapp")))
