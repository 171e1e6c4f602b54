"""An old version of the plan that somebody reads (äldre version): which one it is, and the way back to the draft."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.plan.version.version_rows import DRAFT, VersionRow
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button


class OldVersion(Banner):
    """Hidden while the plan is shown as it stands. `plan` is the version that is read, or None."""

    turned = Signal()
    """Another plan is to be shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, closes=False)
        self.plan: Plan | None = None
        self._row: VersionRow | None = None

    def read(self, row: object) -> None:
        """Show a version to be read; the draft is shown to be changed. The nearest part says why it cannot be read."""
        if isinstance(row, VersionRow):
            if row.key == DRAFT:
                self.leave()
            elif attempt(self, partial(self._take, row)):
                self.retranslate()
                self.turned.emit()

    def leave(self) -> None:
        """Go back to the plan as it stands."""
        if self.plan is not None:
            self.plan = self._row = None
            self.hide()
            self.turned.emit()

    def retranslate(self) -> None:
        """Say which version it is."""
        if self.plan is None or self._row is None:
            return
        if self._row.version is not None:
            words = _("Du läser {version}, antagen {date}. Den går inte att ändra.")
            told = words.format(version=self.plan.version, date=self.plan.adopted)
        else:
            told = _("Du läser planen som händelsen körs på. Den går inte att ändra.")
        self.say(told, Tone.WAIT, Button(_("Tillbaka till utkastet"), self.leave, self))

    def _take(self, row: VersionRow) -> None:
        self.plan, self._row = row.plan(), row
