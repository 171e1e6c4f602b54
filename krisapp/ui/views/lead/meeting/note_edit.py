"""Where the minutes of a point are written (anteckningar): saved by itself, and never over what somebody else wrote.

A text is saved when the writer pauses, at the latest after a quarter of a minute, and when one leaves it: for another
point, another part of the window, or the whole incident. What another console wrote meanwhile stays: then both stand,
side by side, until somebody chooses.
"""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.leading.meeting import holding
from krisapp.domain.leading.meeting.meetings import Meetings
from krisapp.domain.register import Register
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.situation.conflict import Conflict
from krisapp.ui.widgets.compound import Compound
from krisapp.ui.widgets.plain import editor, label

PAUSE, LONGEST = 3000, 15000
"""Milliseconds without a key, and while keys come, after which a text is saved."""


class NoteEdit(Compound):
    """A text area for one point of one meeting, with what is saved beneath."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._meeting = self._point = ""
        self._sees: tuple[str, ...] = ()
        self.conflict = Conflict(self._name_of, self)
        self.area = editor("", self)
        self._saved = label("", self, "quiet")
        self._pause, self._longest = self._timer(PAUSE), self._timer(LONGEST)
        self.area.textChanged.connect(self._type)
        self.area.installEventFilter(self)
        self.conflict.chose.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.conflict)
        column.addWidget(self.area, 1)
        column.addWidget(self._saved)
        self.leads_to(self.area)

    def _timer(self, length: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(length)
        timer.timeout.connect(self.save)
        return timer

    def show_point(self, meeting: str, point: str) -> bool:
        """Show a point; return False, and stay, when what was typed at another could not be saved."""
        if (meeting, point) != (self._meeting, self._point):
            if not self.save():
                return False
            self._meeting, self._point = meeting, point
            self._take(self._register)
        register = self._register
        self.conflict.show_claims(register.claims)
        if not self.area.document().isModified() and register.heads != self._sees:
            self._take(register)
        self.area.setEnabled(not register.contested)
        self._say()
        return True

    def save(self) -> bool:
        """Save what has been typed; return whether nothing is left unsaved."""
        self._pause.stop()
        self._longest.stop()
        if not self._point or not self.area.document().isModified():
            return True
        if not self._live.has_incident or self._meeting not in self._live.incident.part(Meetings).by_id:
            return True  # the incident was left, and what was typed was saved when the focus left it
        meeting, point, text, sees = self._meeting, self._point, self.area.toPlainText(), self._sees
        if text.strip() == self._live.incident.part(Meetings).meeting(meeting).note(point):
            self.area.document().setModified(False)
            return True
        # Before the act: what the act tells comes back here as a change.
        self.area.document().setModified(False)
        if not attempt(self, lambda: self._live.do(holding.note(self._live.incident, meeting, point, text, sees))):
            self.area.document().setModified(True)
            return False
        self._sees = self._register.heads
        self._say()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the focus leaves the text, for a menu as well: it may close the incident."""
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when another part of the window is shown."""
        self.save()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Set every word."""
        self.area.setAccessibleName(_("Anteckningar"))
        self.area.setPlaceholderText(_("Skriv vad som sägs. Det sparas av sig självt."))
        self._say()

    @property
    def _register(self) -> Register[str]:
        notes = self._live.incident.part(Meetings).meeting(self._meeting).notes
        return notes.setdefault(self._point, Register())

    def _take(self, register: Register[str]) -> None:
        self._sees = register.heads
        text = register.value or ""
        if self.area.toPlainText().strip() != text or not text:
            self.area.blockSignals(True)  # noqa: FBT003 - Qt takes no name here
            self.area.setPlainText(text)
            self.area.blockSignals(False)  # noqa: FBT003 - Qt takes no name here
            self.area.moveCursor(QTextCursor.MoveOperation.End)
        self.area.document().setModified(False)

    def _type(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self._say()

    def _choose(self, value: object) -> None:
        meeting, point = self._meeting, self._point
        attempt(self, lambda: self._live.do(holding.note(self._live.incident, meeting, point, str(value))))

    def _say(self) -> None:
        typing = self.area.document().isModified()
        stands = bool(self.area.toPlainText().strip()) and self.area.isEnabled()
        words = _("Skriver …") if typing else _("Sparat") if stands else ""
        self._saved.setText(words)

    def _name_of(self, person: str) -> str:
        return self._live.incident.name_of(person)
