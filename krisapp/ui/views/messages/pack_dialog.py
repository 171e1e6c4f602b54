"""Making a channel pack (kanalpaket): which formats, on which stick, followed while it is made and read back."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from krisapp.documents.message_formats import FORMATS, TXT
from krisapp.domain.words import N_, _, ngettext
from krisapp.packs import Pack, Packed, gather, write_pack
from krisapp.store.letterhead_file import read_letterhead
from krisapp.ui.views.followed_work import FollowedWork
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Tick
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live

WORDS = {
    TXT: N_("Text (alltid med)"),
    "html": N_("Webbsida"),
    "pdf": N_("PDF att skriva ut"),
    "docx": N_("Word, på brevmallen"),
    "poster": N_("Anslag och flygblad (PDF)"),
    "cap": N_("CAP, för system som läser varningar"),
}
USUAL = frozenset({TXT, "html", "pdf", "poster"})


class PackDialog(Dialog):
    """Takes the formats, asks for the folder, and stays until the pack is whole or has been stopped."""

    def __init__(self, live: "Live", ids: tuple[str, ...], parent: QWidget) -> None:
        title = _("Spara texterna") if ids else _("Kanalpaket")
        super().__init__(title, parent, _("Välj mapp och packa …"))
        self._pack: Pack = gather(live.desk, live.texts, ids, read_letterhead(live.workplace.folder))
        self._parent = parent
        count = len(self._pack.pieces)
        words = ngettext(
            "{count} text, en fil i varje form, med innehåll och kontrollsummor. Det läggs i mappen {name}.",
            "{count} texter, en fil i varje form, med innehåll och kontrollsummor. De läggs i mappen {name}.",
            count,
        )
        self.body.addWidget(label(words.format(count=count, name=self._pack.name), self, wrap=True))
        self.ticks = {form.name: Tick(_(WORDS[form.name]), self) for form in FORMATS}
        for name, tick in self.ticks.items():
            tick.setChecked(name in USUAL)
            tick.setEnabled(name != TXT)
            self.body.addWidget(tick)
        self.line = FollowedWork(self)
        self.line.done.connect(self._end)
        self.line.failed.connect(self._fail)
        self.body.addWidget(self.line)
        self.ticks["html"].setFocus()

    def press(self) -> None:
        """Ask for the folder, and begin; the dialog closes by itself when the pack is whole."""
        if self.line.busy:
            return
        chosen = QFileDialog.getExistingDirectory(self, _("Välj usb-minnet eller mappen där paketet ska ligga"))
        if chosen:
            self.pack_in(Path(chosen))

    def pack_in(self, folder: Path) -> None:
        """Make the pack in a folder."""
        self.banner.hide()
        formats = [name for name, tick in self.ticks.items() if tick.isChecked()]
        self.line.begin(
            partial(write_pack, self._pack, folder, formats),
            _("Förbereder …"),
            lambda name: _("Skriver {path}").format(path=name) if name else _("Läser tillbaka det som skrevs"),
        )
        self._show_busy()

    def reject(self) -> None:
        """Stop the work first, if it is under way: the old pack stays."""
        if self.line.busy:
            self.line.stop()
        else:
            super().reject()

    def _end(self, packed: object) -> None:
        self._show_busy()
        if not isinstance(packed, Packed):
            self.refuse(_("Avbrutet. Paketet som låg där är kvar som det var."))
            return
        words = ngettext(
            "{count} fil i {folder}, läst tillbaka.", "{count} filer i {folder}, lästa tillbaka.", packed.files
        )
        told(self._parent, words.format(count=packed.files, folder=packed.folder.name))
        self.accept()

    def _fail(self, error: object) -> None:
        self._show_busy()
        self.refuse(str(error))

    def _show_busy(self) -> None:
        busy = self.line.busy
        self.confirm.setVisible(not busy)
        self.cancel.setVisible(not busy)
        for name, tick in self.ticks.items():
            tick.setEnabled(not busy and name != TXT)
        if not busy:
            self.confirm.setFocus()
