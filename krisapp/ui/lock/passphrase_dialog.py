"""Choosing another passphrase for a workplace that is locked (byta lösenfras); its printed key stays the same."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from krisapp.domain.words import Refused, _
from krisapp.store import driver, sealing
from krisapp.store.passphrase_words import suggest
from krisapp.ui.background import Job
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field


class NewPassphrase(Dialog):
    """Asks for it twice. The workplace is open, so whoever sits here may choose."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(_("Byt lösenfras"), parent, _("Byt"))
        self._folder = folder
        self.phrase, self.again = QLineEdit(self), QLineEdit(self)
        self._phrase = Field(_("Ny lösenfras"), self.phrase, self, _("Fyra ord som inte hör ihop. Minst 14 tecken."))
        self._again = Field(_("Lösenfrasen en gång till"), self.again, self)
        for part in (self._phrase, Button(_("Föreslå fem ord"), self._suggest, self, "bare"), self._again):
            self.body.addWidget(part)

    def press(self) -> None:
        """Change it, away from the window."""
        typed = self.phrase.text()
        key = driver.key_of(self._folder)
        assert key is not None, "the workplace is open"
        try:
            sealing.check_passphrase(typed)
        except Refused as weak:
            self._phrase.refuse(str(weak))
            return
        if typed != self.again.text():
            self._again.refuse(_("De två lösenfraserna är olika. Skriv samma två gånger."))
            return
        self.confirm.setEnabled(False)
        job = Job(partial(sealing.change_passphrase, self._folder, key, typed), self)
        job.done.connect(self.accept)
        job.failed.connect(self._failed)
        job.start()

    def _failed(self, error: Exception) -> None:
        self.confirm.setEnabled(True)
        self.refuse(str(error))

    def _suggest(self) -> None:
        words = suggest()
        self.phrase.setText(words)
        self.again.setText(words)
