"""What every view listens to: the open desk, its changes, and the passing of time."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from krisapp.desk import Desk
from krisapp.domain.events import Event
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.workplace import Workplace

if TYPE_CHECKING:
    from krisapp.texts import Texts


class Live(QObject):
    """The workplace and the open desk, as Qt signals.

    `changed` follows every change that is on disk; `opened` follows an incident being opened or closed; `planned`
    follows an edit of the plan; `ticked` comes once a second. A view never edits its widgets after acting: it waits for
    the signal, like all others.
    """

    changed = Signal()
    opened = Signal()
    planned = Signal()
    ticked = Signal()
    shown = Signal(str, str)
    """Asks the window to show a view by its key, and something in it by its id."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self._desk: Desk | None = None
        self._texts: Texts | None = None
        self.person = ""
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    @property
    def desk(self) -> Desk:
        """Return the open desk; views that need an incident are shown only when there is one."""
        assert self._desk is not None, "no incident is open"
        return self._desk

    @property
    def has_incident(self) -> bool:
        """Return whether an incident is open."""
        return self._desk is not None

    @property
    def incident(self) -> Incident:
        """Return the open incident."""
        return self.desk.incident

    @property
    def texts(self) -> "Texts":
        """Return the texts of the open incident."""
        if self._texts is None:
            # Here: templates and checks are a large import that the first paint must not wait for.
            from krisapp.texts import Texts

            self._texts = Texts(self.desk)
        return self._texts

    @property
    def plan(self) -> Plan:
        """Return the plan the open incident runs on, or the plan as it stands when none is open."""
        frozen = self._desk.incident.plan if self._desk else None
        return frozen or self.workplace.plan

    def now(self) -> datetime:
        """Return the time now, with offset."""
        return self.workplace.clock()

    def open(self, desk: Desk) -> None:
        """Sit down at a desk."""
        self.close()
        desk.tell = self.changed.emit
        desk.person = desk.person or self.person
        self._desk = desk
        self.opened.emit()

    def close(self) -> None:
        """Leave the desk; the incident stays on disk."""
        if self._desk is not None:
            self._desk.close()
            self._desk = self._texts = None
            self.opened.emit()

    def sit(self, person: str) -> None:
        """Say who sits at the console (jag är), for this incident and the next."""
        self.person = person
        if self._desk is not None:
            self._desk.person = person

    def do(self, *happened: Event) -> None:
        """Hand events to the desk. Raises what `Desk.do` raises."""
        self.desk.do(*happened)

    def _tick(self) -> None:
        if self._desk is not None:
            self._desk.keep_time()
        self.ticked.emit()
