"""Painting a row or a cell (radmålning): text, a quiet second line, a mark, and the focus ring."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from krisapp.ui.theme.theme import Theme, current
from krisapp.ui.theme.tokens import Size, Space, Weight
from krisapp.ui.widgets.marks import Mark, mark_size, paint_mark
from krisapp.ui.widgets.rows import DETAIL, MARK, NOTE

Index = QModelIndex | QPersistentModelIndex


class RowPainting(QStyledItemDelegate):
    """Paints cells. `strong` sets the first line in a heavier weight, for lists of things to do."""

    def __init__(self, parent: QAbstractItemView, *, strong: bool = False) -> None:
        super().__init__(parent)
        self._strong = strong

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of text, second line and mark."""
        theme = current()
        first, second = self._fonts(theme)
        detail, mark = str(index.data(DETAIL) or ""), index.data(MARK)
        text = str(index.data() or "")
        wide = QFontMetrics(first).horizontalAdvance(text)
        high = QFontMetrics(first).height()
        if detail:
            wide = max(wide, QFontMetrics(second).horizontalAdvance(detail))
            high += QFontMetrics(second).height()
        if isinstance(mark, Mark):
            room = mark_size(mark, theme)
            wide += room.width() + (theme.tight(Space.M) if text or detail else 0)
            high = max(high, room.height())
        pad = theme.tight(Space.M) * 2
        return QSize(wide + pad, high + theme.tight(Space.S) + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme, area = current(), QRect(option.rect)
        selected = is_chosen(option)
        painter.save()
        self._ground(painter, area, option, selected=selected, first=index.column() == 0)
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
        if _has_ring(option, index):
            _ring(painter, area, theme, index, selected=selected)
        painter.restore()

    def _fonts(self, theme: Theme) -> tuple[QFont, QFont]:
        weight = Weight.SEMIBOLD if self._strong else Weight.REGULAR
        return theme.font(Size.BODY, weight), theme.font(Size.SMALL)

    def _ground(
        self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, *, selected: bool, first: bool
    ) -> None:
        colours = current().colours
        if selected:
            painter.fillRect(area, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_Selected:
            # Chosen, but the keyboard is elsewhere: seen beside its details, and calm.
            painter.fillRect(area, QColor(colours.sunken))
            if first:
                painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.sunken))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(colours.line))

    def _note(self, painter: QPainter, room: QRect, note: str, *, selected: bool) -> int:
        theme = current()
        colours = theme.colours
        font = theme.font(Size.SMALL)
        painter.setFont(font)
        painter.setPen(QColor(colours.on_selection if selected else colours.quiet))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        return room.right() - QFontMetrics(font).horizontalAdvance(note) - theme.tight(Space.M)

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
        first, second = self._fonts(theme)
        high = QFontMetrics(first).height()
        text, detail = lines
        both = high + QFontMetrics(second).height() if detail else high
        top = room.top() + (room.height() - both) // 2
        side = align & Qt.AlignmentFlag.AlignHorizontal_Mask
        for words, font, colour, shift, height in (
            (text, first, colours.text, 0, high),
            (detail, second, colours.quiet, high, both - high),
        ):
            if words:
                painter.setFont(font)
                painter.setPen(QColor(colours.on_selection if selected else colour))
                shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
                line = QRect(room.left(), top + shift, room.width(), height)
                painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, shown)


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Tell whether a row is chosen in the list the keyboard is in; only there it gets the strong ground."""
    state = option.state
    return bool(state & QStyle.StateFlag.State_Selected) and option.widget.hasFocus()


def _has_ring(option: QStyleOptionViewItem, index: Index) -> bool:
    """Tell whether the keyboard stands on this cell."""
    widget: QWidget | None = option.widget
    if not isinstance(widget, QAbstractItemView) or not widget.hasFocus():
        return False
    at = widget.currentIndex()
    if widget.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows:
        return at.row() == index.row()
    return at.row() == index.row() and at.column() == index.column()


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
