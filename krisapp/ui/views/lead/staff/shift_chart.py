"""The shift plan as a chart (passplanen): a line for each role, hours to the right, gaps marked by shape and colour."""

from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from krisapp.domain.incident import Incident
from krisapp.domain.leading.staff.shift_planning import reliefs
from krisapp.domain.leading.staff.shifts import Shifts
from krisapp.domain.leading.staff.staffing import Staffing, role_name
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space
from krisapp.ui.widgets.clock import at

BEFORE, AFTER = timedelta(hours=4), timedelta(hours=20)
"""How far back and ahead the chart reaches."""


EVERY = 4
"""How many hours lie between the lines."""


class Bar(NamedTuple):
    """A stretch of a line: at work, planned, or a gap nobody is planned for."""

    start: datetime
    end: datetime
    name: str
    kind: str


class Line(NamedTuple):
    """A role with its bars."""

    role: str
    bars: tuple[Bar, ...]


def lines(incident: Incident, now: datetime) -> list[Line]:
    """Return the roles somebody works in or is planned for, with what is known of the hours around now."""
    first, last = now - BEFORE, now + AFTER
    coming = {one.spell.id: one for one in reliefs(incident, now)}
    found: dict[str, list[Bar]] = {}
    for spell in sorted(incident.part(Staffing).spells.values(), key=lambda one: one.since):
        if spell.until is not None and spell.until <= first:
            continue
        relief = coming.get(spell.id)
        end = spell.until or (max(relief.due, now) if relief else now)
        bars = found.setdefault(spell.post, [])
        bars.append(Bar(max(spell.since, first), min(end, last), incident.name_of(spell.person), "work"))
        if relief is not None and relief.gap and end < last:
            bars.append(Bar(end, last, _("ingen"), "gap"))
    for shift in incident.part(Shifts).standing():
        if shift.end > now and shift.start < last:
            working = [
                bar
                for bar in found.get(shift.post, [])
                if bar.kind == "work" and bar.name == incident.name_of(shift.person)
            ]
            start = max(shift.start, max((bar.end for bar in working if bar.end > shift.start), default=shift.start))
            if start >= shift.end:
                continue
            bars = found.setdefault(shift.post, [])
            bars[:] = [_cut(bar, start) if bar.kind == "gap" else bar for bar in bars]
            bars.append(Bar(start, min(shift.end, last), incident.name_of(shift.person), "planned"))
    return [Line(role_name(incident, post), tuple(bars)) for post, bars in found.items()]


def _cut(bar: Bar, start: datetime) -> Bar:
    return bar._replace(end=max(min(bar.end, start), bar.start))


class ShiftChart(QWidget):
    """Paints the lines; the same in words for who does not see it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._now: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, shown: list[Line], now: datetime) -> None:
        """Show these roles around now."""
        higher = len(shown) != len(self._lines)
        self._lines, self._now = shown, now
        self.setAccessibleName(_("Passplan"))
        self.setAccessibleDescription(in_words(shown))
        if higher:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the hours and a line for each role."""
        theme = current()
        return QSize(theme.px(420), self._step() * len(self._lines) + theme.metrics(Size.SMALL).height() + Space.S)

    def minimumSizeHint(self) -> QSize:
        """Keep the height; the width may shrink."""
        return QSize(current().px(240), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint hours, lines, bars and the time that is now."""
        if self._now is None:
            return
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Size.SMALL))
        metrics = theme.metrics(Size.SMALL)
        left = max((metrics.horizontalAdvance(line.role) for line in self._lines), default=0) + theme.px(Space.S)
        left = min(left, self.width() // 3)
        top = metrics.height() + Space.XS
        self._hours(painter, left, top)
        for at_line, line in enumerate(self._lines):
            y = top + at_line * self._step()
            painter.setPen(QColor(theme.colours.text))
            words = metrics.elidedText(line.role, Qt.TextElideMode.ElideRight, left - Space.S)
            painter.drawText(QRectF(0, y, left, self._step()), Qt.AlignmentFlag.AlignVCenter, words)
            for bar in line.bars:
                self._bar(painter, bar, left, y)
        painter.setPen(QPen(QColor(theme.colours.danger), 2))
        x = self._x(self._now, left)
        painter.drawLine(int(x), top, int(x), self.height())
        painter.end()

    def _hours(self, painter: QPainter, left: int, top: int) -> None:
        assert self._now is not None
        theme = current()
        first = self._now - BEFORE
        hour = first.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        while hour < self._now + AFTER:
            if hour.hour % EVERY == 0:
                x = self._x(hour, left)
                painter.setPen(QColor(theme.colours.line))
                painter.drawLine(int(x), top, int(x), self.height())
                painter.setPen(QColor(theme.colours.quiet))
                if x + 20 < self.width():
                    painter.drawText(QRectF(x - 20, 0, 40, top), Qt.AlignmentFlag.AlignCenter, f"{hour:%H}")
            hour += timedelta(hours=1)

    def _bar(self, painter: QPainter, bar: Bar, left: int, y: int) -> None:
        theme = current()
        colours = theme.colours
        start, end = self._x(bar.start, left), self._x(bar.end, left)
        room = QRectF(start, y + 3, max(end - start, 2), self._step() - 6)
        pair = {"work": colours.good, "planned": colours.info, "gap": colours.alarm}[bar.kind]
        painter.setPen(QPen(QColor(pair.text), 1, Qt.PenStyle.DashLine if bar.kind == "gap" else Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(room, 3, 3)
        painter.setPen(QColor(pair.text))
        inside = room.adjusted(4, 0, -2, 0)
        words = theme.metrics(Size.SMALL).elidedText(bar.name, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, words)

    def _x(self, moment: datetime, left: int) -> float:
        assert self._now is not None
        share = (moment - (self._now - BEFORE)) / (BEFORE + AFTER)
        return left + (self.width() - left) * min(max(share, 0.0), 1.0)

    def _step(self) -> int:
        theme = current()
        return theme.metrics(Size.SMALL).height() + theme.tight(Space.S)


def in_words(shown: list[Line]) -> str:
    """Return the plan as sentences: role, and who from when to when."""
    return " ".join(
        _("{role}: {bars}.").format(
            role=line.role, bars=", ".join(f"{bar.name} {at(bar.start)}–{at(bar.end)}" for bar in line.bars)
        )
        for line in shown
    )
