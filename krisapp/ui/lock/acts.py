"""What the menu does with the lock (låset): puts it on, or changes its passphrase."""

from functools import partial

from PySide6.QtWidgets import QWidget

from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.store.driver import LOCK
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.views.messages.told import told


def lock(live: Live, window: QWidget) -> None:
    """Put a lock on the workplace, or choose another passphrase where there is one; a refusal is told in the window."""
    attempt(window, partial(_change if (live.workplace.folder / LOCK).exists() else _lock, live, window))


def _lock(live: Live, window: QWidget) -> None:
    if live.has_incident:
        raise Refused(N_("Stäng händelsen först. Alla filer måste vara stängda medan de låses."))
    from krisapp.ui.lock.locking_dialog import Locking

    dialog = Locking(live, window)
    if dialog.run():
        said = ngettext("{count} fil är låst.", "{count} filer är låsta.", dialog.locked)
        told(window, said.format(count=dialog.locked))
    dialog.deleteLater()


def _change(live: Live, window: QWidget) -> None:
    from krisapp.ui.lock.passphrase_dialog import NewPassphrase

    dialog = NewPassphrase(live.workplace.folder, window)
    if dialog.run():
        told(window, _("Lösenfrasen är bytt. Återställningsnyckeln är densamma."))
    dialog.deleteLater()
