"""Several of many in an order of one's own (plocklista): add from a choice, move and remove by keyboard or button."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.words import N_, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.compound import Compound
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import tooltip
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel

SHOWN = 4
"""Rows that are seen at a time."""


class Picked(NamedTuple):
    """One that is chosen: its place from 1, its key and its name."""

    place: int
    key: str
    name: str


class PickedList(Compound):
    """The chosen ones in their order. Alt+arrows move one, Delete takes it out."""

    def __init__(self, name: str, choices: Iterable[tuple[str, str]], chosen: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = dict(choices)
        self._keys = [key for key in chosen if key in self._names]
        self.model = RowsModel[Picked](_COLUMNS, _key, self)
        self.list = RowList(self.model, name, self)
        self.list.setFixedHeight(current().px(36) * SHOWN)
        self.list.installEventFilter(self)
        self.choice = Choice(_("Lägg till i listan"), self)
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(16)
        self.add = Button(_("Lägg till"), self.add_chosen, self, icon="plus")
        self.up = Button(_("Flytta upp"), self.move_up, self, "bare")
        self.down = Button(_("Flytta ned"), self.move_down, self, "bare")
        self.out = Button(_("Ta ut"), self.take_out, self, "bare")
        for button, words in ((self.up, _("Alt+pil upp")), (self.down, _("Alt+pil ned")), (self.out, _("Delete"))):
            tooltip(button, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        more = QHBoxLayout()
        more.setSpacing(Space.S)
        more.addWidget(self.choice, 1)
        more.addWidget(self.add)
        acts = Flow()
        for button in (self.up, self.down, self.out):
            acts.addWidget(button)
        column.addWidget(self.list)
        column.addLayout(acts)
        column.addLayout(more)
        self.leads_to(self.list)
        self._show()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what is chosen, in order."""
        return tuple(self._keys)

    def add_chosen(self) -> None:
        """Put the one shown in the choice last."""
        key = self.choice.key
        if key and key not in self._keys:
            self._keys.append(key)
            self._show(key)

    def take_out(self) -> None:
        """Take the chosen one out."""
        row = self.list.current
        if isinstance(row, Picked):
            self._keys.remove(row.key)
            self._show(self._keys[min(row.place - 1, len(self._keys) - 1)] if self._keys else "")

    def move_up(self) -> None:
        """Put the chosen one before the one above it."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the chosen one after the one below it."""
        self._move(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move by Alt+arrow and take out by Delete, which the list itself would take for something else."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.take_out()
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        row = self.list.current
        if isinstance(row, Picked):
            at = row.place - 1
            self._keys.insert(max(0, min(at + step, len(self._keys) - 1)), self._keys.pop(at))
            self._show(row.key)

    def _show(self, chosen: str = "") -> None:
        self.model.feed([Picked(place, key, self._names[key]) for place, key in enumerate(self._keys, 1)])
        left = [(key, name) for key, name in self._names.items() if key not in self._keys]
        self.choice.fill(left)
        self.add.setEnabled(bool(left))
        for button in (self.up, self.down, self.out):
            button.setEnabled(bool(self._keys))
        if self._keys:
            self.list.choose(chosen or self._keys[0])


def _key(row: Picked) -> str:
    return row.key


def _words(row: Picked) -> str:
    return f"{row.place}. {row.name}"


_COLUMNS = (Column[Picked](N_("Vald"), _words),)
