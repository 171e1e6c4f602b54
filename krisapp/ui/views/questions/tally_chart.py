"""How many ask, hour by hour (frågor per timme): a small chart, and the same in words for who does not see it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space
from krisapp.ui.widgets.plain import tooltip

Hours = Sequence[tuple[datetime, int]]


class TallyChart(QWidget):
    """A bar for each hour with its number above; the newest to the right. As many hours as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hours: Hours = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hours(self, hours: Hours) -> None:
        """Show these hours."""
        if list(hours) != list(self._hours):
            self._hours = hours
            words = hours_words(hours)
            self.setAccessibleName(words)
            tooltip(self, words)
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for a number, a bar and an hour."""
        theme = current()
        return QSize(theme.px(240), theme.metrics(Size.SMALL).height() * 2 + theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """Keep room for some hours."""
        return QSize(current().px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars on a thin line."""
        theme, painter = current(), QPainter(self)
        metrics = theme.metrics(Size.SMALL)
        painter.setFont(theme.font(Size.SMALL))
        slot = max(metrics.horizontalAdvance("00") + theme.tight(Space.M), theme.px(26))
        hours = list(self._hours)[-max(1, self.width() // slot) :]
        line = self.height() - metrics.height() - 3
        room = line - metrics.height() - 2
        most = max((count for _hour, count in hours), default=0) or 1
        for at, (hour, count) in enumerate(hours):
            left = at * slot
            high = max(2.0, room * count / most) if count else 0.0
            painter.fillRect(QRectF(left + 3, line - high, slot - 6, high), QColor(theme.colours.accent))
            painter.setPen(QColor(theme.colours.text))
            if count:
                over = QRectF(left, line - high - metrics.height(), slot, metrics.height())
                painter.drawText(over, Qt.AlignmentFlag.AlignCenter, str(count))
            painter.setPen(QColor(theme.colours.quiet))
            under = QRectF(left, line + 2, slot, metrics.height())
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, f"{hour:%H}")
        painter.fillRect(QRectF(0, line, slot * max(1, len(hours)), 1), QColor(theme.colours.border))
        painter.end()


def hours_words(hours: Hours) -> str:
    """Return the numbers in words: "Kl. 13: 4. Kl. 14: 9."; silent hours are left out."""
    told = [_("Kl. {hour}: {count}.").format(hour=f"{hour:%H}", count=count) for hour, count in hours if count]
    return " ".join(told) or _("Ingen har frågat ännu.")
