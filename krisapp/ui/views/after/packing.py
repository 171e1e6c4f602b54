"""Making the archive package in a process of its own (packning), so that the window never waits for it."""

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QProcess, Signal

from krisapp.domain.words import _
from krisapp.exporting import DRAFT

_CANNOT_ASK = 2
"""How the command exits when no package was made; with a fault in the journal it was, and says so in it."""


class Packing(QObject):
    """`moved` brings how many files there are and the name of the latest; `done` the folder; `failed` a sentence."""

    moved = Signal(int, str)
    done = Signal(object, str)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._folder = Path()
        self._cancelled = False

    @property
    def busy(self) -> bool:
        """Return whether a package is being made."""
        return self._process is not None

    def begin(self, source: Path, parent: Path, name: str) -> None:
        """Begin to make the package of an incident file as a folder called `name` within `parent`."""
        if self._process is not None:
            return
        self._folder, self._cancelled = parent / name, False
        process = self._process = QProcess(self)
        process.setProgram(sys.executable)
        own = [] if getattr(sys, "frozen", False) else ["-m", "krisapp"]
        command = ["export", str(source), "--format", "archive", "--out", str(parent), "--progress"]
        process.setArguments([*own, *command])
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail)
        process.start()

    def cancel(self) -> None:
        """Stop, and leave nothing behind."""
        if self._process is not None:
            self._cancelled = True
            self._process.kill()

    def _hear(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            line = _text(process.readLine())
            count, _gap, name = line.partition(" ")
            if count.isdigit():
                self.moved.emit(int(count), name)

    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        told = _text(process.readAllStandardError())
        process.deleteLater()
        if self._cancelled:
            shutil.rmtree(self._folder.with_name(self._folder.name + DRAFT), ignore_errors=True)
            self.stopped.emit()
        elif status is QProcess.ExitStatus.NormalExit and code < _CANNOT_ASK and self._folder.is_dir():
            self.done.emit(self._folder, told)
        else:
            self.failed.emit(told or _("Paketet gick inte att göra. Försök igen."))

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._process = None
            self.failed.emit(_("Paketet gick inte att göra: programmet kunde inte startas en gång till."))


def _text(said: QByteArray) -> str:
    return bytes(said.data()).decode("utf-8", "replace").strip()
