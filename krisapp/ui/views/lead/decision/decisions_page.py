"""Decisions (Beslut): a line to enter one while people meet, the list, the whole sheet, level and board above."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.leading.decision import deciding
from krisapp.domain.leading.decision.decisions import Formulation
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.lead.decision.board_card import BoardCard
from krisapp.ui.views.lead.decision.deciders import decider_of_key, fill_deciders
from krisapp.ui.views.lead.decision.decision_acts import DecisionActs
from krisapp.ui.views.lead.decision.decision_pane import CHANGE, COPY, PAPER, REVOKE, TASK, TELL, DecisionPane
from krisapp.ui.views.lead.decision.decision_report import ReportLine
from krisapp.ui.views.lead.decision.decision_rows import decision_rows
from krisapp.ui.views.lead.decision.standing_line import StandingLine
from krisapp.ui.views.lead.moments import read_moment
from krisapp.ui.views.lead.seen_row import COLUMNS, SeenRow, row_key
from krisapp.ui.views.questions.beside import beside
from krisapp.ui.views.questions.entry_line import EntryLine, say_field
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, text_field
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class DecisionsPage(TabPage):
    """Enter, read, tell the employees, change and report."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.standing = StandingLine(live, self)
        self.entry = EntryLine(self._decide, self)
        self.text, self.carried, self.due, self.units = (text_field("", self.entry) for _number in range(4))
        self.decider = Choice("", self.entry)
        self.entry.lay((((self.text, 0),), ((self.decider, 0), (self.carried, 0), (self.due, 110), (self.units, 0))))
        self.model = RowsModel[SeenRow](COLUMNS, row_key, self)
        self.list = WrappedList(self.model, "", self)
        self._empty = Empty(self, "check")
        self.report = ReportLine(live, self)
        self.pane = DecisionPane(live, self)
        self.board = BoardCard(live, self)
        self.doing = DecisionActs(live, self)
        self._minute: datetime | None = None
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self.pane.asked.connect(self._act)
        self.standing.board_wanted.connect(self._show_board)
        self.doing.made.connect(self.choose)
        for name, key, slot in (
            (N_("Nytt beslut"), "Ctrl+N;Ins", self.start),
            (N_("Nytt beslut med alla uppgifter"), "Ctrl+Shift+Ins", self.doing.make),
            (N_("Till listan med beslut"), "Ctrl+Down", self.list.setFocus),
            (N_("Skriv in beslutet i texten till medarbetarna"), "F8", partial(self._act, TELL)),
            (N_("Gör beslutet till ett uppdrag"), "F7", partial(self._act, TASK)),
            (N_("Ändra beslutet"), "F4", partial(self._act, CHANGE)),
            (N_("Upphäv beslutet"), "Del", partial(self._act, REVOKE)),
            (N_("Kopiera beslutet"), "Ctrl+Shift+C", partial(self._act, COPY)),
            (N_("Skriv ut beslutsbladet"), "Ctrl+P", partial(self._act, PAPER)),
            (N_("Ändra nivå"), "Ctrl+Shift+N", self.standing.change_level),
            (N_("Krisledningsnämnden"), "Ctrl+Shift+K", self.standing.go_board),
        ):
            self.command(name, key, slot)

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        lefts, rights = QVBoxLayout(left), QVBoxLayout(right)
        for column in (lefts, rights):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.S)
        lefts.addWidget(self.list, 1)
        lefts.addWidget(self._empty, 1)
        lefts.addWidget(self.report)
        rights.addWidget(self.board)
        rights.addWidget(self.pane)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.S, 0, 0)
        whole.setSpacing(Space.M)
        whole.addWidget(self.standing)
        whole.addWidget(self.entry)
        whole.addWidget(TwoPanes(left, beside(right, self), self, narrow=760, stretch=(4, 5)), 1)

    def start(self) -> None:
        """Begin where a decision is written."""
        self.entry.begin()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        if not self.live.has_incident:
            return
        first = not self.decider.count()
        fill_deciders(self.decider, self.live.plan)
        self.decider.setMinimumContentsLength(28)  # role and name are read whole
        if first and self.decider.count() > 1:
            self.decider.setCurrentIndex(1)  # the chief executive decides most of it
        self.standing.refresh()
        self.report.refresh()
        self._feed()
        if self.model.rows and self.list.current is None:
            self.list.choose(self.model.rows[0].id)
        self._show(self.list.current)

    def tick(self) -> None:
        """Let times of review and end pass: no decision tells less than a minute."""
        if _minute(self.live.now()) != self._minute:
            self._feed()

    def _feed(self) -> None:
        now = self.live.now()
        self._minute = _minute(now)
        rows = decision_rows(self.live.incident, now)
        self.model.feed(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.standing.tick()
        self.board.tick()

    def retranslate(self) -> None:
        """Set every word."""
        say_field(self.text, _("Vad beslutas? Vem gör vad, var och när. Enter sparar"))
        say_field(self.carried, _("Utförs av"))
        say_field(self.due, _("Senast, 16.30"))
        say_field(self.units, _("Berörda verksamheter"))
        self.decider.setAccessibleName(_("Fattat av"))
        self.entry.save_button.say(_("Besluta"))
        self.list.setAccessibleName(_("Beslut, det senaste först"))
        self._empty.say(
            _("Inga beslut ännu"), _("Skriv beslutet i raden ovanför. Enter sparar och ger det ett nummer.")
        )
        for part in (self.standing, self.pane, self.board, self.report, self.model):
            part.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a decision by its id, or to the krisledningsnämnd ("board")."""
        if key == "board":
            self.standing.go_board()
        else:
            self.choose(key)

    def choose(self, id: str) -> None:
        """Go to a decision."""
        self.list.choose(id)
        self._show(self.list.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the line for the list by arrow down."""
        if event.key() == Qt.Key.Key_Down and self.text.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _decide(self) -> None:
        now = self.live.now()
        person, role = decider_of_key(self.decider.key)
        words = Formulation(
            self.text.text(),
            now,
            person,
            role,
            carried_out_by=self.carried.text().strip(),
            due=read_moment(self.due.text(), now),
            units=tuple(self.units.text().split(",")),
        )
        self.doing.decided(deciding.decide(self.live.incident, words, now))

    def _show(self, row: object) -> None:
        id = row.id if isinstance(row, SeenRow) else ""
        self.pane.show_decision(id)
        self.board.show_decision(id)

    def _open(self, _row: SeenRow) -> None:
        self.pane.begin()

    def _show_board(self, id: str) -> None:
        """Show the krisledningsnämnd and stand at the first thing it can do."""
        self.choose(id)
        self.board.take_button.setFocus()

    def _act(self, act: str) -> None:
        one = self.pane.decision
        if one is not None:
            self.doing.act(act, one)


def _minute(now: datetime) -> datetime:
    return now.replace(second=0, microsecond=0)
