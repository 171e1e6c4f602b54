"""Alerts of others (andras varningar): a CAP file taken in as incoming reports, none of them checked."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from krisapp.domain.events import Event
from krisapp.domain.words import _, ngettext
from krisapp.store.yaml_reading import read_bytes
from krisapp.ui.attempt import attempt
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from krisapp.ui.live import Live


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
        from krisapp.documents.cap.incoming import reports_of  # here: no screen waits for what reads XML
        from krisapp.documents.cap.reading import LARGEST_FILE

        live, made = self._live, list[Event]()

        def act() -> None:
            made.extend(reports_of(live.incident, read_bytes(path, LARGEST_FILE), live.now()))
            live.do(*made)

        if attempt(self._page, act):
            words = ngettext(
                "{count} rapport under Inkommande. Den är inte kontrollerad.",
                "{count} rapporter under Inkommande. Ingen är kontrollerad.",
                len(made),
            )
            told(self._page, words.format(count=len(made)))
