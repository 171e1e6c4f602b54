"""The second window (väggfönstret): read only, painted in letters as large as the screen allows."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from krisapp.documents.wall_page import WallClock, kind_of, wall_clocks, wall_words
from krisapp.domain.wall import Noted, Wall
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone, Weight

_ROWS = 22
"""How many lines of ordinary text the height holds: then it is read from the other end of the room."""

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


class WallBoard(QWidget):
    """Shows a `Wall`. Esc and F12 close it, F11 fills the screen; `left` says that it has been closed."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setMinimumSize(640, 360)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.wall: Wall | None = None
        self._now: datetime | None = None

    def show_wall(self, wall: Wall | None, now: datetime) -> None:
        """Show this from now on."""
        self.wall, self._now = wall, now
        name = wall.name if wall else _("Ingen händelse pågår")
        self.setWindowTitle(_("Väggbild – {name}").format(name=name))
        self.setAccessibleName("\n".join(self.said()))
        self.update()

    def said(self) -> Iterator[str]:
        """Give everything on the wall as sentences, as a screen reader says it."""
        wall, now = self.wall, self._now
        if wall is None or now is None:
            yield _("Ingen händelse pågår")
            return
        yield f"{kind_of(wall)}. {wall.name}. {wall.level} {wall.level_name}."
        for clock in wall_clocks(wall, now):
            yield f"{clock.name}: {clock.words} {clock.note}"
        for title, rows in self._columns(wall):
            yield f"{title}: {'; '.join(rows)}"

    def _columns(self, wall: Wall) -> list[tuple[str, list[str]]]:
        words = wall_words()
        out = [
            f"{one.at:%H.%M}  {one.title}, nr {one.number}" + (f"  {words['wrong'].upper()}" if one.wrong else "")
            for one in wall.out
        ]
        return [
            (words["out"], out or [words["none_out"]]),
            (words["decisions"], _noted(wall.decisions, numbered=True) or [words["none_decided"]]),
            (words["lines"], _noted(wall.lines, numbered=False) or [words["none_written"]]),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, or fill the screen."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F12):
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the wall is empty."""
        super().closeEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint everything anew: it is little and seldom."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current().colours.ground))
        unit = min(self.height() / _ROWS, self.width() / 46)
        if self.wall is None or self._now is None:
            painter.setPen(QColor(current().colours.text))
            painter.setFont(_font(unit * 1.6, Weight.SEMIBOLD))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Ingen händelse pågår"))
        else:
            top = self._head(painter, unit, self.wall)
            top = self._clocks(painter, unit, top, wall_clocks(self.wall, self._now))
            self._lists(painter, unit, top, self._columns(self.wall))
        painter.end()

    def _head(self, painter: QPainter, unit: float, wall: Wall) -> float:
        """Paint what is under way, and return where it ends."""
        colours, height = current().colours, unit * 2.4
        ground, ink = (colours.exercise, colours.on_exercise) if wall.exercise else (colours.real, colours.on_real)
        painter.fillRect(QRectF(0, 0, self.width(), height), QColor(ground))
        painter.setPen(QColor(ink))
        painter.setFont(_font(unit * 1.25, Weight.BOLD))
        room = QRectF(unit, 0, self.width() - 2 * unit, height)
        level = f"{wall.level} {wall.level_name}"
        right = painter.fontMetrics().horizontalAdvance(level) + unit
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), level)
        left = f"{kind_of(wall)}   {wall.name}"
        left = QFontMetricsF(painter.font()).elidedText(left, Qt.TextElideMode.ElideRight, room.width() - right)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), left)
        return height

    def _clocks(self, painter: QPainter, unit: float, top: float, clocks: Sequence[WallClock]) -> float:
        colours, shown = current().colours, clocks[:4]
        width = (self.width() - 2 * unit) / len(shown)
        for at, clock in enumerate(shown):
            left = unit + at * width
            painter.setPen(QColor(colours.quiet))
            painter.setFont(_font(unit * 0.75, Weight.SEMIBOLD))
            painter.drawText(QRectF(left, top + unit * 0.5, width, unit), 0, clock.name)
            painter.setPen(QColor(current().tone(Tone.ALARM).text if clock.late else colours.text))
            size = unit * 1.9
            while size > unit and QFontMetricsF(_font(size, Weight.BOLD)).horizontalAdvance(clock.words) > width - unit:
                size *= 0.9
            painter.setFont(_font(size, Weight.BOLD))
            painter.drawText(QRectF(left, top + unit * 1.4, width, unit * 2.4), 0, clock.words)
            painter.setPen(QColor(colours.quiet))
            painter.setFont(_font(unit * 0.75, Weight.REGULAR))
            painter.drawText(QRectF(left, top + unit * 3.7, width, unit), 0, clock.note)
        return top + unit * 5.1

    def _lists(self, painter: QPainter, unit: float, top: float, columns: list[tuple[str, list[str]]]) -> None:
        (out, decisions, lines), half = columns, (self.width() - 3 * unit) / 2
        middle = self._list(painter, unit, QRectF(unit, top, half, (self.height() - top) * 0.6), *out)
        self._list(painter, unit, QRectF(unit, middle, half, self.height() - middle), *decisions)
        self._list(painter, unit, QRectF(2 * unit + half, top, half, self.height() - top), *lines)

    def _list(self, painter: QPainter, unit: float, room: QRectF, title: str, rows: list[str]) -> float:
        """Paint a list from above, as many rows as there is room for, and return where it ends."""
        colours = current().colours
        painter.setPen(QColor(colours.quiet))
        painter.setFont(_font(unit * 0.8, Weight.SEMIBOLD))
        painter.drawText(room, 0, title)
        top = room.top() + unit * 1.3
        painter.setFont(_font(unit * 0.92, Weight.REGULAR))
        metrics = QFontMetricsF(painter.font())
        for row in rows:
            height = metrics.boundingRect(QRectF(0, 0, room.width(), 10_000), _WRAP, row).height()
            lines = max(1, min(round(height / metrics.lineSpacing()), 3))
            if top + lines * metrics.lineSpacing() > room.bottom() - unit * 0.3:
                break
            painter.setPen(QColor(colours.border))
            painter.drawLine(QPointF(room.left(), top), QPointF(room.right(), top))
            painter.setPen(QColor(colours.text))
            text = metrics.elidedText(row, Qt.TextElideMode.ElideRight, room.width() * lines * 0.97)
            place = QRectF(room.left(), top + unit * 0.15, room.width(), lines * metrics.lineSpacing())
            painter.drawText(place, _WRAP, text)
            top += lines * metrics.lineSpacing() + unit * 0.35
        return top + unit * 0.4


def _noted(rows: Sequence[Noted], *, numbered: bool) -> list[str]:
    return [f"{one.at:%H.%M}  {f'{one.label}. ' if numbered else ''}{' '.join(one.text.split())}" for one in rows]


def _font(size: float, weight: Weight) -> QFont:
    font = current().font(weight=weight)
    font.setPixelSize(max(8, round(size)))
    return font
