"""The matrix as Qt's own table model: fed with cells, tested without a window."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from krisapp.domain.plan_rows import Audience, Channel
from krisapp.domain.words import N_, _
from krisapp.ui.views.messages.cells import Cell, stops_in_words
from krisapp.ui.views.messages.gaps import Gap
from krisapp.ui.widgets.plain import tip
from krisapp.ui.widgets.rows import KEY, MARK, ROW

Index = QModelIndex | QPersistentModelIndex
Place = tuple[str, str]
"""Audience and channel."""

LINE = KEY + 10
"""Role: the last line of a cell, what it waits for or how old it is."""

_ORDER_NOTES = {True: N_("brukar få veta först"), False: N_("efter invånarna")}
_RESIDENTS = "E1"


def order_note(audience: Audience) -> str:
    """Return what the policy says of an audience's place in the order (rules P16, P28)."""
    if audience.id == _RESIDENTS:
        return _("alltid före övriga")
    return _(_ORDER_NOTES[audience.internal])


class GridModel(QAbstractTableModel):
    """Audiences down in policy order, channels across; a cell that the matrix does not have cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.audiences: tuple[Audience, ...] = ()
        self.channels: tuple[Channel, ...] = ()
        self.gaps: Mapping[Place, Gap] = {}
        self._cells: dict[Place, Cell] = {}
        self._now: datetime | None = None

    def feed(
        self, audiences: Sequence[Audience], channels: Sequence[Channel], cells: Mapping[Place, Cell], now: datetime
    ) -> None:
        """Show these cells instead. Only what differs is told."""
        minute = now.replace(second=0, microsecond=0)
        before, aged = self._cells, minute != self._now
        self._now = minute
        if (self.audiences, self.channels) != (tuple(audiences), tuple(channels)) or set(before) != set(cells):
            self.beginResetModel()
            self.audiences, self.channels, self._cells = tuple(audiences), tuple(channels), dict(cells)
            self.endResetModel()
            return
        self._cells = dict(cells)
        for place, cell in cells.items():
            if before[place] != cell or (aged and cell.since):
                index = self.index_of(place)
                self.dataChanged.emit(index, index)

    def tick(self, now: datetime) -> None:
        """Age the cells when a minute has passed."""
        if now.replace(second=0, microsecond=0) != self._now:
            self.feed(self.audiences, self.channels, self._cells, now)

    def retranslate(self) -> None:
        """Say everything anew in the language in force."""
        self.beginResetModel()
        self.endResetModel()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Return all cells, audiences in policy order, channels in theirs."""
        places = ((audience.id, channel.id) for audience in self.audiences for channel in self.channels)
        return tuple(self._cells[place] for place in places if place in self._cells)

    def cell(self, index: Index) -> Cell | None:
        """Return the cell of an index, or None where the matrix has none."""
        if not index.isValid():
            return None
        return self._cells.get((self.audiences[index.row()].id, self.channels[index.column()].id))

    def gap(self, index: Index) -> Gap | None:
        """Return why the cell of an index has no text yet, or None."""
        if not index.isValid():
            return None
        return self.gaps.get((self.audiences[index.row()].id, self.channels[index.column()].id))

    def index_of(self, place: Place) -> QModelIndex:
        """Return the index of a place, or an invalid one."""
        rows = [audience.id for audience in self.audiences]
        columns = [channel.id for channel in self.channels]
        if place[0] not in rows or place[1] not in columns:
            return QModelIndex()
        return self.index(rows.index(place[0]), columns.index(place[1]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many audiences there are."""
        return 0 if parent.isValid() else len(self.audiences)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many channels there are."""
        return 0 if parent.isValid() else len(self.channels)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that only the matrix's own cells can be chosen; the arrow keys pass over the rest, but not gaps."""
        if self.cell(index):
            return super().flags(index)
        return Qt.ItemFlag.ItemIsEnabled if self.gap(index) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what a cell shows in a role."""
        cell = self.cell(index)
        if cell is None and (gap := self.gap(index)):
            return _of_gap(gap, role)
        if cell is None or self._now is None:
            return None
        if role == ROW:
            return cell
        if role == KEY:
            return cell.id
        if role == MARK:
            return cell.mark
        if role == LINE:
            return cell.line(self._now)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.mark.word
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{cell.title}: {cell.mark.word}\n{cell.sentence(self._now)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            stops = stops_in_words(cell.found.stops) if cell.found.stops else ""
            words = ", ".join(part for part in (cell.mark.word, stops, cell.sentence(self._now)) if part)
            return f"{cell.audience.short}, {cell.channel.short}: {words}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return an audience with its place in the order, or a channel."""
        if orientation is Qt.Orientation.Vertical and section < len(self.audiences):
            return self._audience(self.audiences[section], role)
        if orientation is Qt.Orientation.Horizontal and section < len(self.channels):
            channel = self.channels[section]
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return channel.short
            if role == Qt.ItemDataRole.ToolTipRole:
                return tip("\n".join(part for part in (channel.name, channel.form, channel.limit) if part))
        return None

    def _audience(self, audience: Audience, role: int) -> Any:
        if role == ROW:
            return audience
        if role == Qt.ItemDataRole.DisplayRole:
            return audience.short
        note = order_note(audience)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{rank} i ordningen: {name}, {note}").format(rank=audience.rank, name=audience.short, note=note)
        if role == Qt.ItemDataRole.ToolTipRole:
            need = audience.need
            return tip(f"{audience.rank}. {audience.name} ({note})\n{need}" if need else f"{audience.name} ({note})")
        return None


def _of_gap(gap: Gap, role: int) -> Any:
    if role == ROW:
        return gap
    if role == Qt.ItemDataRole.DisplayRole:
        return gap.short
    if role == Qt.ItemDataRole.ToolTipRole:
        return tip(f"{gap.title}: {gap.short}\n{gap.sentence}")
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{gap.title}: {gap.short}. {gap.sentence}"
    return None
