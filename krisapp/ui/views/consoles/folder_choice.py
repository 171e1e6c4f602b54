"""Choosing the medium (minnet): a folder that is written or chosen, and the sticks that sit in the machine."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from krisapp.domain.words import N_, Refused, _
from krisapp.ui.background import Job
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.consoles.media import media, volumes
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.compound import Compound
from krisapp.ui.widgets.fields import Choice, Field, text_field


class FolderChoice(Compound):
    """A folder written or chosen, and the sticks and shares that were found. `took` brings one that was chosen."""

    took = Signal(str)

    def __init__(self, chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.folder = text_field(_("Minne eller mapp"), self)
        self.folder.setText(chosen)
        self.field = Field(_("Minne eller mapp"), self.folder, self)
        self.found = Choice(_("Minnen som sitter i"), self)
        self.found.chose.connect(self._take)
        self.found.hide()
        self.browse = Button(_("Välj mapp …"), self._browse, self, icon="folder")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.field, 1)
        for part in (self.found, self.browse):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        self.leads_to(self.folder)
        job = Job(lambda: media(volumes()), self)
        job.done.connect(self._show_media)
        job.start()

    @property
    def path(self) -> Path:
        """Return the folder. Raises `Refused` while none is named."""
        text = self.folder.text().strip()
        if not text:
            raise Refused(N_("Sätt i minnet och välj det, eller skriv en mapp som alla konsoler når."))
        return Path(text)

    def _show_media(self, found: object) -> None:
        assert isinstance(found, list)
        if found:
            self.found.fill([("", _("Minnen som sitter i")), *((str(one.path), one.name) for one in found)])
            self.found.show()
        if len(found) == 1 and not self.folder.text():
            self._take(str(found[0].path))

    def _take(self, path: str) -> None:
        if path:
            self.folder.setText(path)
            self.field.clear_fault()
            self.took.emit(path)

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Välj minnet eller mappen"), self.folder.text())
        self._take(chosen)
