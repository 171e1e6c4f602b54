"""Which kinds of line to show (slag): a button with a list to tick, which stays open while one ticks."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from krisapp.domain.log import KIND_NAMES, Kind
from krisapp.domain.words import _
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import literal


class _StaysOpen(QMenu):
    """A menu where a tick does not close it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by mouse."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space."""
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True


class KindChoice(Button):
    """Tells how many kinds are chosen; none chosen means all."""

    chose = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", None, parent, icon="filter")
        self._menu = _StaysOpen(self)
        self._actions: dict[Kind, QAction] = {}
        for kind in Kind:
            action = self._menu.addAction("")
            action.setCheckable(True)
            action.toggled.connect(self._toggle)
            self._actions[kind] = action
        self.setMenu(self._menu)

    @property
    def kinds(self) -> frozenset[Kind]:
        """Return the kinds that are ticked."""
        return frozenset(kind for kind, action in self._actions.items() if action.isChecked())

    def choose(self, kinds: Iterable[Kind]) -> None:
        """Tick these kinds and no other."""
        wanted = set(kinds)
        for kind, action in self._actions.items():
            action.blockSignals(True)  # noqa: FBT003 - Qt takes no name here
            action.setChecked(kind in wanted)
            action.blockSignals(False)  # noqa: FBT003 - Qt takes no name here
        self._toggle()

    def retranslate(self) -> None:
        """Say every word anew."""
        for kind, action in self._actions.items():
            action.setText(literal(_(KIND_NAMES[kind])))
        self._say()

    def _toggle(self) -> None:
        self._say()
        self.chose.emit()

    def _say(self) -> None:
        chosen = self.kinds
        if not chosen:
            self.say(_("Alla slag"))
        elif len(chosen) == 1:
            self.say(_(KIND_NAMES[next(iter(chosen))]))
        else:
            self.say(_("{count} slag").format(count=len(chosen)))
