"""The dialog of sending a text back to its writer (skicka tillbaka), with what has to change."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.compose.template_fault import TemplateFault
from krisapp.domain import approval
from krisapp.domain.words import _
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field
from krisapp.ui.widgets.plain import editor

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class Returning(Dialog):
    """Asks what has to change, and sends the draft back."""

    def __init__(self, live: "Live", id: str, parent: QWidget) -> None:
        title = _("Skicka tillbaka {title}").format(title=title_of(live.plan, id))
        super().__init__(title, parent, _("Skicka tillbaka"))
        self._live, self._id = live, id
        self.reason = editor(_("Vad behöver ändras?"), self)
        self.body.addWidget(
            Field(_("Vad behöver ändras?"), self.reason, self, _("Syns för den som skriver, och i loggen."))
        )
        self.setMinimumWidth(460)
        self.reason.setFocus()

    def decide(self) -> None:
        """Send it back. Raises `Refused` without a reason."""
        reason = self.reason.toPlainText()
        live = self._live
        try:
            text = live.texts.text(self._id).text
        except TemplateFault:
            text = live.texts.source(self._id)
        live.do(approval.send_back(live.incident, self._id, live.desk.person, reason, text))
