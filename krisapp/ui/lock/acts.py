"""What the menu does with the lock (låset): puts it on, or changes its passphrase."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.store.sealing import is_sealed
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.views.messages.told import told


class LockActs(QObject):
    """Carries out the two commands; what is refused is told in the window."""

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window

    def lock(self) -> None:
        """Put a lock on the workplace, or choose another passphrase where there is one."""
        attempt(self._window, self._change if is_sealed(self._live.workplace.folder) else self._lock)

    def _lock(self) -> None:
        if self._live.has_incident:
            raise Refused(N_("Stäng händelsen först. Alla filer måste vara stängda medan de låses."))
        from krisapp.ui.lock.locking_dialog import Locking

        dialog = Locking(self._live, self._window)
        if dialog.run():
            said = ngettext("{count} fil är låst.", "{count} filer är låsta.", dialog.locked)
            told(self._window, said.format(count=dialog.locked))
        dialog.deleteLater()

    def _change(self) -> None:
        from krisapp.ui.lock.passphrase_dialog import NewPassphrase

        dialog = NewPassphrase(self._live.workplace.folder, self._window)
        if dialog.run():
            told(self._window, _("Lösenfrasen är bytt. Återställningsnyckeln är densamma."))
        dialog.deleteLater()
