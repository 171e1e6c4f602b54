"""Making a file away from the window and saving it where the person says (spara som), for the pages of Efter."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from krisapp.domain.words import _
from krisapp.ui.attempt import attempt, tell_refused
from krisapp.ui.background import Job


def ask_path(near: QWidget, title: str, name: str) -> Path | None:
    """Ask where to save a file; None when the person leaves it."""
    path, _filter = QFileDialog.getSaveFileName(near, title, name)
    return Path(path) if path else None


class Saving(QObject):
    """Makes a file in the background, lets `before` journal it, and writes it. `saved` brings path and content.

    What the journal refuses is not written. One at a time: `busy` says whether one is being made, and `moved` that it
    began or ended.
    """

    saved = Signal(object, object)
    moved = Signal()

    def __init__(self, near: QWidget) -> None:
        super().__init__(near)
        self._near = near
        self._job: Job | None = None
        self._path = Path()
        self._before: Callable[[bytes], object] | None = None

    @property
    def busy(self) -> bool:
        """Return whether a file is being made."""
        return self._job is not None

    def begin(self, path: Path, make: Callable[[], bytes], before: Callable[[bytes], object] | None = None) -> None:
        """Make a file and save it; `make` touches neither desk nor widgets."""
        if self._job is not None:
            return
        self._path, self._before = path, before
        self._job = Job(make, self)
        self._job.done.connect(self._write)
        self._job.failed.connect(self._fail)
        self.moved.emit()
        self._job.start()

    def _write(self, content: bytes) -> None:
        self._job = None
        self.moved.emit()

        def act() -> None:
            if self._before is not None:
                before, self._before = self._before, None  # once, however often the writing is tried again
                before(content)
            self._path.write_bytes(content)

        if attempt(self._near, act):
            self.saved.emit(self._path, content)

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.moved.emit()
        tell_refused(self._near, _("Filen gick inte att göra: {reason}").format(reason=error))
