"""A sentence across the page (meddelanderad): why something was refused, or what must be known now."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import RADIUS, Space, Tone
from krisapp.ui.widgets.announcing import announce
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.marks import Shape, paint_shape
from krisapp.ui.widgets.plain import Label, label, tooltip

_SHAPES = {
    Tone.NEUTRAL: Shape.DASH,
    Tone.INFO: Shape.DIAMOND,
    Tone.GOOD: Shape.CHECK,
    Tone.WAIT: Shape.HALF,
    Tone.ALARM: Shape.TRIANGLE,
}


class Banner(QWidget):
    """Hidden until something is said; never takes the focus. With `closes` it can be taken away.

    Its parts are made when it first speaks: every screen has one, and most never say anything.
    """

    def __init__(self, parent: QWidget, *, closes: bool = True) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
        self._closes = closes
        self._button: QWidget | None = None
        self._parts: tuple[Label, Button, QHBoxLayout] | None = None
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence last said."""
        return self._parts[0].text() if self._parts else ""

    def say(self, text: str, tone: Tone = Tone.ALARM, button: QWidget | None = None) -> None:
        """Show a sentence, with a button for the remedy if there is one."""
        self._tone = tone
        words, close, row = self._parts = self._parts or self._make()
        if self._button is not None:
            row.removeWidget(self._button)
            self._button.deleteLater()
        self._button = button
        if button is not None:
            row.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignTop)
            button.show()
        close.setAccessibleName(_("Ta bort meddelandet"))
        tooltip(close, _("Ta bort meddelandet"))
        words.setText(text)
        self._dress(words, row)
        self.setAccessibleName(text)
        self.show()
        announce(self)

    refuse = say

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for the shape in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._parts:
            words, _close, row = self._parts
            self._dress(words, row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the shape of the tone."""
        if self._parts is None:
            return
        theme, painter = current(), QPainter(self)
        pair, side = theme.tone(self._tone), theme.px(16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(pair.text))
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        spot = self._parts[0].geometry().toRectF()
        spot.setRect(Space.M, spot.top() + (spot.height() - side) / 2, side, side)
        paint_shape(painter, spot, _SHAPES[self._tone], QColor(pair.text))
        painter.end()

    def _make(self) -> tuple[Label, Button, QHBoxLayout]:
        """Make the text, the button that takes it away, and the row of both."""
        words = label("", self, wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = Button("", self.hide, self, "bare", icon="cross")
        close.setVisible(self._closes)
        row = QHBoxLayout(self)
        row.setSpacing(Space.S)
        row.addWidget(words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return words, close, row

    def _dress(self, words: Label, row: QHBoxLayout) -> None:
        row.setContentsMargins(Space.M + current().px(16) + Space.S, Space.XS, Space.S, Space.XS)
        words.speak(self._tone.value)
        self.update()
