"""The fields a new passphrase is chosen in (ny lösenfras): typed twice, or suggested, and told when it is too weak."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from krisapp.domain.words import Refused, _
from krisapp.store.passphrase_words import suggest
from krisapp.store.sealing import check_passphrase
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.compound import Compound
from krisapp.ui.widgets.fields import Field


class NewPhrase(Compound):
    """`phrase` and `again` are the two lines."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.phrase, self.again = QLineEdit(self), QLineEdit(self)
        self._phrase = Field(title, self.phrase, self, _("Fyra ord som inte hör ihop. Minst 14 tecken."))
        self._again = Field(_("Lösenfrasen en gång till"), self.again, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._phrase)
        column.addWidget(Button(_("Föreslå fem ord"), self._suggest, self, "bare"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._again)
        self.leads_to(self.phrase)

    def agreed(self) -> str | None:
        """Return what was typed twice and is not too easy to guess; otherwise None, and it is told where it stands."""
        typed = self.phrase.text()
        try:
            check_passphrase(typed)
        except Refused as weak:
            self._phrase.refuse(str(weak))
            return None
        if typed != self.again.text():
            self._again.refuse(_("De två lösenfraserna är olika. Skriv samma två gånger."))
            return None
        return typed

    def _suggest(self) -> None:
        words = suggest()
        for line in (self.phrase, self.again):
            line.setText(words)
