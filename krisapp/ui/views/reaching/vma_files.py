"""CAP files of the window: a text to the public saved as one, and alerts of others taken in as reports."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from krisapp.documents.cap.incoming import reports_of
from krisapp.documents.cap.of_message import message_as_cap
from krisapp.documents.cap.reading import LARGEST_FILE
from krisapp.domain.events import Event
from krisapp.domain.words import _
from krisapp.generate import file_name
from krisapp.store.yaml_reading import read_bytes
from krisapp.ui.attempt import attempt
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.saving import Saving, ask_path
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class CapSaving(QObject):
    """The button that saves a message as CAP; `message` tells which."""

    def __init__(self, live: "Live", page: QWidget, message: Callable[[], str]) -> None:
        super().__init__(page)
        self._live, self._page, self._message = live, page, message
        self.button = Button("", self.save, page)
        self._saving = Saving(page)
        self._saving.saved.connect(self._tell)

    def retranslate(self) -> None:
        """Set every word."""
        self.button.say(_("CAP-fil …"))
        tooltip(self.button, _("En fil för system som läser varningar. Den är ett utkast tills texten har hörts."))

    def save(self) -> None:
        """Save the message as a CAP file."""
        live, id, made = self._live, self._message(), list[bytes]()
        if attempt(self._page, lambda: made.append(message_as_cap(live.incident, live.plan, id))):
            message = live.texts.message(id)
            name = file_name(message.audience, message.channel, message.language, exercise=live.incident.exercise)
            path = ask_path(self._page, _("Spara CAP-filen"), str(Path(name).with_suffix(".cap")))
            if path is not None:
                self._saving.begin(path, lambda: made[0])

    def _tell(self) -> None:
        told(self._page, _("CAP-filen är sparad."))


class CapReading(QObject):
    """The button that takes alerts of others in as incoming reports, to be checked there."""

    def __init__(self, live: "Live", page: QWidget) -> None:
        super().__init__(page)
        self._live, self._page = live, page
        self.button = Button("", self.read, page)

    def retranslate(self) -> None:
        """Set every word."""
        self.button.say(_("Läs in CAP …"))
        tooltip(self.button, _("Andras varningar blir okontrollerade rapporter under Inkommande."))

    def read(self) -> None:
        """Ask for a file and take it in."""
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
