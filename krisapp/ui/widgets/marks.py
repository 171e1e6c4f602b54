"""A state as word, shape and tone (märke), and painting it: in a chip, a row or a table cell.

Shapes are drawn, not letters: a screen reader does not read them and no font can lack them.
"""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

from krisapp.ui.theme.theme import Theme, current
from krisapp.ui.theme.tokens import RADIUS, Size, Space, Tone, Weight


class Shape(StrEnum):
    """The drawn sign of a state; each differs from the others also in black and white."""

    DOT = "dot"
    RING = "ring"
    HALF = "half"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    SQUARE = "square"
    DASH = "dash"
    CHECK = "check"
    CROSS = "cross"
    CLOCK = "clock"
    BARS = "bars"


class Mark(NamedTuple):
    """A state as it is shown: the word says it, shape and tone repeat it."""

    word: str
    tone: Tone
    shape: Shape


def mark_font(theme: Theme) -> QFont:
    """Return the face of the word in a mark."""
    return theme.font(Size.SMALL, Weight.SEMIBOLD)


def mark_size(mark: Mark, theme: Theme) -> QSize:
    """Return the room a mark needs, in pixels."""
    metrics = theme.metrics(Size.SMALL, Weight.SEMIBOLD)
    sign = metrics.ascent()
    wide = theme.tight(Space.S) * 2 + sign + theme.tight(6) + metrics.horizontalAdvance(mark.word)
    return QSize(wide + 2, metrics.height() + theme.tight(6))


def paint_mark(painter: QPainter, room: QRect, mark: Mark, *, right: bool = False) -> int:
    """Paint a mark within a room, centred in height, and return the width it took.

    A word that does not fit is cut with …; the caller sees to the tool tip.
    """
    theme = current()
    size = mark_size(mark, theme)
    width = min(size.width(), room.width())
    left = room.right() - width + 1 if right else room.left()
    box = QRectF(left, room.center().y() - size.height() / 2 + 1, width, size.height())
    box.adjust(0.5, 0.5, -0.5, -0.5)
    pair = theme.tone(mark.tone)
    metrics = theme.metrics(Size.SMALL, Weight.SEMIBOLD)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(pair.line), 1))
    painter.setBrush(QColor(pair.ground))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    sign = metrics.ascent()
    pad = theme.tight(Space.S)
    spot = QRectF(box.left() + pad, box.center().y() - sign / 2, sign, sign)
    paint_shape(painter, spot, mark.shape, QColor(pair.text))
    words = QRectF(spot.right() + theme.tight(6), box.top(), 0, box.height())
    words.setRight(box.right() - pad + 2)
    painter.setPen(QColor(pair.text))
    painter.setFont(mark_font(theme))
    shown = metrics.elidedText(mark.word, Qt.TextElideMode.ElideRight, round(words.width()) + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
    painter.restore()
    return width


def paint_shape(painter: QPainter, spot: QRectF, shape: Shape, colour: QColor) -> None:
    """Paint one shape in a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thick = max(1.5, spot.width() / 7)
    box = spot.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    pen = QPen(colour, thick)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWN[shape](painter, box, QBrush(colour))
    painter.restore()


def _dot(painter: QPainter, box: QRectF, brush: QBrush) -> None:
    painter.setBrush(brush)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _ring(painter: QPainter, box: QRectF, _brush: QBrush) -> None:
    painter.drawEllipse(box)


def _half(painter: QPainter, box: QRectF, brush: QBrush) -> None:
    painter.drawEllipse(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawPie(box, 90 * 16, 180 * 16)


def _polygon(painter: QPainter, box: QRectF, brush: QBrush, *points: tuple[float, float]) -> None:
    painter.setBrush(brush)
    at = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points]
    painter.drawPolygon(QPolygonF(at))


def _diamond(painter: QPainter, box: QRectF, brush: QBrush) -> None:
    _polygon(painter, box, brush, (0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))


def _triangle(painter: QPainter, box: QRectF, brush: QBrush) -> None:
    _polygon(painter, box, brush, (0.5, 0.05), (1, 0.92), (0, 0.92))


def _square(painter: QPainter, box: QRectF, brush: QBrush) -> None:
    painter.setBrush(brush)
    painter.drawRect(box.adjusted(1, 1, -1, -1))


def _line(painter: QPainter, box: QRectF, *points: tuple[float, float]) -> None:
    at = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points]
    painter.drawPolyline(QPolygonF(at))


def _dash(painter: QPainter, box: QRectF, _brush: QBrush) -> None:
    _line(painter, box, (0.1, 0.5), (0.9, 0.5))


def _check(painter: QPainter, box: QRectF, _brush: QBrush) -> None:
    _line(painter, box, (0.02, 0.55), (0.36, 0.9), (1, 0.14))


def _cross(painter: QPainter, box: QRectF, _brush: QBrush) -> None:
    _line(painter, box, (0.1, 0.1), (0.9, 0.9))
    _line(painter, box, (0.9, 0.1), (0.1, 0.9))


def _clock(painter: QPainter, box: QRectF, _brush: QBrush) -> None:
    painter.drawEllipse(box)
    _line(painter, box, (0.5, 0.2), (0.5, 0.52), (0.72, 0.66))


def _bars(painter: QPainter, box: QRectF, _brush: QBrush) -> None:
    _line(painter, box, (0.3, 0.1), (0.3, 0.9))
    _line(painter, box, (0.72, 0.1), (0.72, 0.9))


_DRAWN = {
    Shape.DOT: _dot,
    Shape.RING: _ring,
    Shape.HALF: _half,
    Shape.DIAMOND: _diamond,
    Shape.TRIANGLE: _triangle,
    Shape.SQUARE: _square,
    Shape.DASH: _dash,
    Shape.CHECK: _check,
    Shape.CROSS: _cross,
    Shape.CLOCK: _clock,
    Shape.BARS: _bars,
}
