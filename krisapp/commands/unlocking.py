"""Opening a locked workplace for a command (låsa upp): by the window that started it, or by asking at the terminal."""

import os
import sys
from pathlib import Path

from krisapp.domain.words import _
from krisapp.folders import data_folder
from krisapp.store import driver
from krisapp.store.driver import LOCK

TOLD = "KRISAPP_KEY"
"""Set to "stdin" by the window, which then writes the key on the command's standard input: nobody else reads that."""


def open_locked_files() -> None:
    """From now on, ask for the key the first time a locked file is met."""
    driver.when_locked(_key_of)


def _key_of(path: Path) -> tuple[Path, bytes] | None:
    """Return the folder whose lock a file has, and its key; None when nobody can be asked or no lock lies near."""
    near = (path.parent, path.parent.parent, data_folder())
    folder = next((one for one in near if (one / LOCK).exists()), None)
    if os.environ.get(TOLD) == "stdin":
        return folder or path.parent, bytes.fromhex(sys.stdin.readline().strip())
    if folder is None or not sys.stdin.isatty():
        return None
    import getpass

    from krisapp.store import sealing  # both here: the window needs only the name of what it tells

    typed = getpass.getpass(_("Lösenfras eller återställningsnyckel för {folder}: ").format(folder=folder))
    try:
        return folder, sealing.open_by_passphrase(folder, typed)
    except sealing.WrongPassphrase:
        if "-" not in typed:
            raise
        return folder, sealing.open_by_recovery(folder, typed)
