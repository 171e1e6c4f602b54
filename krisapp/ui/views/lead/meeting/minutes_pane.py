"""The minutes of a meeting that has ended (mötesanteckningar): to read, copy, save as PDF, and go on with."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.documents.frame import file_name
from krisapp.documents.minutes import minutes_paper, minutes_text, title_of
from krisapp.documents.paper import Paper
from krisapp.domain.leading.meeting.meetings import Meeting, Meetings
from krisapp.domain.words import _
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.views.saving import Saving, ask_path
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import reader

INTERNAL, OPEN = "internal", "open"


class MinutesPane(QWidget):
    """Shows the minutes of one meeting; `go_on` asks to go on with it."""

    go_on = Signal()

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._id = live, ""
        self._saving = Saving(self)
        self._saving.saved.connect(self._tell_saved)
        self.text = reader("", self)
        self.reader = Choice("", self)
        self.reader.chose.connect(self._choose)
        self.copy_button = Button("", self.copy, self, icon="copy")
        self.paper_button = Button("", self.keep_paper, self, icon="document")
        self.go_on_button = Button("", self._go_on, self, icon="refresh")
        acts = Flow()
        for button in (self.reader, self.copy_button, self.paper_button, self.go_on_button):
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(acts)
        column.addWidget(self.text, 1)

    @property
    def meeting(self) -> Meeting | None:
        """Return the meeting whose minutes are shown."""
        return self._live.incident.part(Meetings).by_id.get(self._id)

    def show_meeting(self, id: str) -> None:
        """Show the minutes of a meeting."""
        self._id = id
        words = self._words()
        if self.text.toPlainText() != words:
            self.text.setPlainText(words)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def copy(self) -> None:
        """Copy the minutes as text."""
        QGuiApplication.clipboard().setText(self._words())
        told(self, _("Mötesanteckningarna är kopierade."))

    def keep_paper(self) -> None:
        """Save the minutes as PDF; the work is done away from the window."""
        meeting = self.meeting
        if meeting is None:
            return
        incident = self._live.incident
        name = f"{incident.id} {title_of(incident, meeting)}.pdf"
        path = ask_path(self, _("Spara mötesanteckningarna"), name)
        if path is None:
            return
        paper = minutes_paper(incident, meeting, _code(meeting), internal=self._internal)

        def make() -> bytes:
            from krisapp.documents.pdf import (
                compile_pdf,
            )  # here: its engine is large, and most meetings are not printed

            return compile_pdf("report", paper)

        self._saving.begin(path, make)

    def print(self, meeting: Meeting) -> None:
        """Show the minutes of a meeting to be printed, in the version that is chosen, or as they stand so far."""
        incident = self._live.incident
        paper = minutes_paper(incident, meeting, _code(meeting), internal=self._internal)
        title = title_of(incident, meeting)
        show_paper(self, lambda: Paper(title=title, file_name=file_name(incident.id, title), data=paper))

    def retranslate(self) -> None:
        """Set every word."""
        self.text.setAccessibleName(_("Mötesanteckningar"))
        self.reader.setAccessibleName(_("Version för"))
        self.reader.fill([(INTERNAL, _("Intern version")), (OPEN, _("Öppen version"))])
        self.copy_button.say(_("Kopiera"))
        self.paper_button.say(_("Spara som PDF …"))
        self.go_on_button.say(_("Fortsätt mötet"))

    def _go_on(self) -> None:
        self.go_on.emit()

    def _words(self) -> str:
        meeting = self.meeting
        if meeting is None:
            return ""
        return minutes_text(self._live.incident, meeting, _code(meeting), internal=self._internal)

    @property
    def _internal(self) -> bool:
        return self.reader.key != OPEN

    def _choose(self, _key: str) -> None:
        self.show_meeting(self._id)

    def _tell_saved(self, _path: object, _content: object) -> None:
        told(self, _("Mötesanteckningarna är sparade som PDF."))


def _code(meeting: Meeting) -> str:
    return meeting.closed.code if meeting.closed else ""
