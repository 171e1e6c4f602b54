"""Sending in the background (bakgrundsutskick): one attempt at a time, written down before and after by the window.

What a person has said to send is tried, and tried again with pauses while trouble passes. Nothing found in a journal
when it is opened is sent by itself.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QWidget

from krisapp.delivery.secret_keeping import Secrets
from krisapp.domain.sending.sendings import Sendings, State
from krisapp.domain.words import Refused, _, ngettext
from krisapp.outbox import Attempt, Outbox, Round
from krisapp.store.bad_input import BadInput
from krisapp.store.ways_out import read_ways
from krisapp.ui.attempt import attempt
from krisapp.ui.background import Job
from krisapp.ui.widgets.dialog import ask

if TYPE_CHECKING:
    from krisapp.domain.sending.ways import WaysOut
    from krisapp.ui.live import Live

_STILL = frozenset({State.WAITING, State.POSTPONED})
"""States of those who are tried without a person saying so once more."""


class Courier(QObject):
    """The courier (budet) of the open incident. It lives with `Live`, whichever page is shown; see `courier_of`.

    `moved` follows every change that is not in the journal. `refused` brings a sentence, and `secret_wanted` the id of
    a sending that waits for a password.
    """

    moved = Signal()
    refused = Signal(str)
    secret_wanted = Signal(str)

    def __init__(self, live: "Live") -> None:
        super().__init__(live)
        self.secrets = Secrets()
        self.pool = QThreadPool(self)
        self.pool.setMaxThreadCount(2)  # one to send and one to try; a server may keep them waiting for minutes
        self._live = live
        self._desk = live.desk if live.has_incident else None
        self._queue: list[tuple[str, Round]] = []
        self._now: tuple[str, Round] | None = None
        self._later: dict[str, tuple[QTimer, datetime]] = {}
        self._window: QWidget | None = None
        live.opened.connect(self._change_desk)
        Job(self.secrets.look, self).start(self.pool)

    @property
    def running(self) -> str:
        """Return the id of the sending that is under way now, or nothing."""
        return self._now[0] if self._now else ""

    @property
    def waiting(self) -> frozenset[str]:
        """Return the sendings that stand in line now."""
        return frozenset(id for id, _ready in self._queue)

    def again_at(self, id: str) -> datetime | None:
        """Return when a sending is tried again by itself, or None."""
        found = self._later.get(id)
        return found[1] if found else None

    def ways(self) -> "WaysOut":
        """Return the ways of the workplace as they are set up now. Raises `BadInput`."""
        return read_ways(self._live.workplace.folder)

    def keep(self, account: str, secret: str) -> None:
        """Keep a password: in memory at once, and in the keyring, if there is one, as soon as it answers."""
        self.secrets.remember(account, secret)
        job = Job(partial(self.secrets.keep, account, secret), self)
        job.done.connect(self._kept)
        job.start(self.pool)

    def _kept(self, in_ring: object) -> None:
        if not in_ring and self.secrets.kept:
            self.refused.emit(_("Nyckelringen öppnades inte. Lösenordet gäller tills Krisapp stängs."))

    def send(self, id: str, *, refused: bool = False) -> None:
        """Send what waits, because a person has said so. Raises `Refused` and `BadInput`."""
        if id == self.running or id in self.waiting:
            return
        ready = self._outbox().first_round(id, refused=refused)
        self._put_off(id)
        self._queue.append((id, ready))
        self._go_on()

    def stop(self, id: str) -> None:
        """Try no more; what is under way this moment is let through."""
        self._put_off(id)
        self._queue = [one for one in self._queue if one[0] != id]
        if self._now and self._now[0] == id:
            self._now = (id, Round(()))
        self.moved.emit()

    def guard(self, window: QWidget) -> None:
        """Ask before this window is closed while something waits to be sent."""
        if self._window is not window:
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the window open if a person would rather wait."""
        if event.type() == QEvent.Type.Close and watched is self._window and not self._may_close():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _may_close(self) -> bool:
        if self._window is None or not self._live.has_incident:
            return True
        left = [one for one in self._live.incident.part(Sendings).asked if _STILL & set(one.counts())]
        if not left and not self.running:
            return True
        count = max(len(left), 1)
        words = ngettext(
            "{count} utskick är inte klart. Det som inte har gått i väg väntar i Utkorg tills någon säger till igen.",
            "{count} utskick är inte klara. Det som inte har gått i väg väntar i Utkorg tills någon säger till igen.",
            count,
        ).format(count=count)
        if self.running:
            words = _("{words} Om det som skickas just nu går fram blir oklart.").format(words=words)
        return ask(self._window, _("Stänga medan något ska skickas?"), words, _("Stäng ändå"), danger=True)

    def _outbox(self) -> Outbox:
        return Outbox(self._live.desk, self.ways())

    def _go_on(self) -> None:
        """Begin with the next sending in line: its password first, which the keyring may take its time with."""
        self.moved.emit()
        if self._now is not None or not self._queue or not self._live.has_incident:
            return
        self._now = self._queue.pop(0)
        id, _ready = self._now
        if not self._tried(partial(self._ask_ring, id)):
            self._end()

    def _ask_ring(self, id: str) -> None:
        ways, request = self.ways(), self._outbox().sending(id).request
        assert request is not None
        if not ways.takes_secret(request.way):
            self._try(id, "")
            return
        job = Job(partial(self.secrets.get, ways.account(request.way)), self)
        job.done.connect(partial(self._got_secret, id, ways.needs_secret(request.way)))
        job.failed.connect(partial(self._lost_ring, id))
        job.start(self.pool)

    def _got_secret(self, id: str, needed: bool, secret: object) -> None:
        if self.running != id:
            return
        if secret or not needed:
            self._try_or_end(id, str(secret))
        else:
            self._end()
            self.secret_wanted.emit(id)

    def _lost_ring(self, id: str, error: object) -> None:
        if self.running != id:
            return
        self._end()
        self.refused.emit(str(error))

    def _try_or_end(self, id: str, secret: str) -> None:
        if not self._tried(partial(self._try, id, secret)):
            self._end()

    def _try(self, id: str, secret: str) -> None:
        """Write down the next attempt and make it; at the end of a round, see whether there is another."""
        assert self._now is not None
        outbox = self._outbox()
        begun, ready = outbox.begin(id, self._now[1], secret)
        self._now = (id, ready)
        if begun is None:
            self._plan_next(id, ready)
            self._end()
            return
        job = Job(begun.work, self)
        job.done.connect(partial(self._answered, begun, secret, outbox))
        job.failed.connect(partial(self._broke, begun, secret, outbox))
        job.start(self.pool)

    def _answered(self, begun: Attempt, secret: str, outbox: Outbox, outcomes: object) -> None:
        assert isinstance(outcomes, tuple)
        self._write(begun, secret, outbox, lambda ready: outbox.answer(begun, outcomes, ready))

    def _broke(self, begun: Attempt, secret: str, outbox: Outbox, error: Exception) -> None:
        self._write(begun, secret, outbox, lambda ready: outbox.fail(begun, error, ready))

    def _write(self, begun: Attempt, secret: str, outbox: Outbox, write: Callable[[Round], Round]) -> None:
        if self._desk is not outbox.desk or self._now is None:
            return  # the incident was closed meanwhile; its journal shows the attempt as unclear
        ready = self._now[1]
        answered: list[Round] = []
        if self._tried(lambda: answered.append(write(ready))):
            self._now = (begun.sending, answered[0])
            self._try_or_end(begun.sending, secret)
        else:
            self._end()

    def _plan_next(self, id: str, ready: Round) -> None:
        following = Outbox.next_round(ready)
        if following is None or self._outbox().sending(id).given_up:
            return
        seconds, then = following
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(partial(self._again, id, then))
        timer.start(round(seconds * 1000))
        self._later[id] = (timer, self._live.now() + timedelta(seconds=seconds))

    def _again(self, id: str, ready: Round) -> None:
        """Try again those who still wait: a person may have judged or given up some meanwhile."""
        self._put_off(id)
        states = self._live.incident.part(Sendings).of(id).states()
        self._queue.append((id, ready._replace(left=tuple(at for at in ready.left if states[at].state in _STILL))))
        self._go_on()

    def _end(self) -> None:
        self._now = None
        self._go_on()

    def _put_off(self, id: str) -> None:
        found = self._later.pop(id, None)
        if found:
            found[0].stop()
            found[0].deleteLater()

    def _change_desk(self) -> None:
        self._desk = self._live.desk if self._live.has_incident else None
        for id in tuple(self._later):
            self._put_off(id)
        self._queue.clear()
        self._now = None
        self.moved.emit()

    def _tried(self, act: Callable[[], object]) -> bool:
        """Try an act. What the rules refuse is told by signal; where the disk says no, the window asks what to do."""
        said: list[bool] = []

        def told() -> None:
            try:
                act()
            except (Refused, BadInput) as no:
                said.append(False)
                self.refused.emit(str(no))

        if self._window is not None:
            return attempt(self._window, told) and not said
        told()
        return not said


def courier_of(live: "Live") -> Courier:
    """Return the courier of a window, made when first asked for."""
    found = live.findChild(Courier)
    return found if isinstance(found, Courier) else Courier(live)
