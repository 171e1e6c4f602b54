"""The numbers to dial (telefonnummer): large enough to read at arm's length at night, each with a copy button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import label, tooltip

MOST = 3
"""Numbers a contact has at most: mobile, telephone and Rakel."""


class NumberRows(QWidget):
    """Shows up to three numbers; the first, the one to try first, is the largest."""

    copied = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self._none = label("", self, "alarm", wrap=True)
        column.addWidget(self._none)
        self.rows = tuple(_NumberRow("hero" if number == 0 else "number", self) for number in range(MOST))
        for row in self.rows:
            row.copied.connect(self.copied)
            column.addWidget(row)

    def show_numbers(self, whose: str, numbers: Sequence[tuple[str, str]]) -> None:
        """Show a person's numbers, each with what it is."""
        self._none.setText(_("Inget telefonnummer. Lägg till ett, så att någon kan ringa."))
        self._none.setVisible(not numbers)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(numbers))
            if at < len(numbers):
                row.show_number(whose, *numbers[at])

    def copy_first(self) -> None:
        """Copy the number to try first, if there is one."""
        if not self.rows[0].isHidden():
            self.rows[0].copy()


class _NumberRow(QWidget):
    """One number: what it is, the number, and the button that copies it."""

    copied = Signal(str)

    def __init__(self, voice: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._what = label("", self, "caption")
        self.number = label("", self, voice, wrap=True)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = Button("", self.copy, self, icon="copy")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self.number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)

    def show_number(self, whose: str, what: str, number: str) -> None:
        """Show another number."""
        self._what.setText(what)
        self.number.setText(number)
        self.number.setAccessibleName(", ".join(dict.fromkeys((whose, what, number))))
        self.button.say(_("Kopiera"))
        self.button.setAccessibleName(_("Kopiera {number}").format(number=number))
        tooltip(self.button, _("Ctrl+C kopierar det första numret"))

    def copy(self) -> None:
        """Put the number on the clipboard."""
        QGuiApplication.clipboard().setText(self.number.text())
        self.copied.emit(self.number.text())
