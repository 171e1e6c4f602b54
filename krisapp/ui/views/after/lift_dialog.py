"""Asking why the secrecy of a record is lifted (häv sekretess)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.records import secrecy
from krisapp.domain.words import _
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class LiftDialog(Dialog):
    """Takes a reason, and lifts every mark on the record."""

    def __init__(self, live: "Live", subject: str, parent: QWidget) -> None:
        super().__init__(_("Häv sekretessen"), parent, _("Häv sekretessen"))
        self._live, self._subject = live, subject
        self.reason = text_field("", self, _("Vårdnadshavaren har gått med på det"))
        help = _("Handlingen lämnas därefter ut utan maskning. Skälet och ditt namn står i loggen.")
        self.body.addWidget(Field(_("Varför hävs den?"), self.reason, self, help))
        self.reason.setFocus()

    def decide(self) -> None:
        """Lift it. Raises `Refused` without a reason."""
        self._live.do(secrecy.lift(self._live.incident, self._subject, self.reason.text()))
