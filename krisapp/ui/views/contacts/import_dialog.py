"""Contacts of a file, in two steps (läs in kontakter): which column is what, then what becomes of each row.

Nothing is changed before the last press, and then everything at once, as one edit that can be undone.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from krisapp.domain.contacts.contact_columns import what_is_missing
from krisapp.domain.contacts.contact_import import Act, ContactSource, JudgedRow, judge
from krisapp.domain.words import _, ngettext
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.contacts.import_columns import ColumnsPage
from krisapp.ui.views.contacts.import_page import RowsPage
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.one_part import OnePart

Take = Callable[[Sequence[JudgedRow], dict[int, Act]], Job]
"""Begins to take the rows in, with what is to be done with each by its number."""


class ImportDialog(Dialog):
    """Goes from columns to rows. `take` begins the saving; `saved` of the dialog is what came of it."""

    def __init__(self, live: Live, file: str, source: ContactSource, take: Take, parent: QWidget) -> None:
        super().__init__(_("Läs in {file}").format(file=file), parent, "")
        self._live, self._source, self._take = live, source, take
        self._job: Job | None = None
        self.saved: object = None
        self._told = Banner(self, closes=False)
        self.body.addWidget(self._told)
        if source.told:
            self._told.say("\n".join(source.told), Tone.INFO)
        self._pages = OnePart(self)
        self.columns = ColumnsPage(source, self)
        self.rows = RowsPage(source, self)
        for part in (self.columns, self.rows):
            self._pages.add(part)
        self.body.addWidget(self._pages, 1)
        self.back = Button(_("Tillbaka till kolumnerna"), self.show_columns, self)
        self.buttons.insertWidget(0, self.back)
        self.rows.moved.connect(self._say)
        room = self.screen().availableSize()
        self.resize(min(current().px(1080), room.width() - 40), min(current().px(660), room.height() - 60))
        self._say()
        self.columns.start()

    @property
    def busy(self) -> bool:
        """Return whether rows are being looked at or taken in."""
        return self._job is not None

    def show_columns(self) -> None:
        """Go back to the columns; what was chosen for the rows is kept where the rows stay what they are."""
        self._pages.show_part(self.columns)
        self._say()
        self.columns.start()

    def press(self) -> None:
        """Go on to the rows, or take them in."""
        self.banner.hide()
        if self._job is not None:
            return
        if self._pages.shown is self.columns:
            missing = what_is_missing(self.columns.columns)
            if missing:
                self.refuse(_(missing))
                return
            people, today = self._live.workplace.plan.people, self._live.now().date()
            self._begin(Job(partial(judge, self._source, self.columns.columns, people, today), self), self._show_rows)
        elif self.rows.taken == 0 and self.rows.staying == 0:
            self.accept()
        else:
            self._begin(self._take(self.rows.judged, self.rows.acts), self._end)

    def reject(self) -> None:
        """Leave it; not while the rows are being written, which takes a moment and is done whole or not at all."""
        if self._job is None or self._pages.shown is self.columns:
            super().reject()

    def _begin(self, job: Job, then: Callable[[object], None]) -> None:
        self._job = job
        job.done.connect(then)
        job.failed.connect(self._fail)
        self._say()
        job.start()

    def _show_rows(self, judged: object) -> None:
        self._job = None
        if isinstance(judged, list):
            self.rows.show_rows(judged)
            self._pages.show_part(self.rows)
            self._say()
            self.rows.table.setFocus()

    def _end(self, saved: object) -> None:
        self._job = None
        self.saved = saved
        self.accept()

    def _fail(self, error: object) -> None:
        self._job = None
        self._say()
        self.refuse(str(error))

    def _say(self) -> None:
        on_rows = self._pages.shown is self.rows
        self.back.setVisible(on_rows)
        self.confirm.setEnabled(self._job is None)
        self.back.setEnabled(self._job is None)
        if self._job is not None:
            self.confirm.say(_("Läser in …") if on_rows else _("Granskar …"))
        elif not on_rows:
            self.confirm.say(_("Granska {count} rader").format(count=len(self._source.rows)))
        elif self.rows.taken:
            count = self.rows.taken
            self.confirm.say(ngettext("Läs in {count} kontakt", "Läs in {count} kontakter", count).format(count=count))
        else:
            self.confirm.say(_("Klart"))
