"""The dialog for when the disk says no (sista utvägen): it stays open and tries again; nothing is lost meanwhile."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from krisapp.domain.words import _
from krisapp.store.trouble import Trouble
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.plain import label, reader


class LastResort(Dialog):
    """Something was not saved. What the screen shows is still what is on disk; what was typed is still typed."""

    def __init__(self, parent: QWidget, error: OSError | Trouble, again: Callable[[], object]) -> None:
        super().__init__(_("Det gick inte att spara"), parent, _("Försök igen"))
        self._again = again
        self._why = label("", self, wrap=True)
        self.body.addWidget(self._why)
        self.body.addWidget(
            label(
                _(
                    "Det du skrev finns kvar på skärmen. Gör plats på disken eller sätt i minnet igen, "
                    "och försök sedan en gång till. Skriv på papper så länge."
                ),
                self,
                wrap=True,
            )
        )
        self._details = reader(_("Felet, ord för ord"), self)
        self._details.setMaximumHeight(90)
        self.body.addWidget(self._details)
        self.buttons.insertWidget(0, Button(_("Kopiera felet"), self._copy, self, icon="copy"))
        self.cancel.say(_("Stäng utan att spara"))
        self._show(error)

    def decide(self) -> None:
        """Try again; stay open while the disk says no."""
        self._again()

    def press(self) -> None:
        """Confirm: try again, and close only when it is saved."""
        try:
            super().press()
        except (Trouble, OSError) as error:
            self._show(error)
            self.banner.say(_("Det gick inte nu heller."))

    def _show(self, error: OSError | Trouble) -> None:
        self._why.setText(remedy(error))
        # What is known by name is said whole above; of the rest the system's own words may help somebody.
        self._details.setPlainText("" if isinstance(error, Trouble) else f"{type(error).__name__}: {error}")
        self._details.setVisible(bool(self._details.toPlainText()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(filter(None, (self._why.text(), self._details.toPlainText()))))


def remedy(error: OSError | Trouble) -> str:
    """Return in one sentence what the disk said."""
    if isinstance(error, Trouble):
        return str(error)
    match error.errno:
        case 28 | 122:  # ENOSPC, EDQUOT
            return _("Disken är full.")
        case 13 | 1 | 30:  # EACCES, EPERM, EROFS
            return _("Filen eller mappen får inte skrivas.")
        case 2 | 5 | 19:  # ENOENT, EIO, ENODEV
            return _("Disken eller minnet svarar inte, eller har tagits ut.")
    return _("Datorn kunde inte skriva till filen.")
