"""One rumour (rykte): who checks it, what they found, the answer with the truth first, and what became of it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.answering import countering
from krisapp.domain.answering.rumours import VERDICT_NAMES, Rumour, Verdict, question_of
from krisapp.domain.checking.answering import RESIDENTS, answer_context, answer_findings
from krisapp.domain.checking.times import relative_times
from krisapp.domain.checks import Finding, Severity
from krisapp.domain.facts import HEARSAY, SOURCE_NAMES, TOPIC_NAMES, SourceType, Topic
from krisapp.domain.words import _
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.questions.answer_edit import AnswerEdit
from krisapp.ui.views.questions.entry_line import say_field
from krisapp.ui.views.questions.pane import Pane
from krisapp.ui.views.questions.rumour_rows import verdict_mark
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice, Field, tab_order, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label


class RumourPane(Pane):
    """Shows one rumour; Ctrl+Enter saves the answer."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, Mark("", Tone.WAIT, Shape.RING), parent)
        self._text = label("", self, "strong", wrap=True)
        self._about = label("", self, "quiet", wrap=True)
        self.checker, self.source, self.question, self.outcome = (text_field("", self) for _number in range(4))
        self.verdict, self.source_type, self.topic = (Choice("", self) for _number in range(3))
        self.words = text_field("", self)
        self._words = Field("", self.words, self)
        self.answer = AnswerEdit(self._check, self)
        self._question = Field("", self.question, self)
        self._check_button = Button("", self.assign, self)
        self._verify_button = Button("", self.verify, self)
        self.save_button = Button("", self.save, self, "primary", icon="save")
        self.loop_button = Button("", self.make_question, self, icon="questions")
        self._close_button = Button("", self.close_rumour, self)
        self._read_words = False
        self._words.hide()
        self._lay_out()
        for field, slot in (
            (self.checker, self.assign),
            (self.source, self.verify),
            (self.words, self.verify),
            (self.outcome, self.close_rumour),
        ):
            field.returnPressed.connect(slot)
        self.question.textEdited.connect(self._look)
        self.words.textChanged.connect(self._look_at_words)
        self.verdict.currentIndexChanged.connect(self._ask_topic)

    def _lay_out(self) -> None:
        self.body.addWidget(self._text)
        self.body.addWidget(self._about)
        self.body.addLayout(_row(self.checker, self._check_button))
        verified = Flow()
        for part in (self.verdict, self.source_type, self.topic):
            verified.addWidget(part)
        self.body.addLayout(verified)
        self.body.addLayout(_row(self.source, self._verify_button))
        self.body.addWidget(self._words)
        self.body.addWidget(self._question)
        self.body.addWidget(self.answer, 1)
        acts = Flow()
        for button in (self.save_button, self.loop_button):
            acts.addWidget(button)
        self.body.addLayout(acts)
        self.body.addLayout(_row(self.outcome, self._close_button))
        tab_order(
            (
                *(self.checker, self._check_button, self.verdict, self.source_type, self.topic, self.source),
                *(self.words, self._verify_button, self.question, self.answer.area, self.save_button, self.loop_button),
                *(self.outcome, self._close_button),
            )
        )

    @property
    def rumour(self) -> Rumour | None:
        """Return the rumour that is shown."""
        return self._live.incident.rumours.get(self._id) if self._live.has_incident else None

    def show_rumour(self, id: str) -> None:
        """Show a rumour, or nothing; what is being typed for the same one stays."""
        before, self._id = self._id, id
        if before != id:
            self._fault.hide()
        one = self.rumour
        self.setVisible(one is not None)
        if one is None:
            return
        self.say(_("Rykte {id}").format(id=one.heard.fact))
        self._chip.show_mark(verdict_mark(one))
        self._text.setText(one.heard.text)
        verified = one.verified.value
        parts = (
            _("Berättat av {who}.").format(who=one.heard.reported_by) if one.heard.reported_by else "",
            _("Kontrollerat: {source}.").format(source=verified.fact.source) if verified else "",
            _("Svaret finns bland frågorna och i texterna.") if question_of(self._live.incident, id) else "",
        )
        self._about.setText(" ".join(part for part in parts if part))
        self._about.setVisible(any(parts))
        counter = one.counter.value
        self.answer.show_for(id, counter.answer if counter else "")
        self.loop_button.setEnabled(counter is not None and not question_of(self._live.incident, id))
        if before != id:
            self.checker.setText(one.checker.value or "")
            self.source.clear()
            self.question.setText(counter.question if counter else "")
            self.outcome.setText(one.outcome.value or "")
            self.verdict.choose(one.verdict.value)
            self.words.setText(one.heard.text)
            self._read_words = False

    def begin(self) -> None:
        """Go to what comes next: what checking has shown, or the answer once that is known."""
        one = self.rumour
        (self.verdict if one is not None and one.verified.value is None else self.question).setFocus()

    def assign(self) -> None:
        """Say who checks."""
        self.do(lambda: countering.assign(self._live.incident, self._id, self.checker.text()))

    def verify(self) -> None:
        """Say what checking has shown; what is true is first read once more, since its words go into the texts."""
        if self._words.isVisible() and not self._read_words and not self.words.hasFocus():
            self._read_words = True
            self.words.setFocus()
            self.words.end(False)  # noqa: FBT003 - Qt: without choosing what is passed
            return
        self.do(
            lambda: countering.verify(
                self._live.incident,
                self._id,
                Verdict(self.verdict.key),
                source=self.source.text(),
                source_type=SourceType(self.source_type.key),
                topic=Topic(self.topic.key),
                by=self._live.person,
                words=self.words.text(),
            )
        )

    def save(self) -> None:
        """Save the answer."""
        live = self._live
        saved = self.do(
            lambda: countering.counter(live.incident, self._id, self.question.text(), self.answer.text, live.now())
        )
        if saved:
            self.answer.saved()
            self.show_rumour(self._id)
            self.loop_button.setFocus()

    def make_question(self) -> None:
        """Put the answer among the contact centre's and the web page's, at one press."""
        self.do(lambda: countering.to_question(self._live.incident, self._id, self._live.now()))

    def close_rumour(self) -> None:
        """Say what became of it."""
        self.do(lambda: countering.close(self._live.incident, self._id, self.outcome.text()))

    def retranslate(self) -> None:
        """Set every word."""
        say_field(self.checker, _("Vem kontrollerar ryktet?"))
        self._check_button.say(_("Tilldela"))
        for choice, name in (
            (self.verdict, _("Kontrollen visade")),
            (self.source_type, _("Slag av källa")),
            (self.topic, _("Uppgiften gäller")),
        ):
            choice.setAccessibleName(name)
        self.verdict.fill((verdict.value, _(VERDICT_NAMES[verdict]).capitalize()) for verdict in Verdict)
        known = (source for source in SourceType if source not in HEARSAY)
        self.source_type.fill((source.value, _(SOURCE_NAMES[source])) for source in known)
        self.topic.fill((topic.value, _(TOPIC_NAMES[topic])) for topic in Topic)
        say_field(self.source, _("Vem vet? Till exempel Sörmland Vatten"))
        self._verify_button.say(_("Spara kontrollen"))
        self._look_at_words()
        self._question.say(_("Frågan som folk ställer, utan ryktets ord"))
        self.answer.say(_("Svar, det som är sant först"))
        self.save_button.say(_("Spara svar"))
        self.loop_button.say(_("Till frågor och texter"))
        say_field(self.outcome, _("Utfall, till exempel: Ingen frågar längre"))
        self._close_button.say(_("Avsluta"))

    def _check(self, text: str) -> list[Finding]:
        one, now = self.rumour, self._live.now()
        if one is None:
            return []
        incident = self._live.incident
        advice = countering.advice_on(incident, self._id, self.question.text(), text, now)
        told = [Finding("F9", Severity.WARNING, (0, 0), words) for words in advice]
        return [*told, *answer_findings(incident, text, RESIDENTS, now, one.heard.fact)]

    def _ask_topic(self, _at: int) -> None:
        """Ask what a true rumour is about: what is grave needs the word of who answers for it."""
        true = self.verdict.key == Verdict.TRUE
        self.topic.setVisible(true)
        self._words.setVisible(true and self.rumour is not None and self.rumour.verdict is not Verdict.TRUE)
        self._look_at_words()

    def _look_at_words(self, _text: str = "") -> None:
        """Warn of words that are wrong when the text is read another day, there and then (Q30)."""
        one = self.rumour
        if one is None:
            return
        context = answer_context(self._live.incident, RESIDENTS, self._live.now())
        found = relative_times(self.words.text(), self._live.incident.sheet, context)
        help = _("Skriv som vi själva säger det. Enter sparar.")
        if found:
            word = self.words.text()[slice(*found[0].span)]
            help = _("”{word}” blir fel en annan dag. Skriv {instead}.").format(word=word, instead=found[0].suggestion)
        self._words.say(_("Uppgiften, så som den blir i texterna"), help)

    def _look(self, _text: str) -> None:
        self.answer.look()


def _row(field: QWidget, button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
