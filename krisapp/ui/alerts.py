"""What must be known on every screen (larmrad): a journal that does not hold, a full disk, and items just late."""

from PySide6.QtWidgets import QApplication, QWidget

from krisapp.domain import todo
from krisapp.domain.answering import enquiries
from krisapp.domain.todo import Urgency
from krisapp.domain.words import _, ngettext
from krisapp.ui.live import Live
from krisapp.ui.settings import Settings
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button

SHOWN = 2
"""How many faults are told by name; the rest are counted."""


class Alerts(Banner):
    """A line under the head, hidden while all is well. It sounds once for each item that becomes overdue (rule CH3)."""

    def __init__(self, live: Live, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._settings = live, settings
        self._late: frozenset[str] | None = None
        self._said = ""
        self._press = ""
        live.opened.connect(self._open)
        live.changed.connect(self._tell)
        live.ticked.connect(self._listen)

    def _open(self) -> None:
        self.hide()
        self._late, self._said, self._press = None, "", ""
        self._tell()

    def _tell(self) -> None:
        """Say what is wrong with the record; once said and taken away, it is not said again."""
        sentence = self._sentence()
        if sentence and sentence != self._said:
            self._said, self._press = sentence, ""
            self.say(sentence, Tone.ALARM)

    def _sentence(self) -> str:
        if not self._live.has_incident:
            return ""
        desk = self._live.desk
        if not desk.faults:
            return desk.journal.notice
        parts = [fault.sentence(desk.incident.name_of) for fault in desk.faults[:SHOWN]]
        more = len(desk.faults) - SHOWN
        if more > 0:
            parts.append(ngettext("Ett fel till finns.", "{count} fel till finns.", more).format(count=more))
        return " ".join([*parts, _("Resten av händelsen visas. Kontrollera filen med krisapp verify.")])

    def _listen(self) -> None:
        """Sound for what has become overdue since the last second; what was late at the opening is silent."""
        if not self._live.has_incident or self._live.incident.start is None:
            return
        now = self._live.now()
        waiting = todo.late(self._live.incident, now)
        press = enquiries.waiting(self._live.incident, now)[0]
        late = frozenset(one.item.id for one in waiting if one.urgency(now) is Urgency.OVERDUE)
        late |= {one.id for one in press}
        if self._late is not None and late - self._late and self._settings.sound:
            QApplication.beep()
        self._tell_press(press, self._late or frozenset())
        self._late = late

    def _tell_press(self, press: list[enquiries.Enquiry], known: frozenset[str]) -> None:
        """Say on every screen that media have waited too long (rule P47), unless something worse is said.

        Once answered it is no longer said, but the next is; taken away, only a new one is.
        """
        answered = self._press and self._press not in [one.id for one in press]
        if answered:
            self.hide()
            self._press = ""
        told = [one for one in press if answered or one.id not in known]
        if not told or (self.isVisible() and not self._press):
            return
        self._press = told[0].id
        words = _("{medium} väntar på svar: {question}")
        button = Button(_("Visa"), self._go_press, self)
        self.say(words.format(medium=told[0].asked.medium, question=told[0].asked.question), Tone.ALARM, button)

    def _go_press(self) -> None:
        self.hide()
        self._live.shown.emit("questions", self._press)
