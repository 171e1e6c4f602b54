"""Larm: the alarm chain run from the keyboard, one key for each outcome, the next one proposed at once (row AC3)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.events import Event
from krisapp.domain.leading.alarm import calling
from krisapp.domain.leading.alarm.calling import Outcome
from krisapp.domain.leading.alarm.calling_order import Situation, State
from krisapp.domain.leading.staff import manning
from krisapp.domain.leading.staff.endurance import rest_before, too_short
from krisapp.domain.words import N_, _
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.lead.alarm.alarm_questions_part import AlarmQuestionsPart
from krisapp.ui.views.lead.alarm.calling_card import CallingCard
from krisapp.ui.views.lead.alarm.calling_rows import COLUMNS, PostRow, post_key, post_rows, progress
from krisapp.ui.views.lead.alarm.gathering_line import GatheringLine
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.questions.beside import beside
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.domain.leading.alarm.calling import Call
    from krisapp.ui.live import Live
    from krisapp.ui.views.lead.alarm.calling_paper import ListPrinting


class CallingPage(TabPage):
    """The chain to the left, whom to ring now to the right, and where to gather on top."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self._summary = label("", self, "quiet", wrap=True)
        self.questions = AlarmQuestionsPart(live, self)
        self.gathering = GatheringLine(live, self)
        self.model = RowsModel[PostRow](COLUMNS, post_key, self)
        self.list = WrappedList(self.model, "", self)
        self.card = CallingCard(live, self)
        self.print_button = Button("", self.print_list, self, icon="print")
        self.paper_button = Button("", self.enter_paper, self, icon="document")
        self._empty = Empty(self, "phone")
        self._printing: ListPrinting | None = None
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self.questions.turned.connect(self._turned)
        self.card.rang.connect(self.ring)
        self.card.ended.connect(self.end)
        self.card.arrived.connect(self.arrive)
        where = self.list, self.card.ring
        self.command(N_("Ring"), "R", self.ring, *where)
        self.command(N_("Nådd"), "N", self._reached, *where)
        self.command(N_("På väg"), "V", self._on_way, *where)
        self.command(N_("Svarar inte"), "S", self._no_answer, *where)
        self.command(N_("Kan inte komma"), "K", self._unable, *where)
        self.command(N_("På plats, i tjänst"), "P", self.arrive, *where)
        self.command(N_("Till näst i tur"), "F8", self.go_next)
        self.command(N_("Nästa person i samma roll"), "Shift+F8", self.go_next_person)
        self.command(N_("De sju frågorna om larmet"), "F6", self.questions.turn)
        self.command(N_("Samling: plats och tid"), "F4", self.gathering.begin)
        self.command(N_("Skriv ut ringlistan"), "Ctrl+P", self.print_list)
        self.command(N_("Skriv in ringlista från papper"), "Ctrl+Shift+P", self.enter_paper)

    def _lay_out(self) -> None:
        left = QWidget(self)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.XS)
        inner.addWidget(self._summary)
        inner.addWidget(self.list, 1)
        self.questions.head.addWidget(self.print_button)
        self.questions.head.addWidget(self.paper_button)
        self._panes = TwoPanes(left, beside(self.card, self), self, narrow=760, stretch=(4, 5))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        for part, stretch in ((self.questions, 0), (self.gathering, 0), (self._panes, 1), (self._empty, 1)):
            column.addWidget(part, stretch)

    def start(self) -> None:
        """Begin with whom to ring next, in the list where each key is an act."""
        self.go_next()
        self.list.setFocus()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        situation = self._situation()
        self._feed(situation)
        self.questions.refresh()
        self.gathering.refresh()
        if self.model.rows and self.list.current is None:
            self.go_next()
        else:
            self._show(self.list.current)

    def tick(self) -> None:
        """Let time pass: who has not answered in five minutes gives way to the next."""
        situation = self._situation()
        gone = self._unanswered(situation)
        if gone:
            self._give_way(gone)
            return
        self._feed(situation)
        if self.card.state is not None:
            self.card.tick(situation, situation.state(self.card.state.post))

    def retranslate(self) -> None:
        """Set every word."""
        self.list.setAccessibleName(_("Alla som ska larmas, i ordning"))
        self.print_button.say(_("Skriv ut …"))
        self.paper_button.say(_("Från papper …"))
        self._empty.say(
            _("Ingen ska larmas på den här nivån"),
            _("Höj nivån på Översikt, eller lägg in roller och personer under Plan."),
        )
        self.questions.retranslate()
        self.gathering.retranslate()
        self.card.retranslate()
        self.model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a post."""
        self.list.choose(key)
        self.list.setFocus()

    def ring(self) -> None:
        """Say that the person is being rung now; the five minutes begin."""
        turn = self.card.asked
        if turn is None:
            return
        live = self.live

        def act() -> None:
            begun = calling.begin(live.incident, turn.post.id, turn.person, live.now(), turn.instead_of)
            (stamp,) = live.desk.do(begun)
            self.card.accept()
            name = live.incident.name_of(turn.person)
            told(self, _("{name} rings.").format(name=name), lambda: live.do(calling.TakenBack(stamp.id)))

        attempt(self.card, act)

    def end(self, outcome: str) -> None:
        """Note what came of the call, and go on to the next."""
        turn, what = self.card.asked, Outcome(outcome)
        if turn is None:
            return
        now = self.live.now()

        def act() -> None:
            self._situation().require_rung(turn.person)
            eta = self.card.arrival(now) if what is Outcome.ON_WAY else None
            done = calling.end(self.live.incident, turn.post.id, turn.person, what, now, now, eta=eta)
            (stamp,) = self.live.desk.do(done)
            name, words = self.live.incident.name_of(turn.person), _(calling.OUTCOME_NAMES[what])

            def undo() -> None:
                self.live.do(calling.TakenBack(stamp.id))
                self.list.choose(turn.post.id)

            told(self, _("{name}: {outcome}.").format(name=name, outcome=words), undo)
            self.card.accept()
            self.go_next()

        attempt(self.card, act)

    def arrive(self) -> None:
        """Say that the person is there and works in the role from now on."""
        turn = self.card.asked
        if turn is None or not turn.post.role:
            return
        incident, now = self.live.incident, self.live.now()
        if too_short(rest_before(incident, turn.person, now)):
            from krisapp.ui.views.lead.staff.staffing_dialogs import DutyDialog  # here: only when a reason is needed

            dialog = DutyDialog(self.live, self, turn.post.role, turn.person)
            dialog.run()
            dialog.deleteLater()
            return
        if self._do(lambda: manning.take(incident, turn.post.id, turn.person, now, now)):
            told(self, _("{name} är i tjänst.").format(name=incident.name_of(turn.person)))
            self.go_next()

    def go_next(self) -> None:
        """Turn to whom to ring next; with nobody left, stay where one is."""
        situation = self._situation()
        turn = situation.next_turn(self.live.person)
        wanted = turn.post.id if turn else (self.model.rows[0].id if self.model.rows else "")
        if turn or self.list.current is None:
            self.list.choose(wanted)
        if turn:
            self.card.choose(turn.person)

    def go_next_person(self) -> None:
        """Turn to the next one who can fill the same post."""
        people = self.card.state.post.people if self.card.state else ()
        if people:
            self.card.choose(people[(people.index(self.card.who) + 1) % len(people)])

    def print_list(self) -> None:
        """Save the chain as a paper with a number of its own, to be filled in by hand."""
        from krisapp.ui.views.lead.alarm.calling_paper import ListPrinting  # here: the engine of documents is large

        if self._printing is None:
            self._printing = ListPrinting(self.live, self)
        attempt(self, self._printing.begin)

    def enter_paper(self) -> None:
        """Enter what was noted on a printed call list, with the times that stand there."""
        from krisapp.ui.views.lead.alarm.calling_entry import CallEntryDialog  # here: only now and then

        dialog = CallEntryDialog(self.live, self)
        dialog.run()
        dialog.deleteLater()

    def _situation(self) -> Situation:
        return Situation(self.live.incident, self.live.now())

    def _feed(self, situation: Situation) -> None:
        rows = post_rows(situation, self.live.plan)
        if tuple(rows) != self.model.rows:
            self.model.feed(rows)
        calls = bool(rows) and not self.questions.is_open  # the seven questions take the room of the chain
        for part, shown in ((self._panes, calls), (self._empty, not rows), (self.gathering, calls)):
            part.setVisible(shown)
        self._summary.setText(f"{progress(situation.states())}. {self._missing(situation)}".strip())

    def _missing(self, situation: Situation) -> str:
        names = ", ".join(self.live.incident.name_of(one) for one in situation.without_number())
        return _("Saknar nummer: {names}.").format(names=names) if names else ""

    def _show(self, row: object) -> None:
        situation = self._situation()
        post = next((one for one in situation.posts if isinstance(row, PostRow) and one.id == row.id), None)
        state = situation.state(post) if post else None
        self.card.show_state(situation, state, self._proposed(situation, state) if state else "")

    def _open(self, _row: object) -> None:
        self.card.ring.setFocus()

    def _turned(self) -> None:
        self.refresh()
        if not self.questions.is_open:
            self.list.setFocus()  # back where each key is an act

    def _proposed(self, situation: Situation, state: State) -> str:
        """Return whom the card proposes: who fills the post or is rung for it, else who is next in it."""
        if state.person:
            return state.person
        free = [one for one in state.post.people if one != self.live.person and situation.can_be_rung(one)]
        return min(free, key=situation.failures, default=state.post.people[0] if state.post.people else "")

    def _unanswered(self, situation: Situation) -> "list[Call]":
        """Return the calls made here that nobody has answered in five minutes and nobody has ended."""
        return [
            call
            for call in situation.calls
            if call.ended is None
            and call.begun_by is not None
            and call.begun_by.person == self.live.person
            and call.failed(situation.now)
        ]

    def _give_way(self, gone: "list[Call]") -> None:
        now, no = self.live.now(), Outcome.NO_ANSWER
        ends = [(call, call.at + calling.ANSWER_WITHIN) for call in gone]
        self.live.do(*(calling.Ended(one.post, one.person, no, at, automatic=True) for one, at in ends if at <= now))
        self.go_next()
        name = self.live.incident.name_of(gone[-1].person)
        told(self, _("{name} har inte svarat på fem minuter. Ring nästa.").format(name=name))

    def _do(self, make: Callable[[], Event]) -> bool:
        def act() -> None:
            self.live.do(make())
            self.card.accept()

        return attempt(self.card, act)

    def _reached(self) -> None:
        self.end(Outcome.REACHED.value)

    def _on_way(self) -> None:
        self.end(Outcome.ON_WAY.value)

    def _no_answer(self) -> None:
        self.end(Outcome.NO_ANSWER.value)

    def _unable(self) -> None:
        self.end(Outcome.UNABLE.value)
