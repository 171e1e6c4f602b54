"""Meeting other consoles (möt andra konsoler): choose the stick or folder, meet, and read what came of it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from krisapp.domain.words import Refused, _
from krisapp.ui.live import Live
from krisapp.ui.settings import Settings
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.consoles.folder_choice import FolderChoice
from krisapp.ui.views.consoles.meetings import EVERY, Meetings, Outcome
from krisapp.ui.views.consoles.words import CHOOSE, COLUMNS, COPIED, Said, said, said_key
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Tick
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.way import WayBar
from krisapp.ui.widgets.wrapped_list import WrappedList


class MeetingDialog(Dialog):
    """Stays open through the meeting and shows what came of it. Closing it does not stop a meeting."""

    def __init__(self, live: Live, settings: Settings, meetings: Meetings, parent: QWidget) -> None:
        super().__init__(_("Möt andra konsoler"), parent, _("Möt nu"))
        self._live, self._settings, self._meetings = live, settings, meetings
        self.setMinimumSize(current().px(640), current().px(520))
        words = _(
            "Det som skrivits här lämnas på minnet, och det andra har skrivit hämtas. Inget skrivs över: är två "
            "uppgifter olika står båda kvar tills någon väljer. Det som ligger på minnet är inte låst: var rädd om det."
        )
        self.body.addWidget(label(words, self, "quiet", wrap=True))
        self.place = FolderChoice(settings.meeting, self)
        self.body.addWidget(self.place)
        words = _("Möt mappen av sig självt var {seconds}:e sekund").format(seconds=EVERY // 1000)
        self.by_itself = Tick(words, self)
        self.by_itself.setChecked(settings.meets_by_itself)
        self.by_itself.toggled.connect(self._keep_on)
        self.body.addWidget(self.by_itself)
        self.bar = WayBar(_("Hur långt mötet har kommit"), self)
        self.body.addWidget(self.bar)
        self.model = RowsModel[Said](COLUMNS, said_key, self)
        self.list = WrappedList(self.model, _("Vad mötet gav"), self)
        self.list.opened.connect(self._open)
        self.body.addWidget(self.list, 1)
        self.wants_choice = self.wants_name = False
        self.wants_plan: Path | None = None
        self.cancel.say(_("Stäng"))
        meetings.ended.connect(self._end)
        meetings.failed.connect(self._fail)
        meetings.stopped.connect(self._stopped)
        self._show_busy()
        self.place.folder.setFocus()

    def press(self) -> None:
        """Meet, or stop the meeting that is held."""
        if self._meetings.busy:
            self._meetings.stop()
            return
        self.banner.hide()
        try:
            path = self.place.path
        except Refused as no:
            self.place.field.refuse(str(no))
            return
        self.place.field.clear_fault()
        self._remember()
        self.model.feed([])
        self._meetings.begin(path)
        self._show_busy()

    def reject(self) -> None:
        """Close; a meeting that is held goes on, and the folder that was written is remembered."""
        self._remember()
        super().reject()

    def _remember(self) -> None:
        self._settings.meeting = self.place.folder.text().strip()
        self.place.folder.setModified(False)

    def _keep_on(self, on: bool) -> None:
        self._remember()
        self._settings.meets_by_itself = on
        self._meetings.keep_on()

    def _end(self, outcome: object) -> None:
        assert isinstance(outcome, Outcome)
        incident = self._live.incident
        rows = said(outcome, incident.name_of, self._live.now())
        self.model.feed(rows)
        self.list.choose(said_key(rows[0]))
        self._show_busy()
        self.list.setFocus()

    def _open(self, row: object) -> None:
        """Go on to the conflicts, a plan or a name of its own from the row that tells of them."""
        if isinstance(row, Said) and row.mark.word == _(CHOOSE):
            self.wants_choice = True
            self.reject()
        elif isinstance(row, Said) and row.mark.word == _(COPIED):
            self.wants_name = True
            self.reject()
        elif isinstance(row, Said) and row.plan is not None:
            self.wants_plan = row.plan
            self.reject()

    def _fail(self, error: object) -> None:
        self._show_busy()
        self.refuse(_("Mötet gick inte: {reason} Det som hann lämnas och hämtas är kvar.").format(reason=error))

    def _stopped(self) -> None:
        self._show_busy()
        self.banner.say(_("Avbrutet. Det som hann lämnas och hämtas är kvar; möt igen för resten."), Tone.INFO)

    def _show_busy(self) -> None:
        busy = self._meetings.busy
        self.bar.follow(self._meetings.way if busy else None)
        self.list.setVisible(bool(self.model.rows))
        self.confirm.say(_("Avbryt mötet") if busy else _("Möt nu"))
