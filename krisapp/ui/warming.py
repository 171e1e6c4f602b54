"""Making ready what the first screen did not need (uppvärmning), in steps that nobody notices.

A screen visited before its turn is built then and there, as without this.
"""

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.ui.views.view import Place
    from krisapp.ui.window import Window

LARGE = (
    "krisapp.domain.checking.elements",
    "krisapp.domain.checking.forbidden",
    "krisapp.channels",
    "krisapp.compose.sandbox",
    "krisapp.compose.phrases",
    "krisapp.texts",
)
"""What takes longest to import, each a step of its own, in the order that divides it best."""

BUILT = ("overview", "todo", "situation", "messages", "lead", "log")
"""The screens nobody may wait for in an incident. The others are brought in, and built at the first visit: what nobody
visits takes no memory."""

BETWEEN = 10
"""Milliseconds between steps: keys and paints come first."""


class Warming(QObject):
    """Imports the screens offered, builds and fills those of `BUILT`, a little at a time.

    It begins anew when an incident is opened.
    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN)
        self._timer.timeout.connect(self._step)
        self._law: QObject | None = None
        self._brief: QObject | None = None
        self._keeper: QObject | None = None
        self._consoles: QObject | None = None
        self._parking: QObject | None = None
        window.live.opened.connect(self.begin)

    @property
    def busy(self) -> bool:
        """Return whether something is left to make ready."""
        return bool(self._steps)

    def begin(self) -> None:
        """Make ready what is offered now."""
        self._steps = deque(self._wanted())
        self._timer.start()

    def _wanted(self) -> Iterator[Callable[[], object]]:
        if self._window.live.has_incident and self._window.live.incident.exercise:
            yield self._drill
        for name in LARGE:
            yield partial(import_module, name)
        yield self._plan
        yield self._clocks
        yield self._one_key
        yield self._copies
        yield self._several
        places = self._window.places
        for place in places:
            yield partial(self._bring_in, place)
        for place in (place for place in places if place.key in BUILT):
            yield partial(self._window.build, place.key)
            yield partial(self._window.freshen, place.key)

    def _bring_in(self, place: "Place") -> None:
        """Import a screen; where it has tabs, their pages are the next steps."""
        from krisapp.ui.views.tabbed import TabbedView

        screen = place.load()
        if issubclass(screen, TabbedView):
            self._steps.extendleft(tab.load for tab in reversed(screen.TABS))

    def _plan(self) -> None:
        """Ask for the plan before a screen does: an incident is opened without it, and the file may be broken."""
        from krisapp.ui.broken_plan import can_read_plan

        can_read_plan(self._window.live.workplace, self._window)

    def _clocks(self) -> None:
        """Let the clocks of law stand in the head from now on."""
        if self._law is None:
            from krisapp.ui.head import Head
            from krisapp.ui.legal_watch import LegalWatch

            head = self._window.findChild(Head)
            assert isinstance(head, Head)
            self._law = LegalWatch(self._window.live, head)

    def _drill(self) -> None:
        """Let a drill go on whatever screen is shown, and one key lead from it to a real incident (row EX1)."""
        if self._parking is None:
            from krisapp.ui.views.exercise.parking import Parking

            self._parking = Parking(self._window)

    def _one_key(self) -> None:
        """Let one key bring the handover sheet from any screen (row AC5)."""
        if self._brief is None:
            self._brief = self._window.command(N_("Överlämningsblad"), "F9", self._read_brief)

    def _copies(self) -> None:
        """Let safety copies be taken by themselves, and the workplace be locked (rows SE4, SE1)."""
        if self._keeper is None:
            from krisapp.ui.copy_keeper import CopyKeeper

            self._keeper = CopyKeeper(self._window.live, self._window)
            self._window.command(N_("Lås arbetsplatsen, eller byt lösenfras …"), "", self._lock)

    def _several(self) -> None:
        """Let other consoles be met from any screen (row SY1)."""
        if self._consoles is None:
            from krisapp.ui.views.consoles.commands import ConsoleCommands

            self._consoles = ConsoleCommands(self._window)

    def _read_brief(self) -> None:
        live = self._window.live
        if live.has_incident:
            live.shown.emit("lead", "staffing:brief")

    def _lock(self) -> None:
        from krisapp.ui.lock.acts import lock

        lock(self._window.live, self._window)

    def _step(self) -> None:
        if self._steps:
            self._steps.popleft()()
        if not self._steps:
            self._timer.stop()
