"""Joining an incident that others began (gå med i en händelse): what lies on a medium, and taking part in it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from krisapp.domain.words import N_, Refused, _
from krisapp.exchanging import Lies, Stopped, join, lies
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.consoles.folder_choice import FolderChoice
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.way import Way, WayBar


class JoinRow(NamedTuple):
    """An incident on the medium; `here` when this machine has it already."""

    lies: Lies
    here: bool
    now: datetime


def _name(row: JoinRow) -> str:
    return row.lies.name or row.lies.id


def _detail(row: JoinRow) -> str:
    alarm = _("larm {time}").format(time=when(row.lies.alarm_at, row.now)) if row.lies.alarm_at else ""
    return " · ".join(part for part in (row.lies.id, alarm, _("finns redan här") if row.here else "") if part)


def _mark(row: JoinRow) -> Mark:
    if row.lies.exercise:
        return Mark(_("ÖVNING"), Tone.INFO, Shape.SQUARE)
    return Mark(_("skarpt"), Tone.NEUTRAL, Shape.DOT)


def row_key(row: JoinRow) -> str:
    """Return what names a row."""
    return row.lies.id


COLUMNS = (Column[JoinRow](N_("Händelse"), _name, mark=_mark, detail=_detail),)


class JoinDialog(Dialog):
    """Choose a medium and an incident on it. `path` is the file when the dialog has been confirmed."""

    def __init__(self, live: Live, folder: str, parent: QWidget) -> None:
        super().__init__(_("Gå med i en händelse"), parent, _("Gå med"))
        self._live = live
        self.path: Path | None = None
        self._medium = Path()
        self._way: Way | None = None
        self.setMinimumSize(current().px(600), current().px(400))
        words = _("Den som startade händelsen möter ett minne eller en mapp. Välj samma ställe här.")
        self.body.addWidget(label(words, self, "quiet", wrap=True))
        self.place = FolderChoice(folder, self)
        self.place.took.connect(self.look)
        self.place.folder.editingFinished.connect(self.look)
        self.body.addWidget(self.place)
        self.model = RowsModel[JoinRow](COLUMNS, row_key, self)
        self.list = RowList(self.model, _("Händelser på minnet"), self)
        self.list.opened.connect(self.press)
        self.empty = label("", self, "quiet", wrap=True)
        self.bar = WayBar(_("Hur långt det har kommit"), self)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self._show()
        self.place.folder.setFocus()
        if folder:
            self.look()

    def look(self) -> None:
        """Find the incidents of the medium, in the background."""
        folder = self.place.folder.text().strip()
        if not folder or self._way or Path(folder) == self._medium:
            return
        self._medium = Path(folder)
        self._do(partial(lies, self._medium), self._found)

    def press(self) -> None:
        """Join the chosen incident, and close when its file is here; while it is fetched, stop that."""
        if self._way is not None:
            self._way.stop()
            return
        row = self.list.current
        try:
            if not isinstance(row, JoinRow):
                self.look()
                raise Refused(N_("Välj den händelse du ska gå med i."))
            if row.here:
                raise Refused(N_("Händelsen finns redan här. Öppna den, och möt minnet därifrån."))
        except Refused as no:
            self.refuse(str(no))
            return
        self.banner.hide()
        self.place.folder.setModified(False)
        way = Way()
        self._do(partial(self._join, row.lies.id, way), self._joined, way)

    def reject(self) -> None:
        """Leave; what is being fetched is stopped and leaves nothing behind."""
        if self._way is not None:
            self._way.stop()
        self.place.folder.setModified(False)
        super().reject()

    def _join(self, id: str, way: Way) -> Path | None:
        try:
            return join(self._live.workplace, id, self._medium, way.go_on)
        except Stopped:
            return None

    def _do(self, work: Callable[[], object], then: Callable[[object], None], way: Way | None = None) -> None:
        self._way = way or Way()
        self._show()
        job = Job(work, self)
        job.done.connect(then)
        job.failed.connect(self._fail)
        job.start()

    def _found(self, found: object) -> None:
        assert isinstance(found, list)
        self._way = None
        here = {known.id for known in self._live.workplace.incidents()}
        rows = [JoinRow(one, one.id in here, self._live.now()) for one in found]
        self.model.feed(rows)
        self._show()
        fresh = [row for row in rows if not row.here] or rows
        if fresh:
            self.list.choose(row_key(fresh[0]))
            self.list.setFocus()

    def _joined(self, path: object) -> None:
        self._way = None
        self._show()
        if isinstance(path, Path):
            self.path = path
            self.accept()
        else:
            self.banner.say(_("Avbrutet. Inget lades till här."), Tone.INFO)

    def _fail(self, error: object) -> None:
        self._way = None
        self._medium = Path()
        self._show()
        self.refuse(str(error))

    def _show(self) -> None:
        busy = self._way is not None
        self.bar.follow(self._way)
        self.list.setVisible(bool(self.model.rows))
        looked = self._medium != Path() and not self.model.rows and not busy
        self.empty.setText(
            _("Ingen händelse ligger där än. Be den som leder att välja Möt andra konsoler med samma minne.")
            if looked
            else ""
        )
        self.empty.setVisible(looked)
        self.confirm.say(_("Avbryt") if busy and self.model.rows else _("Gå med"))
