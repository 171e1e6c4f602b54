"""The window's line to the press (tryckpressen): it is started, heard and stopped here."""

import msgspec
from PySide6.QtCore import QObject, QProcess, Signal

from krisapp.domain.words import _
from krisapp.ui.own_program import start_own
from krisapp.ui.printing.order import Failed, Order, Printers, Progress, Sent, Word


class PressLine(QObject):
    """`found` brings the printers soon after the start, `moved` page and pages, `sent` how many, `failed` why not."""

    found = Signal(object)
    moved = Signal(int, int)
    sent = Signal(int)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ended = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail)

    def open(self) -> None:
        """Start the press; it tells which printers there are and waits."""
        start_own(self._process, ["--press"])

    def send(self, order: Order) -> None:
        """Print; a press prints once."""
        self._process.write(msgspec.json.encode(order) + b"\n")

    def close(self) -> None:
        """Stop the press, whatever it is doing; it says nothing more."""
        self._ended = True
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1000)

    def _hear(self) -> None:
        while not self._ended and self._process.canReadLine():
            word: Word = msgspec.json.decode(bytes(self._process.readLine().data()), type=Word)
            match word:
                case Printers(printers):
                    self.found.emit(printers)
                case Progress(page, of):
                    self.moved.emit(page, of)
                case Sent(pages):
                    self._ended = True
                    self.sent.emit(pages)
                case Failed(reason):
                    self._ended = True
                    self.failed.emit(reason)

    def _end(self) -> None:
        self._hear()
        self._break()

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._break()

    def _break(self) -> None:
        """Say that the press is gone, unless it had done what it was for."""
        if not self._ended:
            self._ended = True
            self.failed.emit(_("Utskriften avbröts oväntat. Spara papperet som PDF, eller försök igen."))
