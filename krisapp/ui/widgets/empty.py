"""A place with nothing in it yet (tomt läge): it says what to do next, and offers it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.ui.theme import icons
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.plain import label


class Empty(QWidget):
    """A drawing, what is missing, and the next step."""

    def __init__(self, parent: QWidget, icon: str = "") -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = label("", self)
        self._title = label("", self, "heading", wrap=True)
        self._next = label("", self, "quiet", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.S)
        self._column.addStretch(1)
        for part in (self._picture, self._title, self._next):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(part)
        self._column.addStretch(2)
        self._draw()

    def say(self, title: str, next_step: str) -> None:
        """Set what is missing and what to do about it."""
        self._title.setText(title)
        self._next.setText(next_step)

    def offer(self, button: QWidget) -> None:
        """Put the button that does the next step beneath the words."""
        self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        self._picture.setVisible(bool(self._icon))
        if self._icon:
            theme = current()
            self._picture.setPixmap(
                icons.pixmap(self._icon, theme.px(40), theme.colours.quiet, self.devicePixelRatioF())
            )
