"""Drawing a blank as a chip (fältbricka): its field's name and what it gives now, or how it is written."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import RADIUS, Size, Space, Tone, Weight
from krisapp.ui.views.messages.blank_values import Value
from krisapp.ui.views.messages.source_text import blank_of

WIDEST = 300
"""Pixels of the widest chip at text size 100 %; what it gives stands whole in the preview."""

NOTHING = "–"
"""What a blank shows that has nothing to say, so that its line is left out."""


class Chips(QPyTextObject):
    """Draws the chips of one text area. `value_of` tells what a blank is called and gives."""

    def __init__(self, area: QPlainTextEdit, value_of: Callable[[str], Value]) -> None:
        super().__init__(area)
        self._area, self._value_of = area, value_of

    def intrinsicSize(self, _document: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:
        """Return the room a chip takes in its line: above the line that letters stand on, and no more."""
        name, value = self._words(form)
        theme = current()
        strong, plain = theme.metrics(Size.SMALL, Weight.SEMIBOLD), theme.metrics(Size.SMALL)
        width = strong.horizontalAdvance(name) + plain.horizontalAdvance(value) + 2 * theme.px(Space.S)
        letters = theme.metrics(Size.BODY)
        # Over the line and as much again: what is drawn below the line lies in the room of the next.
        high = letters.ascent() + letters.descent() + theme.px(Space.HAIR)
        return QSizeF(min(width, self._widest) + theme.px(Space.HAIR), high)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        """Draw one chip."""
        theme, (name, value) = current(), self._words(form)
        chosen = self._area.textCursor()
        selected = chosen.selectionStart() <= position < chosen.selectionEnd()
        tone = theme.tone(Tone.INFO if value != NOTHING else Tone.NEUTRAL)
        below = theme.metrics(Size.BODY).descent()
        box = QRectF(rect).adjusted(1, below, -theme.px(Space.HAIR), below - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._area.palette()
        painter.setBrush(palette.highlight() if selected else QColor(tone.ground))
        painter.setPen(QPen(QColor(tone.line), 1, Qt.PenStyle.SolidLine if value != NOTHING else Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(RADIUS), theme.px(RADIUS))
        painter.setPen(palette.highlightedText().color() if selected else QColor(tone.text))
        room = box.adjusted(theme.px(Space.S) - 1, 0, 1 - theme.px(Space.S), 0)
        for words, weight in ((name, Weight.SEMIBOLD), (value, Weight.REGULAR)):
            metrics = QFontMetrics(theme.font(Size.SMALL, weight))
            painter.setFont(theme.font(Size.SMALL, weight))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
            room.setLeft(room.left() + metrics.horizontalAdvance(shown))
        painter.restore()

    @property
    def _widest(self) -> int:
        return min(current().px(WIDEST), max(self._area.viewport().width() - current().px(Space.L), 60))

    def _words(self, form: QTextFormat) -> tuple[str, str]:
        """Return the name and the value of a chip."""
        one = self._value_of(blank_of(form.toCharFormat()))
        value = one.value.strip().replace("\n", " · ")
        return f"{one.label}: ", value or NOTHING
