"""The text as it goes out (förhandsvisning), with the place of a finding marked and its measures beneath."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from krisapp.domain.checks import Finding, Severity
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.figures import Figure
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import reader

TONES = {Severity.STOP: Tone.ALARM, Severity.WARNING: Tone.WAIT, Severity.TIP: Tone.INFO}
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

    def mark(self, findings: tuple[Finding, ...]) -> None:
        """Colour the places of findings; the hardest on top."""
        order = (Severity.TIP, Severity.WARNING, Severity.STOP)
        marks = [self._selection(one) for one in sorted(findings, key=lambda one: order.index(one.severity))]
        self.page.setExtraSelections(marks)

    def jump(self, finding: Finding) -> None:
        """Go to a finding's place and select it."""
        self.page.setTextCursor(self._cursor(finding))
        self.page.ensureCursorVisible()

    def _selection(self, finding: Finding) -> QTextEdit.ExtraSelection:
        pair = current().tone(TONES[finding.severity])
        look = QTextCharFormat()
        look.setBackground(QColor(pair.ground))
        look.setForeground(QColor(pair.text))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(pair.text))
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = self._cursor(finding), look
        return selection

    def _cursor(self, finding: Finding) -> QTextCursor:
        text = self.text
        start, end = (_units(text, max(0, min(at, len(text)))) for at in finding.span)
        cursor = QTextCursor(self.page.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _units(text: str, at: int) -> int:
    """Return a place in characters as Qt counts it, in UTF-16 units."""
    return len(text[:at].encode("utf-16-le")) // 2
