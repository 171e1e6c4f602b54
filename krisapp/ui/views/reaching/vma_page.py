"""The page P4 och VMA: whether to ask for a warning, the text to read with its names, and the call step by step.

The program sends nothing. Each step is what a person has reported (domain handbook 8.7).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.channels.vma_request import LEAST_WORDS, MOST_WORDS
from krisapp.documents.warning_card import read_aloud, said, sentences, spelled_in, warning_card
from krisapp.domain.checks import Stage
from krisapp.domain.events import Event
from krisapp.domain.language.lix import counts
from krisapp.domain.messages import STATE_NAMES
from krisapp.domain.warning import WARNINGS, Step, steps_of
from krisapp.domain.warning_request import pace
from krisapp.domain.words import N_, _
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.views.reaching.alert_reading import CapReading
from krisapp.ui.views.reaching.vma_call import CallCard
from krisapp.ui.views.reaching.vma_files import CapSaving
from krisapp.ui.views.reaching.vma_weighing import FivePoints, Questions
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.clock import at, span
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import Elided, label, reader

if TYPE_CHECKING:
    from krisapp.ui.live import Live

NOTICE = "E1-C15.sv"


class VmaPage(TabPage):
    """Left the text that is read; right the two questions, the five points, and what has been done by telephone."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self._read = ""
        self.which = Choice("", self)
        self.standing = label("", self, "strong")
        self.timer = label("", self, "quiet", wrap=True)
        self.text = reader("", self)
        self.text.setProperty("voice", "aloud")
        self.pace_line = Elided("", self, "quiet")
        self.open_button = Button("", self.open_text, self, "primary")
        self.card_button = Button("", self.show_card, self)
        self.read_button = Button("", self.read_large, self)
        self.saving = CapSaving(live, self, lambda: self.message)
        right = QWidget(self)
        self.reading = CapReading(live, right)
        self.questions = Questions(live, self._do, self.open_notice, right)
        self.points = FivePoints(live, self._do, right)
        self.call = CallCard(live, self.refresh, self.follow, right)
        self.others = Card("", right)
        self._others_line = label("", self.others, "quiet", wrap=True)
        self.others.body.addWidget(self._others_line)
        self.others.body.addWidget(self.reading.button)
        self._column = QVBoxLayout(right)
        self._lay_out(right)
        self.which.chose.connect(self._choose)
        self.command(N_("Kortet för VMA"), "Ctrl+P", self.show_card)
        self.command(N_("Läs över hela skärmen"), "F11", self.read_large)
        self.command(N_("Formuläret för begäran om VMA"), "F4", self.call.fill_in)

    def _lay_out(self, right: QWidget) -> None:
        head, acts = QHBoxLayout(), Flow()
        head.setSpacing(Space.M)
        head.addWidget(self.which)
        head.addWidget(self.standing)
        head.addWidget(self.pace_line, 1)
        for button in (self.open_button, self.card_button, self.read_button, self.saving.button):
            acts.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addLayout(head)
        left.addWidget(self.timer)
        left.addWidget(self.text, 1)
        left.addLayout(acts)
        self._column.setContentsMargins(0, 0, Space.S, 0)
        self._column.setSpacing(Space.S)
        for card in (self.questions, self.points, self.call, self.others):
            self._column.addWidget(card)
        self._column.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.L)
        whole.addLayout(left, 1)
        whole.addWidget(scrolled(right, self), 1)

    @property
    def message(self) -> str:
        """Return the request that is shown: to residents, or to those who are there for the season."""
        return self.which.key or WARNINGS[0]

    def start(self) -> None:
        """Begin where there is something to do: at the two questions, and once it is decided at the call."""
        decided = self.live.texts.message(self.message).out is not None
        (self.call.step if decided else self.questions.danger).setFocus()

    def show_item(self, key: str) -> None:
        """Show the request of a message."""
        if key in WARNINGS:
            self.which.choose(key)
            self.refresh()
            self.start()

    def retranslate(self) -> None:
        """Set every word."""
        self.which.setAccessibleName(_("Till vem"))
        self.text.setAccessibleName(_("Texten att läsa upp"))
        self._read = ""  # the words between text and names are of the language
        self.open_button.say(_("Öppna texten"))
        self.card_button.say(_("Kort … (Ctrl+P)"))
        self.others.say(_("Andras varningar"))
        self._others_line.setText(_("En CAP-fil från SMHI eller en granne blir okontrollerade rapporter i Inkommande."))
        self.read_button.say(_("Läs stort (F11)"))
        for part in (self.saving, self.reading, self.questions, self.points, self.call):
            part.retranslate()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live = self.live
        self.which.fill([(id, title_of(live.plan, id)) for id in WARNINGS])
        message, state = live.texts.message(self.message), live.texts.state(self.message)
        self.standing.setText(_(STATE_NAMES[state]))
        text = self._text()
        read = said(text, exercise=live.incident.exercise)
        if read != self._read:
            self._read = read
            names = [f"{name}: {letters}" for name, letters in spelled_in(text, live.plan)]
            self.text.setPlainText("\n".join((read, "", _("Namnen bokstav för bokstav"), *names)))
        took = pace(counts(read_aloud(text)).words)
        fits = LEAST_WORDS <= took.words <= MOST_WORDS
        words = _("{count} ord, {seconds} sekunder") if fits else _("{count} ord. Håll 40–60.")
        self.pace_line.setText(words.format(count=took.words, seconds=took.seconds))
        self.pace_line.speak("quiet" if fits else "fault")
        self.questions.refresh()
        self.points.show_text(self.message, read_aloud(text))
        self.call.show_message(self.message, sentences(text, exercise=live.incident.exercise))
        first = self.call if message.out else self.questions
        if self._column.indexOf(first) != 0:
            self._column.insertWidget(0, first)
        self.tick()

    def tick(self) -> None:
        """Count since the call, or say what is to be done first."""
        live = self.live
        out, now = live.texts.message(self.message).out, live.now()
        if out is None:
            self.timer.setText(_("Ingenting är begärt. Låt den som har delegation godkänna texten och släpp den."))
            return
        called = next((one.at for one in steps_of(live.incident, self.message) if one.step is Step.CALLED), None)
        begun = called or out.stamp.at
        sentence = _("{time} sedan SOS Alarm ringdes.") if called else _("{time} sedan beslutet. Ring SOS Alarm nu.")
        words = sentence.format(time=span(now - begun))
        if out.next_update is not None:
            words = _("{words} Omprövas kl. {time}.").format(words=words, time=at(out.next_update))
        self.timer.setText(words)

    def open_text(self) -> None:
        """Go to the request's text, to write, approve and release it there."""
        self._open(self.message)

    def open_notice(self) -> None:
        """Go to the text to P4, which is no VMA."""
        self._open(NOTICE)

    def follow(self, stage: Stage) -> None:
        """Make the text that follows at a stage, and go to it to have it approved and released."""
        from krisapp.ui.views.messages.renewing import Renewing  # here: few requests are followed at once

        dialog = Renewing(self.live, [self.message], self, stage)
        made = dialog.run()
        dialog.deleteLater()
        if made:
            self.open_text()

    def show_card(self) -> None:
        """Show the card to print or save."""
        live, message, text = self.live, self.message, self._text()
        show_paper(self, lambda: warning_card(live.incident, live.plan, message, text, live.now()))

    def read_large(self) -> None:
        """Show the text over the whole screen, a sentence at a time, with its names spelled."""
        from krisapp.ui.views.messages.reading import Reading  # here: the page is shown before it is read

        known = [place.name for place in self.live.plan.places]
        reading = Reading(title_of(self.live.plan, self.message), self._read, "C15", self, known=known)
        reading.setModal(True)  # before it is shown, for afterwards it would be too late
        reading.showFullScreen()
        reading.exec()
        reading.deleteLater()

    def _text(self) -> str:
        """Return the text that was decided, or what would be asked for as things stand."""
        out = self.live.texts.message(self.message).out
        return out.text if out else self.live.texts.text(self.message).text

    def _open(self, id: str) -> None:
        """Go to a text; one that exists by decision only is begun, for asking for it is that decision."""
        texts = self.live.texts
        stage = texts.stage(id)
        if id in texts.ids() or attempt(self, lambda: texts.save(id, texts.template(id, stage), stage)):
            self.live.shown.emit("messages", id)

    def _choose(self, _key: str) -> None:
        self.refresh()

    def _do(self, act: Callable[[], Event]) -> None:
        if attempt(self, lambda: self.live.do(act())):
            told(self, _("Det står i loggen."))
            self.refresh()
