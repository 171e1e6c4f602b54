"""The situation report, part by part (klistra i WIS): Enter copies the marked part and goes on to the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from krisapp.documents.situation_parts import Part, as_pasted, parts_of
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.plain import label, reader

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class PastingDialog(Dialog):
    """Lists the headings beside the text of the marked one, and stays until it is closed: one pastes elsewhere."""

    def __init__(self, live: "Live", text: str, parent: QWidget, *, approved: bool) -> None:
        super().__init__(_("Klistra i WIS"), parent, _("Kopiera delen"))
        self.parts: tuple[Part, ...] = parts_of(text, exercise=live.incident.exercise)
        about = _("Enter kopierar delen. Klistra in den i WIS, och kom tillbaka: nästa del står på tur.")
        self.body.addWidget(label(about, self, "quiet", wrap=True))
        if not approved:
            self.body.addWidget(
                label(_("Rapporten är inte godkänd än. Låt någon annan godkänna den först."), self, "fault")
            )
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Rapportens delar"))
        self.text = reader(_("Delens text"), self)
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.list, 2)
        row.addWidget(self.text, 3)
        self.body.addLayout(row, 1)
        self.said = label("", self, "strong", wrap=True)
        self.body.addWidget(self.said)
        self.list.addItems([one.heading for one in self.parts])
        self.list.currentRowChanged.connect(self._show)
        self.list.itemDoubleClicked.connect(self.press)
        self.cancel.say(_("Stäng"))
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.resize(current().px(760), current().px(480))

    def press(self) -> None:
        """Copy the marked part and mark the next; after the last it says so and stays."""
        at = self.list.currentRow()
        part = self.parts[at]
        QGuiApplication.clipboard().setText(as_pasted(part))
        last = at == len(self.parts) - 1
        words = _("”{heading}” är kopierad. Det var den sista delen.") if last else _("”{heading}” är kopierad.")
        self.said.setText(words.format(heading=part.heading))
        if not last:
            self.list.setCurrentRow(at + 1)

    def _show(self, at: int) -> None:
        self.text.setPlainText(self.parts[at].text)
