"""The buttons (knappar): one primary in a place, the rest quiet, and red only for what cannot be taken back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from krisapp.ui.theme import icons
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import RADIUS, Space
from krisapp.ui.widgets.plain import literal

_FILLED = {"primary": "on_accent", "huge": "on_accent", "danger": "on_danger"}


class Button(QPushButton):
    """A button that does one thing when pressed, by mouse, Space or Enter.

    `kind` is quiet, primary, danger, bare (no frame) or huge (the one button of an empty screen).
    `slot` is a bound method, so that the connection ends with its owner.
    """

    def __init__(
        self,
        text: str,
        slot: Callable[[], object] | None,
        parent: QWidget,
        kind: str = "quiet",
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.say(text)
        if slot is not None:
            self.clicked.connect(slot)

    def say(self, text: str) -> None:
        """Set the text, letter for letter, and the spoken name."""
        self.setText(literal(text))
        self.setAccessibleName(text)
        # A drawing keeps its distance to the text only where there is one. Most buttons are not seen at the start.
        if self.isVisible():
            self._tint()

    def sizeHint(self) -> QSize:
        """Return the room for drawing and text."""
        self._tint()
        return super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter too, so that it never means another button than the one with the ring."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tint the drawing anew in another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ring inside a filled button: one on its edge would drown in the fill."""
        super().paintEvent(event)
        role = _FILLED.get(str(self.property("kind")))
        if role and self.hasFocus() and self.isEnabled():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(getattr(current().colours, role)), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), RADIUS - 2, RADIUS - 2)
            painter.end()

    def _tint(self) -> None:
        if self._icon:
            theme = current()
            role = _FILLED.get(str(self.property("kind")), "text")
            side = theme.px(18)
            colour = str(getattr(theme.colours, role))
            gap = theme.tight(Space.XS) if self.text() else 0
            self.setIcon(icons.before_text(self._icon, side, gap, colour, self.devicePixelRatioF()))
            self.setIconSize(QSize(side + gap, side))
