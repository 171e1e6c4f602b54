"""A list whose rows are as high as their text (radbruten lista): nothing is cut, however narrow the list."""

import math
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space, Weight
from krisapp.ui.widgets.marks import Mark, mark_size
from krisapp.ui.widgets.row_heights import RowHeights
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.row_painting import RowPainting
from krisapp.ui.widgets.rows import DETAIL, MARK, NOTE, Index, RowsModel


class WrappedList(RowList):
    """A `RowList` that breaks its lines. A long one is laid out at once; what is not in sight is measured later."""

    def __init__(self, model: RowsModel[Any], name: str, parent: QWidget) -> None:
        super().__init__(model, name, parent)
        painting = WrappedPainting(self)
        self.heights = RowHeights(self, model, painting.height, painting.usual, painting.room)
        painting.heights = self.heights
        self.setItemDelegate(painting)
        self.heights.measured.connect(self._settle)
        self.verticalScrollBar().valueChanged.connect(self._come_in_sight)

    def doItemsLayout(self) -> None:
        """Lay out, with the rows in sight as high as they are."""
        if self.model() is None:  # Qt asks while the list is being made
            super().doItemsLayout()
            return
        self.heights.begin(self.verticalScrollBar().value(), self.viewport().height())
        super().doItemsLayout()
        # Rows that turn out lower let others come into sight, which are measured in turn.
        while self.heights.laying and self.heights.look_at(self._in_sight()):
            super().doItemsLayout()
        self.heights.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew in another width."""
        super().resizeEvent(event)
        if self.heights.laying:  # a scroll bar has come or gone, which changes no height
            return
        self.scheduleDelayedItemsLayout()
        # Rows above the chosen one may have grown.
        QTimer.singleShot(0, self._keep_in_sight)

    def _in_sight(self) -> range:
        first = self.indexAt(QPoint(1, 1))
        if not first.isValid():
            return range(0)
        last = self.indexAt(QPoint(1, self.viewport().height() - 1))
        return range(first.row(), (last.row() if last.isValid() else self.model().rowCount() - 1) + 1)

    def _come_in_sight(self) -> None:
        if not self.heights.laying and self.heights.look_at(self._in_sight()):
            self._settle()

    def _settle(self) -> None:
        """Lay out anew, so that the chosen row stays where it is, or the topmost where that is out of sight."""
        kept = self.currentIndex()
        if not self.visualRect(kept).intersects(self.viewport().rect()):
            kept = self.indexAt(QPoint(1, 1))
        before = self.visualRect(kept).top()
        self.doItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(kept).top() - before)

    def _keep_in_sight(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()


class WrappedPainting(RowPainting):
    """Paints a title and a quiet second line, both broken at words. `heights` keeps what was measured."""

    heights: RowHeights

    def __init__(self, view: RowList) -> None:
        super().__init__(view, strong=True)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the text needs in the width the list has; a row is as wide as the list."""
        return QSize(0, self.heights.of(index))

    def room(self) -> tuple[int, int]:
        """Return the width of a row and the text size in percent.

        Measured as with a scroll bar, so that one that comes or goes changes no height.
        """
        bar = self._view.verticalScrollBar().sizeHint().width()
        return self._view.width() - bar - 2 * self._view.frameWidth(), current().percent

    def usual(self) -> int:
        """Return the height of a row with one line of each."""
        theme = current()
        return theme.metrics(Size.BODY, self._weight).height() + theme.metrics(Size.SMALL).height() + _air()

    def height(self, index: Index) -> int:
        """Measure a row."""
        theme = current()
        room = self.room()[0] - 2 * theme.tight(Space.S)
        mark, note = index.data(MARK), str(index.data(NOTE) or "")
        size = mark_size(mark, theme) if isinstance(mark, Mark) else QSize(0, 0)
        if size.width():
            room -= size.width() + theme.tight(Space.M)
        if note:
            room -= theme.metrics(Size.SMALL).horizontalAdvance(note) + theme.tight(Space.M)
        first = _height(str(index.data() or ""), Size.BODY, self._weight, theme.percent, room)
        high = first + _height(str(index.data(DETAIL) or ""), Size.SMALL, Weight.REGULAR, theme.percent, room)
        return max(high, size.height()) + _air()

    def _lines(
        self,
        painter: QPainter,
        room: QRect,
        lines: tuple[str, str],
        _align: Qt.AlignmentFlag,
        *,
        selected: bool,
    ) -> None:
        theme = current()
        colours = theme.colours
        faces = self._fonts(theme)
        set_lines = [_set(words, font, room.width()) for words, font in zip(lines, faces, strict=True)]
        top = room.top() + (room.height() - sum(high for _layout, high in set_lines)) / 2
        for (layout, high), colour in zip(set_lines, (colours.text, colours.quiet), strict=True):
            painter.setPen(QColor(colours.on_selection if selected else colour))
            layout.draw(painter, QPointF(room.left(), top))
            top += high


def _air() -> int:
    return current().tight(Space.S) + current().tight(Space.XS) + 2


@lru_cache(maxsize=4096)
def _height(text: str, size: Size, weight: Weight, percent: int, width: int) -> int:
    """Return how high a text is in this width; a list asks many times for the same."""
    del percent  # part of the key: it decides the fonts of the theme in force
    theme = current()
    metrics = theme.metrics(size, weight)
    if not text or metrics.horizontalAdvance(text) <= width:
        return metrics.height() if text else 0
    return math.ceil(_set(text, theme.font(size, weight), width)[1])


def _set(text: str, font: QFont, width: int) -> tuple[QTextLayout, float]:
    """Break a text at words in this width, and return it with its height."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    high = 0.0
    while text and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, high))
        high += line.height()
    layout.endLayout()
    return layout, high
