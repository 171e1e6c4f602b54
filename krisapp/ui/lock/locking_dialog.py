"""Putting a lock on the workplace (låsa): a passphrase, a printed key that is tried at once, and then every file."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from krisapp.domain.words import Refused, _
from krisapp.store import locking, sealing
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.lock.new_phrase import NewPhrase
from krisapp.ui.lock.unlocking import keep_key
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, Tick
from krisapp.ui.widgets.one_part import OnePart
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.way import Way, WayBar


class Locking(Dialog):
    """Asks for a passphrase, has the recovery key printed and typed back, and locks. `locked` is how many files are."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(_("Lås arbetsplatsen"), parent, _("Fortsätt"))
        self._live = live
        self._new: sealing.NewLock | None = None
        self._way = Way()
        self.locked = 0
        self._pages = OnePart(self)
        self.fields = NewPhrase(_("Lösenfras"), self._pages)
        self.typed = QLineEdit(self._pages)
        self.keep = Tick(_("Den här datorn får komma ihåg nyckeln"), self._pages)
        self.code = label("", self._pages, "title", wrap=True)
        self.bar = WayBar(_("Låsta filer"), self._pages)
        self._first, self._second, self._third = self._choosing(), self._trying(), self._going()
        for page in (self._first, self._second, self._third):
            self._pages.add(page)
        self.body.addWidget(self._pages)
        self.fields.setFocus()

    def press(self) -> None:
        """Go on to the next step; what is wrong is told where it stands."""
        self.banner.hide()
        if self._pages.shown is self._first:
            self._make()
        elif self._pages.shown is self._second:
            self._try()

    def reject(self) -> None:
        """Leave; while files are being locked, stop after the one at hand: the rest stays open."""
        if self._pages.shown is self._third:
            self._way.stop()
            self.cancel.setEnabled(False)
        else:
            super().reject()

    def _choosing(self) -> QWidget:
        page, column = _page(self._pages)
        said = _(
            "Med lås kan ingen läsa planen eller händelserna utan lösenfrasen, inte heller på en stulen dator eller "
            "ett tappat minne. Den skrivs varje gång Krisapp startar."
        )
        column.addWidget(label(said, page, "quiet", wrap=True))
        column.addWidget(self.fields)
        column.addWidget(self.keep)
        return page

    def _trying(self) -> QWidget:
        page, column = _page(self._pages)
        said = _(
            "Det här är återställningsnyckeln. Den är det enda som hjälper när lösenfrasen är glömd, och den visas "
            "bara nu. Skriv ut den eller skriv av den, och lägg den i ett förseglat kuvert."
        )
        column.addWidget(label(said, page, "body", wrap=True))
        column.addWidget(self.code)
        column.addWidget(Button(_("Skriv ut …"), self._print, page), 0, Qt.AlignmentFlag.AlignLeft)
        self._reread = Field(
            _("Skriv tecknen från papperet"), self.typed, page, _("Så vet vi att den går att läsa när den behövs.")
        )
        column.addWidget(self._reread)
        return page

    def _going(self) -> QWidget:
        page, column = _page(self._pages)
        column.addWidget(label(_("Filerna låses, en i taget. Låt datorn vara igång."), page, "body", wrap=True))
        column.addWidget(self.bar)
        return page

    def _make(self) -> None:
        typed = self.fields.agreed()
        if typed is None:
            return
        self.confirm.setEnabled(False)
        job = Job(partial(sealing.make_lock, typed), self)
        job.done.connect(self._made)
        job.start()

    def _made(self, new: sealing.NewLock) -> None:
        self._new = new
        self.code.setText(new.code.replace("-", " "))
        self.confirm.setEnabled(True)
        self.confirm.say(_("Lås nu"))
        self._pages.show_part(self._second)
        self.typed.setFocus()

    def _print(self) -> None:
        from krisapp.documents.recovery_sheet import recovery_sheet

        if self._new is not None:
            code, live = self._new.code, self._live
            show_paper(self, lambda: recovery_sheet(live.plan, code, live.now()))

    def _try(self) -> None:
        assert self._new is not None
        try:
            right = sealing.read_code(self.typed.text()) == self._new.code
        except Refused as wrong:
            self._reread.refuse(str(wrong))
            return
        if not right:
            self._reread.refuse(_("Det är inte samma nyckel. Läs tecknen en gång till."))
            return
        place = self._live.workplace
        try:
            sealing.put_on(place.folder, self._new)
        except (OSError, Refused) as error:
            self.refuse(str(error))
            return
        if self.keep.isChecked():
            keep_key(place.folder, self._new.key)
        place.let_go()
        self._pages.show_part(self._third)
        self.confirm.hide()
        self.bar.follow(self._way)
        job = Job(partial(locking.lock_files, place.folder, self._new.key, self._way.go_on), self)
        job.done.connect(self._locked)
        job.failed.connect(self._failed)
        job.start()

    def _locked(self, count: int) -> None:
        self.locked = count
        self._over()
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._over()
        self.refuse(str(error))
        self._pages.show_part(self._second)
        self.confirm.hide()
        self.cancel.setEnabled(True)
        self.cancel.say(_("Stäng"))

    def _over(self) -> None:
        self.bar.follow(None)
        self._live.workplace.plan_changed()
        self._live.planned.emit()


def _page(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.M)
    return page, column
