"""What becomes of each row of a file with contacts (granskning): the rows, the chosen one, and what is done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.contacts.contact_import import Act, ContactSource, JudgedRow, Verdict
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.contacts.import_rows import (
    EVERY,
    ROW_COLUMNS,
    ShownRow,
    act_words,
    page,
    row_key,
    shown_rows,
    verdict_choices,
)
from krisapp.ui.views.plan.page.reading import Reading
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.table import Table
from krisapp.ui.widgets.two_panes import TwoPanes

_KEYS = {Act.ADD: N_("N"), Act.CHANGE: N_("Ä"), Act.LEAVE: N_("Delete")}
"""The key of each act, besides Space, which goes to the next one."""


class RowsPage(QWidget):
    """Lists the rows and shows the chosen one beside the plan. `moved` says that another thing is to be done."""

    moved = Signal()

    def __init__(self, source: ContactSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._headings = source.headings
        self.judged: list[JudgedRow] = []
        self.acts: dict[int, Act] = {}
        self.model = RowsModel[ShownRow](ROW_COLUMNS, row_key, self)
        left = QWidget(self)
        self.shown = Choice(_("Visa"), left)
        self.shown.chose.connect(self._feed)
        words = label(_("Visa"), left, "quiet")
        words.setBuddy(self.shown)
        self.table = Table(self.model, _("Rader i filen"), left)
        self.table.chosen.connect(self._show_row)
        self.table.opened.connect(self._turn)
        self.table.installEventFilter(self)
        card = Card("", self)
        self.page = Reading(card)
        self.page.setAccessibleName(_("Den valda raden"))
        acts = {Act.ADD: self.add, Act.CHANGE: self.change, Act.LEAVE: self.leave}
        self.buttons = {act: Button("", slot, card) for act, slot in acts.items()}
        for act, button in self.buttons.items():
            tooltip(button, _("{key}. Mellanslag byter.").format(key=_(_KEYS[act])))
        choices, tools = Flow(), Flow()
        for part in (words, self.shown):
            choices.addWidget(part)
        for button in self.buttons.values():
            tools.addWidget(button)
        card.body.addWidget(self.page, 1)
        card.body.addLayout(tools)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(choices)
        column.addWidget(self.table, 1)
        self._count = label("", self, "quiet", wrap=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.S)
        whole.addWidget(TwoPanes(left, card, self, narrow=620, stretch=(1, 1)), 1)
        whole.addWidget(self._count)

    @property
    def taken(self) -> int:
        """Return how many rows are taken in as it stands."""
        return sum(self._act(one) is not Act.LEAVE for one in self.judged)

    @property
    def staying(self) -> int:
        """Return how many rows stay outside and are not in the plan already."""
        return sum(self._act(one) is Act.LEAVE and one.verdict is not Verdict.SAME for one in self.judged)

    def show_rows(self, judged: Sequence[JudgedRow]) -> None:
        """Show rows; what was chosen for a row is kept where it can still be done."""
        self.judged = list(judged)
        allowed = {one.row.number: one.acts for one in judged}
        self.acts = {number: act for number, act in self.acts.items() if act in allowed.get(number, ())}
        self.shown.fill(verdict_choices(self.judged), EVERY)
        self._feed()
        if self.model.rows:
            # What needs a person is shown first.
            first = next((row for row in self.model.rows if row.judged.verdict is Verdict.DOUBLE), self.model.rows[0])
            self.table.choose(row_key(first))

    def add(self) -> None:
        """Take the chosen row in as a new contact."""
        self._do(Act.ADD)

    def change(self) -> None:
        """Let the chosen row change the contact that it is of."""
        self._do(Act.CHANGE)

    def leave(self) -> None:
        """Leave the chosen row."""
        self._do(Act.LEAVE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by one key what is done with the row."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            acts = {Qt.Key.Key_N: self.add, Qt.Key.Key_Adiaeresis: self.change, Qt.Key.Key_Delete: self.leave}
            if event.key() == Qt.Key.Key_Space:
                self._turn(self.table.current)
                return True
            if event.key() in acts:
                acts[Qt.Key(event.key())]()
                return True
        return super().eventFilter(watched, event)

    def _act(self, one: JudgedRow) -> Act:
        return self.acts.get(one.row.number, one.acts[0])

    def _turn(self, row: object) -> None:
        """Do the next thing that can be done with a row."""
        if isinstance(row, ShownRow):
            acts = row.judged.acts
            self._do(acts[(acts.index(row.act) + 1) % len(acts)])

    def _do(self, act: Act) -> None:
        row = self.table.current
        if isinstance(row, ShownRow) and act in row.judged.acts:
            self.acts[row.judged.row.number] = act
            self._feed()

    def _feed(self, _chosen: str = "") -> None:
        self.model.feed(shown_rows(self.judged, self.acts, self.shown.key or EVERY))
        if self.model.rows and self.table.current is None:
            self.table.choose(row_key(self.model.rows[0]))
        self._show_row(self.table.current)
        stay = self.staying
        words = ngettext(
            "{count} rad stannar utanför. Den sparas i en fil som kan rättas och läsas in igen.",
            "{count} rader stannar utanför. De sparas i en fil som kan rättas och läsas in igen.",
            stay,
        )
        self._count.setText(words.format(count=stay) if stay else _("Ingen rad stannar utanför."))
        self.moved.emit()

    def _show_row(self, row: object) -> None:
        self.page.show_blocks(page(row, self._headings) if isinstance(row, ShownRow) else ())
        for act, button in self.buttons.items():
            can = isinstance(row, ShownRow) and act in row.judged.acts and len(row.judged.acts) > 1
            button.setVisible(can)
            if can and isinstance(row, ShownRow):
                button.say(act_words(row.judged, act))
                button.setEnabled(act is not row.act)
