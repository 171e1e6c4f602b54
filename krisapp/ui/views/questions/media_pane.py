"""One media enquiry (mediefråga): who asks and how to reach them, what was answered, and the answer to write."""

from PySide6.QtWidgets import QWidget

from krisapp.domain.answering import press
from krisapp.domain.answering.enquiries import POLITICIAN, Answered, Enquiry
from krisapp.domain.checking.answering import MEDIA, answer_findings
from krisapp.domain.checks import Finding
from krisapp.domain.words import _
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import told_at
from krisapp.ui.views.questions.answer_edit import AnswerEdit
from krisapp.ui.views.questions.media_rows import enquiry_mark, outlived_words
from krisapp.ui.views.questions.pane import Pane
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice, Field, tab_order, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label


class MediaPane(Pane):
    """Shows one enquiry; Ctrl+Enter saves the answer."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, Mark("", Tone.NEUTRAL, Shape.CLOCK), parent)
        self._question = label("", self, "strong", wrap=True)
        self._about = label("", self, "quiet", wrap=True)
        self._replies = label("", self, wrap=True)
        self._behind = label("", self, "fault", wrap=True)
        self.answer = AnswerEdit(self._check, self)
        self.speaker = Choice("", self)
        self._speaker = Field("", self.speaker, self)
        self.reason = text_field("", self)
        self._reason = Field("", self.reason, self)
        self._freedom = label("", self, "quiet", wrap=True)
        self.save_button = Button("", self.save, self, "primary", icon="save")
        self.tag_button = Button("", self.turn_political, self)
        self.off_button = Button("", self.write_off, self)
        acts = Flow()
        for button in (self.save_button, self.tag_button, self.off_button):
            acts.addWidget(button)
        for part in (self._question, self._about, self._replies, self._behind):
            self.body.addWidget(part)
        self.body.addWidget(self.answer, 1)
        self.body.addWidget(self._speaker)
        self.body.addWidget(self._reason)
        self.body.addWidget(self._freedom)
        self.body.addLayout(acts)
        tab_order((self.answer.area, self.speaker, self.reason, self.save_button, self.tag_button, self.off_button))
        self.speaker.chose.connect(self._choose_speaker)

    @property
    def enquiry(self) -> Enquiry | None:
        """Return the enquiry that is shown."""
        return self._live.incident.enquiries.get(self._id) if self._live.has_incident else None

    def show_enquiry(self, id: str) -> None:
        """Show an enquiry, or nothing."""
        if id != self._id:
            self._fault.hide()
        self._id = id
        one = self.enquiry
        self.setVisible(one is not None)
        if one is None:
            return
        asked, now = one.asked, self._live.now()
        self.say(_("Mediefråga {number}").format(number=one.number))
        self._question.setText(asked.question)
        who = ", ".join(part for part in (asked.medium, asked.who, asked.telephone) if part)
        self._about.setText(_("{who}. Kom in {time}.").format(who=who, time=told_at(asked.received_at, now)))
        told = _("Svar {time} av {by}: {text}")
        self._replies.setText(
            "\n".join(
                told.format(
                    time=told_at(reply.at, now), by=self._live.incident.name_of(reply.spokesperson), text=reply.text
                )
                for reply in one.replies
            )
        )
        self._replies.setVisible(bool(one.replies))
        behind = outlived_words(self._live.incident, one)
        self._behind.setText(behind)
        self._behind.setVisible(bool(behind))
        people = press.speakers(self._live.incident)
        if one.is_political:
            people.sort(key=lambda pair: pair[1].id != POLITICIAN)
        self.speaker.fill(
            [
                ("", _("Välj …")),
                *(
                    (person.id, f"{person.name}, {role.name}, {_number(person.mobile, person.phone)}")
                    for person, role in people
                ),
            ]
        )
        self.tag_button.say(_("Inte politisk") if one.is_political else _("Politisk, till KSO"))
        for part in (self.tag_button, self.off_button, self.answer, self.save_button):
            part.setEnabled(not one.withdrawn)
        self.answer.show_for(id, "")
        self._choose_speaker("")
        self.tick()

    def tick(self) -> None:
        """Let the enquiry grow older."""
        one = self.enquiry
        if one is not None:
            mark = enquiry_mark(self._live.incident, one, self._live.now())
            if mark != self._chip.mark:
                self._chip.show_mark(mark)

    def save(self) -> None:
        """Save the answer."""
        if self.do(self._answer):
            self.answer.saved()
            self.reason.clear()
            self.show_enquiry(self._id)

    def turn_political(self) -> None:
        """Say that the question is political, or that it is not."""
        one = self.enquiry
        if one is not None:
            self.do(lambda: press.tag(self._live.incident, one.id, political=not one.is_political))

    def write_off(self) -> None:
        """Ask why, and write the enquiry off."""
        one = self.enquiry
        if one is not None and not one.withdrawn:
            self.ask_why(_("Avskriv mediefrågan"), lambda reason: press.withdraw(self._live.incident, one.id, reason))

    def retranslate(self) -> None:
        """Set every word."""
        self.answer.say(_("Svar"))
        self._speaker.say(_("Svarar för kommunen"))
        self._reason.say(_("Skäl till att någon annan än KSO svarar"))
        self._freedom.setText(_(press.FREEDOM))
        self.save_button.say(_("Spara svar"))
        self.off_button.say(_("Avskriv …"))

    def _answer(self) -> Answered:
        live = self._live
        return press.answer(live.incident, self._id, self.answer.text, self.speaker.key, live.now(), self.reason.text())

    def _choose_speaker(self, _key: str) -> None:
        one = self.enquiry
        held = {role.id for role in self._live.plan.held_by(self.speaker.key)}
        self._reason.setVisible(
            one is not None and one.is_political and bool(self.speaker.key) and POLITICIAN not in held
        )

    def _check(self, text: str) -> list[Finding]:
        return answer_findings(self._live.incident, text, MEDIA, self._live.now())


def _number(*numbers: str) -> str:
    return next((number for number in numbers if number), _("inget nummer"))
