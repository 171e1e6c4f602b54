"""Saving the handover sheet as PDF (skriv ut), made away from the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from krisapp.documents.handover_sheet import handover_paper
from krisapp.documents.pdf import compile_pdf
from krisapp.domain.handover_brief import Brief
from krisapp.domain.words import _
from krisapp.ui.views.after.saving import Saving, ask_path
from krisapp.ui.views.messages.told import told

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class BriefPrinting(QObject):
    """Asks where to save, and makes the file."""

    def __init__(self, live: "Live", near: QWidget) -> None:
        super().__init__(near)
        self._live, self._near = live, near
        self.saving = Saving(near)
        self.saving.saved.connect(self._tell)

    def begin(self, sheet: Brief) -> None:
        """Save a sheet."""
        incident = self._live.incident
        name = _("{incident} överlämning {time}.pdf").format(incident=incident.id, time=f"{sheet.made:%Y-%m-%d %H.%M}")
        path = ask_path(self._near, _("Spara överlämningsbladet"), name)
        if path is not None:
            content = handover_paper(incident, sheet)
            self.saving.begin(path, lambda: compile_pdf("report", content))

    def _tell(self, path: object, _content: object) -> None:
        told(self._near, _("Överlämningsbladet ligger i {file}.").format(file=getattr(path, "name", path)))
