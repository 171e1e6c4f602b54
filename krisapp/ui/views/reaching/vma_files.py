"""CAP files of the page P4 och VMA: the request saved as one, and alerts of others taken in as reports."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from krisapp.documents.cap.incoming import reports_of
from krisapp.documents.cap.of_message import message_as_cap
from krisapp.documents.cap.reading import LARGEST_FILE
from krisapp.domain.events import Event
from krisapp.domain.warning import WARNINGS
from krisapp.domain.words import _
from krisapp.store.yaml_reading import read_bytes
from krisapp.ui.attempt import attempt
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.saving import Saving, ask_path
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from krisapp.ui.live import Live

MESSAGE = WARNINGS[0]


class CapFiles(QObject):
    """The two buttons `save` and `read`, and what they do."""

    def __init__(self, live: "Live", page: QWidget) -> None:
        super().__init__(page)
        self._live, self._page = live, page
        self.save, self.read = Button("", self.save_cap, page), Button("", self.read_cap, page)
        self._saving = Saving(page)
        self._saving.saved.connect(self._tell_saved)

    def retranslate(self) -> None:
        """Set every word."""
        self.save.say(_("CAP-fil …"))
        tooltip(self.save, _("En fil för system som läser varningar. Den är ett utkast tills texten har hörts."))
        self.read.say(_("Läs in CAP …"))
        tooltip(self.read, _("Andras varningar blir okontrollerade rapporter under Inkommande."))

    def save_cap(self) -> None:
        """Save the request as a CAP file."""
        live, made = self._live, list[bytes]()
        if attempt(self._page, lambda: made.append(message_as_cap(live.incident, live.plan, MESSAGE))):
            path = ask_path(self._page, _("Spara CAP-filen"), f"{live.incident.id} VMA-begaran.cap")
            if path is not None:
                self._saving.begin(path, lambda: made[0])

    def read_cap(self) -> None:
        """Take an alert of somebody else in as incoming reports, to be checked there."""
        path, _filter = QFileDialog.getOpenFileName(self._page, _("Läs in CAP"), "", _("CAP-filer (*.cap *.xml)"))
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Make reports of a file; a file that is none is refused in a sentence."""
        live, made = self._live, list[Event]()

        def act() -> None:
            made.extend(reports_of(live.incident, read_bytes(path, LARGEST_FILE), live.now()))
            live.do(*made)

        if attempt(self._page, act):
            told(self._page, _("{count} rapporter under Inkommande, ingen är kontrollerad.").format(count=len(made)))

    def _tell_saved(self) -> None:
        told(self._page, _("CAP-filen är sparad."))
