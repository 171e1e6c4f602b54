"""Making a long journal ready to be searched (sökbart), from when somebody comes to a place where it can be.

Not before: what nobody searches takes no memory. A search made meanwhile reads what is left, which takes longer.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from krisapp.ui.live import Live

BETWEEN = 10
"""Milliseconds between steps: keys and paints come first."""


class Finding(QObject):
    """Takes the journal into the search index a little at a time, each time `place` is shown."""

    def __init__(self, live: "Live", place: QWidget) -> None:
        super().__init__(place)
        self._live = live
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN)
        self._timer.timeout.connect(self._step)
        place.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Return whether something is left to take in."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin when the place is shown."""
        if event.type() == QEvent.Type.Show:
            self._timer.start()
        return super().eventFilter(watched, event)

    def _step(self) -> None:
        if not self._live.has_incident or not self._live.desk.make_findable():
            self._timer.stop()
