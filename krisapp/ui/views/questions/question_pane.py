"""One question (fråga): the answer to write from facts, its versions, when one is promised, and who asked when."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.answering import asking
from krisapp.domain.answering.questions import Asker, Question
from krisapp.domain.answering.tally import by_hour
from krisapp.domain.checking.answering import RESIDENTS, STAFF, answer_findings
from krisapp.domain.checks import Finding
from krisapp.domain.events import Event
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.questions.answer_edit import AnswerEdit
from krisapp.ui.views.questions.entry_line import read_due, say_field
from krisapp.ui.views.questions.fact_choice import FactChoice
from krisapp.ui.views.questions.listed import places_words
from krisapp.ui.views.questions.pane import Pane
from krisapp.ui.views.questions.question_rows import question_mark, versions_words
from krisapp.ui.views.questions.tally_chart import TallyChart
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Field, tab_order, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip


class QuestionPane(Pane):
    """Shows one question; Ctrl+Enter saves the answer, F8 puts it into the texts."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, Mark("", Tone.NEUTRAL, Shape.RING), parent)
        self.wording = text_field("", self)
        self._wording = Field("", self.wording, self)
        self.answer = AnswerEdit(self._check, self)
        self.facts = FactChoice(live, self.answer, self)
        self._versions = label("", self, "quiet", wrap=True)
        self.due = text_field("", self)
        self.promise_button = Button("", self.promise, self, icon="clock")
        self.save_button = Button("", self.save, self, "primary", icon="save")
        self.use_button = Button("", self.use, self, icon="messages")
        self.more_button = Button("", None, self, icon="plus")
        self.off_button = Button("", self.write_off, self)
        self._places = label("", self, "quiet", wrap=True)
        self._chart = TallyChart(self)
        self._lay_out()
        self.due.returnPressed.connect(self.promise)

    def _lay_out(self) -> None:
        self.body.addWidget(self._wording)
        self.body.addWidget(self.answer, 1)
        self.body.addWidget(self.facts)
        self.body.addWidget(self._versions)
        acts = Flow()
        for button in (self.save_button, self.use_button, self.more_button, self.off_button):
            acts.addWidget(button)
        self.body.addLayout(acts)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.due, 1)
        row.addWidget(self.promise_button)
        self.body.addLayout(row)
        self.body.addWidget(self._places)
        self.body.addWidget(self._chart)
        tab_order(
            (
                *(self.wording, self.answer.area, self.facts.choice, self.facts.take_button, self.save_button),
                *(self.use_button, self.more_button, self.off_button, self.due, self.promise_button),
            )
        )

    @property
    def question(self) -> Question | None:
        """Return the question that is shown."""
        return self._live.incident.questions.get(self._id) if self._live.has_incident else None

    def show_question(self, id: str) -> None:
        """Show a question, or nothing; what is being typed for the same one stays."""
        before, self._id = self._id, id
        if before != id:
            self._fault.hide()
        one = self.question
        self.setVisible(one is not None)
        if one is None:
            return
        incident, now = self._live.incident, self._live.now()
        self.say(_("Fråga {number}").format(number=one.number))
        self._chip.show_mark(question_mark(incident, one, now))
        standing = one.answer.value
        if before != id:
            self.wording.setText(one.text)
            self.facts.begin(tuple(standing.uses) if standing else ())
        self.facts.refresh()
        self.answer.show_for(id, standing.answer if standing else "")
        told = versions_words(incident, one, now)
        if one.answer.contested:
            both = " / ".join(f"{incident.name_of(stamp.person)}: {value.answer}" for value, stamp in one.answer.claims)
            told = _("Två svar står mot varandra. Skriv det som gäller och spara. {both}").format(both=both)
        self._versions.setText(told)
        self._versions.setVisible(bool(told))
        for part in (self.due, self.promise_button):
            part.setVisible(standing is None)
        self.use_button.say(_("Ta ur texterna") if one.is_adopted else _("Använd i texterna"))
        for button in (self.save_button, self.use_button, self.more_button, self.off_button):
            button.setEnabled(not one.withdrawn)
        self.use_button.setEnabled(standing is not None and not one.withdrawn)
        words = ngettext("{count} har frågat.", "{count} har frågat.", one.count).format(count=one.count)
        self._places.setText(" ".join(part for part in (words, places_words(one.tally)) if part))
        self._places.setVisible(bool(one.count))
        self._chart.setVisible(bool(one.count))
        self._chart.show_hours(by_hour(one.tally.values(), now))

    def save(self) -> None:
        """Save the answer; it replaces the one before."""
        live = self._live
        saved = self.do(
            lambda: asking.answer(
                live.incident,
                self._id,
                self.answer.text,
                live.now(),
                wording=self.wording.text(),
                uses=self.facts.uses(self.answer.text),
            )
        )
        if saved:
            self.answer.saved()
            self.show_question(self._id)

    def use(self) -> None:
        """Put question and answer into the texts, or take them out."""
        one = self.question
        if one is not None:
            self.do(lambda: asking.adopt(self._live.incident, one.id, adopted=not one.is_adopted))

    def promise(self) -> None:
        """Say when an answer comes."""

        def make() -> Event:
            due = read_due(self.due.text(), self._live.now())
            if due is None:
                raise Refused(N_("Skriv när svaret kommer, till exempel 16.00."))
            return asking.promise(self._live.incident, self._id, due, self._live.now())

        if self.do(make):
            self.due.clear()

    def write_off(self) -> None:
        """Ask why, and write the question off."""
        one = self.question
        if one is not None and not one.withdrawn:
            self.ask_why(_("Avskriv frågan"), lambda reason: asking.withdraw(self._live.incident, one.id, reason))

    def retranslate(self) -> None:
        """Set every word."""
        self._wording.say(_("Frågan, så som den står i texterna"))
        self.answer.say(_("Svar"))
        self.facts.retranslate()
        say_field(self.due, _("Vi återkommer kl. 16.00"))
        self.promise_button.say(_("Lova svar"))
        self.save_button.say(_("Spara svar"))
        tooltip(self.save_button, _("Ctrl+Enter"))
        tooltip(self.use_button, _("Kontaktcentrets manus och webbsidan (F8)"))
        self.more_button.say(_("En till"))
        tooltip(self.more_button, _("Plustecknet räknar en till som frågar samma sak."))
        self.off_button.say(_("Avskriv …"))

    def _check(self, text: str) -> list[Finding]:
        one = self.question
        if one is None:
            return []
        reader = STAFF if one.asker is Asker.STAFF else RESIDENTS
        return answer_findings(self._live.incident, text, reader, self._live.now(), one.first.rumour)
