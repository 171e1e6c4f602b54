"""The dialog a locked workplace starts with (lås upp): the passphrase, or the printed key when it is forgotten."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from krisapp.domain.words import _
from krisapp.store import driver, locking, sealing
from krisapp.store.trouble import Trouble
from krisapp.ui.background import Job
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog, tell
from krisapp.ui.widgets.fields import Field, Tick
from krisapp.ui.widgets.plain import label

KEPT = "arbetsplats"
"""What the key of a workplace is called in the system's keyring, before its folder and lock."""


def unlock(folder: Path, parent: QWidget) -> bool:
    """Let a person open a locked workplace; return whether it is open. With its key in the keyring nobody is asked."""
    key = kept_key(folder)
    if key is None:
        dialog = Unlocking(folder, parent)
        opened = dialog.run()
        key = dialog.key
        dialog.deleteLater()
        if not opened or key is None:
            return False
    driver.unlock(folder, key)
    try:
        # Where the locking was interrupted, what is left is locked now.
        locking.lock_files(folder, key, lambda _done, _all: True)
    except (Trouble, OSError) as error:
        tell(parent, _("Lås arbetsplatsen"), str(error))
    return True


def kept_key(folder: Path) -> bytes | None:
    """Return the key that this computer's keyring keeps for a workplace, if a person has asked it to."""
    from krisapp.delivery.secret_keeping import Secrets  # here: only a locked workplace asks

    try:
        kept = Secrets().get(_name(folder))
    except sealing.LockDamaged:
        return None  # the dialog tells
    return bytes.fromhex(kept) if len(kept) == 64 else None


def keep_key(folder: Path, key: bytes) -> bool:
    """Let this computer's keyring keep the key of a workplace; return whether it does."""
    from krisapp.delivery.secret_keeping import Secrets

    return Secrets().keep(_name(folder), key.hex())


def _name(folder: Path) -> str:
    """Name the lock too: a workplace put where another has been has another key, and files locked with it are lost."""
    return f"{KEPT} {folder.resolve()} {sealing.lock_name(folder)}"


class Unlocking(Dialog):
    """Asks for the passphrase; `key` is what it opened. That is meant to take time, so a job does it."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(_("Arbetsplatsen är låst"), parent, _("Lås upp"))
        self._folder = folder
        self.key: bytes | None = None
        self._by_code = False
        self._said = label("", self, "quiet", wrap=True)
        self.secret = QLineEdit(self)
        self._field = Field("", self.secret, self)
        self.shown = Tick(_("Visa det jag skriver"), self)
        self.shown.toggled.connect(self._show)
        self.other = Button("", self._turn, self, "bare")
        for part in (self._said, self._field, self.shown):
            self.body.addWidget(part)
        self.body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self._turn_to(by_code=False)

    def press(self) -> None:
        """Try what is typed, away from the window."""
        typed = self.secret.text()
        if not self.confirm.isEnabled():
            return
        if not typed.strip() and not self._by_code:
            self._field.refuse(_("Skriv lösenfrasen."))
            return
        open_with: Callable[[Path, str], bytes] = (
            sealing.open_by_recovery if self._by_code else sealing.open_by_passphrase
        )
        self.confirm.setEnabled(False)
        job = Job(partial(open_with, self._folder, typed), self)
        job.done.connect(self._opened)
        job.failed.connect(self._refused)
        job.start()

    def _opened(self, key: bytes) -> None:
        self.key = key
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.confirm.setEnabled(True)
        self._field.refuse(str(error))
        self.secret.selectAll()

    def _turn(self) -> None:
        self._turn_to(by_code=not self._by_code)

    def _turn_to(self, *, by_code: bool) -> None:
        self._by_code = by_code
        self.secret.clear()
        self.shown.setChecked(by_code)
        self._show(on=by_code)
        if by_code:
            self._field.say(_("Återställningsnyckel"), _("Tecknen på papperet i kuvertet. Streck kan utelämnas."))
            self._said.setText(_("Med återställningsnyckeln kommer du in utan lösenfras. Välj sedan en ny lösenfras."))
            self.other.say(_("Använd lösenfrasen i stället"))
        else:
            self._field.say(_("Lösenfras"), _("Fyra ord med mellanslag emellan. Stora och små bokstäver räknas."))
            self._said.setText(_("Plan och händelser på den här datorn är låsta."))
            self.other.say(_("Jag har glömt lösenfrasen"))
        self.secret.setFocus()

    def _show(self, on: bool) -> None:
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
