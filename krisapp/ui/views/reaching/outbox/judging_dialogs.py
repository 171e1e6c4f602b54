"""Judging what nobody knows, and giving up (bedöma, avbryta): a person's word, with how it is known, in the journal."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.sending.recipients import name_for
from krisapp.domain.sending.requesting import give_up, settle, unclear
from krisapp.domain.sending.sendings import UNSENT, Sending
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live

SENT, NOT_SENT = "sent", "not_sent"
_SHOWN = 8


class Judging(Dialog):
    """Whether the text went to those of whom nobody knows. Only what is judged not to have gone can be sent again."""

    def __init__(self, live: "Live", sending: Sending, parent: QWidget) -> None:
        super().__init__(_("Gick texten i väg?"), parent, _("Spara"))
        self._live, self._sending = live, sending
        self._places = unclear(sending)
        assert sending.request is not None
        names = [name_for(live.plan, sending.request.recipients[at]) for at in self._places]
        shown = ", ".join(names[:_SHOWN])
        if len(names) > _SHOWN:
            shown = _("{names} och {count} till").format(names=shown, count=len(names) - _SHOWN)
        self.answer = Choice("", self)
        self.answer.fill(
            [
                ("", _("Välj")),
                (SENT, _("Den skickades ändå")),
                (NOT_SENT, _("Den gick inte i väg")),
            ]
        )
        self.note = text_field("", self, _("Mottagaren har svarat"))
        words = ngettext(
            "Anslutningen bröts, eller programmet stängdes, innan svaret kom för {count} mottagare: {names}.",
            "Anslutningen bröts, eller programmet stängdes, innan svaret kom för {count} mottagare: {names}.",
            len(names),
        )
        self.body.addWidget(label(words.format(count=len(names), names=shown), self, wrap=True))
        again = _("Fråga en mottagare eller se efter hos leverantören. Det som inte gick i väg kan skickas igen.")
        self.body.addWidget(label(again, self, "quiet", wrap=True))
        self.body.addWidget(Field(_("Vad hände?"), self.answer, self))
        self.body.addWidget(Field(_("Hur vet du det?"), self.note, self))
        self.answer.setFocus()

    def decide(self) -> None:
        """Write the judgement down. Raises `Refused` without one, or without how it is known."""
        if not self.answer.key:
            raise Refused(N_("Välj vad som hände."))
        self._live.do(
            settle(
                self._live.incident,
                self._sending.id,
                self._places,
                sent=self.answer.key == SENT,
                note=self.note.text(),
            )
        )


class GivingUp(Dialog):
    """Whether what has not gone is not to go. What has gone cannot be called back."""

    def __init__(self, live: "Live", sending: Sending, parent: QWidget) -> None:
        super().__init__(_("Avbryt utskicket"), parent, _("Avbryt utskicket"))
        self._live, self._sending = live, sending
        count = sum(one.state in UNSENT for one in sending.states())
        words = ngettext(
            "{count} mottagare får inte texten. Det som redan har gått i väg går inte att ta tillbaka.",
            "{count} mottagare får inte texten. Det som redan har gått i väg går inte att ta tillbaka.",
            count,
        )
        self.reason = text_field("", self, _("En nyare text är ute"))
        self.body.addWidget(label(words.format(count=count), self, wrap=True))
        self.body.addWidget(Field(_("Varför? (får lämnas tomt)"), self.reason, self))
        self.cancel.say(_("Låt det vara"))
        self.reason.setFocus()

    def decide(self) -> None:
        """Write it down. Raises `Refused` when nothing waits any longer."""
        self._live.do(give_up(self._live.incident, self._sending.id, self.reason.text()))
