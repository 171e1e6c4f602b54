"""Painting a row or a cell (radmålning): text, a quiet second line, a mark, and the focus ring."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from krisapp.ui.theme.theme import Theme, current
from krisapp.ui.theme.tokens import Size, Space, Weight
from krisapp.ui.widgets.marks import Mark, mark_size, paint_mark
from krisapp.ui.widgets.rows import DETAIL, MARK, NOTE

Index = QModelIndex | QPersistentModelIndex


class RowPainting(QStyledItemDelegate):
    """Paints cells. `strong` sets the first line in a heavier weight, for lists of things to do;
    `tight` leaves less air between rows, for a list that must be seen whole.

    What is chosen is asked of the list: the flags of Qt's style class would cost every start 15 ms.
    """

    def __init__(self, parent: QAbstractItemView, *, strong: bool = False, tight: bool = False) -> None:
        super().__init__(parent)
        self._above = Space.XS if tight else Space.S + Space.HAIR
        self._weight = Weight.SEMIBOLD if strong else Weight.REGULAR
        self._chooses = parent
        self._measures = not isinstance(parent, QListView)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of text, second line and mark; a row of a list is as wide as the list."""
        theme = current()
        first, second = theme.metrics(Size.BODY, self._weight), theme.metrics(Size.SMALL)
        detail, mark = str(index.data(DETAIL) or ""), index.data(MARK)
        high = first.height() + (second.height() if detail else 0)
        room = mark_size(mark, theme) if isinstance(mark, Mark) else QSize(0, 0)
        size = QSize(0, max(high, room.height()) + theme.tight(self._above))
        if self._measures:
            text = str(index.data() or "")
            gap = theme.tight(Space.M) if room.width() and (text or detail) else 0
            wide = max(first.horizontalAdvance(text), second.horizontalAdvance(detail))
            size.setWidth(wide + room.width() + gap + theme.tight(Space.M) * 2)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme, area = current(), QRect(option.rect)
        chosen = self._chooses.selectionModel().isSelected(index)
        selected = chosen and self._chooses.hasFocus()
        painter.save()
        _ground(painter, area, chosen=chosen, selected=selected, first=index.column() == 0)
        room = area.adjusted(theme.tight(Space.S), 0, -theme.tight(Space.S), 0)
        mark, text = index.data(MARK), str(index.data() or "")
        detail, note = str(index.data(DETAIL) or ""), str(index.data(NOTE) or "")
        if isinstance(mark, Mark):
            side = bool(text or detail)
            took = paint_mark(painter, room, mark, right=side)
            room.setRight(room.right() - took - theme.tight(Space.M))
        if note:
            room.setRight(self._note(painter, room, note, selected=selected))
        align = Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole) or 0))
        self._lines(painter, room, (text, detail), align, selected=selected)
        if self._has_ring(index):
            _ring(painter, area, theme, index, selected=selected)
        painter.restore()

    def _fonts(self, theme: Theme) -> tuple[QFont, QFont]:
        """Return the faces of the first and the second line."""
        return theme.font(Size.BODY, self._weight), theme.font(Size.SMALL)

    def _has_ring(self, index: Index) -> bool:
        """Tell whether the keyboard stands on this cell, or on its row where whole rows are chosen."""
        if not self._chooses.hasFocus():
            return False
        at = self._chooses.currentIndex()
        rows = self._chooses.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        return at.row() == index.row() and (rows or at.column() == index.column())

    def _note(self, painter: QPainter, room: QRect, note: str, *, selected: bool) -> int:
        theme = current()
        colours = theme.colours
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.on_selection if selected else colours.quiet))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        return room.right() - theme.metrics(Size.SMALL).horizontalAdvance(note) - theme.tight(Space.M)

    def _lines(
        self,
        painter: QPainter,
        room: QRect,
        lines: tuple[str, str],
        align: Qt.AlignmentFlag,
        *,
        selected: bool,
    ) -> None:
        theme = current()
        colours = theme.colours
        high = theme.metrics(Size.BODY, self._weight).height()
        text, detail = lines
        both = high + theme.metrics(Size.SMALL).height() if detail else high
        top = room.top() + (room.height() - both) // 2
        side = align & Qt.AlignmentFlag.AlignHorizontal_Mask
        first, second = self._fonts(theme)
        for words, font, measures, colour, shift, height in (
            (text, first, theme.metrics(Size.BODY, self._weight), colours.text, 0, high),
            (detail, second, theme.metrics(Size.SMALL), colours.quiet, high, both - high),
        ):
            if words:
                painter.setFont(font)
                painter.setPen(QColor(colours.on_selection if selected else colour))
                shown = measures.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
                line = QRect(room.left(), top + shift, room.width(), height)
                painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _ground(painter: QPainter, area: QRect, *, chosen: bool, selected: bool, first: bool) -> None:
    """Paint the ground: strong where the keyboard is, calm where a choice only stands beside its details."""
    colours = current().colours
    if selected:
        painter.fillRect(area, QColor(colours.selection))
    elif chosen:
        painter.fillRect(area, QColor(colours.sunken))
        if first:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(colours.accent))
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(colours.line))


def _ring(painter: QPainter, area: QRect, theme: Theme, index: Index, *, selected: bool) -> None:
    """Paint the part of the ring that falls in this cell: one ring goes around the whole row."""
    colours = theme.colours
    colour = colours.focus_on_selection if selected else colours.focus
    painter.setPen(QPen(QColor(colour), 2))
    box = area.adjusted(1, 1, -1, -2)
    first, last = index.column() == 0, index.column() == index.model().columnCount() - 1
    flat = area.adjusted(0, 1, 0, -2)
    left, right = (box if first else flat).left(), (box if last else flat).right()
    painter.drawLine(left, box.top(), right, box.top())
    painter.drawLine(left, box.bottom(), right, box.bottom())
    if first:
        painter.drawLine(box.left(), box.top(), box.left(), box.bottom())
    if last:
        painter.drawLine(box.right(), box.top(), box.right(), box.bottom())
