"""The clocks of law (Lagens tider): the questions that start them, those that run, and what became of the rest."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from krisapp.domain.events import Event
from krisapp.domain.leading.law import legal_keeping
from krisapp.domain.leading.law.legal_clocks import Asked, Clock, ClockRule, Outcome, asked, clocks, running
from krisapp.domain.words import N_, _
from krisapp.store.law_clocks import law_clocks
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.lead.acting import UNDO, Acting, ActingList
from krisapp.ui.views.lead.law.legal_dialog import ClockDialog
from krisapp.ui.views.lead.law.legal_rows import asked_key, asked_row, clock_row
from krisapp.ui.views.lead.task.task_dialog import WhyDialog
from krisapp.ui.views.questions.listed import COLUMNS, Listed, row_key
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import RowsModel

if TYPE_CHECKING:
    from krisapp.ui.live import Live

YES, NO, DONE = "yes", "no", "done"
_KEYS: dict[int, str] = {Qt.Key.Key_J: YES, Qt.Key.Key_N: NO, Qt.Key.Key_Space: DONE}


class LegalPage(TabPage):
    """Answers the questions that start clocks, and says what became of each."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.acting = Acting(live, self)
        self.model = RowsModel[Listed](COLUMNS, row_key, self)
        self.list = ActingList(self.model, _KEYS, self)
        self._about = label("", self, "quiet", wrap=True)
        self._empty = Empty(self, "clock")
        self.buttons = {act: Button("", self._press, self) for act in (YES, DONE, NO)}
        self.start_button = Button("", self.start_clock, self, "primary", icon="plus")
        self.list.acted.connect(self._act)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._name_acts)
        self.command(N_("Starta lagens klocka"), "Ctrl+N;Ins", self.start_clock)
        row = Flow()
        for button in (*self.buttons.values(), self.start_button):
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.S)
        whole.addWidget(self._about)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._empty, 1)
        whole.addLayout(row)

    @property
    def question(self) -> Asked | None:
        """Return the chosen question."""
        return next((one for one in asked(self.live.incident, law_clocks()) if asked_key(one) == self._key), None)

    @property
    def clock(self) -> Clock | None:
        """Return the chosen clock."""
        return next((one for one in clocks(self.live.incident, law_clocks()) if one.key == self._key), None)

    def start(self) -> None:
        """Begin in the list."""
        (self.list if self.model.rows else self.start_button).setFocus()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        self.tick()
        self.list.stand_first()
        self._name_acts(None)

    def tick(self) -> None:
        """Let the times come nearer."""
        incident, plan, now, rules = self.live.incident, self.live.plan, self.live.now(), law_clocks()
        live = running(incident, rules, now)
        settled = [one for one in reversed(clocks(incident, rules)) if one not in live]
        rows = [
            *(asked_row(one, now) for one in asked(incident, rules)),
            *(clock_row(one, incident, plan, now) for one in (*live, *settled)),
        ]
        if tuple(rows) != self.model.rows:
            self.model.feed(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def retranslate(self) -> None:
        """Set every word."""
        self._about.setText(
            _("Klockorna går även när programmet är stängt. De står också på överlämningen och på Översikt.")
        )
        self.list.setAccessibleName(_("Lagens tider, det som brådskar först"))
        self._empty.say(
            _("Ingen tid i lagen löper"),
            _("Starta en klocka när kommunen får veta något som ska anmälas, till exempel läckta personuppgifter."),
        )
        self.start_button.say(_("Starta klocka …"))
        tooltip(self.start_button, "Ctrl+N")
        self._name_acts(None)
        self.model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a clock or a question by its key."""
        self.list.choose(key)
        self.list.setFocus()

    def start_clock(self) -> None:
        """Ask which clock, and since when."""
        groups: dict[str, list[ClockRule]] = {}
        for rule in law_clocks():
            if rule.begins in legal_keeping.BY_HAND:
                groups.setdefault(rule.question or rule.name, []).append(rule)
        self._ask_since(_("Starta lagens klocka"), list(groups.items()), self.live.now())

    @property
    def _key(self) -> str:
        row = self.list.current
        return row.id if isinstance(row, Listed) else ""

    def _ask_since(self, title: str, groups: Sequence[tuple[str, Sequence[ClockRule]]], since: datetime) -> None:
        dialog = ClockDialog(title, groups, since, self.live.now(), self._start_from, self)
        dialog.run()
        dialog.deleteLater()

    def _start_from(self, rules: Sequence[ClockRule], began: datetime, because: str) -> None:
        live = self.live
        happened = legal_keeping.start_clocks(live.incident, rules, began, live.now(), because)
        names = ", ".join(one.name for one in happened)
        self.acting.do(_("Klockan går: {names}").format(names=names), lambda: happened)

    def _name_acts(self, _row: object) -> None:
        open_now = self.live.has_incident
        question = self.question if open_now else None
        clock = self.clock if open_now else None
        settled = clock is not None and clock.outcome is not Outcome.RUNS and not clock.contested
        own = clock is not None and not clock.by_itself
        contested = clock is not None and clock.contested
        self.buttons[YES].say(_("Ja, starta klockan …"))
        self.buttons[NO].say(_("Nej …") if question else _("Gäller inte …"))
        self.buttons[DONE].say(_("Går igen …") if settled else _("Klar …"))
        for act, key, can in (
            (YES, "J", question is not None),
            (NO, "N", question is not None or (own and (not settled or contested))),
            (DONE, _("Mellanslag"), own),
        ):
            tooltip(self.buttons[act], key)
            self.buttons[act].setEnabled(can)
        self.buttons[YES].setVisible(question is not None)
        self.buttons[DONE].setVisible(question is None)

    def _press(self) -> None:
        pressed = self.sender()
        self._act(next((act for act, button in self.buttons.items() if button is pressed), ""), None)

    def _open(self, _row: object) -> None:
        self._act(YES if self.question else DONE, None)

    def _act(self, act: str, _row: object) -> None:
        if act == UNDO:
            self.acting.take_back()
        elif not self.buttons[act].isEnabled() or self.buttons[act].isHidden():
            return
        elif act == YES and self.question is not None:
            question = self.question
            self._ask_since(question.question, [(question.question, question.rules)], question.since)
        elif act == NO and self.question is not None:
            self._decline(self.question)
        elif self.clock is not None:
            settled = self.clock.outcome is not Outcome.RUNS and not self.clock.contested
            outcome = Outcome.NOT_APPLICABLE if act == NO else Outcome.RUNS if settled else Outcome.DONE
            self._settle(self.clock, outcome)

    def _decline(self, question: Asked) -> None:
        incident = self.live.incident

        def act(reason: str) -> None:
            happened = legal_keeping.decline(incident, question, reason)
            self.acting.do(
                _("Nej: {question}").format(question=question.question),
                lambda: [happened],
                lambda: [legal_keeping.ask_again(incident, question.trigger)],
            )

        self._ask_why(question.question, _("Varför inte?"), _("Nej"), act)

    def _settle(self, clock: Clock, outcome: Outcome) -> None:
        live = self.live
        title, question, confirm = {
            Outcome.DONE: (_("{name}: klar"), _("Vad gjordes? Nummer, mottagare"), _("Klar")),
            Outcome.NOT_APPLICABLE: (_("{name}: gäller inte"), _("Varför gäller det inte?"), _("Gäller inte")),
            Outcome.RUNS: (_("{name}: går igen"), _("Varför?"), _("Går igen")),
        }[outcome]

        def act(reason: str) -> None:
            happened = legal_keeping.settle(clock, outcome, live.now(), live.now(), reason)
            self.acting.do(title.format(name=clock.name), lambda: [happened], lambda: self._unsettle(clock))

        self._ask_why(title.format(name=clock.name), question, confirm, act)

    def _unsettle(self, before: Clock) -> Sequence[Event]:
        now = self.live.now()
        standing = next(one for one in clocks(self.live.incident, law_clocks()) if one.key == before.key)
        return [legal_keeping.settle(standing, before.outcome, before.settled or now, now, before.reason)]

    def _ask_why(self, title: str, question: str, confirm: str, act: Callable[[str], object]) -> None:
        dialog = WhyDialog(title, question, confirm, act, self)
        dialog.run()
        dialog.deleteLater()
