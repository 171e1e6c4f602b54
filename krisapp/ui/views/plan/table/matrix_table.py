"""Which channel for whom (matrisen): channels down, the eight audiences across in policy order, a need in each cell."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Cell, Channel
from krisapp.domain.planning.plan_soundness import AUDIENCES
from krisapp.domain.planning.plan_wording import NEED_WORDS, need_words
from krisapp.domain.words import N_, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space, Weight
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.row_painting import RowPainting
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.table import Table

NOT = "–"
"""What stands where a channel is not for an audience."""


class ChannelRow(NamedTuple):
    """A channel and its cells by audience."""

    channel: Channel
    cells: Mapping[str, Cell]


class MatrixTable(QWidget):
    """The grid, and beneath it in words what the chosen row says. `opened` brings a channel's code."""

    opened = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = RowsModel[ChannelRow](_columns(), _key, self)
        self.table = Table(self.model, "", self)
        self.table.setItemDelegate(_NeedPainting(self.table))
        self.change = Button("", self.changed.emit, self, icon="pencil")
        self.row_words = label("", self, wrap=True)
        self._legend = label("", self, "quiet", wrap=True)
        self._audiences = label("", self, "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._legend)
        column.addWidget(self.table, 1)
        for words in (self.row_words, self._audiences):
            column.addWidget(words)
        self.table.chosen.connect(self._say_row)
        self.table.opened.connect(self._open)

    def show_plan(self, plan: Plan) -> None:
        """Show the matrix of a plan."""
        rows = [
            ChannelRow(channel, {cell.audience: cell for cell in plan.matrix if cell.channel == channel.id})
            for channel in plan.channels
        ]
        self.model.feed(rows)
        names = (
            _("{code} {name}").format(code=audience.id, name=audience.short or audience.name)
            for audience in plan.audiences
        )
        self._audiences.setText(" · ".join(names))
        if rows and self.table.current is None:
            self.table.choose(_key(rows[0]))
        self._say_row(self.table.current)

    def retranslate(self) -> None:
        """Set every word."""
        self.table.setAccessibleName(_("Kanaler för varje målgrupp"))
        self.change.say(_("Ändra raden …"))
        tooltip(self.change, "F4")
        self._legend.setText(
            _("M måste ut under den första timmen, när kanalen fungerar · B bör · K kan · D efter beslut · – inte")
        )
        self.model.retranslate()
        self._say_row(self.table.current)

    def _say_row(self, row: object) -> None:
        self.row_words.setText(row_words(row) if isinstance(row, ChannelRow) else "")

    def _open(self, row: ChannelRow) -> None:
        self.opened.emit(row.channel.id)


def row_words(row: ChannelRow) -> str:
    """Return in words what a row of the matrix says."""
    said = [f"{id} {need_words(row.cells[id])}" for id in AUDIENCES if id in row.cells]
    words = ", ".join(said) or _("ingen målgrupp")
    return _("{channel}: {needs}").format(channel=f"{row.channel.id} {row.channel.name}", needs=words)


class _NeedPainting(RowPainting):
    """Paints a need as a letter: filled for must, framed for should, bare for can."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for a letter in its box."""
        full = super().sizeHint(option, index)
        if index.column() == 0:
            return full
        return QSize(_side() + current().tight(Space.S) * 2, full.height())

    def _lines(
        self,
        painter: QPainter,
        room: QRect,
        lines: tuple[str, str],
        align: Qt.AlignmentFlag,
        *,
        selected: bool,
    ) -> None:
        letter = lines[0]
        if letter not in NEED_WORDS and letter != NOT:
            super()._lines(painter, room, lines, align, selected=selected)
            return
        theme, side = current(), _side()
        colours = theme.colours
        box = QRect(room.left(), room.center().y() - side // 2, side, side)
        text = colours.on_selection if selected else colours.text
        if letter == "M":
            painter.fillRect(box, QColor(colours.on_selection if selected else colours.accent))
            text = colours.selection if selected else colours.on_accent
        elif letter in ("B", "D"):
            painter.setPen(QPen(QColor(text), 1, Qt.PenStyle.SolidLine if letter == "B" else Qt.PenStyle.DashLine))
            painter.drawRect(box)
        painter.setPen(QColor(text))
        painter.setFont(theme.font(Size.BODY, Weight.SEMIBOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def _side() -> int:
    return QFontMetrics(current().font(Size.BODY, Weight.SEMIBOLD)).height() + 2


def _columns() -> tuple[Column[ChannelRow], ...]:
    names = Column[ChannelRow](N_("Kanal"), _channel)
    return names, *(Column[ChannelRow](id, partial(_letter, id), spoken=partial(_spoken, id)) for id in AUDIENCES)


def _key(row: ChannelRow) -> str:
    return row.channel.id


def _channel(row: ChannelRow) -> str:
    return f"{row.channel.id} {row.channel.short or row.channel.name}"


def _letter(audience: str, row: ChannelRow) -> str:
    return row.cells[audience].need if audience in row.cells else NOT


def _spoken(audience: str, row: ChannelRow) -> str:
    words = need_words(row.cells[audience]) if audience in row.cells else _("inte")
    return _("{channel} till {audience}: {need}").format(channel=row.channel.name, audience=audience, need=words)
