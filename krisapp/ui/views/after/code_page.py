"""The page Kontrollkod: type the code of a paper and see whether the journal is as it was when it was printed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from krisapp.commands.answers import CANNOT_ASK, YES
from krisapp.domain.records.check_code import read_code
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt, tell_refused
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.after.command_run import CommandRun
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class CodePage(TabPage):
    """One field, and the answer beneath it. The journal is read in the background, however long it is."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.about = label("", self, wrap=True)
        self.code = text_field("", self, "7K4PX-A9MND")
        self.code.setMaximumWidth(current().px(260))
        self.ask = Button("", self.check, self, "primary", "check")
        self._field = Field("", self.code, self)
        self.answer = Banner(self, closes=False)
        self._run = CommandRun(self)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._field, 1)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.about)
        column.addLayout(row)
        asking = QHBoxLayout()
        asking.addWidget(self.ask)
        asking.addStretch(1)
        column.addLayout(asking)
        column.addWidget(self.answer)
        column.addStretch(1)
        self.code.returnPressed.connect(self.check)
        self._run.ended.connect(self._say)

    def start(self) -> None:
        """Begin in the field."""
        self.code.setFocus()
        self.code.selectAll()

    def refresh(self) -> None:
        """Keep what was answered: it tells of the moment it was asked."""

    def retranslate(self) -> None:
        """Set every word."""
        self.about.setText(
            _(
                "Längst ned på mötenas papper står en kontrollkod. Den visar att inget i journalen som fanns när "
                "papperet skrevs ut har ändrats sedan dess."
            )
        )
        self._field.say(_("Kod från ett papper"), _("Tio tecken. Bindestreck och små bokstäver går bra."))
        self.ask.say(_("Kontrollera koden"))

    def check(self) -> None:
        """Ask the journal on disk about the typed code."""
        self._field.clear_fault()
        self.answer.hide()
        if self._run.busy or not attempt(self._field, lambda: read_code(self.code.text())):
            return
        self.ask.setEnabled(False)
        self._run.begin(["verify", str(self.live.desk.path), "--code", self.code.text()])

    def _say(self, code: int, lines: list[str], wrong: str) -> None:
        self.ask.setEnabled(True)
        if code == CANNOT_ASK:
            tell_refused(self._field, wrong)
        else:
            self.answer.say("\n".join(lines), Tone.GOOD if code == YES else Tone.ALARM)
