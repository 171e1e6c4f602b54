"""Which column of a file is what (kolumnval): matched by the headings, each with a choice and what stands in it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from krisapp.domain.contacts.contact_columns import FAULT, FIELDS, LEFT, match_columns, with_choice
from krisapp.domain.contacts.contact_import import ContactSource
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import Elided, label

_SHOWN = 3
"""Values of a column that are shown."""


class ColumnsPage(QWidget):
    """Shows each column with its first values and a choice of what it is."""

    def __init__(self, source: ContactSource, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = match_columns(source.headings)
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, Space.S, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for at, words in enumerate((_("Kolumn i filen"), _("Till exempel"), _("Läses in som"))):
            grid.addWidget(label(words, inside, "caption"), 0, at)
        self.choices: dict[int, Choice] = {}
        fields = [(LEFT, _("– läses inte in –")), *((field, _(word)) for field, word in FIELDS.items())]
        for at, heading in enumerate(source.headings):
            values = [row.cells[at].strip() for row in source.rows if at < len(row.cells) and row.cells[at].strip()]
            if heading == FAULT or not (values or heading.strip()):
                continue
            name = label(_(heading) or _("(utan rubrik)"), inside, "strong", wrap=True)
            choice = Choice(_("{column} läses in som").format(column=heading), inside)
            choice.fill(fields, self.columns[at])
            choice.chose.connect(partial(self._choose, at))
            name.setBuddy(choice)
            # A column may be a long text: what is shown is enough to know it by.
            example = Elided(" · ".join(value[:60] for value in values[:_SHOWN]) or _("(tom)"), inside, "quiet")
            for column, part in enumerate((name, example, choice)):
                grid.addWidget(part, len(self.choices) + 1, column, Qt.AlignmentFlag.AlignVCenter)
            self.choices[at] = choice
        grid.setRowStretch(len(self.choices) + 1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside, self), 1)
        self._left = label("", self, "quiet", wrap=True)
        whole.addWidget(self._left)
        self.setMinimumHeight(current().px(200))
        self._headings = source.headings
        self._show()

    def start(self) -> None:
        """Put the focus on the first choice."""
        first = next(iter(self.choices.values()), None)
        if first is not None:
            first.setFocus()

    def _choose(self, at: int, field: str) -> None:
        self.columns = with_choice(self.columns, at, field)
        for number, choice in self.choices.items():
            choice.choose(self.columns[number])
        self._show()

    def _show(self) -> None:
        left = [_(self._headings[at]) for at in self.choices if self.columns[at] == LEFT]
        words = _("Läses inte in: {columns}.").format(columns=", ".join(left)) if left else _("Alla kolumner läses in.")
        self._left.setText(words)
