"""The seven questions of the alarm (sju frågorna), handbook 3.5: one line that tells what is left, opened by F6."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from krisapp.domain.leading.alarm.alarm_questions import (
    SHEET_FIELDS,
    WORDS,
    AlarmQuestions,
    Question,
    answer,
    answered,
    on_sheet,
    to_sheet,
    unanswered,
)
from krisapp.domain.words import _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.announcing import announce
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import tab_order, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import Label, label

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.ui.live import Live


class AlarmQuestionsPart(QWidget):
    """What is not answered stays in sight. Enter saves an answer and goes on to the next question without one.

    `turned` says that the seven were shown or put away. `head` is the row that is always seen: the page puts buttons of
    its own at its end.
    """

    turned = Signal()

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._left = label("", self, "strong", wrap=True)
        self.open_button = Button("", self.turn, self, icon="questions")
        self._fault = label("", self, "fault", wrap=True)
        self._fault.hide()
        self._form = QWidget(self)
        # A line is never squeezed to less than its text: the page scrolls instead.
        self._form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._form.hide()
        self._source_name = label("", self._form)
        self.source = text_field("", self._form)
        self.rows = {question: _Row(self, question, self._form) for question in Question}
        self.head = Flow(first_wide=True)
        self.head.addWidget(self._left)
        self.head.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(self.head)
        column.addWidget(self._form)
        column.addWidget(self._fault)
        column.addStretch(1)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, current().px(150))
        grid.addWidget(self._source_name, 0, 0)
        grid.addWidget(self.source, 0, 1)
        self._source_name.setBuddy(self.source)
        for at, row in enumerate(self.rows.values(), 1):
            grid.addWidget(row.name, at, 0)
            grid.addWidget(row.line, at, 1)
            if row.button is not None:
                grid.addWidget(row.button, at, 2, Qt.AlignmentFlag.AlignLeft)
        lines = [row.line for row in self.rows.values()]
        tab_order((self.source, *lines))

    @property
    def is_open(self) -> bool:
        """Return whether the seven are shown."""
        return not self._form.isHidden()

    def turn(self) -> None:
        """Show the seven and begin with the first that has no answer, or put them away."""
        self._form.setVisible(not self.is_open)
        self._say()
        self.turned.emit()
        if self.is_open:
            self.refresh()
            self._go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the seven away by Escape; what was typed is saved as the line is left."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.turn()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Show what the desk holds now; what somebody is typing is never replaced."""
        incident = self._live.incident
        for row in self.rows.values():
            if not row.line.isModified():
                row.line.setText(answered(incident, row.question))
            row.refresh(incident)
        left = [_(WORDS[question]).rstrip("?").lower() for question in unanswered(incident)]
        said = ngettext("En fråga är obesvarad: {what}?", "{count} frågor är obesvarade: {what}?", len(left))
        self._left.setText(
            said.format(count=len(left), what=", ".join(left)) if left else _("Alla sju frågor om larmet är besvarade.")
        )
        self._left.speak("strong" if left else "quiet")

    def retranslate(self) -> None:
        """Set every word."""
        self._source_name.setText(_("Vem larmade?"))
        self.source.setAccessibleName(_("Vem larmade?"))
        self.source.setPlaceholderText(_("SOS Alarm, vakthavande"))
        for row in self.rows.values():
            row.retranslate()
        self._say()

    def refuse(self, sentence: str) -> None:
        """Say beneath the questions why an answer was not saved; it stays as typed."""
        self._fault.setText(sentence)
        self._fault.show()
        announce(self._fault)

    def save(self, question: Question) -> None:
        """Save the answer to a question and go on; one that is as it was is only passed."""
        register = self._live.incident.part(AlarmQuestions).answer(question)
        if self.keep(question, always=register.contested):
            self._go_on(question)

    def keep(self, question: Question, *, always: bool = False) -> bool:
        """Save what was typed as the answer to a question, if anything was; return whether nothing was refused."""
        live, line = self._live, self.rows[question].line
        self._fault.hide()
        if not (line.isModified() or always) or not live.has_incident:
            return True
        # Told before it is asked: to show what was refused may take the focus, which asks for the same once more.
        line.setModified(False)
        done = attempt(self, lambda: live.do(answer(live.incident, question, line.text(), self.source.text())))
        line.setModified(not done)
        if done:
            self.refresh()
        return done

    def put_on_sheet(self, question: Question) -> None:
        """Put an answer on the fact sheet."""
        live = self._live
        if attempt(self, lambda: live.do(to_sheet(live.incident, question))):
            told(self, _("Svaret står i läget. Kontrollera det innan det går ut."))

    def _go_on(self, after: Question | None = None) -> None:
        """Go to the next question without an answer, from one on and round; with none left to the button."""
        order = list(Question)
        at = order.index(after) + 1 if after else 0
        left = unanswered(self._live.incident)
        wanted = next((one for one in order[at:] + order[:at] if one in left), None)
        (self.rows[wanted].line if wanted else self.open_button).setFocus()

    def _say(self) -> None:
        self.open_button.say(_("Dölj frågorna (F6)") if self.is_open else _("Sju frågor (F6)"))


class _Row:
    """A question: its words, the line to answer in, and the way to the fact sheet where there is a field for it."""

    def __init__(self, part: AlarmQuestionsPart, question: Question, parent: QWidget) -> None:
        self.question = question
        self._part = part
        self.name: Label = label("", parent)
        self.line: QLineEdit = text_field("", parent)
        self.name.setBuddy(self.line)
        self.line.returnPressed.connect(self._save)
        # Leaving the line by Tab or by putting the questions away saves as Enter does: nothing typed may be lost.
        self.line.editingFinished.connect(self._keep)
        self.button = Button("", self._put, parent, icon="arrow-right") if question in SHEET_FIELDS else None

    def refresh(self, incident: "Incident") -> None:
        """Show how the answer stands: two answers are said, and one that is on the sheet is not offered again."""
        contested = incident.part(AlarmQuestions).answer(self.question).contested
        words = _("{question} Två svar finns") if contested else "{question}"
        self.name.setText(words.format(question=_(WORDS[self.question])))
        if self.button is not None:
            there = on_sheet(incident, self.question)
            self.button.setEnabled(bool(answered(incident, self.question)) and not there)
            self.button.say(_("Står i läget") if there else _("Lägg i läget"))

    def retranslate(self) -> None:
        """Set every word."""
        self.name.setText(_(WORDS[self.question]))
        self.line.setAccessibleName(_(WORDS[self.question]))

    def _save(self) -> None:
        self._part.save(self.question)

    def _keep(self) -> None:
        self._part.keep(self.question)

    def _put(self) -> None:
        self._part.put_on_sheet(self.question)
