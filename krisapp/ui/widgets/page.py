"""The skeleton of a view (sida): a title, tools to its right, and a body that may scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import Elided, label


class Page(QWidget):
    """Title row and body. `tools` takes what stands to the right of the title, `body` is the layout beneath."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        self.tools = Flow(first_wide=True)
        heading = QWidget(self)
        row = QHBoxLayout(heading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        self._title = label("", heading, "title")
        self._note = Elided("", heading, "quiet")
        row.addWidget(self._title)
        row.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        self.tools.addWidget(heading)
        column.addLayout(self.tools)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.M)
        column.addLayout(self.body, 1)

    def title(self, text: str, note: str = "") -> None:
        """Set the title and the quiet words after it."""
        self._title.setText(text)
        self._note.setText(note)


def scrolled(content: QWidget, parent: QWidget) -> QScrollArea:
    """Return a part that scrolls in height when the window is low or the text large."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("ground", "clear")
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area
