"""CAP files of P4 och VMA: the request saved as one, a draft until a person has logged that it was heard."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from krisapp.domain.words import _
from krisapp.generate import file_name
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
        from krisapp.documents.cap.of_message import message_as_cap  # here: no screen waits for what reads XML

        live, id, made = self._live, self._message(), list[bytes]()
        if attempt(self._page, lambda: made.append(message_as_cap(live.incident, live.plan, id))):
            message = live.texts.message(id)
            name = file_name(message.audience, message.channel, message.language, exercise=live.incident.exercise)
            path = ask_path(self._page, _("Spara CAP-filen"), str(Path(name).with_suffix(".cap")))
            if path is not None:
                self._saving.begin(path, lambda: made[0])

    def _tell(self) -> None:
        told(self._page, _("CAP-filen är sparad."))
