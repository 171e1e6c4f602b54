"""Painting a cell that is only a mark (märke), small enough for a whole row of places on a small screen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import RADIUS, Size, Space, Weight
from krisapp.ui.widgets.marks import Mark, paint_shape
from krisapp.ui.widgets.rows import MARK

Index = QModelIndex | QPersistentModelIndex


def mark_room(mark: Mark) -> QSize:
    """Return the room of a small mark with the air around it."""
    theme = current()
    metrics = theme.metrics(Size.CAPTION, Weight.SEMIBOLD)
    wide = metrics.ascent() + metrics.horizontalAdvance(mark.word) + theme.tight(Space.S) * 2 + theme.tight(10)
    return QSize(wide, metrics.height() + theme.tight(Space.S) + 3)


class MarkPainting(QStyledItemDelegate):
    """Paints shape and word on the tone's ground, and the ring where the keyboard stands."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a cell."""
        mark = index.data(MARK)
        return mark_room(mark) if isinstance(mark, Mark) else QSize(0, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; where there is none, nothing."""
        mark = index.data(MARK)
        if not isinstance(mark, Mark):
            return
        theme, area = current(), QRect(option.rect)
        colours, pair = theme.colours, theme.tone(mark.tone)
        metrics = theme.metrics(Size.CAPTION, Weight.SEMIBOLD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._view.selectionModel().isSelected(index)
        if chosen:
            painter.fillRect(area, QColor(colours.selection))
        box = QRectF(area).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(pair.line), 1))
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        side, pad = metrics.ascent() - 1, theme.tight(Space.S)
        spot = QRectF(area.left() + pad, area.center().y() - side / 2 + 1, side, side)
        paint_shape(painter, spot, mark.shape, QColor(pair.text))
        painter.setPen(QColor(pair.text))
        painter.setFont(theme.font(Size.CAPTION, Weight.SEMIBOLD))
        words = area.adjusted(pad + side + theme.tight(5), 0, -4, 0)
        shown = metrics.elidedText(mark.word, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(QColor(colours.focus_on_selection if chosen else colours.focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.restore()
