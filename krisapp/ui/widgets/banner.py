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
from krisapp.ui.widgets.plain import label, tooltip

_SHAPES = {
    Tone.NEUTRAL: Shape.DASH,
    Tone.INFO: Shape.DIAMOND,
    Tone.GOOD: Shape.CHECK,
    Tone.WAIT: Shape.HALF,
    Tone.ALARM: Shape.TRIANGLE,
}


class Banner(QWidget):
    """Hidden until something is said; never takes the focus. With `closes` it can be taken away."""

    def __init__(self, parent: QWidget, *, closes: bool = True) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
        self._button: QWidget | None = None
        self._text = label("", self, wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = Button("", self.hide, self, "bare", icon="cross")
        self._close.setVisible(closes)
        self._name_close()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(Space.S)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence last said."""
        return self._text.text()

    def say(self, text: str, tone: Tone = Tone.ALARM, button: QWidget | None = None) -> None:
        """Show a sentence, with a button for the remedy if there is one."""
        self._tone = tone
        if self._button is not None:
            self._row.removeWidget(self._button)
            self._button.deleteLater()
        self._button = button
        if button is not None:
            self._row.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignTop)
            button.show()
        self._name_close()
        self._text.setText(text)
        self._dress()
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
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the shape of the tone."""
        theme, painter = current(), QPainter(self)
        pair, side = theme.tone(self._tone), theme.px(16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(pair.text))
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        spot = self._text.geometry().toRectF()
        spot.setRect(Space.M, spot.top() + (spot.height() - side) / 2, side, side)
        paint_shape(painter, spot, _SHAPES[self._tone], QColor(pair.text))
        painter.end()

    def _name_close(self) -> None:
        self._close.setAccessibleName(_("Ta bort meddelandet"))
        tooltip(self._close, _("Ta bort meddelandet"))

    def _dress(self) -> None:
        self._row.setContentsMargins(Space.M + current().px(16) + Space.S, Space.XS, Space.S, Space.XS)
        self._text.speak(self._tone.value)
        self.update()
