"""Printing the call list (skriv ut ringlistan): one numbered paper, made away from the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from krisapp.documents.call_list import call_list
from krisapp.documents.pdf import compile_pdf
from krisapp.domain.records import papers
from krisapp.domain.records.papers import Form
from krisapp.domain.words import _
from krisapp.store.paper_series import paper_series
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.saving import Saving, ask_path

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class ListPrinting(QObject):
    """Asks where to save, makes the list, and gives its number out once it is made."""

    def __init__(self, live: "Live", near: QWidget) -> None:
        super().__init__(near)
        self._live, self._near = live, near
        self.saving = Saving(near)
        self.saving.saved.connect(self._tell)

    def begin(self) -> None:
        """Print the list as the chain stands now."""
        live, incident = self._live, self._live.incident
        out = papers.hand_out(incident, Form.CALLS, 1, paper_series(live.desk.journal, incident.levels[0][2].stream))
        (number,) = out.numbers
        name = _("{incident} ringlista {number}").format(incident=incident.id, number=number)
        path = ask_path(self._near, _("Spara ringlistan"), f"{name}.pdf")
        if path is not None and not self.saving.busy:
            content = call_list(incident, number, live.person, live.now())
            self.saving.begin(path, lambda: compile_pdf("report", content), lambda _made: live.do(out))

    def _tell(self, path: object, _content: object) -> None:
        told(self._near, _("Ringlistan ligger i {file}.").format(file=getattr(path, "name", path)))
