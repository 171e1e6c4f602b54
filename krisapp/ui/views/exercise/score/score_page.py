"""The page Resultat: eighteen measures, what each rests on, and evaluators' ratings beside them (row EX4)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.exercising.drill import Drill
from krisapp.domain.scoring.measures import MEASURES, tally
from krisapp.domain.words import N_, _
from krisapp.store.scenario_files import objectives
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.exercise.score.rate_dialog import RateDialog
from krisapp.ui.views.exercise.score.reading import Scored
from krisapp.ui.views.exercise.score.score_rows import (
    EVIDENCE_COLUMNS,
    MEASURE_COLUMNS,
    MOST_SHOWN,
    OBJECTIVE_COLUMNS,
    EvidenceRow,
    MeasureRow,
    ObjectiveRow,
    evidence_key,
    evidence_rows,
    measure_key,
    objective_key,
    objective_rows,
)
from krisapp.ui.views.exercise.score.scoring_job import Scoring
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.table import Table
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class ScorePage(TabPage):
    """To the left the measures; to the right the entries the chosen one rests on, and the objectives of a drill."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.scoring = Scoring(live, self)
        self.scored: Scored | None = None
        self._sum = label("", self, "strong", wrap=True)
        self.report_button = Button("", self.go_to_report, self, "primary", "document")
        self.replay_button = Button("", self.go_to_replay, self, icon="clock")
        self.model = RowsModel[MeasureRow](MEASURE_COLUMNS, measure_key, self)
        self.table = Table(self.model, "", self)
        self._right = QWidget(self)
        self._name, self._meaning = label("", self._right, "heading", wrap=True), label("", self._right, wrap=True)
        self.evidence_model = RowsModel[EvidenceRow](EVIDENCE_COLUMNS, evidence_key, self)
        self.evidence = WrappedList(self.evidence_model, "", self._right)
        self._none = label("", self._right, "quiet", wrap=True)
        self._goals_title = label("", self._right, "heading")
        self.goals_model = RowsModel[ObjectiveRow](OBJECTIVE_COLUMNS, objective_key, self)
        self.goals = WrappedList(self.goals_model, "", self._right)
        self._lay_out()
        self.scoring.scored.connect(self._take)
        self.scoring.failed.connect(self._sum.setText)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._enter)
        self.evidence.opened.connect(self._go)
        self.goals.opened.connect(self._rate)
        self.command(N_("Till rapporten"), "Ctrl+Return", self.go_to_report)
        self.command(N_("Sätt slutbetyg"), "F7", self.rate)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.table, 1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.S)
        right.addWidget(self._name)
        right.addWidget(self._meaning)
        right.addWidget(self._none)
        right.addWidget(self.evidence, 1)
        right.addWidget(self._goals_title)
        right.addWidget(self.goals, 1)
        self.goals.setMinimumHeight(current().px(120))
        head = QHBoxLayout()
        head.addWidget(self._sum, 1)
        head.addWidget(self.replay_button)
        head.addWidget(self.report_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.M, 0, 0)
        whole.setSpacing(Space.S)
        whole.addLayout(head)
        whole.addWidget(TwoPanes(left, self._right, self, narrow=860, stretch=(5, 3)), 1)

    def start(self) -> None:
        """Begin in the table."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Count anew, away from the window; what was counted stands until then."""
        if self.scored is not None and self.scored.account.incident.id != self.live.incident.id:
            self.scored = None
            self.model.feed([])
        if self.scored is None:
            self._sum.setText(_("Läser journalen …"))
        self.scoring.begin()
        self._show_goals()

    def retranslate(self) -> None:
        """Set every word."""
        self.table.setAccessibleName(_("Mått, med utfall och mål"))
        self.evidence.setAccessibleName(_("Poster som måttet vilar på. Enter går till posten i loggen."))
        self.goals.setAccessibleName(_("Övningsmål med betyg och observationer. Enter sätter slutbetyg."))
        self._goals_title.setText(_("Övningsmål"))
        self.replay_button.say(_("Spela upp"))
        self.report_button.say(_("Till rapporten"))
        self.model.retranslate()
        self.evidence_model.retranslate()
        self.goals_model.retranslate()
        if self.scored is not None and self.live.has_incident:
            self._say_sum(self.scored)
            self._show(self.table.current)

    def show_item(self, key: str) -> None:
        """Go to a measure."""
        self.table.choose(key)

    def go_to_replay(self) -> None:
        """Go to where the drill is played again, minute by minute."""
        self.live.shown.emit("exercise", "replay")

    def go_to_report(self) -> None:
        """Go to the report, under Efter."""
        self.live.shown.emit("after", "report")

    def rate(self) -> None:
        """Give the chosen objective its final rating."""
        self._rate(self.goals.current)

    def _take(self, scored: Scored) -> None:
        self.scored = scored
        self.model.feed([MeasureRow(one, scored.found[one.key]) for one in MEASURES])
        self._say_sum(scored)
        if self.table.current is None:
            self.table.choose(MEASURES[0].key)
        self._show(self.table.current)

    def _say_sum(self, scored: Scored) -> None:
        met, judged = tally(scored.found.values())
        self._sum.setText(_("{met} av {judged} mål som går att pröva är nådda.").format(met=met, judged=judged))

    def _show(self, row: object) -> None:
        if not isinstance(row, MeasureRow):
            return
        self._name.setText(_(row.measure.name))
        self._meaning.setText(f"{_(row.measure.meaning)} {row.found.more}".strip())
        rows = evidence_rows(self.live.incident, row.found)
        self.evidence_model.feed(rows)
        self.evidence.setVisible(bool(rows))
        more = len(row.found.evidence) > MOST_SHOWN
        self._none.setVisible(not rows or more)
        self._none.setText(
            _("De första {count} posterna visas. Resten står i loggen.").format(count=MOST_SHOWN)
            if more
            else _("Inga poster att visa: {words}.").format(words=row.found.words)
        )

    def _show_goals(self) -> None:
        drill = self.live.incident.part(Drill).scenario is not None
        self._goals_title.setVisible(drill)
        self.goals.setVisible(drill)
        if drill:
            self.goals_model.feed(objective_rows(self.live.incident, {one.id: one.name for one in objectives()}))

    def _enter(self, _row: object) -> None:
        if self.evidence_model.rows:
            self.evidence.choose(self.evidence_model.rows[0].entry)
            self.evidence.setFocus()

    def _go(self, row: object) -> None:
        if isinstance(row, EvidenceRow) and row.in_log:
            self.live.shown.emit("log", row.entry)
        elif isinstance(row, EvidenceRow):
            told(self, _("Inspelet står i övningsledningens lista, inte i loggen."))

    def _rate(self, row: object) -> None:
        if isinstance(row, ObjectiveRow) and row.id and row.reached is None:
            dialog = RateDialog(self.live, row, self)
            dialog.run()
            dialog.deleteLater()
