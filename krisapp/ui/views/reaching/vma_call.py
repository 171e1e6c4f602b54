"""The call to SOS Alarm (samtalet), a card of P4 och VMA: its form, each step as it is reported, and what follows.

The program sends nothing. Each step is what a person has reported (domain handbook 8.7).
"""

from collections.abc import Callable
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.documents.warning_card import CALLS
from krisapp.domain.checks import Stage
from krisapp.domain.delegation import TextKind, who_may
from krisapp.domain.warning import STEP_NAMES, Step, WarningReported, report_step, steps_of, withdraw_step
from krisapp.domain.warning_form import Forms, form_lines, form_of
from krisapp.domain.warning_reading import SentenceHeard, heard_of
from krisapp.domain.warning_request import read_back
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card, rule
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, tooltip

if TYPE_CHECKING:
    from krisapp.ui.live import Live

SHOWN = 46
"""Signs of a sentence that stand beside its box; the whole stands to the left and is said by a screen reader."""

FOLLOWS = (Stage.UPDATE, Stage.ALL_CLEAR, Stage.FINAL)
"""The texts that may follow a request."""


class CallCard(Card):
    """What has been done by telephone, and the next step. `changed` is called when something was written down."""

    def __init__(
        self, live: "Live", changed: Callable[[], None], follow: Callable[[Stage], None], parent: QWidget
    ) -> None:
        super().__init__("", parent)
        self._live, self._changed = live, changed
        self._message = ""
        self._said: tuple[str, ...] = ()
        self.who_may = label("", self, wrap=True)
        self.form_line = label("", self, wrap=True)
        self.form_button = Button("", self.fill_in, self)
        self.reports = label("", self, "strong", wrap=True)
        self.step = Choice("", self)
        self.time, self.other_end, self.wording = (text_field("", self) for _number in range(3))
        self._step_field, self._time_field = Field("", self.step, self), Field("", self.time, self)
        self._end_field, self._wording_field = Field("", self.other_end, self), Field("", self.wording, self)
        self.heard_box = QWidget(self)
        self._heard_column = QVBoxLayout(self.heard_box)
        self._heard_column.setContentsMargins(0, 0, 0, 0)
        self.heard: list[Tick] = []
        self.report_button = Button("", self.report, self, "primary")
        self.back_button = Button("", self.take_back, self)
        self.follow = {stage: Button("", partial(follow, stage), self) for stage in FOLLOWS}
        self._after = label("", self, "strong")
        self._rule = rule(self)
        self.order = label("", self, "quiet", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._time_field, 1)
        row.addWidget(self._end_field, 3)
        acts, after = Flow(), Flow()
        acts.addWidget(self.report_button)
        acts.addWidget(self.back_button)
        for button in self.follow.values():
            after.addWidget(button)
        self.head(self.form_button)
        above: tuple[QWidget, ...] = (self.who_may, self.form_line, self._rule, self.reports, self._step_field)
        for part in above:
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self.heard_box)
        self.body.addWidget(self._wording_field)
        self.body.addLayout(acts)
        self.body.addWidget(self._after)
        self.body.addLayout(after)
        self.body.addWidget(self.order)
        self.step.chose.connect(self._show_step)

    def retranslate(self) -> None:
        """Set every word."""
        self.say(_("Samtalet"))
        self.form_button.say(_("Formulär … (F4)"))
        self._step_field.say(_("Vad har hänt"))
        self._time_field.say(_("Klockan"))
        self.time.setPlaceholderText(_("nu"))
        self._end_field.say(_("Vem i andra änden"))
        self._wording_field.say(_("Sveriges Radios ordalydelse"), _("Bara om den blev en annan."))
        self.report_button.say(_("Rapportera"))
        self.back_button.say(_("Stryk senaste steget"))
        self._after.setText(_("Det som följer"))
        self.follow[Stage.UPDATE].say(_("Uppdatera …"))
        self.follow[Stage.ALL_CLEAR].say(_("Faran över …"))
        self.follow[Stage.FINAL].say(_("Avsluta …"))
        never = _(
            "Krisapp skickar aldrig ett VMA och vet inte om det är sänt. Här står bara vad någon har rapporterat."
        )
        calls = (f"{number}. {_(one)}" for number, one in enumerate(CALLS, 1))
        self.order.setText("\n".join((*calls, never)))

    def show_message(self, message: str, said: tuple[str, ...]) -> None:
        """Show how far the request of a message has come; `said` are the sentences that are read."""
        live, out = self._live, self._live.texts.message(message).out
        if message != self._message:
            self._message = message
            for line in (self.time, self.other_end, self.wording):
                line.clear()
        if said != self._said:
            self._ask_sentences(said)
        self.who_may.setText(_("Får begära: {who}.").format(who=who_may(live.plan, TextKind.VMA, live.now().date())))
        filled = form_lines(form_of(live.incident, message))
        lines = [f"{name}: {value}" for name, value in filled]
        if live.incident.part(Forms).of(message).contested:
            lines.insert(0, _("Två formulär står mot varandra. Öppna och spara det som gäller."))
        self.form_line.setText(" · ".join(lines) or _("Formuläret är tomt: motringning, räddningsledare, telefoner."))
        steps = steps_of(live.incident, message)
        told_steps = (
            _("{step} kl. {time}, enligt {name}").format(
                step=_(STEP_NAMES[one.step]), time=at(one.at), name=live.incident.name_of(one.stamp.person)
            )
            for one in steps
        )
        self.reports.setText("\n".join(told_steps))
        reported = {one.step for one in steps}
        left = [(str(one), _(STEP_NAMES[one])) for one in Step if one not in reported]
        self.step.fill(left, self.step.key if self.step.key in {key for key, _words in left} else "")
        heard = heard_of(live.incident, message)
        for one, tick in zip(self._said, self.heard, strict=True):
            tick.setChecked(one in heard)
        for part in (self._rule, self._step_field, self._time_field, self._end_field, self.report_button, self._after):
            part.setVisible(out is not None)
        for button in self.follow.values():
            button.setVisible(out is not None)
        self.who_may.setVisible(Step.CALLED not in reported)
        self.reports.setVisible(bool(steps))
        self.back_button.setVisible(bool(steps))
        self.report_button.setEnabled(bool(left))
        self._show_step(self.step.key)

    def fill_in(self) -> None:
        """Fill in the form (F4)."""
        from krisapp.ui.views.reaching.vma_form import RequestForm  # here: the page is shown before it is filled in

        dialog = RequestForm(self._live, self._message, self)
        if dialog.run():
            told(self, _("Formuläret är sparat och står på kortet."))
            self._changed()
        dialog.deleteLater()

    def report(self) -> None:
        """Write down the chosen step, as somebody at the telephone says it."""
        live, made = self._live, list[WarningReported]()
        step, message = Step(self.step.key), self._message

        def act() -> None:
            now = live.now()
            when, who = read_time(self.time.text(), now), self.other_end.text()
            if step is Step.READ_BACK:
                heard = [one for one, tick in zip(self._said, self.heard, strict=True) if tick.isChecked()]
                wording = self.wording.text()
                made.append(
                    read_back(
                        live.incident, message, when, now=now, said=self._said, heard=heard, wording=wording, who=who
                    )
                )
            else:
                made.append(report_step(live.incident, message, step, when, now=now, who=who))
            live.do(made[-1])

        if attempt(self, act):
            self.time.clear()
            told(self, _("Det står i loggen."), partial(self._withdraw, message, step))
            self._changed()

    def take_back(self) -> None:
        """Take back the step that was reported last and that nothing rests on."""
        done = {one.step for one in steps_of(self._live.incident, self._message)}
        self._withdraw(self._message, next(one for one in reversed(Step) if one in done))

    def _withdraw(self, message: str, step: Step) -> None:
        live = self._live
        if attempt(self, lambda: live.do(withdraw_step(live.incident, message, step))):
            told(self, _("Steget är struket. Båda raderna står kvar i loggen."))
            self._changed()

    def _ask_sentences(self, said: tuple[str, ...]) -> None:
        for tick in self.heard:
            self._heard_column.removeWidget(tick)
            tick.deleteLater()
        self._said = said
        self.heard = [Tick(shorten(one, SHOWN, placeholder=" …"), self.heard_box) for one in said]
        for one, tick in zip(said, self.heard, strict=True):
            tick.setAccessibleName(one)
            tooltip(tick, one)
            tick.clicked.connect(partial(self._hear, one, tick))
            self._heard_column.addWidget(tick)

    def _hear(self, sentence: str, tick: Tick) -> None:
        live, message = self._live, self._message
        out = live.texts.message(message).out
        if out is not None:
            happened = SentenceHeard(message, out.number, sentence, tick.isChecked())
            attempt(self, lambda: live.do(happened))

    def _show_step(self, key: str) -> None:
        reading = key == Step.READ_BACK and not self._step_field.isHidden()
        self.heard_box.setVisible(reading)
        self._wording_field.setVisible(reading)
