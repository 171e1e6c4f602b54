"""Choosing another passphrase for a workplace that is locked (byta lösenfras); its printed key stays the same."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from krisapp.domain.words import _
from krisapp.store import driver, sealing
from krisapp.ui.background import Job
from krisapp.ui.lock.new_phrase import NewPhrase
from krisapp.ui.widgets.dialog import Dialog


class NewPassphrase(Dialog):
    """Asks for it twice. The workplace is open, so whoever sits here may choose."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(_("Byt lösenfras"), parent, _("Byt"))
        self._folder = folder
        self.fields = NewPhrase(_("Ny lösenfras"), self)
        self.body.addWidget(self.fields)

    def press(self) -> None:
        """Change it, away from the window."""
        typed = self.fields.agreed()
        if typed is None:
            return
        key = driver.key_of(self._folder)
        assert key is not None, "the workplace is open"
        self.confirm.setEnabled(False)
        job = Job(partial(sealing.change_passphrase, self._folder, key, typed), self)
        job.done.connect(self.accept)
        job.failed.connect(self._failed)
        job.start()

    def _failed(self, error: Exception) -> None:
        self.confirm.setEnabled(True)
        self.refuse(str(error))
