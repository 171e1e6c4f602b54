"""Several parts of which one is shown (en del i taget): those that are hidden ask for no room.

A `QStackedWidget` is as high as the highest of its pages, so that a low page would scroll for one that is not seen.
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class OnePart(QWidget):
    """Shows the part it was last told to; at first the one that was added first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None

    @property
    def shown(self) -> QWidget | None:
        """Return the part that is shown."""
        return self._shown

    def add(self, part: QWidget) -> None:
        """Add a part, hidden unless it is the first."""
        part.setVisible(self._shown is None)
        self._shown = self._shown or part
        self._column.addWidget(part)

    def show_part(self, part: QWidget) -> None:
        """Show one of the parts instead of the one that is shown."""
        if part is not self._shown:
            if self._shown is not None:
                self._shown.hide()
            self._shown = part
            part.show()
