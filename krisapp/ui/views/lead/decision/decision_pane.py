"""One decision in full (beslutsblad), and what is done with it: told to employees, given as a task, changed, kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from krisapp.domain.leading.decision.decision_words import rows, standing, title
from krisapp.domain.leading.decision.decisions import Decision, Decisions, Sort, State, owes_word
from krisapp.domain.words import _
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.lead.decision.decision_rows import decision_mark
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import Label, label

TELL, SPOKEN, TASK, CHANGE, REVOKE, COPY, PAPER = "tell", "spoken", "task", "change", "revoke", "copy", "paper"
"""What may be done with a decision."""


class DecisionPane(Card):
    """Shows one decision; `asked` brings what a person wants to do with it."""

    asked = Signal(str)

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__("", parent)
        self._live = live
        self._id = ""
        self._said: list[tuple[str, str]] = []
        self._chip = Chip(Mark("", Tone.NEUTRAL, Shape.CHECK), self)
        self.head(self._chip)
        self._standing = label("", self, "quiet", wrap=True)
        self._owed = label("", self, "strong", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        self._cells: list[tuple[Label, Label]] = []
        self.buttons = {
            TELL: Button("", self._tell, self, "primary", icon="people"),
            SPOKEN: Button("", self._spoken, self, icon="check"),
            TASK: Button("", self._task, self, icon="todo"),
            CHANGE: Button("", self._change, self, icon="pencil"),
            REVOKE: Button("", self._revoke, self, icon="strike"),
            COPY: Button("", self._copy, self, icon="copy"),
            PAPER: Button("", self._paper, self, icon="print"),
        }
        owing, acts = Flow(), Flow()
        for act, button in self.buttons.items():
            (owing if act in (TELL, SPOKEN) else acts).addWidget(button)
        self.body.addWidget(self._standing)
        self.body.addWidget(self._owed)
        self.body.addLayout(owing)
        self.body.addLayout(self._grid)
        self.body.addLayout(acts)

    @property
    def decision(self) -> Decision | None:
        """Return the decision that is shown."""
        if not self._live.has_incident:
            return None
        one = self._live.incident.part(Decisions).by_id.get(self._id)
        return one if one is not None and one.words is not None else None

    def show_decision(self, id: str) -> None:
        """Show a decision, or nothing."""
        self._id = id
        one = self.decision
        self.setVisible(one is not None)
        if one is None:
            return
        incident, now = self._live.incident, self._live.now()
        decisions = incident.part(Decisions)
        holds = decisions.state(one, now) is State.HOLDS
        self.say(title(incident, one))
        self._chip.show_mark(decision_mark(incident, one, now))
        words = standing(incident, one, now)
        if decisions.contested(one.id):
            words = _("Två beslut ändrar det, {words}. Upphäv det som inte ska gälla.").format(words=words)
        self._standing.setText(words)
        self._standing.setVisible(bool(decisions.after(one.id)))
        owed = holds and owes_word(one)
        self._owed.setText(
            _("{units} berörs. Skriv in beslutet i texten till medarbetarna.").format(units=", ".join(one.made.units))
        )
        for part in (self._owed, self.buttons[TELL], self.buttons[SPOKEN]):
            part.setVisible(owed)
        own_place = one.sort in (Sort.LEVEL, Sort.BOARD)
        for act in (CHANGE, REVOKE):
            self.buttons[act].setVisible(not own_place)
            self.buttons[act].setEnabled(not decisions.after(one.id))
        self.buttons[TASK].setEnabled(holds)
        self._lay(rows(incident, one, now))

    def begin(self) -> None:
        """Put the focus on the first thing that can be done with the decision."""
        next(button for button in self.buttons.values() if button.isVisible() and button.isEnabled()).setFocus()

    def retranslate(self) -> None:
        """Set every word."""
        names = {
            TELL: _("Till medarbetarna  (F8)"),
            SPOKEN: _("De vet redan"),
            TASK: _("Gör uppdrag"),
            CHANGE: _("Ändra …"),
            REVOKE: _("Upphäv …"),
            COPY: _("Kopiera"),
            PAPER: _("Skriv ut …"),
        }
        for act, name in names.items():
            self.buttons[act].say(name)
        self._said = []

    def _lay(self, said: list[tuple[str, str]]) -> None:
        """Show these rows; labels that are there are used again."""
        if said == self._said:
            return
        self._said = said
        while len(self._cells) < len(said):
            name, words = label("", self, "caption"), label("", self, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            at = len(self._cells)
            self._grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, at, 1)
            self._cells.append((name, words))
        for at, (name, words) in enumerate(self._cells):
            shown = at < len(said)
            name.setText(said[at][0] if shown else "")
            words.setText(said[at][1] if shown else "")
            words.setAccessibleName(f"{said[at][0]}: {said[at][1]}" if shown else "")
            for part in (name, words):
                part.setVisible(shown)

    def _tell(self) -> None:
        self.asked.emit(TELL)

    def _spoken(self) -> None:
        self.asked.emit(SPOKEN)

    def _task(self) -> None:
        self.asked.emit(TASK)

    def _change(self) -> None:
        self.asked.emit(CHANGE)

    def _revoke(self) -> None:
        self.asked.emit(REVOKE)

    def _copy(self) -> None:
        self.asked.emit(COPY)

    def _paper(self) -> None:
        self.asked.emit(PAPER)
