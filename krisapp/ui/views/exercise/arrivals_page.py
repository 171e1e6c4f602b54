"""What reaches the team in a drill (Inkommande i övningen): calls, mail and notes, each taken in by one key."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.exercising.arrivals import Arrival, arrivals, roles, suggested, take
from krisapp.domain.exercising.conditions import has_happened
from krisapp.domain.exercising.drill import Drill
from krisapp.domain.exercising.scenario import VIA
from krisapp.domain.exercising.taking import MADE, InjectTaken, Made
from krisapp.domain.faults import Broken
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.trouble import Trouble
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.exercise.clock_words import minute_words
from krisapp.ui.views.exercise.conducting import conductor_of
from krisapp.ui.views.exercise.inject_card import InjectCard
from krisapp.ui.views.lead.acting import ActingList
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import ask
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes

KEYS = {
    int(Qt.Key.Key_L): Made.LOG.value,
    int(Qt.Key.Key_M): Made.ENQUIRY.value,
    int(Qt.Key.Key_R): Made.RUMOUR.value,
    int(Qt.Key.Key_I): Made.REPORT.value,
    int(Qt.Key.Key_Space): Made.SEEN.value,
}

_DONE = {
    Made.LOG: N_("Skrivet i loggen."),
    Made.ENQUIRY: N_("Mediefrågan står under Frågor."),
    Made.RUMOUR: N_("Ryktet står under Frågor."),
    Made.REPORT: N_("Rapporten står under Stab, Inkommande."),
    Made.SEEN: N_("Läst."),
}


def _title(row: Arrival) -> str:
    return row.inject.text


def _detail(row: Arrival) -> str:
    words = _("{via} från {sender} till {receiver}").format(
        via=_(VIA[row.inject.via]), sender=row.inject.from_, receiver=row.inject.to
    )
    return words if row.times == 1 else f"{words} · {_('{count} gånger').format(count=row.times)}"


def _note(row: Arrival) -> str:
    return minute_words(row.minute)


def _mark(row: Arrival) -> Mark:
    if row.taken is None:
        return Mark(_("ny"), Tone.WAIT, Shape.RING)
    return Mark(_(MADE[row.taken.made]), Tone.GOOD, Shape.CHECK)


def _key(row: Arrival) -> str:
    return row.inject.id


COLUMNS = (Column[Arrival](N_("Inkommande"), _title, mark=_mark, detail=_detail, note=_note),)


def _standing_words(live: Live) -> Iterator[str]:
    """Give how a quick drill goes, that its time is up, or that the machine stopped in the middle of it."""
    conductor = conductor_of(live)
    drill = conductor.drill
    scenario = drill.scenario if drill is not None else None
    if drill is None or scenario is None:
        return
    if conductor.resumed and not drill.running and drill.ended is None:
        yield _("Datorn stannade mitt i övningen. Klockan står där den var.")
        yield (
            _("Välj Kör vidare när du är redo.")
            if scenario.goals
            else _("Öppna övningsledarens fönster under Scenarier och kör vidare när ni är redo.")
        )
    for goal in scenario.goals:
        done = has_happened(live.incident, drill, goal.when)
        yield f"{'✓' if done else '○'} {goal.name}"
    total = len(scenario.goals)
    if drill.ended is not None:
        words = ngettext("Slut: {reached} av {total} mål.", "Slut: {reached} av {total} mål.", total)
        yield words.format(reached=len(drill.ended[0].reached), total=total) if total else _("Övningen är slut.")
    elif total and drill.minute(live.now()) >= scenario.minutes:
        yield _("Tiden är ute. Gör klart det du håller på med, och avsluta övningen.")


class ArrivalsPage(TabPage):
    """The list, the chosen one as the team would meet it, and a key for what to make of it."""

    def __init__(self, live: Live, view: TabbedView) -> None:
        super().__init__(live, view)
        self.model = RowsModel[Arrival](COLUMNS, _key, self)
        self.list = ActingList(self.model, KEYS, self)
        self.list.chosen.connect(self._show)
        self.list.acted.connect(self._act)
        self.list.opened.connect(self._take_suggested)
        self.role = Choice("", self)
        self.role.chose.connect(self._filter)
        self._role = label("", self, "quiet")
        self._role.setBuddy(self.role)
        self.card = InjectCard(self)
        self._empty = Empty(self, "phone")
        self._goals = label("", self, "quiet", wrap=True)
        self.end_button = Button("", self._end, self, icon="check")
        self.go_button = Button("", self._go_on, self, "primary", "clock")
        self.buttons = {made: Button("", self._press, self) for made in Made}
        self._lay_out()

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        row = Flow()
        for part in (self._role, self.role, self.go_button, self.end_button):
            row.addWidget(part)
        column.addLayout(row)
        column.addWidget(self._goals)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(Space.S)
        beside.addWidget(self.card, 1)
        acts = Flow()
        for button in self.buttons.values():
            acts.addWidget(button)
        beside.addLayout(acts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TwoPanes(left, right, self, narrow=820, stretch=(3, 3)), 1)

    @property
    def arrival(self) -> Arrival | None:
        """Return the chosen row."""
        row = self.list.current
        return row if isinstance(row, Arrival) else None

    def start(self) -> None:
        """Begin in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what has come; the chosen one stays chosen."""
        incident = self.live.incident
        self.role.fill([("", _("alla roller")), *((role, role) for role in roles(incident))], self.role.key)
        rows = arrivals(incident, self.role.key)
        self.list.feed(rows)
        self.list.setVisible(bool(rows))
        self.card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if conductor_of(self.live).drill is None:
            self._empty.say(
                _("Övningen har inget scenario"),
                _("Öva fritt. Vill ni ha inspel: stäng övningen och välj ett scenario under Övning."),
            )
        else:
            self._empty.say(
                _("Inget har kommit in än"), _("Arbeta som i ett skarpt läge. Samtal, mejl och annat dyker upp här.")
            )
        for button in self.buttons.values():
            button.setVisible(bool(rows))
        conductor = conductor_of(self.live)
        drill = conductor.drill
        goes_on = conductor.alone and drill is not None and drill.ended is None
        self.end_button.setVisible(goes_on)
        self.go_button.setVisible(goes_on and drill is not None and not drill.running)
        self._say_goals()
        self._show(self.arrival)

    def tick(self) -> None:
        """Let a quick drill say that its time is up."""
        if conductor_of(self.live).alone:
            self._say_goals()

    def _say_goals(self) -> None:
        words = "\n".join(_standing_words(self.live))
        self._goals.setText(words)
        self._goals.setVisible(bool(words))

    def retranslate(self) -> None:
        """Set every word."""
        self._role.setText(_("Visa för"))
        self.role.setAccessibleName(_("Visa för roll"))
        self.list.setAccessibleName(_("Det som har nått laget, nyast först"))
        self.end_button.say(_("Avsluta övningen"))
        self.go_button.say(_("Kör vidare"))
        self._name_buttons(self.arrival)
        self.model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to an inject by its id."""
        self.list.choose(key)
        self.start()

    def _filter(self) -> None:
        self.refresh()

    def _show(self, row: object) -> None:
        if isinstance(row, Arrival):
            self.card.show_inject(row.inject, self.live.plan, self._attached(row))
            self._name_buttons(row)

    def _attached(self, row: Arrival) -> bytes | None:
        hash = self.live.incident.part(Drill).attachments.get(row.inject.attachment)
        try:
            return self.live.desk.journal.blob(hash) if hash else None
        except (Broken, Trouble):  # what the check of the file tells of
            return None

    def _name_buttons(self, arrival: Arrival | None) -> None:
        """Say beside what Enter does which that is."""
        best = suggested(arrival.inject) if arrival else None
        for made, words, key in (
            (Made.LOG, _("Logga"), "L"),
            (Made.ENQUIRY, _("Mediefråga"), "M"),
            (Made.RUMOUR, _("Rykte"), "R"),
            (Made.REPORT, _("Rapport"), "I"),
            (Made.SEEN, _("Läst"), _("Mellanslag")),
        ):
            self.buttons[made].say(_("{words} (Enter)").format(words=words) if made is best else words)
            tooltip(self.buttons[made], key)

    def _press(self) -> None:
        sender = self.sender()
        for made, button in self.buttons.items():
            if button is sender and self.arrival is not None:
                self._make(self.arrival, made)

    def _act(self, act: str, row: object) -> None:
        if isinstance(row, Arrival) and act in set(Made):
            self._make(row, Made(act))

    def _take_suggested(self, row: object) -> None:
        if isinstance(row, Arrival):
            self._make(row, suggested(row.inject))

    def _make(self, arrival: Arrival, made: Made) -> None:
        if attempt(self, lambda: self._write(arrival, made)):
            told(self, _(_DONE[made]))

    def _write(self, arrival: Arrival, made: Made) -> None:
        desk, incident = self.live.desk, self.live.incident
        happened = take(incident, arrival, made, self.live.now())
        with desk.telling_once():
            entry = desk.do(happened)[0].id if happened is not None else ""
            desk.do(InjectTaken(arrival.inject.id, made, entry))

    def _end(self) -> None:
        sure = _("Klockan stannar och inget mer kommer in. Resultatet sparas i övningens journal.")
        if ask(self, _("Avsluta övningen?"), sure, _("Avsluta övningen")):
            conductor_of(self.live).end(self)

    def _go_on(self) -> None:
        conductor_of(self.live).pace(1, self)
