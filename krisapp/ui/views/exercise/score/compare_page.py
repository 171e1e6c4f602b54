"""The page Jämför: how each drill and incident of the workplace went, one measure at a time (row EX4)."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from krisapp.domain.scoring.measure import Found, Measure, Unit, Verdict, with_unit
from krisapp.domain.scoring.measures import MEASURES, tally
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.exercise.score.compare_chart import Bar, CompareChart
from krisapp.ui.views.exercise.score.reading import Past
from krisapp.ui.views.exercise.score.score_rows import verdict_mark
from krisapp.ui.views.exercise.score.scoring_job import Folder
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, Field
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.table import Table

if TYPE_CHECKING:
    from krisapp.ui.live import Live

ALL = "all"
"""The key of the share of all goals, beside those of the measures."""


class PastRow(NamedTuple):
    """A drill or incident with the chosen measure."""

    id: str
    name: str
    day: str
    kind: str
    found: Found
    goals: str


class ComparePage(TabPage):
    """A measure is chosen; the chart shows it over the drills, and the table beneath says the same in numbers."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.folder = Folder(live, self)
        self.measure, self.which = Choice("", self), Choice("", self)
        self._measure, self._which = Field("", self.measure, self), Field("", self.which, self)
        self._about = label("", self, "quiet", wrap=True)
        self.stop_button = Button("", self.folder.stop, self, icon="cross")
        self.chart = CompareChart(self)
        self.model = RowsModel[PastRow](_COLUMNS, _key, self)
        self.table = Table(self.model, "", self)
        self._empty = Empty(self, "drill")
        self._lay_out()
        self.folder.read.connect(self._show)
        self.measure.chose.connect(self._show)
        self.which.chose.connect(self._show)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._measure, 2)
        row.addWidget(self._which, 1)
        row.addStretch(1)
        reading = QHBoxLayout()
        reading.addWidget(self._about, 1)
        reading.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addLayout(reading)
        column.addWidget(self.chart, 1)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)

    def start(self) -> None:
        """Begin with the measure."""
        self.measure.setFocus()

    def refresh(self) -> None:
        """Read the folder; what was read before is shown until then."""
        self.folder.begin()
        self._show()

    def tick(self) -> None:
        """Say how far the reading has come."""
        self._say_about()

    def retranslate(self) -> None:
        """Set every word."""
        self._measure.say(_("Mått"))
        self._which.say(_("Visa"))
        measures = [(ALL, _("Andel nådda mål")), *((one.key, _(one.name)) for one in MEASURES)]
        self.measure.fill(measures, self.measure.key or ALL)
        kinds = [("drills", _("Övningar")), ("real", _("Skarpa händelser")), ("", _("Båda"))]
        self.which.fill(kinds, self.which.key or "drills")
        self.stop_button.say(_("Avbryt"))
        self.table.setAccessibleName(_("Övningar och händelser, de senaste sist"))
        self._empty.say(
            _("Inget att jämföra än"), _("Här står varje övning när den är spelad. Välj ett scenario och börja.")
        )
        self.model.retranslate()
        self._show()

    @property
    def _chosen(self) -> Measure | None:
        """Return the chosen measure, or None for the share of all goals."""
        return next((one for one in MEASURES if one.key == self.measure.key), None)

    def _show(self, *_changed: object) -> None:
        past = [one for one in self.folder.past if _wanted(one, self.which.key)]
        key = self.measure.key or ALL
        rows = [_row(one, key) for one in past]
        self.model.feed(rows)
        bars = [
            Bar(
                f"{one.known.alarm_at:%Y-%m-%d}",
                row.found.number,
                row.found.words,
                mark_of(row.found.verdict),
                one.known.exercise,
            )
            for one, row in zip(past, rows, strict=True)
        ]
        chosen = self._chosen
        line, unit = (chosen.line, chosen.unit) if chosen else (None, Unit.PERCENT)
        self.chart.show_bars(self.measure.currentText(), bars, line, unit)
        busy = self.folder.progress is not None
        for part in (self.chart, self.table):
            part.setVisible(bool(rows))
        self._empty.setVisible(not rows and not busy)
        self._say_about()

    def _say_about(self) -> None:
        progress = self.folder.progress
        self.stop_button.setVisible(progress is not None)
        if progress is not None:
            self._about.setText(_("Läser {done} av {all} …").format(done=progress.done, all=progress.all))
            return
        chosen = self._chosen
        words = _("{meaning} Mål: {goal}.").format(meaning=_(chosen.meaning), goal=_(chosen.goal)) if chosen else ""
        self._about.setText(words or _("Andelen av de mål som gick att pröva som nåddes."))


def _wanted(one: Past, which: str) -> bool:
    return which == "" or one.known.exercise is (which == "drills")


def _row(one: Past, key: str) -> PastRow:
    met, judged = tally(one.found.values())
    goals = _("{met} av {judged}").format(met=met, judged=judged)
    percent = round(100 * met / judged) if judged else None
    said = with_unit(percent, Unit.PERCENT) if percent is not None else "–"
    share = Found(Verdict.SHOWN if judged else Verdict.NOTHING, percent, said)
    found = share if key == ALL else one.found[key]
    kind = one.scenario or (_("övning") if one.known.exercise else _("skarpt"))
    return PastRow(one.known.id, one.known.name, f"{one.known.alarm_at:%Y-%m-%d}", kind, found, goals)


def mark_of(verdict: Verdict) -> Mark | None:
    """Return a verdict as a mark; what has no goal has none."""
    return None if verdict is Verdict.SHOWN else verdict_mark(verdict)


def _key(row: PastRow) -> str:
    return row.id


_COLUMNS = (
    Column[PastRow](N_("Dag"), lambda row: row.day),
    Column[PastRow](N_("Namn"), lambda row: row.name, stretch=True),
    Column[PastRow](N_("Scenario"), lambda row: row.kind),
    Column[PastRow](N_("Utfall"), lambda row: row.found.words),
    Column[PastRow](N_("Läge"), lambda _row: "", mark=lambda row: mark_of(row.found.verdict)),
    Column[PastRow](N_("Nådda mål"), lambda row: row.goals),
)
