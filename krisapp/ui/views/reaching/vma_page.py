"""The page P4 och VMA: whether to ask for a warning, the text to read with its names, and the call step by step.

The program sends nothing. Each step is what a person has reported (domain handbook 8.7).
"""

from collections.abc import Callable
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.documents.warning_card import CALLS, read_aloud, sentences, spelled_in, warning_card
from krisapp.domain.delegation import TextKind, who_may
from krisapp.domain.events import Event
from krisapp.domain.language.lix import counts
from krisapp.domain.messages import STATE_NAMES
from krisapp.domain.warning import STEP_NAMES, Step, report_step, steps_of
from krisapp.domain.warning_request import (
    POINT_NAMES,
    WANTED_NAMES,
    Point,
    Requests,
    check_content,
    checked,
    pace,
    read_back,
    wanted,
    weigh,
)
from krisapp.domain.words import N_, _
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.views.reaching.vma_files import MESSAGE, CapFiles
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.clock import at, span
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import label, reader, tooltip

if TYPE_CHECKING:
    from krisapp.ui.live import Live

SHOWN = 46
"""Signs of a sentence that stand beside its box; the whole stands to the left and is said by a screen reader."""

NOTICE = "E1-C15.sv"


class VmaPage(TabPage):
    """Left the text that is read; right the two questions, the five points, and what has been done by telephone."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self._shown_text = ""
        self.standing = label("", self, "strong", wrap=True)
        self.timer = label("", self, "quiet", wrap=True)
        self.text = reader("", self)
        self.names = reader("", self)
        self.pace_line = label("", self, "quiet", wrap=True)
        self._names_title = label("", self, "strong")
        self.open_button = Button("", self.open_text, self, "primary")
        self.notice_button = Button("", self.open_notice, self)
        self.card_button = Button("", self.show_card, self, icon="document")
        self.files = CapFiles(live, self)
        acts = Flow()
        for button in (self.open_button, self.card_button, self.files.save, self.files.read, self.notice_button):
            acts.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(self.standing)
        left.addWidget(self.timer)
        left.addWidget(self.text, 3)
        left.addWidget(self.pace_line)
        left.addWidget(self._names_title)
        left.addWidget(self.names, 2)
        left.addLayout(acts)

        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.S)
        self._questions, self._points, self._call = (Card("", right) for _number in range(3))
        self.danger, self.urgent = Tick("", self._questions), Tick("", self._questions)
        self.outcome = label("", self._questions, wrap=True)
        self.weigh_button = Button("", self.weigh, self._questions)
        questions: tuple[QWidget, ...] = (self.danger, self.urgent, self.outcome, self.weigh_button)
        for part in questions:
            self._questions.body.addWidget(part)
        self.points = {one: Tick("", self._points) for one in Point}
        for tick in self.points.values():
            self._points.body.addWidget(tick)
        self.check_button = Button("", self.check, self._points)
        self._points.body.addWidget(self.check_button)
        self.who_may = label("", self._call, wrap=True)
        self.order = label("", self._call, "quiet", wrap=True)
        self.reports = label("", self._call, wrap=True)
        self.step = Choice("", self._call)
        self.other_end = text_field("", self._call)
        self._step_field = Field("", self.step, self._call)
        self._end_field = Field("", self.other_end, self._call)
        self.heard_box = QWidget(self._call)
        self._heard_column = QVBoxLayout(self.heard_box)
        self._heard_column.setContentsMargins(0, 0, 0, 0)
        self.heard: list[Tick] = []
        self._said: tuple[str, ...] = ()
        self.wording = text_field("", self._call)
        self._wording_field = Field("", self.wording, self._call)
        self.report_button = Button("", self.report, self._call, "primary")
        for part in (self.who_may, self.order, self.reports, self._step_field, self._end_field, self.heard_box):
            self._call.body.addWidget(part)
        self._call.body.addWidget(self._wording_field)
        self._call.body.addWidget(self.report_button)
        for card in (self._questions, self._points, self._call):
            column.addWidget(card)
        column.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.L)
        whole.addLayout(left, 1)
        whole.addWidget(scrolled(right, self), 1)
        self.step.chose.connect(self._show_step)
        for tick in (self.danger, self.urgent):
            tick.toggled.connect(self._show_outcome)
        self.command(N_("Kortet för VMA"), "Ctrl+P", self.show_card)

    def start(self) -> None:
        """Begin at the two questions."""
        self.danger.setFocus()

    def retranslate(self) -> None:
        """Set every word."""
        self.text.setAccessibleName(_("Texten att läsa upp"))
        self.names.setAccessibleName(_("Namnen bokstav för bokstav"))
        self._names_title.setText(_("Namnen bokstav för bokstav"))
        self.card_button.say(_("Kortet … (Ctrl+P)"))
        self.files.retranslate()
        self.notice_button.say(_("Text till P4"))
        self._questions.say(_("VMA eller P4?"))
        self.danger.say(_("Fara för liv, hälsa, egendom eller miljö"))
        self.urgent.say(_("Allmänheten måste få veta omedelbart"))
        self.weigh_button.say(_("Skriv ner valet"))
        self._points.say(_("Fem punkter i texten"))
        for one, tick in self.points.items():
            tick.say(_(POINT_NAMES[one]))
        self.check_button.say(_("Texten är läst"))
        self._call.say(_("Samtalet"))
        self.order.setText("\n".join(f"{number}. {_(one)}" for number, one in enumerate(CALLS, 1)))
        self.step.setAccessibleName(_("Vad har hänt"))
        self._step_field.say(_("Vad har hänt"))
        self.other_end.setAccessibleName(_("Vem i andra änden"))
        self._end_field.say(_("Vem i andra änden"))
        self.wording.setAccessibleName(_("Sveriges Radios ordalydelse"))
        self._wording_field.say(_("Sveriges Radios ordalydelse"), _("Bara om den blev en annan."))
        self.report_button.say(_("Rapportera"))
        if self.live.has_incident:
            self.refresh()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live = self.live
        message, state = live.texts.message(MESSAGE), live.texts.state(MESSAGE)
        self.standing.setText(_("Begäran om VMA: {state}").format(state=_(STATE_NAMES[state])))
        self.open_button.say(_("Öppna texten"))
        text = message.out.text if message.out else live.texts.text(MESSAGE).text
        read = read_aloud(text)
        if read != self._shown_text:
            self._shown_text = read
            self.text.setPlainText(read)
            self.names.setPlainText("\n".join(f"{name}: {said}" for name, said in spelled_in(text, live.plan)))
            self._ask_sentences(sentences(text))
            found = checked(live.incident, MESSAGE, read) or ()
            for one, tick in self.points.items():
                tick.setChecked(one in found)
        took = pace(counts(read).words)
        self.pace_line.setText(
            _("{count} ord, omkring {seconds} sekunder. Håll 40–60 ord och högst 30 sekunder.").format(
                count=took.words, seconds=took.seconds
            )
        )
        done = checked(live.incident, MESSAGE, read) is not None
        self._points.say(_("Fem punkter i texten"), _("läst") if done else _("inte läst"))
        register = live.incident.part(Requests).weighed
        weighed = register.value
        if weighed is not None and not (self.danger.hasFocus() or self.urgent.hasFocus()):
            self.danger.setChecked(weighed.danger)
            self.urgent.setChecked(weighed.urgent)
        note = _("två svar står") if register.contested else _("nedskrivet") if weighed else _("inte nedskrivet")
        self._questions.say(_("VMA eller P4?"), note)
        self._show_outcome()
        self.who_may.setText(_("Får begära: {who}.").format(who=who_may(live.plan, TextKind.VMA, live.now().date())))
        steps = steps_of(live.incident, MESSAGE)
        lines = [
            _("{step} kl. {time}, enligt {name}").format(
                step=_(STEP_NAMES[one.step]), time=at(one.at), name=live.incident.name_of(one.stamp.person)
            )
            for one in steps
        ]
        self.reports.setText("\n".join(lines))
        self.reports.setVisible(bool(lines))
        reported = {one.step for one in steps}
        left = [(str(one), _(STEP_NAMES[one])) for one in Step if one not in reported]
        self.step.fill(left, self.step.key if self.step.key in {key for key, _words in left} else "")
        for part in (self._step_field, self._end_field, self.report_button):
            part.setEnabled(message.out is not None and bool(left))
        self._show_step(self.step.key)
        self.tick()

    def tick(self) -> None:
        """Count since the call, or say what is to be done first."""
        live = self.live
        out, now = live.texts.message(MESSAGE).out, live.now()
        if out is None:
            self.timer.setText(_("Ingenting är begärt. Låt den som har delegation godkänna texten och släpp den."))
            return
        called = next((one.at for one in steps_of(live.incident, MESSAGE) if one.step is Step.CALLED), None)
        begun = called or out.stamp.at
        sentence = _("{time} sedan SOS Alarm ringdes.") if called else _("{time} sedan beslutet. Ring SOS Alarm nu.")
        words = sentence.format(time=span(now - begun))
        if out.next_update is not None:
            words = _("{words} Omprövas kl. {time}.").format(words=words, time=at(out.next_update))
        self.timer.setText(words)

    def weigh(self) -> None:
        """Write down the two answers."""
        self._do(lambda: weigh(self.live.incident, danger=self.danger.isChecked(), urgent=self.urgent.isChecked()))

    def check(self) -> None:
        """Write down which of the points the text has."""
        points = [one for one, tick in self.points.items() if tick.isChecked()]
        self._do(lambda: check_content(MESSAGE, self._shown_text, points))

    def report(self) -> None:
        """Write down the chosen step, as somebody at the telephone says it."""
        live, now = self.live, self.live.now()
        step = Step(self.step.key)
        who, wording = self.other_end.text(), self.wording.text()
        if step is Step.READ_BACK:
            said = list(self._said)
            heard = [one for one, tick in zip(said, self.heard, strict=True) if tick.isChecked()]

            def act() -> Event:
                return read_back(live.incident, MESSAGE, now, now=now, said=said, heard=heard, wording=wording, who=who)

            self._do(act)
            return
        self._do(lambda: report_step(live.incident, MESSAGE, step, now, now=now, who=who))

    def open_text(self) -> None:
        """Go to the request's text, to write, approve and release it there."""
        self.live.shown.emit("messages", MESSAGE)

    def open_notice(self) -> None:
        """Go to the text to P4, which is no VMA."""
        self.live.shown.emit("messages", NOTICE)

    def show_card(self) -> None:
        """Show the card to print or save."""
        live = self.live
        message = live.texts.message(MESSAGE)
        text = message.out.text if message.out else live.texts.text(MESSAGE).text
        show_paper(self, lambda: warning_card(live.incident, live.plan, MESSAGE, text, live.now()))

    def _do(self, act: Callable[[], Event]) -> None:
        if attempt(self, lambda: self.live.do(act())):
            told(self, _("Det står i loggen."))
            self.refresh()

    def _ask_sentences(self, said: tuple[str, ...]) -> None:
        for tick in self.heard:
            self._heard_column.removeWidget(tick)
            tick.deleteLater()
        self._said = said
        self.heard = [Tick(shorten(one, SHOWN, placeholder=" …"), self.heard_box) for one in said]
        for one, tick in zip(said, self.heard, strict=True):
            tick.setAccessibleName(one)
            tooltip(tick, one)
        for tick in self.heard:
            self._heard_column.addWidget(tick)

    def _show_step(self, key: str) -> None:
        reading = key == Step.READ_BACK and self.report_button.isEnabled()
        self.heard_box.setVisible(reading)
        self._wording_field.setVisible(reading)

    def _show_outcome(self) -> None:
        led = wanted(danger=self.danger.isChecked(), urgent=self.urgent.isChecked())
        self.outcome.setText(_("Då gäller: {wanted}.").format(wanted=_(WANTED_NAMES[led])))
