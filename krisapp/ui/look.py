"""Scheme, text size and language (utseende och språk): changed while the program runs, and remembered."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QChildEvent, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from krisapp.ui import language
from krisapp.ui.settings import Settings
from krisapp.ui.theme import theme
from krisapp.ui.theme.tokens import TEXT_SIZES, Scheme

MOST_AT_ONCE = 60
"""Widgets that can be dressed within what nobody notices."""


class Look(QObject):
    """Puts on what the settings say. `dressed` follows a change of look, `spoke` one of language.

    `parts` gives the parts of the window that are dressed one after another, what is seen first: all at once would
    keep the window from answering.
    """

    dressed = Signal()
    spoke = Signal()

    def __init__(self, settings: Settings, parent: QObject, parts: Callable[[], Iterable[QWidget]]) -> None:
        super().__init__(parent)
        self._settings, self._parts = settings, parts
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Return whether a part of the window still wears the look before."""
        return bool(self._steps)

    def wear(self, scheme: Scheme, percent: int) -> None:
        """Put on a scheme and a text size."""
        self._settings.scheme, self._settings.text = scheme, percent
        theme.change(scheme, percent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._steps = deque((partial(theme.wear_palette, app), partial(theme.wear_font, app)))
        parts = tuple(self._parts())
        self._steps.extend(partial(_recolour, holder) for holder in _around(parts))
        self._steps.extend(step for part in parts for step in self._dressing(part))
        self._steps.append(self.dressed.emit)
        self._timer.start()

    def _step(self) -> None:
        if self._steps:
            self._steps.popleft()()
        if not self._steps:
            self._timer.stop()

    def dress(self, part: QWidget) -> None:
        """Put the look in force on a part of the window that has just been made, and on what is made in it later."""
        if theme.has_changed():
            for step in self._dressing(part):
                step()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress what has come into a part that wears nothing itself, before it is first shown."""
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            child = event.child()
            if isinstance(child, QWidget):
                self.dress(child)
        return super().eventFilter(watched, event)

    def _dressing(self, part: QWidget) -> Iterator[Callable[[], object]]:
        """Give the steps that dress a part of the window: one for each piece, where all of it would take too long.

        What is only a holder wears nothing itself, so that it stays bare, and is watched for what comes into it later.
        """
        grounded = part.property("ground") not in (None, "clear")
        if part.styleSheet() or grounded or len(part.findChildren(QWidget)) <= MOST_AT_ONCE:
            yield partial(_dress, part)
            return
        part.installEventFilter(self)
        yield partial(_recolour, part)
        for child in part.children():
            if isinstance(child, QWidget):
                yield from self._dressing(child)

    def pick_scheme(self, scheme: str) -> None:
        """Put on a scheme by its key."""
        self.wear(Scheme(scheme), self._settings.text)

    def pick_language(self, code: str) -> None:
        """Speak a language from now on."""
        self._settings.language = code
        language.use(code)
        self.spoke.emit()

    def larger(self) -> None:
        """Make all text larger."""
        self.wear(self._settings.scheme, self._settings.larger())

    def smaller(self) -> None:
        """Make all text smaller."""
        self.wear(self._settings.scheme, self._settings.smaller())

    def normal(self) -> None:
        """Make all text as large as usual."""
        self.wear(self._settings.scheme, TEXT_SIZES[0])


def _around(parts: Iterable[QWidget]) -> Iterator[QWidget]:
    """Give what holds the parts, the outermost first, each once."""
    found: dict[QWidget, None] = {}
    for part in parts:
        chain = []
        holder = part.parentWidget()
        while holder is not None:
            chain.append(holder)
            holder = holder.parentWidget()
        found |= dict.fromkeys(reversed(chain))
    yield from found


def _recolour(holder: QWidget) -> None:
    """Let a part that wears nothing itself take the program's colours; Qt leaves it in those it had before.

    A scroll area is clear by its rule, which is a colour of its own.
    """
    if isValid(holder) and not isinstance(holder, QAbstractScrollArea):
        holder.setPalette(QPalette())


def _dress(piece: QWidget) -> None:
    if isValid(piece):
        theme.dress(piece)


def choose_style() -> None:
    """Choose Qt's own drawing (Fusion) for a program that is not made yet; call it before `QApplication`.

    Asking or telling a running program its style would build Qt's whole style class in Python: 14 ms of every start.
    """
    os.environ["QT_STYLE_OVERRIDE"] = "Fusion"


def dress(settings: Settings) -> None:
    """Put scheme and text size on the program; called once before the window is made."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.wear(app, settings.scheme, settings.text)
