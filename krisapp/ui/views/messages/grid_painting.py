"""Painting the matrix: cells of two lines, and audiences with their number in the release order."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from krisapp.domain.plan_rows import Audience
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import RADIUS, Size, Space, Tone, Weight
from krisapp.ui.views.messages.cells import Cell
from krisapp.ui.views.messages.gaps import Gap
from krisapp.ui.views.messages.grid import LINE, order_note
from krisapp.ui.widgets.marks import Mark, Shape, paint_shape
from krisapp.ui.widgets.rows import MARK, ROW

Index = QModelIndex | QPersistentModelIndex

NARROWEST, WIDEST = 84, 92
"""Pixels of a column at text size 100 %: room for "inaktuellt", and what a channel's name may make of it."""
NUMBER = 22
"""Side of an audience's number in the order."""


def cell_size() -> QSize:
    """Return the room of one cell at the text size in force."""
    theme = current()
    lines = QFontMetrics(theme.font(Size.CAPTION)).height() * 2
    return QSize(theme.px(NARROWEST), lines + theme.tight(9))


class CellPainting(QStyledItemDelegate):
    """Paints the state by shape and word, how much it is needed, and beneath what it waits for.

    Two lines, so that all eight audiences stand on the smallest screen at once (rule P27).
    """

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the room of a cell."""
        return cell_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; where the matrix has none, nothing but a dot."""
        theme, area = current(), QRect(option.rect)
        cell, mark = index.data(ROW), index.data(MARK)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(area, QColor(theme.colours.selection))
        if isinstance(cell, Cell) and isinstance(mark, Mark):
            self._cell(painter, area, cell, mark, str(index.data(LINE)))
        elif isinstance(cell, Gap):
            painter.setPen(QColor(theme.colours.quiet))
            painter.setFont(theme.font(Size.CAPTION))
            _words(painter, area.adjusted(6, 0, -6, 0), cell.short)
        if selected:
            painter.setPen(QPen(QColor(theme.colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        if self._has_focus(option, index):
            colours = theme.colours
            painter.setPen(QPen(QColor(colours.focus_on_selection if selected else colours.focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        painter.restore()

    def _cell(self, painter: QPainter, area: QRect, cell: Cell, mark: Mark, line: str) -> None:
        theme = current()
        pair = theme.tone(mark.tone)
        box = QRectF(area).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(pair.line), 1))
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        small, strong = theme.font(Size.CAPTION), theme.font(Size.CAPTION, Weight.SEMIBOLD)
        high = QFontMetrics(small).height()
        room = QRect(area.left() + 6, area.top() + (area.height() - high * 2) // 2, area.width() - 12, high)
        painter.setPen(QColor(pair.text))
        side = QFontMetrics(small).ascent() - 1
        spot = QRectF(room.left(), room.center().y() - side / 2 + 1, side, side)
        paint_shape(painter, spot, mark.shape, QColor(pair.text))
        painter.setFont(strong)
        first = room.adjusted(side + 4, 0, 0, 0)
        words = _numbered(cell, mark.word, strong, first.width())
        _words(painter, first, words)
        left = first.width() - QFontMetrics(strong).horizontalAdvance(words)
        painter.setFont(small)
        self._aside(painter, room.adjusted(room.width() - left + 3, 0, 0, 0), cell, QColor(pair.text))
        painter.setFont(strong if cell.waits and cell.waits.hard else small)
        _words(painter, room.translated(0, high), line)

    def _aside(self, painter: QPainter, room: QRect, cell: Cell, colour: QColor) -> None:
        """Paint to the right a cross where findings stop, a triangle where they warn, or else how much it is needed.

        How many they are is said beneath and in the line of the chosen cell. A text that is out has room for neither.
        """
        metrics = QFontMetrics(painter.font())
        side = metrics.ascent() - 2
        if cell.found.stops or cell.found.warnings:
            shape = Shape.CROSS if cell.found.stops else Shape.TRIANGLE
            spot = QRectF(room.right() - side + 1, room.center().y() - side / 2 + 1, side, side)
            paint_shape(painter, spot, shape, colour)
        elif metrics.horizontalAdvance(cell.need) <= room.width():
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cell.need)

    def _has_focus(self, option: QStyleOptionViewItem, index: Index) -> bool:
        widget = option.widget
        return isinstance(widget, QAbstractItemView) and widget.hasFocus() and widget.currentIndex() == index


def _numbered(cell: Cell, word: str, font: QFont, room: int) -> str:
    """Return the state, with the number of a later version where there is room: "ute 2"."""
    words = _("{state} {number}").format(state=word, number=cell.number)
    return words if cell.number > 1 and QFontMetrics(font).horizontalAdvance(words) <= room else word


def _words(painter: QPainter, room: QRect, text: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class AudienceHead(QHeaderView):
    """Audiences with their number in the release order, tied together by a line: an order is shown as an order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Return the room of the longest name."""
        theme = current()
        model = self.model()
        shown = [model.headerData(row, Qt.Orientation.Vertical, ROW) for row in range(model.rowCount())]
        strong = QFontMetrics(theme.font(Size.SMALL, Weight.SEMIBOLD))
        quiet = QFontMetrics(theme.font(Size.CAPTION))
        wide = max(
            (
                max(strong.horizontalAdvance(one.short), quiet.horizontalAdvance(order_note(one)))
                for one in shown
                if isinstance(one, Audience)
            ),
            default=60,
        )
        return QSize(wide + theme.px(NUMBER) + theme.tight(Space.S) * 3, 100)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint one audience: the line of the order, its number, its name and what the policy says."""
        audience = self.model().headerData(logical, Qt.Orientation.Vertical, ROW)
        if not isinstance(audience, Audience):
            return
        theme = current()
        colours, side, pad = theme.colours, theme.px(NUMBER), theme.tight(Space.S)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(colours.sunken))
        middle = QPointF(rect.left() + pad + side / 2, rect.center().y() + 0.5)
        painter.setPen(QPen(QColor(colours.border), 2))
        top = middle.y() if logical == 0 else rect.top()
        bottom = middle.y() if logical == self.model().rowCount() - 1 else rect.bottom() + 1
        painter.drawLine(QPointF(middle.x(), top), QPointF(middle.x(), bottom))
        first = audience.rank == 1 or audience.id == "E1"
        pair = theme.tone(Tone.INFO if first else Tone.NEUTRAL)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(pair.ground))
        spot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        painter.drawEllipse(spot)
        painter.setPen(QColor(pair.text))
        painter.setFont(theme.font(Size.CAPTION, Weight.BOLD))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(audience.rank))
        self._name(painter, rect.adjusted(side + pad * 2, 0, -2, 0), audience)
        painter.restore()

    def _name(self, painter: QPainter, room: QRect, audience: Audience) -> None:
        theme = current()
        strong, quiet = theme.font(Size.SMALL, Weight.SEMIBOLD), theme.font(Size.CAPTION)
        high, low = QFontMetrics(strong).height(), QFontMetrics(quiet).height()
        top = room.center().y() - (high + low) // 2 + 1
        painter.setFont(strong)
        painter.setPen(QColor(theme.colours.text))
        _words(painter, QRect(room.left(), top, room.width(), high), audience.short)
        painter.setFont(quiet)
        painter.setPen(QColor(theme.colours.quiet))
        _words(painter, QRect(room.left(), top + high, room.width(), low), order_note(audience))
