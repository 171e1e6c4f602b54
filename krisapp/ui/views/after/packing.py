"""Making the archive package beside the window (packning)."""

import shutil
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from krisapp.commands.answers import CANNOT_ASK
from krisapp.exporting import DRAFT
from krisapp.ui.views.after.command_run import CommandRun


class Packing(QObject):
    """`moved` brings how many files there are and the latest, `done` the folder and what is wrong with the journal."""

    moved = Signal(int, str)
    done = Signal(object, str)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run = CommandRun(self)
        self._folder = Path()
        self.cancel = self._run.cancel
        self._run.said.connect(self._hear)
        self._run.ended.connect(self._end)
        self._run.stopped.connect(self._stop)

    @property
    def busy(self) -> bool:
        """Return whether a package is being made."""
        return self._run.busy

    def begin(self, source: Path, parent: Path, name: str) -> None:
        """Begin to make the package of an incident file as a folder called `name` within `parent`."""
        self._folder = parent / name
        self._run.begin(["export", str(source), "--format", "archive", "--out", str(parent), "--progress"])

    def _hear(self, line: str) -> None:
        count, _gap, name = line.partition(" ")
        if count.isdigit():
            self.moved.emit(int(count), name)

    def _end(self, code: int, _lines: object, wrong: str) -> None:
        if code < CANNOT_ASK:
            self.done.emit(self._folder, wrong)
        else:
            self.failed.emit(wrong)

    def _stop(self) -> None:
        shutil.rmtree(self._folder.with_name(self._folder.name + DRAFT), ignore_errors=True)
        self.stopped.emit()
