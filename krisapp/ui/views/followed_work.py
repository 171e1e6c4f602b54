"""Slow work that is followed and can be stopped (pågående arbete): a line with how far it has come."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from krisapp.domain.words import _
from krisapp.ui.background import Job
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import label

Tell = Callable[[int, int, str], bool]
"""What the work tells of each piece: its number, how many there are, its name. It returns whether to go on."""

_LOOK = 60
"""Milliseconds between two looks at how far the work has come."""


class FollowedWork(QWidget):
    """Hidden until work begins. `done` brings what the work returned and `failed` the expected error that ended it."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        # Plain values that the work sets and the window looks at: a signal from the thread could outlive its sender.
        self._came: tuple[int, int, str] | None = None
        self._stopping = False
        self._words: Callable[[str], str] = str
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.words = label("", self, "quiet", wrap=True)
        self.stop_button = Button("", self.stop, self, icon="cross")
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self.words)
        self.retranslate()
        self.hide()

    @property
    def busy(self) -> bool:
        """Return whether work is under way."""
        return self._job is not None

    def retranslate(self) -> None:
        """Set every word."""
        self.stop_button.say(_("Avbryt (Esc)"))
        self.bar.setAccessibleName(_("Hur långt arbetet har kommit"))

    def begin(self, work: Callable[[Tell], Any], first: str, words: Callable[[str], str]) -> None:
        """Begin, unless something is under way. `first` stands until the first piece; `words` tells of a piece."""
        if self._job is not None:
            return
        self._came, self._stopping, self._words = None, False, words
        self.words.setText(first)
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self.show()
        self.stop_button.setFocus()
        job = self._job = Job(partial(work, self._tell), self)
        job.done.connect(self._end)
        job.failed.connect(self._fail)
        self._timer.start()
        job.start()

    def stop(self) -> None:
        """Ask the work to stop at the next piece."""
        if self._job is not None:
            self._stopping = True
            self.stop_button.setEnabled(False)
            self.words.setText(_("Avbryter …"))

    def _tell(self, number: int, total: int, name: str) -> bool:
        """Hear of a piece, in the thread of the work."""
        self._came = (number, total, name)
        return not self._stopping

    def _look(self) -> None:
        if self._came is None or self._stopping:
            return
        number, total, name = self._came
        self.bar.setRange(0, total)
        self.bar.setValue(number - 1)
        words = self._words(name)
        if self.words.text() != words:
            self.words.setText(words)

    def _end(self, result: object) -> None:
        self._rest()
        self.done.emit(result)

    def _fail(self, error: object) -> None:
        self._rest()
        self.failed.emit(error)

    def _rest(self) -> None:
        self._job = None
        self._timer.stop()
        self.hide()
