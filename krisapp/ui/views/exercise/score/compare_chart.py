"""Drills side by side (jämförelse): a bar for each, its number above, its verdict as a sign, and the goal as a line."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from krisapp.domain.scoring.measure import Unit, with_unit
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space
from krisapp.ui.widgets.marks import Mark, paint_shape


class Bar(NamedTuple):
    """One drill: its day, its number (None is drawn as an empty place) and its verdict."""

    label: str
    number: float | None
    words: str
    mark: Mark | None
    exercise: bool


class CompareChart(QWidget):
    """Bars from the oldest to the newest, as many as there is room for. Real incidents are hatched."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bars: Sequence[Bar] = ()
        self._goal: float | None = None
        self._unit = Unit.COUNT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, name: str, bars: Sequence[Bar], goal: float | None, unit: Unit) -> None:
        """Show these bars, and a line at the goal."""
        self._bars, self._goal, self._unit = bars, goal, unit
        told = ", ".join(f"{one.label} {one.words}{f' ({one.mark.word})' if one.mark else ''}" for one in bars)
        self.setAccessibleName(_("{name}: {bars}").format(name=name, bars=told or _("inget att visa")))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the bars and what is written around them."""
        theme = current()
        return QSize(theme.px(400), theme.px(220))

    def minimumSizeHint(self) -> QSize:
        """Keep room for two drills."""
        theme = current()
        return QSize(theme.px(220), theme.px(150))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = theme.metrics(Size.SMALL)
        painter.setFont(theme.font(Size.SMALL))
        high, sign = metrics.height(), theme.px(12)
        slot = max(metrics.horizontalAdvance("0000-00-00") + theme.px(Space.M), theme.px(84))
        bars = list(self._bars)[-max(1, self.width() // slot) :]
        line, top = self.height() - high * 2 - 4, high + sign + theme.px(8)
        most = max([one.number for one in bars if one.number is not None] + [self._goal or 0.0]) or 1.0
        scale = (line - top) / most
        for place, one in enumerate(bars):
            left, wide = place * slot + theme.px(12), slot - theme.px(24)
            tall = max(2.0, (one.number or 0.0) * scale)
            if one.number is not None:
                self._bar(painter, QRectF(left, line - tall, wide, tall), one)
            over = line - tall - high - 3 if one.number is not None else line - high - 3
            painter.setPen(QColor(theme.colours.text))
            number = self._number(one.number)
            painter.drawText(QRectF(left - theme.px(12), over, slot, high), Qt.AlignmentFlag.AlignCenter, number)
            spot = QRectF(left + wide / 2 - sign / 2, over - sign - 2, sign, sign)
            if one.mark is not None:
                paint_shape(painter, spot, one.mark.shape, QColor(theme.tone(one.mark.tone).text))
            painter.setPen(QColor(theme.colours.quiet))
            under = QRectF(place * slot, line + 4, slot, high)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, one.label)
            kind = _("övning") if one.exercise else _("skarpt")
            painter.drawText(under.translated(0, high), Qt.AlignmentFlag.AlignCenter, kind)
        painter.fillRect(QRectF(0, line, self.width(), 1), QColor(theme.colours.border))
        if self._goal is not None and bars:
            self._goal_line(painter, line - self._goal * scale, slot * len(bars))
        painter.end()

    def _bar(self, painter: QPainter, room: QRectF, one: Bar) -> None:
        colours = current().colours
        if one.exercise:
            painter.fillRect(room, QColor(colours.accent))
            return
        painter.fillRect(room, QColor(colours.surface))
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawRect(room.adjusted(1, 1, -1, -1))

    def _number(self, number: float | None) -> str:
        return "–" if number is None else with_unit(number, self._unit)

    def _goal_line(self, painter: QPainter, y: float, wide: int) -> None:
        theme = current()
        end = min(self.width(), max(wide, theme.px(160)))
        # A rim of the ground's colour, so that the line is seen across the bars too.
        for pen in (QPen(QColor(theme.colours.ground), 4), QPen(QColor(theme.colours.text), 2, Qt.PenStyle.DashLine)):
            painter.setPen(pen)
            painter.drawLine(0, round(y), end, round(y))
        words = _("mål {number}").format(number=self._number(self._goal))
        metrics = theme.metrics(Size.SMALL)
        left = min(self.width() - metrics.horizontalAdvance(words), end + 6)
        painter.drawText(
            QRectF(left, y - metrics.height() / 2, 200, metrics.height()), Qt.AlignmentFlag.AlignLeft, words
        )
