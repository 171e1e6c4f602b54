"""The numbers to dial (telefonnummer): large enough to read at arm's length at night, each with a copy button."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space, Weight
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import Label, label, tooltip

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
        self.rows = tuple(_NumberRow(min(number, 1), self) for number in range(MOST))
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

    def __init__(self, largest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._what = label("", self, "caption", wrap=True)
        self.number = _Number(largest, self)
        self.button = Button("", self.copy, self, icon="copy")
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.number, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._what)
        column.addLayout(row)

    def show_number(self, whose: str, what: str, number: str) -> None:
        """Show another number."""
        self._what.setText(what)
        self.number.setText(number)
        self.number.setAccessibleName(", ".join(dict.fromkeys((whose, what, number))))
        words = _("Kopiera {number}").format(number=number)
        self.button.setAccessibleName(words)
        tooltip(self.button, words)

    def copy(self) -> None:
        """Put the number on the clipboard."""
        QGuiApplication.clipboard().setText(self.number.text())
        self.copied.emit(self.number.text())


class _Number(Label):
    """A number in the largest of the program's sizes that it fits in: it is never broken and never cut."""

    _largest = 0

    def __init__(self, largest: int, parent: QWidget) -> None:
        super().__init__("", parent, _VOICES[largest][0])
        self._largest = largest
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        """Show another number."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the size that fits."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Do with the width of the smallest size, but keep the height of the one shown."""
        _voice, size, weight = _VOICES[-1]
        wide = QFontMetrics(current().font(size, weight)).horizontalAdvance(self.text())
        return QSize(wide, super().minimumSizeHint().height())

    def _fit(self) -> None:
        voice = _VOICES[-1][0]
        for name, size, weight in reversed(_VOICES[self._largest :]):
            if QFontMetrics(current().font(size, weight)).horizontalAdvance(self.text()) <= self.width():
                voice = name
        self.speak(voice)


_VOICES = (
    ("hero", Size.HERO, Weight.BOLD),
    ("number", Size.NUMBER, Weight.BOLD),
    ("title", Size.TITLE, Weight.BOLD),
    ("strong", Size.BODY, Weight.SEMIBOLD),
)
"""The voices of a number, largest first."""
