"""Making a copy of the record beside the window (kopiering), and what is to be journalled of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from krisapp.commands.answers import CANNOT_ASK
from krisapp.domain.records.record_copies import CopyMade, Selection
from krisapp.exporting import read_told
from krisapp.ui.views.after.command_run import CommandRun


class Copying(QObject):
    """`done` brings the event that says which copy was made; `failed` why it was not."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run = CommandRun(self)
        self._selection, self._target = Selection(()), Path()
        self._run.ended.connect(self._end)

    @property
    def busy(self) -> bool:
        """Return whether a copy is being made."""
        return self._run.busy

    def begin(self, source: Path, selection: Selection, target: Path) -> None:
        """Begin to make a copy of an incident file's record."""
        self._selection, self._target = selection, target
        command = ["export", str(source), "--format", "copy", "--out", str(target), "--progress"]
        command += ["--parts", ",".join(selection.parts)]
        command += ["--since", selection.since.isoformat()] if selection.since else []
        command += ["--until", selection.until.isoformat()] if selection.until else []
        command += ["--writer", selection.writer] if selection.writer else []
        self._run.begin([*command, *([] if selection.masked else ["--unmasked"])])

    def _end(self, code: int, lines: list[str], wrong: str) -> None:
        if code < CANNOT_ASK and lines:
            digest, covers = read_told(lines[-1])
            chosen = self._selection
            self.done.emit(CopyMade(self._target.name, digest, chosen.parts, chosen.masked, covers))
        else:
            self.failed.emit(wrong)
