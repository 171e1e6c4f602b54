"""A list whose rows are as high as their text (radbruten lista): nothing is cut, however narrow the list."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space
from krisapp.ui.widgets.marks import Mark, mark_size
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.row_painting import RowPainting
from krisapp.ui.widgets.rows import DETAIL, MARK, NOTE, RowsModel

_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_FLAGS = int(_WRAP) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_NO_LIMIT = 10_000


class WrappedList(RowList):
    """A `RowList` that breaks its lines."""

    def __init__(self, model: RowsModel[Any], name: str, parent: QWidget) -> None:
        super().__init__(model, name, parent)
        self.setItemDelegate(WrappedPainting(self))

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()


class WrappedPainting(RowPainting):
    """Paints a title and a quiet second line, both broken at words."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view, strong=True)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that the text needs in the width the list has."""
        theme = current()
        first, second = self._fonts(theme)
        full = self._view.viewport().width()
        room = full - 2 * theme.tight(Space.S)
        mark, note = index.data(MARK), str(index.data(NOTE) or "")
        if isinstance(mark, Mark):
            room -= mark_size(mark, theme).width() + theme.tight(Space.M)
        if note:
            room -= QFontMetrics(theme.font(Size.SMALL)).horizontalAdvance(note) + theme.tight(Space.M)
        high = _height(str(index.data() or ""), first, room) + _height(str(index.data(DETAIL) or ""), second, room)
        if isinstance(mark, Mark):
            high = max(high, mark_size(mark, theme).height())
        return QSize(full, high + theme.tight(Space.S) + theme.tight(Space.XS) + 2)

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
        heights = [_height(words, font, room.width()) for words, font in zip(lines, faces, strict=True)]
        top = room.top() + (room.height() - sum(heights)) // 2
        for words, font, colour, high in zip(lines, faces, (colours.text, colours.quiet), heights, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(colours.on_selection if selected else colour))
            painter.drawText(QRect(room.left(), top, room.width(), high), _FLAGS, words)
            top += high


def _height(text: str, font: QFont, width: int) -> int:
    """Return how high a text is when it is broken at this width."""
    if not text:
        return 0
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), _NO_LIMIT), _FLAGS, text).height()
