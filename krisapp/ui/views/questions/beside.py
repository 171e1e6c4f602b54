"""The pane beside a list (svarsdel): it scrolls where the window is low, and is empty while nothing is chosen."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from krisapp.ui.widgets.page import scrolled


def beside(pane: QWidget, parent: QWidget) -> QScrollArea:
    """Return the pane in a part that scrolls, with its own ground kept."""
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(pane)
    column.addStretch(1)
    return scrolled(holder, parent)
