"""Conducting a drill (leda övningen): what is due is sent and written down, with the director's window open or not."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from krisapp.domain import approval
from krisapp.domain.events import Event
from krisapp.domain.exercising import played
from krisapp.domain.exercising.drill import Drill, InjectHandled, Standing, begin, end, handle, resume, set_clock
from krisapp.domain.exercising.scenario import Scenario
from krisapp.domain.words import N_, Refused, _
from krisapp.store.heads import written_by
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live

BEAT = 500
"""Milliseconds between two looks at the clock: ten seconds of the drill at the highest speed."""


class Conductor(QObject):
    """Drives the drill of the open incident. There is one for each `Live`; get it by `conductor_of`.

    `moved` follows each beat of a drill, `parked` that it was laid aside for something real. `director` is who writes
    what the director's chair does.
    """

    moved = Signal()
    parked = Signal()

    def __init__(self, live: Live) -> None:
        super().__init__(live)
        self.live = live
        self.director = ""
        self._resumed = ""
        self._ours: dict[str, bool] = {}
        self._window: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self.beat)
        live.opened.connect(self._open)
        self._open()

    @property
    def drill(self) -> Drill | None:
        """Return the drill of the open exercise, or None where none has begun."""
        if not self.live.has_incident or not self.live.incident.exercise:
            return None
        drill = self.live.incident.part(Drill)
        return drill if drill.scenario is not None else None

    @property
    def alone(self) -> bool:
        """Return whether it is a quick drill, with an approver whom the program plays."""
        drill = self.drill
        return bool(drill and drill.scenario and drill.scenario.goals)

    @property
    def conducts(self) -> bool:
        """Return whether this console drives the drill: its clock was last set here, now or before a restart."""
        drill = self.drill
        if drill is None or not drill.clock:
            return False
        desk, stream = self.live.desk, drill.clock[-1][1].stream
        if stream not in self._ours:
            own = written_by(desk.path, stream, self.live.workplace.console.public)
            self._ours[stream] = own or stream == desk.journal.stream
        return self._ours[stream]

    @property
    def shown_window(self) -> QWidget | None:
        """Return the director's window, or None where it has not been asked for."""
        return self._window

    @property
    def resumed(self) -> bool:
        """Return whether the drill stood still since the machine stopped in the middle of it."""
        return self.live.has_incident and self._resumed == self.live.incident.id

    def start(self, scenario: Scenario, person: str, director: str, folder: Path | None = None) -> None:
        """Begin a drill in an exercise of its own and open it (STARTEX). `folder` holds the scenario's attachments.

        Raises `Refused` when nobody has said who sits here, and `OSError` when a folder cannot be read or written to.
        """
        if not person:
            raise Refused(N_("Välj vem du är, längst upp till höger, så att journalen vet vem som skriver."))
        names = {one.attachment for one in scenario.injects if one.attachment} if folder else set()
        contents = {name: (folder / name).read_bytes() for name in sorted(names)} if folder else {}
        first = scenario.incident
        desk = self.live.workplace.start(
            type=first.type,
            places=first.places,
            sentence=first.sentence,
            level=first.level,
            danger_to_life=first.danger_to_life,
            exercise=True,
            person=person,
            name=scenario.name,
            unadopted=True,
        )
        attachments = {name: desk.journal.put_blob(content) for name, content in contents.items()}
        desk.do(*begin(desk.incident, scenario, attachments), person=director or person)
        self.live.sit(person)
        self.live.open(desk)

    def act(self, make: Callable[[Drill], Iterable[Event]], near: QWidget) -> bool:
        """Do in the director's name what the domain makes; a refusal is told by `near`."""
        drill = self.drill
        if drill is None:
            return False
        return attempt(near, lambda: self._write(*make(drill)))

    def pace(self, speed: int, near: QWidget) -> bool:
        """Let the clock go as many times faster, or pause it with 0 (PAUSEX)."""
        return self.act(lambda drill: (set_clock(drill, self.live.now(), speed=speed),), near)

    def jump(self, minute: float, near: QWidget) -> bool:
        """Jump to a later minute. What was due before is sent at once, in order."""
        return self.act(lambda drill: (set_clock(drill, self.live.now(), jump_to=minute),), near)

    def end(self, near: QWidget, reason: str = "") -> bool:
        """End the drill (ENDEX), or break it off with a reason."""
        return self.act(lambda _drill: (end(self.live.incident, self.live.now(), reason),), near)

    def park(self) -> None:
        """Let the clock stand and lay the drill aside: something real has happened. Its windows go."""
        drill = self.drill
        if drill is not None and drill.running:
            self._write(set_clock(drill, self.live.now(), speed=0))
        self.live.close()
        self.parked.emit()

    def show_window(self) -> None:
        """Show the director's window."""
        from krisapp.ui.views.exercise.director.window import DirectorWindow  # only where there are two chairs

        if self._window is None:
            self._window = DirectorWindow(self)
            self._window.stand_apart(self._near().screen())
        self._window.show()
        self._window.activateWindow()

    def close_window(self) -> None:
        """Take the director's window away."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def beat(self) -> None:
        """Send what is due, let the played approver read, and tell that time has passed."""
        drill = self.drill
        if drill is None:
            return
        if drill.running and self.conducts:
            due = drill.due(self.live.incident, self.live.now())
            # A disk that says no is told of once; the beat waits until somebody has seen to it.
            self._timer.stop()
            if (not due or attempt(self._near(), lambda: self._send(drill))) and self.alone:
                self._let_read()
            self._timer.start()
        self.moved.emit()

    def _send(self, drill: Drill) -> None:
        """Send all that is due as one change: what one lets follow comes with it."""
        live = self.live
        with live.desk.telling_once():
            while due := drill.due(live.incident, live.now()):
                self._write(*(self._sent(drill, one.id, needless=drill.needless(live.incident, one)) for one in due))

    def _sent(self, drill: Drill, inject: str, *, needless: bool) -> InjectHandled:
        now = self.live.now()
        if needless:
            return handle(drill, inject, Standing.SKIPPED, now, _("Laget har redan gjort det."))
        return handle(drill, inject, Standing.SENT, now)

    def _let_read(self) -> None:
        live, now = self.live, self.live.now()
        id = played.to_read(live.incident, now)
        by = played.approver(live.incident, id, now) if id else None
        if id is None or by is None:
            return
        near = self._near()
        try:
            live.texts.approve((id,), by, means="here", accepted=live.texts.warnings((id,)))
        except Refused as no:
            why = str(no)
            attempt(near, lambda: live.desk.do(approval.send_back(live.incident, id, by, why), person=by))

    def _write(self, *happened: Event) -> None:
        self.live.desk.do(*happened, person=self.director)

    def _near(self) -> QWidget:
        """Return a window that can say why something was refused."""
        for window in QApplication.topLevelWidgets():
            if window is not self._window and window.isVisible() and hasattr(window, "refuse"):
                return window
        return self._window or QApplication.topLevelWidgets()[0]

    def _open(self) -> None:
        """Follow the incident that was opened: a drill that ran when its machine died stands where it was."""
        drill = self.drill
        self._resumed = ""
        if drill is None:
            self._timer.stop()
            self.close_window()
            return
        incident, now = self.live.incident, self.live.now()
        self.director = drill.began.person if drill.began else self.live.person
        if drill.ended is None and drill.running and self.conducts:
            lines = [line.stamp.at for line in incident.log[-1:]]
            last = max(lines + [stamp.at for _set, stamp in drill.clock] + [act.stamp.at for act in drill.all_acts])
            # Ten beats: whoever has just begun it, or has it open on another console, is no dead machine.
            if (now - last).total_seconds() * 1000 > 10 * BEAT:
                stands = resume(drill, last)
                if stands is not None and attempt(self._near(), lambda: self._write(stands)):
                    self._resumed = incident.id
        self._timer.start()


def conductor_of(live: Live) -> Conductor:
    """Return who conducts the drills of this program, made when first asked for."""
    found = live.findChild(Conductor)
    return found if isinstance(found, Conductor) else Conductor(live)
