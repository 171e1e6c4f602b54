"""Who to ring now (ringkortet): name, numbers, how long it has rung, what to say, and one key for each outcome."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.leading.alarm.alarm_chain import numbers
from krisapp.domain.leading.alarm.alarm_script import LADDER, script
from krisapp.domain.leading.alarm.calling import ANSWER_WITHIN, Outcome
from krisapp.domain.leading.alarm.calling_order import FILLED, Situation, Standing, State, Turn
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.lead.alarm.calling_rows import person_words, post_name, state_mark
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.announcing import announce
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.fields import Choice, tab_order, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live

USUAL_WAY = 30
"""Minutes until somebody is there when the plan does not say how far away they are."""


class CallingCard(Card):
    """Shows one post and one person. `rang`, `ended` and `arrived` are what the person at the console says."""

    rang = Signal()
    ended = Signal(str)
    arrived = Signal()

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__("", parent)
        self._live = live
        self.state: State | None = None
        self._chip = Chip(Mark("", Tone.NEUTRAL, Shape.RING), self)
        self.head(self._chip)
        self._fault = label("", self, "fault", wrap=True)
        self._fault.hide()
        self.person = Choice("", self)
        self._person = label("", self)
        self._person.setBuddy(self.person)
        self._numbers = label("", self, "title", wrap=True)
        self._numbers.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._told = label("", self, "strong", wrap=True)
        self._script = label("", self, wrap=True)
        self._ladder = label("", self, "quiet", wrap=True)
        self.eta = text_field("", self)
        self._eta = label("", self)
        self.ring = Button("", self.rang.emit, self, "primary", "phone")
        self.buttons = {
            Outcome.REACHED: Button("", self._reached, self),
            Outcome.ON_WAY: Button("", self._on_way, self),
            Outcome.NO_ANSWER: Button("", self._no_answer, self),
            Outcome.UNABLE: Button("", self._unable, self),
        }
        self.here = Button("", self.arrived.emit, self, icon="check")
        self.person.chose.connect(self._choose_person)
        self._lay_out()

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(Space.S)
        who.addWidget(self._person)
        who.addWidget(self.person, 1)
        self.eta.setFixedWidth(current().px(70))
        self._eta.setBuddy(self.eta)
        way = QWidget(self)
        row = QHBoxLayout(way)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for part in (self.buttons[Outcome.ON_WAY], self._eta, self.eta):
            row.addWidget(part)
        acts = Flow()
        others = (one for what, one in self.buttons.items() if what is not Outcome.ON_WAY)
        for act in (self.ring, *others, way, self.here):
            acts.addWidget(act)
        self.body.addWidget(self._fault)
        self.body.addLayout(who)
        self.body.addWidget(self._numbers)
        self.body.addWidget(self._told)
        self.body.addLayout(acts)
        self.body.addWidget(self._script)
        self.body.addWidget(self._ladder)
        tab_order((self.ring, *self.buttons.values(), self.eta, self.here, self.person))

    @property
    def who(self) -> str:
        """Return the person the card is about."""
        return self.person.key

    @property
    def asked(self) -> Turn | None:
        """Return the card's post and person as a turn."""
        if self.state is None or not self.who:
            return None
        situation = Situation(self._live.incident, self._live.now())
        return Turn(self.state.post, self.who, situation.failures(self.who) + 1, self._instead(situation))

    def arrival(self, now: datetime) -> datetime:
        """Return when the person says they are there: minutes from now, or a time. Raises `Refused` for neither."""
        typed = self.eta.text().strip().lower().removesuffix("min").strip()
        if typed.isascii() and typed.isdigit() and len(typed) <= 3:
            return now + timedelta(minutes=int(typed))
        if not typed:
            raise Refused(N_("Skriv om hur många minuter personen är framme, eller klockslaget."))
        at = read_time(typed, now)
        return at + timedelta(days=1) if at < now - timedelta(minutes=5) else max(at, now)

    def show_state(self, situation: Situation, state: State | None, person: str) -> None:
        """Show a post, with one of its people proposed."""
        changed = self.state is None or state is None or self.state.post.id != state.post.id
        if changed:
            self._fault.hide()
        self.state = state
        self.setVisible(state is not None)
        if state is None:
            return
        plan = self._live.plan
        self.say(post_name(plan, state))
        kept = person if changed or not self.who else self.who
        people = state.post.people
        self.person.fill([(one, person_words(situation, plan, state, one)) for one in people], kept)
        self._say_person(situation)
        self.tick(situation, state)

    def choose(self, person: str) -> None:
        """Turn to another person of the post."""
        self.person.choose(person)
        self._choose_person(person)

    def tick(self, situation: Situation, state: State) -> None:
        """Let the time run."""
        self.state = state
        mark = state_mark(state, situation.now)
        if mark != self._chip.mark:
            self._chip.show_mark(mark)
        words = self._what_now(situation, state)
        if words != self._told.text():
            self._told.setText(words)
        self._told.setVisible(bool(words))

    def refuse(self, sentence: str) -> None:
        """Say at the top why something was not done; all that was typed stays."""
        self._fault.setText(sentence)
        self._fault.show()
        announce(self._fault)

    def accept(self) -> None:
        """Take the refusal away."""
        self._fault.hide()

    def retranslate(self) -> None:
        """Set every word."""
        self._person.setText(_("Person"))
        self.person.setAccessibleName(_("Person att ringa"))
        self._eta.setText(_("framme om min"))
        self.eta.setAccessibleName(_("Framme om minuter, eller klockslag"))
        self._ladder.setText(_(LADDER))
        self.ring.say(_("Ring (R)"))
        for outcome, words in (
            (Outcome.REACHED, _("Nådd (N)")),
            (Outcome.ON_WAY, _("På väg (V)")),
            (Outcome.NO_ANSWER, _("Svarar inte (S)")),
            (Outcome.UNABLE, _("Kan inte (K)")),
        ):
            self.buttons[outcome].say(words)
        self.here.say(_("På plats (P)"))

    def _say_person(self, situation: Situation) -> None:
        known = self._live.plan.person(self.who)
        found = numbers(known)
        note = known.note if known and not found else ""
        self._numbers.setText("   ".join(found) or _("Inget nummer. {note}").format(note=note).strip())
        turn = self.asked
        said = script(self._live.incident, turn, self._live.person, situation.now) if turn else []
        self._script.setText("\n".join(f"– {line}" for line in said))
        self.here.setVisible(bool(self.state and self.state.post.role))
        self.eta.setText(str(known.minutes_away if known and known.minutes_away else USUAL_WAY))

    def _what_now(self, situation: Situation, state: State) -> str:
        name = situation.incident.name_of
        if state.standing is Standing.RINGING and state.time is not None:
            others = [one for one in state.rung if one != self._live.person]
            if others and len(state.rung) > 1:
                words = _("{other} ringer också {name}. Kom överens om vem som fortsätter.")
                return words.format(other=name(others[0]), name=name(state.person))
            left = ANSWER_WITHIN - (situation.now - state.time)
            words = _("Ringt i {span}. Nästa ersättare om {left}.")
            return words.format(span=span(situation.now - state.time), left=_clock(left))
        if state.standing in FILLED and state.person:
            return _("{name}: {state}.").format(name=name(state.person), state=state_mark(state, situation.now).word)
        other = self._instead(situation)
        if other and situation.failures(other):
            return _("{other} har inte svarat. Ring ersättaren.").format(other=name(other))
        if state.standing is Standing.UNANSWERED:
            return _("Alla är ringda. Ring igen, eller skicka bud.")
        due = situation.incident.sheet.alarm_at + timedelta(minutes=state.post.within)
        role = self._live.plan.role(state.post.caller)
        caller = role.name.partition(",")[0] if role else state.post.caller
        return _("Rings av {caller}, senast {time}.").format(caller=caller, time=when(due, situation.now))

    def _instead(self, situation: Situation) -> str:
        return situation.stands_in_for(self.state.post, self.who) if self.state is not None else ""

    def _choose_person(self, _person: str) -> None:
        situation = Situation(self._live.incident, self._live.now())
        self._say_person(situation)
        if self.state is not None:
            self.tick(situation, situation.state(self.state.post))

    def _reached(self) -> None:
        self.ended.emit(Outcome.REACHED.value)

    def _on_way(self) -> None:
        self.ended.emit(Outcome.ON_WAY.value)

    def _no_answer(self) -> None:
        self.ended.emit(Outcome.NO_ANSWER.value)

    def _unable(self) -> None:
        self.ended.emit(Outcome.UNABLE.value)


def _clock(left: timedelta) -> str:
    """Return minutes and seconds: "4.09"."""
    seconds = max(int(left.total_seconds()), 0)
    return f"{seconds // 60}.{seconds % 60:02}"
