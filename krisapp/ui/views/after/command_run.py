"""Running one of the program's own commands in a process of its own (kommando), so that the window never waits."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, QProcess, QProcessEnvironment, Signal

from krisapp.commands.answers import CANNOT_ASK
from krisapp.commands.unlocking import TOLD
from krisapp.domain.words import _
from krisapp.folders import data_folder
from krisapp.store import driver
from krisapp.ui.own_program import start_own


class CommandRun(QObject):
    """`said` brings each line as it comes, `ended` the exit code, all lines and what was said to be wrong.

    A command that could not be asked has the code `CANNOT_ASK`. One that was stopped says `stopped` and nothing else.
    """

    said = Signal(str)
    ended = Signal(int, object, str)
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._lines: list[str] = []
        self._cancelled = False

    @property
    def busy(self) -> bool:
        """Return whether a command is running."""
        return self._process is not None

    def begin(self, arguments: Sequence[str]) -> None:
        """Run a command, unless one is running."""
        if self._process is not None:
            return
        self._lines, self._cancelled = [], False
        process = self._process = QProcess(self)
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail)
        key = driver.key_of(data_folder())
        if key is not None:
            around = QProcessEnvironment.systemEnvironment()
            around.insert(TOLD, "stdin")
            process.setProcessEnvironment(around)
        start_own(process, arguments)
        if key is not None:
            process.write(f"{key.hex()}\n".encode())

    def cancel(self) -> None:
        """Stop it at once; what it leaves on disk is for the one who began it to take away."""
        if self._process is not None:
            self._cancelled = True
            self._process.kill()

    def _hear(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            line = _text(process.readLine())
            self._lines.append(line)
            self.said.emit(line)

    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        self._hear()
        process, self._process = self._process, None
        if process is None:
            return
        wrong = _text(process.readAllStandardError())
        process.deleteLater()
        if self._cancelled:
            self.stopped.emit()
        elif status is QProcess.ExitStatus.NormalExit:
            self.ended.emit(code, self._lines, wrong)
        else:
            self.ended.emit(CANNOT_ASK, self._lines, wrong or _("Arbetet avbröts oväntat. Försök igen."))

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._process = None
            self.ended.emit(CANNOT_ASK, [], _("Programmet kunde inte startas en gång till. Försök igen."))


def _text(said: QByteArray) -> str:
    return bytes(said.data()).decode("utf-8", "replace").strip()
