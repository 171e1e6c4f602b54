"""Painting what is to be done (radmålning): the next five large, and the lists with their steps in."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space, Weight
from krisapp.ui.views.todo_rows import Row
from krisapp.ui.widgets.marks import Mark, Shape, mark_size, paint_mark, paint_shape
from krisapp.ui.widgets.row_painting import RowPainting
from krisapp.ui.widgets.rows import DETAIL, MARK, ROW

Index = QModelIndex | QPersistentModelIndex
WRAP = Qt.TextFlag.TextWordWrap


class NextPainting(QStyledItemDelegate):
    """A box to tick, the whole text, the quiet words beneath, and the time left to the right.

    `size` and `weight` are those of the text, `step` how far in it stands, in pixels at text size 100 %.
    """

    def __init__(
        self, parent: QAbstractItemView, size: Size = Size.HEADING, weight: Weight = Weight.SEMIBOLD, step: int = 0
    ) -> None:
        super().__init__(parent)
        self._view = parent
        self._size, self._weight, self._step = size, weight, step

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room: the height follows how the text breaks at the width there is."""
        theme = current()
        room = QRect(0, 0, self._view.viewport().width(), 1000)
        text = self._text_room(room, index)
        high = self._text_height(text, str(index.data() or ""))
        return QSize(room.width(), high + QFontMetrics(theme.font(Size.SMALL)).height() + theme.tight(Space.M))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item."""
        theme, colours, area = current(), current().colours, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(area, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.sunken))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(colours.line))
        ink = QColor(colours.on_selection if chosen else colours.text)
        side = theme.px(20)
        left = area.left() + theme.px(self._step) + theme.tight(Space.S)
        box = QRectF(left, area.center().y() - side / 2, side, side)
        painter.setPen(QPen(QColor(colours.on_selection if chosen else colours.border), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        mark = index.data(MARK)
        if isinstance(mark, Mark) and mark.shape in (Shape.CHECK, Shape.DASH):
            inner = box.adjusted(side * 0.22, side * 0.22, -side * 0.22, -side * 0.22)
            paint_shape(painter, inner, mark.shape, ink)
        if isinstance(mark, Mark):
            paint_mark(painter, area.adjusted(0, 0, -theme.tight(Space.S), 0), mark, right=True)
        room = self._text_room(area, index)
        high = self._text_height(room, str(index.data() or ""))
        small = theme.font(Size.SMALL)
        below = QFontMetrics(small).height()
        room = QRect(room.left(), area.top() + (area.height() - high - below) // 2, room.width(), high)
        painter.setPen(ink)
        painter.setFont(self._font())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | WRAP, str(index.data() or ""))
        painter.setPen(ink if chosen else QColor(colours.quiet))
        painter.setFont(small)
        detail = QFontMetrics(small).elidedText(
            str(index.data(DETAIL) or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(QRect(room.left(), room.bottom() + 1, room.width(), below), 0, detail)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(QColor(colours.focus_on_selection if chosen else colours.focus), 2))
            painter.drawRect(QRectF(area).adjusted(1, 1, -1, -2))
        painter.restore()

    def _font(self) -> QFont:
        return current().font(self._size, self._weight)

    def _text_room(self, area: QRect, index: Index) -> QRect:
        """Return where the text stands: between the box and the mark."""
        theme = current()
        mark = index.data(MARK)
        right = mark_size(mark, theme).width() + theme.tight(Space.L) if isinstance(mark, Mark) else 0
        left = theme.px(self._step + 20) + theme.tight(Space.S) * 2 + theme.tight(Space.XS)
        return area.adjusted(left, 0, -right - theme.tight(Space.S), 0)

    def _text_height(self, room: QRect, text: str) -> int:
        metrics = QFontMetrics(self._font())
        wide = max(room.width(), 60)
        return metrics.boundingRect(QRect(0, 0, wide, 1000), Qt.AlignmentFlag.AlignLeft | WRAP, text).height()


class ListPainting(RowPainting):
    """Phases as headings, lists with an arrow, items a step in with a box."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._items = NextPainting(parent, Size.BODY, Weight.REGULAR, 18)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a row; a heading has a little more above it."""
        row = index.data(ROW)
        if isinstance(row, Row) and row.kind == "item":
            return self._items.sizeHint(option, index)
        size = super().sizeHint(option, index)
        if isinstance(row, Row) and row.kind == "phase":
            size.setHeight(QFontMetrics(current().font(Size.CAPTION)).height() + current().tight(Space.M))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        theme, area = current(), QRect(option.rect)
        if row.kind == "phase":
            painter.save()
            painter.setFont(theme.font(Size.CAPTION, Weight.SEMIBOLD))
            painter.setPen(QColor(theme.colours.quiet))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(area.adjusted(theme.tight(Space.S), 0, 0, -theme.tight(3)), flags, row.text)
            painter.restore()
            return
        if row.kind == "item":
            self._items.paint(painter, option, index)
            return
        inner = QStyleOptionViewItem(option)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        shift = theme.px(18)
        if chosen:
            painter.fillRect(area, QColor(theme.colours.selection))
        inner.rect = area.adjusted(shift, 0, 0, 0)
        super().paint(painter, inner, index)
        if row.kind in ("list", "idle"):
            colour = QColor(theme.colours.on_selection if chosen else theme.colours.quiet)
            side = theme.px(9)
            spot = QRectF(area.left() + theme.tight(Space.S), area.center().y() - side / 2, side, side)
            self._arrow(painter, spot, colour, down=row.open)

    def _arrow(self, painter: QPainter, spot: QRectF, colour: QColor, *, down: bool) -> None:
        painter.save()
        if not down:
            painter.translate(spot.center())
            painter.rotate(90)
            painter.translate(-spot.center())
        else:
            painter.translate(spot.center())
            painter.rotate(180)
            painter.translate(-spot.center())
        paint_shape(painter, spot, Shape.TRIANGLE, colour)
        painter.restore()
