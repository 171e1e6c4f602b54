"""An inject as the one it is for would meet it (inspelskort): a call, a mail, a note, a post or a radio call."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from krisapp.domain.exercising.scenario import Inject, Via
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _
from krisapp.ui.theme.theme import current
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.plain import label

_HEADINGS = {
    Via.PHONE: N_("Telefonen ringer"),
    Via.MAIL: N_("Mejl"),
    Via.NOTE: N_("Lapp"),
    Via.SPOKEN: N_("Någon säger till dig"),
    Via.SCREENSHOT: N_("Skärmbild ur sociala medier"),
    Via.PROGRAM: N_("I Krisapp"),
    Via.RAKEL: N_("Anrop i Rakel"),
    Via.CONTROL: N_("Från övningsledningen"),
}

_LINES = {
    Via.PHONE: N_("Från: {sender}. Till: {receiver}."),
    Via.MAIL: N_("Från: {sender}\nTill: {receiver}"),
    Via.SCREENSHOT: N_("Inlägg av {sender}, hittat av {receiver}."),
    Via.RAKEL: N_("{receiver} från {sender}, kom."),
}

MOST_WIDE, MOST_HIGH = 420, 260
"""Pixels a picture may take at text size 100 %."""

_SPOKEN = frozenset({Via.PHONE, Via.SPOKEN, Via.RAKEL})


class InjectCard(Card):
    """Shows one inject, with its sender and its words in the dress of its channel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._shown: tuple[Inject, bytes | None] | None = None
        self._picture = label("", self)
        self._line = label("", self, "quiet", wrap=True)
        self._text = label("", self, "heading", wrap=True)
        self._attached = label("", self, "quiet", wrap=True)
        for part in (self._line, self._text, self._picture, self._attached):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_inject(self, inject: Inject, plan: Plan, attached: bytes | None) -> None:
        """Show an inject; roles are named as the plan names them. `attached` is its attachment, shown if a picture."""
        if (inject, attached) != self._shown:
            self._shown = inject, attached
            self._draw(attached)
        role = plan.role(inject.to)
        receiver = role.name if role else inject.to
        sender = inject.from_[:1].upper() + inject.from_[1:]
        self.say(_(_HEADINGS[inject.via]), _("ÖVNING"))
        line = _(_LINES.get(inject.via, N_("Från: {sender}. Till: {receiver}.")))
        self._line.setText(line.format(sender=sender, receiver=receiver))
        self._text.setText(f"”{inject.text}”" if inject.via in _SPOKEN else inject.text)
        self._attached.setText(_("Bilaga: {name}").format(name=inject.attachment) if inject.attachment else "")
        self._attached.setVisible(bool(inject.attachment))
        self.setAccessibleName(f"{_(_HEADINGS[inject.via])}. {self._line.text()} {self._text.text()}")

    def _draw(self, attached: bytes | None) -> None:
        picture = QPixmap()
        seen = attached is not None and picture.loadFromData(attached)
        self._picture.setVisible(seen)
        if seen:
            wide, high = current().px(MOST_WIDE), current().px(MOST_HIGH)
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            fits = picture.width() <= wide and picture.height() <= high
            self._picture.setPixmap(picture if fits else picture.scaled(wide, high, kept, smooth))
