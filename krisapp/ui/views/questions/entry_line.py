"""The line where something new is entered (inmatningsrad): Enter saves, and the focus is back at its beginning."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from krisapp.domain.plan_rows import Place
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice, tab_order
from krisapp.ui.widgets.plain import label


class EntryLine(QWidget):
    """One or two rows of controls. `act` saves what stands there and may refuse; then all that was typed stays."""

    def __init__(self, act: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._act = act
        self._first: QWidget = self
        self._lines: list[QLineEdit] = []
        self._fault = label("", self, "fault", wrap=True)
        self._fault.hide()
        self.save_button = Button("", self.save, self, "primary", icon="plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)

    def lay(self, rows: Sequence[Sequence[tuple[QWidget, int]]]) -> None:
        """Lay the controls in rows, each with its width in pixels at text size 100 %, 0 to take what is left."""
        for at, row in enumerate(rows):
            line = QHBoxLayout()
            line.setSpacing(Space.S)
            for part, width in row:
                line.addWidget(part, 0 if width else 1)
                if isinstance(part, QLineEdit):
                    self._lines.append(part)
                    part.returnPressed.connect(self.save)
                    if width:
                        part.setMinimumWidth(current().px(width))
                        part.setMaximumWidth(current().px(width) * 2)
            if at == len(rows) - 1:
                line.addWidget(self.save_button)
            self._column.addLayout(line)
        self._column.addWidget(self._fault)
        tab_order([*(part for row in rows for part, _width in row), self.save_button])
        self._first = self._lines[0]

    def begin(self) -> None:
        """Put the focus where one begins to type."""
        self._first.setFocus()

    def save(self) -> None:
        """Save and begin anew; refused or failed, all that was typed stays."""
        self._fault.hide()
        if attempt(self, self._act):
            for line in self._lines:
                line.clear()
            self.begin()

    def refuse(self, sentence: str) -> None:
        """Say beneath the line why it was not saved."""
        self._fault.setText(sentence)
        self._fault.show()
        self._lines[0].setAccessibleDescription(sentence)


def say_field(field: QLineEdit, name: str) -> None:
    """Give a field its spoken name, and show it while the field is empty."""
    field.setAccessibleName(name)
    field.setPlaceholderText(name)


def fill_places(choice: Choice, places: Sequence[Place]) -> None:
    """Offer the gazetteer's places, and none."""
    choice.setAccessibleName(_("Ort"))
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(11)
    choice.fill([("", _("Ort okänd")), *((place.name, place.name) for place in places if place.kind != "municipality")])


def read_due(text: str, now: datetime) -> datetime | None:
    """Return a time to come: "16.30" today, or tomorrow when that has passed; None for nothing. Raises `Refused`."""
    if not text.strip():
        return None
    due = read_time(text, now)
    return due + timedelta(days=1) if due <= now else due
