"""Looking through all texts in small steps (genomgång), so that neither the window nor typing waits for it."""

from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from krisapp.compose.template_fault import TemplateFault
from krisapp.domain.checks import Severity

if TYPE_CHECKING:
    from krisapp.ui.live import Live

SLICE = 0.012
"""Seconds of work at a time: less than a frame, so that keys are never late."""
TELLS = 0.15
"""Seconds between tellings while there is more to look at: painting anew costs more than looking."""


class Found(NamedTuple):
    """What a text was found to hold: findings that stop, warnings, what of the sheet it uses, a fault in its blanks."""

    stops: int = 0
    warnings: int = 0
    uses: tuple[str, ...] = ()
    fault: str = ""


UNSEEN = Found()


class Sweep(QObject):
    """Keeps what each text holds, as the sheet and the drafts stand; `moved` tells that more is known."""

    moved = Signal()

    def __init__(self, live: "Live", parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._found: dict[str, tuple[object, Found]] = {}
        self._left: list[str] = []
        self._order: dict[str, int] = {}
        self._minute = live.now().replace(second=0, microsecond=0)
        self._news = False
        self._told = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Return whether some text has not been looked at as it stands."""
        return bool(self._left)

    def found(self, id: str) -> Found:
        """Return what a text was last found to hold; of one not looked at yet, nothing."""
        return self._found.get(id, (None, UNSEEN))[1]

    def users(self) -> dict[str, tuple[str, ...]]:
        """Return for each name of the sheet the texts that use it, in the order of the matrix."""
        using: dict[str, list[str]] = {}
        for id, (_key, found) in self._found.items():
            for name in found.uses:
                using.setdefault(name, []).append(id)
        return {name: tuple(sorted(ids, key=self._place)) for name, ids in using.items()}

    def look(self) -> None:
        """Look again at every text that is not what it was."""
        if not self._live.has_incident:
            self._found.clear()
            self._left.clear()
            self._timer.stop()
            return
        ids = self._live.texts.ids()
        self._order = {id: at for at, id in enumerate(ids)}
        for gone in [id for id in self._found if id not in self._order]:
            del self._found[gone]
        self._left = [id for id in ids if self._found.get(id, (None, UNSEEN))[0] != self._key(id)]
        if self._left:
            self._timer.start()

    def tick(self) -> None:
        """Write the texts anew when a minute has passed, since each is dated to the minute: then none waits for it."""
        minute = self._live.now().replace(second=0, microsecond=0)
        if minute != self._minute and self._live.has_incident:
            self._minute = minute
            self._left = list(self._live.texts.ids())
            self._timer.start()

    def finish(self) -> None:
        """Look at all that is left, now; for a decision that needs the whole."""
        self._work(float("inf"))

    def _place(self, id: str) -> int:
        return self._order.get(id, 0)

    def _key(self, id: str) -> object:
        message = self._live.texts.message(id)
        return self._live.incident, self._live.incident.version, message.draft.value, message.number

    def _step(self) -> None:
        if not self._live.has_incident:
            self._left.clear()
        if self._left:
            self._work(SLICE)
        if not self._left:
            self._timer.stop()

    def _work(self, seconds: float) -> None:
        end = perf_counter() + seconds
        while self._left and perf_counter() < end:
            id = self._left.pop(0)
            found = self._look_at(id)
            self._news = self._news or found != self.found(id)
            self._found[id] = (self._key(id), found)
        now = perf_counter()
        if self._news and (not self._left or now - self._told > TELLS):
            self._news, self._told = False, now
            self.moved.emit()

    def _look_at(self, id: str) -> Found:
        try:
            text = self._live.texts.text(id)
        except TemplateFault as fault:
            return Found(fault=str(fault))
        hard = [finding.severity for finding in text.findings]
        return Found(hard.count(Severity.STOP), hard.count(Severity.WARNING), tuple(text.uses))
