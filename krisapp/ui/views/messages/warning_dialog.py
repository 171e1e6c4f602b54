"""The dialog of a request for a VMA: who may ask for one, the text to read, and what people report has been done.

The program never sends it, and never says that it is sent (domain handbook 8.7): each step is what a person reported.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.delegation import TextKind, who_may
from krisapp.domain.messages import State
from krisapp.domain.warning import STEP_NAMES, WARNINGS, Step, report_step, steps_of
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.theme import current
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.plain import label, reader

if TYPE_CHECKING:
    from krisapp.ui.live import Live

_NEXT = {
    State.SUGGESTED: N_("Ingen har begärt något än. Gör texten, låt någon annan godkänna den, och släpp den."),
    State.DRAFT: N_("Texten är ett utkast. Öppna den, låt någon annan godkänna (A) och släpp den (S)."),
    State.APPROVED: N_("Begäran är godkänd. Släpp den (S) och ring sedan."),
    State.RELEASED: N_("Begäran är beslutad. Ring, läs upp texten och skriv här vad som har hänt."),
    State.STALE: N_("Läget har ändrats sedan begäran. Gör en ny version (U), eller rapportera vad som har hänt."),
}


class WarningDialog(Dialog):
    """Asks for the text, or reports a step. `opened` is the message to open when it is closed."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(_("Begär VMA"), parent, "")
        self._live = live
        self.opened = ""
        who = who_may(live.plan, TextKind.VMA, live.now().date())
        self.body.addWidget(label(_("Får begära: {who}.").format(who=who), self, "strong", wrap=True))
        self.which = Choice(_("Till vem"), self)
        self.which.fill([(id, title_of(live.plan, id)) for id in WARNINGS])
        self.body.addWidget(Field(_("Till vem"), self.which, self))
        self.standing = label("", self, wrap=True)
        self.body.addWidget(self.standing)
        self.text = reader(_("Texten att läsa upp"), self)
        self.body.addWidget(self.text, 1)
        self.reports = label("", self, wrap=True)
        self.body.addWidget(self.reports)
        self._form = QWidget(self)
        row = QHBoxLayout(self._form)
        row.setContentsMargins(0, 0, 0, 0)
        self.step = Choice(_("Vad har hänt"), self)
        self.time = text_field(_("Klockslag"), self)
        self.who = text_field(_("Vem i andra änden"), self)
        row.addWidget(Field(_("Vad har hänt"), self.step, self), 3)
        row.addWidget(Field(_("Klockslag"), self.time, self), 1)
        row.addWidget(Field(_("Vem i andra änden"), self.who, self), 2)
        self.body.addWidget(self._form)
        never = _(
            "Krisapp skickar aldrig ett VMA och vet inte om det är sänt. Här står bara vad någon har rapporterat."
        )
        self.body.addWidget(label(never, self, "quiet", wrap=True))
        self.which.chose.connect(self._show)
        self.resize(current().px(640), current().px(540))
        self._show(self.which.key)

    def decide(self) -> None:
        """Make the text or open it; once it is decided, report a step. Raises `Refused`."""
        id, texts = self.which.key, self._live.texts
        message = texts.message(id)
        if message.out is None:
            if message.draft.value is None:
                texts.save(id, texts.template(id, texts.stage(id)), texts.stage(id))
            self.opened = id
            return
        if not self.step.key:
            raise Refused(N_("Allt är rapporterat."))
        now = self._live.now()
        when = _moment(self.time.text(), now)
        self._live.do(report_step(self._live.incident, id, Step(self.step.key), when, now=now, who=self.who.text()))

    def _show(self, id: str) -> None:
        texts = self._live.texts
        message, state = texts.message(id), texts.state(id)
        self.standing.setText(_(_NEXT[state]))
        self.text.setPlainText(message.out.text if message.out else texts.text(id).text)
        self.text.document().setModified(False)
        done = steps_of(self._live.incident, id)
        lines = [
            _("{step} kl. {time}, enligt {name}").format(
                step=_(STEP_NAMES[one.step]), time=at(one.at), name=self._live.incident.name_of(one.stamp.person)
            )
            for one in done
        ]
        self.reports.setText("\n".join(lines))
        self.reports.setVisible(bool(lines))
        reported = {one.step for one in done}
        self.step.fill([(str(step), _(STEP_NAMES[step])) for step in Step if step not in reported])
        self._form.setVisible(message.out is not None)
        if not self.time.isModified():
            self.time.setText(at(self._live.now()))
        made = message.draft.value is not None
        words = _("Rapportera") if message.out else _("Öppna texten") if made else _("Gör texten")
        self.confirm.say(words)
        (self.step if message.out else self.confirm).setFocus()


def _moment(text: str, now: datetime) -> datetime:
    """Return the latest time of day that is written so: yesterday's when it lies ahead. Raises `Refused`."""
    digits = "".join(letter for letter in text if letter.isdigit())
    try:
        hours, minutes = int(digits[:-2]), int(digits[-2:])
        found = now.replace(hour=hours, minute=minutes, second=0, microsecond=0)
    except ValueError:
        raise Refused(N_("Skriv klockslaget som 14.10.")) from None
    return found if found <= now else found - timedelta(days=1)
