"""Asking for a password (lösenord) that is not kept: where it goes, and where it is kept afterwards."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from krisapp.domain.sending.ways import WAY_NAMES, Way
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.views.reaching.outbox.outbox_run import Courier


class SecretDialog(Dialog):
    """Takes one password and keeps it in the keyring, or in memory where there is none."""

    def __init__(self, courier: "Courier", way: Way, parent: QWidget) -> None:
        super().__init__(_("Lösenord för {way}").format(way=_(WAY_NAMES[way])), parent, _("Fortsätt"))
        self._courier = courier
        self._account = courier.ways().account(way)
        self.secret = secret_field(self)
        self.body.addWidget(Field(self._account.partition(":")[2], self.secret, self))
        self.body.addWidget(label(where_kept(courier), self, "quiet", wrap=True))
        self.secret.setFocus()

    def decide(self) -> None:
        """Keep it. Raises `Refused` for nothing."""
        if not self.secret.text():
            raise Refused(N_("Skriv lösenordet."))
        self._courier.keep(self._account, self.secret.text())


def secret_field(parent: QWidget) -> QLineEdit:
    """Return a field that shows only that something is typed."""
    field = text_field(_("Lösenord"), parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def where_kept(courier: "Courier") -> str:
    """Return where passwords are kept on this machine, in words."""
    if courier.secrets.kept:
        return _("Det sparas i datorns nyckelring och ingen annanstans.")
    return _(
        "Datorn har ingen nyckelring. Lösenordet sparas inte: det gäller tills Krisapp stängs, och frågas sedan igen."
    )
