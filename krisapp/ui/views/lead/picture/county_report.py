"""The situation report to the county board (lägesrapporten) in one row: how it stands, and what can be done with it.

It is a text of the matrix like any other: written from the fact sheet and the judgement, approved by a second person,
released and logged in Budskap. The program never says that it was sent: a person does.
"""

from PySide6.QtWidgets import QWidget

from krisapp.domain.language.clock import moment
from krisapp.domain.messages import STATE_NAMES, message_id
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.messages.acts import Acts
from krisapp.ui.views.messages.cells import LOOKS
from krisapp.ui.views.messages.standing import standing
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label

REPORT = message_id("E4", "C17")
"""The cell of partners and authorities, situation report."""


class CountyReport(QWidget):
    """Tells the report's number, state and next time; opens, copies and saves it."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._name = label("", self, "strong")
        self._state = Chip(Mark("", Tone.NEUTRAL, Shape.RING), self)
        self._due = label("", self, "quiet")
        self._acts = Acts(live, self)
        self.open_button = Button("", self.open, self, icon="messages")
        self.copy_button = Button("", self._copy, self, icon="copy")
        self.paste_button = Button("", self.paste, self)
        self.file_button = Button("", self._save, self, icon="document")
        flow = Flow(self)
        for part in (self._name, self._state, self._due):
            flow.addWidget(part)
        for button in (self.open_button, self.copy_button, self.paste_button, self.file_button):
            flow.addWidget(button)

    def refresh(self) -> None:
        """Show how the report stands."""
        texts, incident = self._live.texts, self._live.incident
        message = incident.message(REPORT)
        state = texts.state(REPORT)
        self._name.setText(_("Lägesrapport {number} till länsstyrelsen").format(number=message.number))
        mark = Mark(_(STATE_NAMES[state]), *LOOKS[state])
        if mark != self._state.mark:
            self._state.show_mark(mark)
        due = incident.sheet.next_report or incident.sheet.next_update
        self._due.setText(
            _("nästa {time}").format(time=moment(due.astimezone(self._live.now().tzinfo), self._live.now()))
            if due
            else _("ingen tid för nästa är satt")
        )

    def open(self) -> None:
        """Go to the report where it is edited, approved and released."""
        self._live.shown.emit("messages", REPORT)

    def paste(self) -> None:
        """Copy the report part by part, into the fields of WIS or another system."""
        from krisapp.ui.views.lead.picture.pasting_dialog import PastingDialog  # here: the picture does not wait for it

        def show() -> None:
            one = standing(self._live, REPORT)
            dialog = PastingDialog(self._live, one.text, self, approved=one.approved)
            dialog.run()
            dialog.deleteLater()

        attempt(self, show)

    def retranslate(self) -> None:
        """Set every word."""
        self.open_button.say(_("Öppna rapporten  (F7)"))
        self.copy_button.say(_("Kopiera"))
        self.paste_button.say(_("Klistra i WIS …"))
        self.file_button.say(_("Spara …"))

    def refuse(self, sentence: str) -> None:
        """Say where the state stands why it was not done."""
        self._due.setText(sentence)

    def _copy(self) -> None:
        self._acts.copy([REPORT])

    def _save(self) -> None:
        self._acts.save([REPORT])
