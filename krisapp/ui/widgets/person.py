"""A person in one line (person): initials, name and role."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space, Weight
from krisapp.ui.widgets.plain import Elided, label


class PersonChip(QWidget):
    """Initials in a ring, the name and, quietly, the role."""

    def __init__(self, name: str, parent: QWidget, role: str = "") -> None:
        super().__init__(parent)
        self._initials = _Initials(self)
        self._name = Elided("", self, "strong")
        self._role = label("", self, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._initials)
        row.addWidget(self._name, 1)
        row.addWidget(self._role)
        self.say(name, role)

    def say(self, name: str, role: str = "") -> None:
        """Show another person."""
        self._initials.show_of(name)
        self._name.setText(name)
        self._role.setText(role)
        self._role.setVisible(bool(role))


class _Initials(QWidget):
    """The first letters of the first and last name; an ornament that no one needs to hear."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_of(self, name: str) -> None:
        """Show the initials of a name."""
        self._letters = initials(name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the ring."""
        side = current().px(28)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring and the letters."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.colours.border))
        painter.setBrush(QColor(theme.colours.sunken))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(QColor(theme.colours.text))
        painter.setFont(theme.font(Size.CAPTION, Weight.SEMIBOLD))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
        painter.end()


def initials(name: str) -> str:
    """Return the first letters of the first and the last part of a name."""
    parts = name.split()
    return "".join(part[0].upper() for part in (parts[:1] + parts[1:][-1:]))
