"""The marks of an exercise (övning): hatching and the word, so that it is never taken for reality."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Weight

_PROPERTY = "exercise"
EDGE = 8
"""How wide the hatched edge is at the sides, in pixels."""


def is_exercise(part: QWidget) -> bool:
    """Return whether the window a part belongs to, or the one that opened it, is an exercise."""
    window: QWidget | None = part.window()
    while window is not None:
        if window.property(_PROPERTY):
            return True
        opener = window.parentWidget()
        window = opener.window() if opener else None
    return False


def mark_exercise(window: QWidget, *, exercise: bool) -> None:
    """Mark a window as an exercise or not, with an icon of its own where windows are listed; its dialogs follow."""
    window.setProperty(_PROPERTY, exercise)
    if exercise or not window.windowIcon().isNull():
        window.setWindowIcon(exercise_icon() if exercise else QIcon())


class Strip(QWidget):
    """A hatched strip with the word ÖVNING, repeated so that any part of it says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Övning"))

    def sizeHint(self) -> QSize:
        """Return one line of the word."""
        theme = current()
        return QSize(200, QFontMetrics(theme.font(Size.SMALL, Weight.BOLD)).height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint hatching with the word at even distances."""
        theme, painter = current(), QPainter(self)
        font = theme.font(Size.SMALL, Weight.BOLD)
        word = _("ÖVNING")
        wide = QFontMetrics(font).horizontalAdvance(word) + theme.px(24)
        painter.fillRect(self.rect(), hatching())
        painter.setFont(font)
        count = max(1, self.width() // (wide * 2))
        for at in range(count):
            centre = round(self.width() * (at + 0.5) / count)
            spot = QRect(centre - wide // 2, 0, wide, self.height())
            painter.fillRect(spot, QColor(theme.colours.exercise))
            painter.setPen(QColor(theme.colours.on_exercise))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, word)
        painter.end()


class ExerciseFrame(QWidget):
    """The whole inside of the window: in an exercise with a hatched edge and the word above and below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._on = False
        self._top, self._bottom = Strip(self), Strip(self)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 0)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(0)
        column.addWidget(self._top)
        column.addLayout(self.inside, 1)
        column.addWidget(self._bottom)
        self.show_exercise(on=False)

    def show_exercise(self, *, on: bool) -> None:
        """Put the marks on or take them off."""
        self._on = on
        self._top.setVisible(on)
        self._bottom.setVisible(on)
        edge = EDGE if on else 0
        self.inside.setContentsMargins(edge, 0, edge, 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the edge."""
        if self._on:
            painter = QPainter(self)
            painter.fillRect(self.rect(), hatching())
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()


def exercise_icon() -> QIcon:
    """Return the icon of a window in an exercise: the first letter of the word on hatching."""
    theme, side = current(), 64
    picture = QPixmap(side, side)
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), hatching())
    inside = QRect(10, 10, side - 20, side - 20)
    painter.fillRect(inside, QColor(theme.colours.exercise))
    font = theme.font(Size.TITLE, Weight.BOLD)
    font.setPixelSize(36)
    painter.setFont(font)
    painter.setPen(QColor(theme.colours.on_exercise))
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, _("ÖVNING")[:1])
    painter.end()
    return QIcon(picture)


def hatching() -> QBrush:
    """Return the hatching of an exercise in the scheme in force."""
    colours, side = current().colours, 24
    tile = QPixmap(side, side)
    tile.fill(QColor(colours.exercise))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(QColor(colours.exercise_stripe))
    pen.setWidth(8)
    painter.setPen(pen)
    for shift in (-side, 0, side):
        painter.drawLine(shift - 4, side + 4, shift + side + 4, -4)
    painter.end()
    return QBrush(tile)
