"""A control with its caption to the left (ledtext): one part of a row that wraps, so that the two are never parted."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.plain import label


class Captioned(QWidget):
    """Where a label above, as `Field` has it, would take a line too many."""

    def __init__(self, control: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._control = control
        self._caption = label("", self, "strong")
        self._caption.setBuddy(control)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._caption)
        row.addWidget(control)

    def say(self, caption: str, name: str) -> None:
        """Set the caption, and the name by which a screen reader knows the control."""
        self._caption.setText(caption)
        self._control.setAccessibleName(name)
