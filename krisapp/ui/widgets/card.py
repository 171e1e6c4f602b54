"""A card (kort): a surface with a title, something to the right of it, and a body."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.plain import label


class Card(QFrame):
    """A titled surface. `body` is the layout to fill."""

    def __init__(self, title: str, parent: QWidget, note: str = "") -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        self._row = QHBoxLayout()
        self._row.setSpacing(Space.S)
        self._title = label(title, self, "heading")
        self._note = label(note, self, "quiet")
        self._row.addWidget(self._title)
        self._row.addWidget(self._note)
        self._row.addStretch(1)
        column.addLayout(self._row)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        column.addLayout(self.body, 1)
        self.say(title, note)

    def say(self, title: str, note: str = "") -> None:
        """Set the title and the quiet words beside it."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def head(self, widget: QWidget) -> None:
        """Put a widget to the right of the title."""
        self._row.addWidget(widget)


def rule(parent: QWidget) -> QFrame:
    """Return a thin line between parts."""
    line = QFrame(parent)
    line.setProperty("ground", "rule")
    return line
