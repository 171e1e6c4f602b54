"""One key from a drill to a real incident (skarpt läge): the drill is laid aside, and the real start asks at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from krisapp.domain.words import N_
from krisapp.ui.views.exercise.conducting import Conductor, conductor_of

if TYPE_CHECKING:
    from krisapp.ui.window import Window


class Parking(QObject):
    """Adds the key to the window, in exercises only, and sees that a drill is conducted whatever screen is shown."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.conductor: Conductor = conductor_of(window.live)
        self._action = window.command(N_("Skarpt läge: lägg undan övningen"), "F12", self.conductor.park)
        self.conductor.parked.connect(self._start_real)
        window.live.opened.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        live = self._window.live
        shown = live.has_incident and live.incident.exercise
        self._action.setVisible(shown)
        self._action.setEnabled(shown)

    def _start_real(self) -> None:
        """Ask what has happened in reality. Left unanswered, the drill can be opened again where it stood."""
        from krisapp.ui.views.start import Start  # at hand: it is the screen that is shown now

        self._window.go("start")
        self._window.activateWindow()
        start = self._window.view
        if isinstance(start, Start):
            start.start_real()
