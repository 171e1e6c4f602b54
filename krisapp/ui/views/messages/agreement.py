"""Keeps watch over whether the texts agree (samstämmighet), and says on the page when they do not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from krisapp.compose.agreement import contradictions
from krisapp.domain.consistency.contradiction import Contradiction
from krisapp.domain.words import _, ngettext
from krisapp.ui.background import Job
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.messages.contradictions import ContradictionsDialog
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.views.messages.sweep import Sweep
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from krisapp.ui.live import Live

LONGEST = 60
"""Characters of the words that a line repeats."""

PAUSE = 400
"""Milliseconds without a change before the texts are compared: typing and a row of saves are one change."""


class Agreement(QWidget):
    """Compares all texts after each change, away from the window; hidden while they agree.

    `wanted` gives a message somebody wants to open, and the words to look at in it. `compared` tells that a comparison
    is done.
    """

    wanted = Signal(str, str)
    compared = Signal()

    def __init__(self, live: "Live", sweep: Sweep, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._sweep = live, sweep
        self._job: Job | None = None
        self._asked: object = None
        self._known: object = None
        self.banner = Banner(self, closes=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._compare)
        self.hide()

    @property
    def found(self) -> tuple[Contradiction, ...]:
        """Return what the latest comparison found."""
        return self._live.texts.contradictions if self._live.has_incident else ()

    def look(self) -> None:
        """Compare the texts again if anything has changed, when nothing more does for a while."""
        if not self._live.has_incident:
            self._timer.stop()
            self._known = None
            self.hide()
        elif self._key() != self._known:
            self._timer.start()

    def open(self) -> None:
        """Show both sides of each contradiction, or say that there is none."""
        if not self._live.has_incident:
            return
        if not self.found:
            done = self._known == self._key()
            told(self, _("Inga motsägelser: texterna säger samma sak.") if done else _("Texterna jämförs, vänta lite."))
            return
        dialog = ContradictionsDialog(self._live, self.found, self)
        if dialog.run():
            self.wanted.emit(*dialog.chosen)
        dialog.deleteLater()

    def _key(self) -> object:
        incident = self._live.incident
        drafts = tuple((id, message.draft.value) for id, message in sorted(incident.messages.items()))
        return incident, incident.version, drafts

    def _compare(self) -> None:
        """Ask for a comparison; while texts are still being looked through, or another runs, a little later."""
        if not self._live.has_incident:
            return
        if self._job is not None or self._sweep.busy:
            self._timer.start()
            return
        self._asked = self._key()
        drafts, sheet, plan = self._live.texts.drafts(), self._live.incident.sheet, self._live.plan
        self._job = Job(lambda: contradictions(drafts, sheet, plan), self)
        self._job.done.connect(self._arrive)
        self._job.start()

    def _arrive(self, found: object) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if not self._live.has_incident or not isinstance(found, tuple):
            return
        if self._asked != self._key():
            self._timer.start()
            return
        self._known = self._asked
        self._live.texts.contradictions = found
        self._say()
        self.compared.emit()

    def _say(self) -> None:
        """Say how many contradictions there are, and where the first is."""
        found = self.found
        self.setVisible(bool(found))
        if not found:
            return
        count = ngettext("{count} motsägelse", "{count} motsägelser", len(found)).format(count=len(found))
        words = _("{count} i texterna. Den första står i {where}: ”{text}”.").format(
            count=count, where=title_of(self._live.plan, found[0].id), text=shortened(found[0].text)
        )
        if self.banner.isHidden() or self.banner.text != words:
            self.banner.say(words, Tone.ALARM, Button(_("Jämför … (M)"), self.open, self.banner))


def point_at(source: QPlainTextEdit, words: str) -> None:
    """Choose words in a text that is open, where they stand as they are; what a blank gives is not in the source."""
    source.moveCursor(QTextCursor.MoveOperation.Start)
    source.find(words, QTextDocument.FindFlag.FindCaseSensitively)


def shortened(text: str) -> str:
    """Return words that fit in a line."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
