"""The text as it goes out (förhandsvisning), with the place of a finding marked and its measures beneath."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from krisapp.domain.checks import Finding
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.figures import Figure
from krisapp.ui.views.messages.findings import underline
from krisapp.ui.views.messages.source_text import units
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import reader

_SHAPES = {Tone.NEUTRAL: Shape.DASH, Tone.GOOD: Shape.CHECK, Tone.WAIT: Shape.TRIANGLE, Tone.ALARM: Shape.CROSS}
_MOST_FIGURES = 5


class Preview(QWidget):
    """Shows a finished text letter for letter. It cannot be edited: words are changed in the source."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = reader(name, self)
        self._chips = [Chip(Mark("", Tone.NEUTRAL, Shape.DASH), self) for _number in range(_MOST_FIGURES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.page, 1)
        row = Flow()
        for chip in self._chips:
            row.addWidget(chip)
            chip.hide()
        column.addLayout(row)

    @property
    def text(self) -> str:
        """Return the text that is shown."""
        return self.page.toPlainText()

    def show_text(self, text: str, figures: tuple[Figure, ...] = ()) -> None:
        """Show a text and its measures, keeping the place where one reads."""
        if text != self.text:
            place = self.page.verticalScrollBar().value()
            self.page.setPlainText(text)
            self.page.verticalScrollBar().setValue(place)
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(figures))
            if at < len(figures):
                figure = figures[at]
                chip.show_mark(Mark(figure.words, figure.tone, _SHAPES.get(figure.tone, Shape.DASH)))

    def mark(self, findings: Sequence[Finding]) -> None:
        """Mark the places of findings, the last on top."""
        self.page.setExtraSelections([self._selection(one) for one in findings])

    def jump(self, finding: Finding) -> None:
        """Go to a finding's place and select it."""
        self.page.setTextCursor(self._cursor(finding))
        self.page.ensureCursorVisible()

    def _selection(self, finding: Finding) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = self._cursor(finding), underline(finding.severity, ground=True)
        return selection

    def _cursor(self, finding: Finding) -> QTextCursor:
        text = self.text
        start, end = (units(text[: max(0, at)]) for at in finding.span)
        cursor = QTextCursor(self.page.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor
