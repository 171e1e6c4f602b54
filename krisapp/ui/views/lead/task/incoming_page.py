"""Incoming reports (Inkommande): a line to take one in, the list, a key for each step, and the units that report."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from krisapp.domain.events import Event
from krisapp.domain.leading.task import receiving
from krisapp.domain.leading.task.incoming import MEANS_NAMES, Means, Report, Reports, Stage, in_order, units
from krisapp.domain.words import N_, _
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.lead.acting import UNDO, Acting, ActingList
from krisapp.ui.views.lead.task import incoming_acts as acts
from krisapp.ui.views.lead.task.incoming_rows import place_of, report_row
from krisapp.ui.views.lead.task.units_card import UnitsCard
from krisapp.ui.views.questions.entry_line import EntryLine, say_field
from krisapp.ui.views.questions.listed import COLUMNS, Listed, row_key
from krisapp.ui.views.reaching.alert_reading import CapReading
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, Tick, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class IncomingPage(TabPage):
    """Who takes reports in types them as they are told; who leads makes something of each with one key."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.acting = Acting(live, self)
        self._acts = acts.ReportActs(live, self.acting, self)
        self.entry = EntryLine(self._receive, self)
        self.unit, self.text, self.time, self.who = (text_field("", self.entry) for _number in range(4))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.unit.setCompleter(completer)
        self.means = Choice("", self.entry)
        self.means.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.means.setMinimumContentsLength(8)
        self.model = RowsModel[Listed](COLUMNS, row_key, self)
        self.list = ActingList(self.model, acts.KEYS, self)
        self.done = Tick("", self, self._filter)
        self.alerts = CapReading(live, self)
        self._empty = Empty(self, "log")
        self._make, self._step = label("", self, "quiet"), label("", self, "quiet")
        self.buttons = {act: Button("", self._press, self) for act in acts.KEYS.values()}
        self.units = UnitsCard(live, self.acting, self.report_from, self)
        self.list.acted.connect(self._act)
        self.list.chosen.connect(self._name_acts)
        self.list.opened.connect(self._follow)
        self.command(N_("Ny rapport"), "Ctrl+N;Ins", self.start)
        self._lay_out()

    def _lay_out(self) -> None:
        self.entry.lay(
            (
                ((self.unit, 190), (self.text, 0)),
                ((self.means, 1), (self.time, 70), (self.who, 0)),
            )
        )
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        for caption, names in (
            (self._make, (acts.FACT, acts.TASK, acts.DECISION, acts.RUMOUR, acts.QUESTION, acts.LOG)),
            (self._step, (acts.TRIAGE, acts.DONE, acts.BACK, acts.CHECK)),
        ):
            row = Flow()
            row.addWidget(caption)
            for name in names:
                row.addWidget(self.buttons[name])
            column.addLayout(row)
        row.addWidget(self.alerts.button)
        row.addWidget(self.done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.M)
        whole.addWidget(self.entry)
        whole.addWidget(TwoPanes(left, self.units, self, narrow=900, stretch=(3, 2)), 1)

    @property
    def report(self) -> Report | None:
        """Return the chosen report."""
        row = self.list.current
        return self.live.incident.part(Reports).by_id.get(row.id) if isinstance(row, Listed) else None

    def start(self) -> None:
        """Begin where the next report is typed."""
        self.entry.begin()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        names = [one.name for one in units(self.live.incident)]
        if names != self._names.stringList():
            self._names.setStringList(names)
        self.tick()
        self._name_acts(None)

    def tick(self) -> None:
        """Let the units grow silent."""
        incident, now = self.live.incident, self.live.now()
        shown = [
            report_row(one, incident, now)
            for one in in_order(incident)
            if self.done.isChecked() or one.stage is not Stage.DONE
        ]
        self.list.feed(shown)
        self.list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self.units.refresh()

    def retranslate(self) -> None:
        """Set every word."""
        say_field(self.unit, _("Verksamhet"))
        say_field(self.text, _("Vad rapporterar de? Enter sparar"))
        say_field(self.time, _("kl. nu"))
        self.time.setAccessibleName(_("När rapporten kom"))
        say_field(self.who, _("Vem rapporterar"))
        self.means.setAccessibleName(_("Hur rapporten kom"))
        self.means.fill((one.value, _(MEANS_NAMES[one]).capitalize()) for one in Means)
        self.entry.save_button.say(_("Ta emot"))
        self.list.setAccessibleName(_("Rapporter, de som väntar först"))
        self.done.say(_("Visa klara"))
        self._make.setText(_("Gör till"))
        self._step.setText(_("Ta vidare"))
        self._empty.say(
            _("Ingen rapport väntar"), _("Skriv verksamhet och vad de rapporterar i raden ovanför. Enter sparar.")
        )
        for act, words, key in (
            (acts.FACT, _("Uppgift"), "U"),
            (acts.TASK, _("Uppdrag …"), "G"),
            (acts.DECISION, _("Beslut"), "E"),
            (acts.RUMOUR, _("Rykte"), "R"),
            (acts.QUESTION, _("Fråga"), "F"),
            (acts.LOG, _("Bara logg"), "L"),
            (acts.TRIAGE, _("Bedöm"), "B"),
            (acts.DONE, _("Klar"), _("Mellanslag")),
            (acts.BACK, _("Tillbaka …"), "T"),
            (acts.CHECK, _("Kontrollera …"), "K"),
        ):
            self.buttons[act].say(words)
            tooltip(self.buttons[act], key)
        self.alerts.retranslate()
        self.units.retranslate()
        self.model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a report by its id, or with "units" to those that are silent."""
        if key == "units":
            self.units.list.setFocus()
            return
        report = self.live.incident.part(Reports).by_id.get(key)
        if report is not None and report.stage is Stage.DONE:
            self.done.setChecked(True)
        self.list.choose(key)
        self.list.setFocus()

    def report_from(self, unit: str) -> None:
        """Begin a report from a unit."""
        self.unit.setText(unit)
        self.text.setFocus()

    def _receive(self) -> None:
        live, now = self.live, self.live.now()
        happened: list[Event] = [
            receiving.receive_report(
                live.incident,
                self.unit.text(),
                self.text.text(),
                read_time(self.time.text(), now),
                now,
                means=Means(self.means.key),
                who=self.who.text(),
            )
        ]
        live.do(*happened)

    def _filter(self, *_what: object) -> None:
        self.tick()

    def _name_acts(self, _row: object) -> None:
        report = self.report if self.live.has_incident else None
        stage = report.stage if report else None
        contested = report is not None and report.moves.contested
        for button in self.buttons.values():
            button.setEnabled(report is not None)
        self.buttons[acts.TRIAGE].setEnabled(contested or stage is Stage.RECEIVED)
        self.buttons[acts.DONE].setEnabled(contested or stage not in (None, Stage.DONE))
        self.buttons[acts.BACK].setEnabled(stage not in (None, Stage.RECEIVED))
        self.buttons[acts.DECISION].setEnabled(contested or stage not in (None, Stage.DONE))

    def _follow(self, _row: object) -> None:
        """Show what the chosen report led to last; where nothing came of it yet there is nothing to show."""
        report = self.report
        if report is not None and report.led_to:
            self.live.shown.emit(*place_of(report.led_to[-1], self.live.incident))

    def _press(self) -> None:
        pressed = self.sender()
        self._act(next((act for act, button in self.buttons.items() if button is pressed), ""), None)

    def _act(self, act: str, _row: object) -> None:
        if act == UNDO:
            self.acting.take_back()
        elif self.report is not None and self.buttons[act].isEnabled():
            self._acts.do(act, self.report)
