"""Keeping the wall up to date (väggbilden hålls färsk), in the second window and on the network, a moment at a time."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from krisapp.delivery.wall_page import WallPage
from krisapp.documents.wall_page import wall_page
from krisapp.domain.wall import Wall, wall
from krisapp.store.law_clocks import law_clocks
from krisapp.ui.live import Live
from krisapp.ui.wall.board import WallBoard

PAUSE = 1000
"""Milliseconds after a change before the wall is made anew: ten quick changes make one."""

AGE = 5
"""Seconds after which the clocks are told anew though nothing has changed."""


class WallShowing(QObject):
    """Shows the wall while somebody has asked for it. `changed` says that it is shown or no longer."""

    changed = Signal()

    def __init__(self, live: Live, window: QWidget, host: str = "") -> None:
        """Show on every network of the machine, or on that of `host`."""
        super().__init__(window)
        self._live, self._window, self._host = live, window, host
        self._board: WallBoard | None = None
        self.page: WallPage | None = None
        self._wall: Wall | None = None
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.make)
        live.changed.connect(self._soon)
        live.opened.connect(self._leave_or_make)
        live.ticked.connect(self._tick)

    @property
    def board(self) -> WallBoard | None:
        """Return the second window while it is open."""
        return self._board

    def toggle(self) -> None:
        """Open the second window, on another screen where there is one, or close it."""
        if self._board is not None:
            self._board.close()
            return
        board = self._board = WallBoard(self._window)
        board.left.connect(self._board_left)
        self.make()
        here = self._window.screen()
        other = next((screen for screen in QGuiApplication.screens() if screen is not here), None)
        if other is not None:
            board.setGeometry(other.geometry())
            board.showFullScreen()
        else:
            board.resize(here.availableSize() * 0.8)
            board.show()
        self.changed.emit()

    def serve(self, *, on: bool) -> None:
        """Put the page on the network, or take it away. Raises `OSError` when there is no network."""
        if on and self.page is None:
            self._wall = self._look()
            self.page = WallPage(wall_page(self._wall, self._live.now()), host=self._host)
        elif not on and self.page is not None:
            self.page.close()
            self.page = None
        self.changed.emit()

    def make(self) -> None:
        """Make the wall anew and show it."""
        self._wall = self._look()
        self._tell()

    def _look(self) -> Wall | None:
        live = self._live
        if not live.has_incident or live.incident.start is None:
            return None
        return wall(live.incident, live.plan, live.now(), law_clocks())

    def _tell(self) -> None:
        now = self._live.now()
        if self._board is not None:
            self._board.show_wall(self._wall, now)
        if self.page is not None:
            self.page.show(wall_page(self._wall, now))

    def _soon(self) -> None:
        if self._board is not None or self.page is not None:
            self._timer.start()

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % AGE == 0 and (self._board is not None or self.page is not None):
            self._tell()

    def _leave_or_make(self) -> None:
        """Take the page away with the incident it was opened for; the window shows what is open now."""
        self.serve(on=False)
        if self._board is not None:
            self.make()

    def _board_left(self) -> None:
        if self._board is not None:
            self._board.deleteLater()
            self._board = None
            self.changed.emit()
