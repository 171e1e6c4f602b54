"""The wall on the network (väggbilden på nätet): switch it on and off, and the address to write in a browser."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.words import Refused, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.wall.showing import WallShowing
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.plain import label


class WallPageDialog(Dialog):
    """Says what the page shows and to whom. Off until a person switches it on."""

    def __init__(self, showing: WallShowing, parent: QWidget) -> None:
        super().__init__(_("Väggbild på nätet"), parent, "")
        self._showing = showing
        self.setMinimumWidth(current().px(600))
        words = _(
            "En sida som bara går att läsa: nivå, klockor, texter ute, beslut och de senaste posterna. Inget som är "
            "sekretessmarkerat visas, och inte vem som skrev. Den nås från samma nät av den som har adressen, och är "
            "borta när händelsen stängs."
        )
        self.body.addWidget(label(words, self, "quiet", wrap=True))
        self.state = label("", self, "strong", wrap=True)
        self.body.addWidget(self.state)
        self.address = text_field(_("Adress"), self)
        self.address.setReadOnly(True)
        self.field = Field(_("Adress"), self.address, self)
        self.copy = Button(_("Kopiera"), self._copy, self, icon="copy")
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.field, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.cancel.say(_("Stäng"))
        self._show()
        self.confirm.setFocus()

    def press(self) -> None:
        """Switch the page on or off."""
        self.banner.hide()
        try:
            self._showing.serve(on=self._showing.page is None)
        except (OSError, Refused) as no:
            self.refuse(_("Sidan kunde inte visas: {reason}").format(reason=no))
        self._show()
        if self._showing.page is not None:
            self.address.selectAll()
            self.address.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.text())
        self.banner.say(_("Adressen är kopierad."), Tone.INFO)

    def _show(self) -> None:
        page = self._showing.page
        self.state.setText(_("Sidan visas nu.") if page else _("Sidan är avstängd."))
        self.address.setText(page.address if page else "")
        for part in (self.field, self.copy):
            part.setVisible(page is not None)
        self.confirm.say(_("Sluta visa") if page else _("Visa på nätet"))
