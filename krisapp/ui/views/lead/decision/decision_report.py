"""What is to be reported (anmälan): decisions by delegation to their board (KL), the crisis board's to the council."""

from collections import Counter
from datetime import date

from PySide6.QtWidgets import QWidget

from krisapp.domain.leading.decision import deciding
from krisapp.domain.leading.decision.decisions import Decisions
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label


class ReportLine(QWidget):
    """Says how many wait for which board, and by when; hidden while none does."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._words = label("", self, wrap=True)
        self.button = Button("", self.report, self, icon="document")
        row = Flow(self, first_wide=True)
        row.addWidget(self._words)
        row.addWidget(self.button)

    def refresh(self) -> None:
        """Show what the desk holds now."""
        decisions = self._live.incident.part(Decisions)
        waiting = Counter(one.made.report_to for one in decisions.to_report())
        self.setVisible(bool(waiting))
        self._words.setText(" ".join(_of_board(decisions, to, count) for to, count in waiting.items()))

    def retranslate(self) -> None:
        """Set every word."""
        self.button.say(_("Anmäl …"))

    def report(self) -> None:
        """Ask to which board, on which day and under which number."""
        dialog = ReportDialog(self._live, self)
        dialog.run()
        dialog.deleteLater()


class ReportDialog(Dialog):
    """Reports what waits for a board, keeps the list for it as PDF, or notes when it meets."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(_("Anmäl beslut"), parent, _("Anmält"))
        self._live = live
        self.board = Choice("", self)
        boards = dict.fromkeys(one.made.report_to for one in live.incident.part(Decisions).to_report())
        self.board.fill((to, to) for to in boards)
        self._list = label("", self, wrap=True)
        self.on = text_field("", self, f"{live.now():%Y-%m-%d}")
        self.reference = text_field("", self, "§ 61")
        self.meets = Button(_("Spara sammanträdets dag"), self.know_meeting, self, icon="calendar")
        self.paper = Button(_("Skriv ut listan …"), self.save_list, self, icon="print")
        self.body.addWidget(Field(_("Till"), self.board, self))
        self.body.addWidget(self._list)
        help = _("Skriv dagen och spara den innan sammanträdet. Tryck Anmält när det är gjort.")
        self.body.addWidget(Field(_("Sammanträde"), self.on, self, help))
        self.body.addWidget(Field(_("Paragraf"), self.reference, self))
        row = Flow()
        row.addWidget(self.meets)
        row.addWidget(self.paper)
        self.body.addLayout(row)
        self.setMinimumWidth(current().px(560))
        self.board.currentIndexChanged.connect(self._show)
        self._show(0)
        self.on.setFocus()

    def decide(self) -> None:
        """Say that they were reported."""
        ids = [one.id for one in self._live.incident.part(Decisions).to_report(self.board.key)]
        self._live.do(deciding.report(ids, self.board.key, self._day(), self.reference.text()))

    def know_meeting(self) -> None:
        """Note when the board meets, and leave the decisions waiting."""

        def act() -> None:
            self._live.do(deciding.know_meeting(self._live.incident, self.board.key, self._day()))

        if attempt(self, act):
            self.accept()

    def save_list(self) -> None:
        """Show the list for the board to be printed or saved."""
        from krisapp.documents.decision_sheet import report_paper  # here: no screen waits for what few print
        from krisapp.documents.paper import Paper
        from krisapp.ui.views.paper_saving import show_paper

        live = self._live
        waiting = live.incident.part(Decisions).to_report(self.board.key)
        name = _("{id} anmälan till {board}.pdf").format(id=live.incident.id, board=self.board.key)
        paper = report_paper(live.incident, self.board.key, waiting, live.now())
        show_paper(self, lambda: Paper(title=str(paper["title"]), file_name=name, data=paper))

    def _day(self) -> date:
        try:
            return date.fromisoformat(self.on.text().strip() or f"{self._live.now():%Y-%m-%d}")
        except ValueError:
            raise Refused(N_("Skriv dagen som 2027-06-28.")) from None

    def _show(self, _at: int) -> None:
        decisions = self._live.incident.part(Decisions)
        numbers = ", ".join(decisions.label(one.id) for one in decisions.to_report(self.board.key))
        self._list.setText(_("Beslut {numbers}").format(numbers=numbers))
        register = decisions.meets.get(self.board.key)
        day = register.value if register else None
        self.on.setText(day.isoformat() if day else "")


def _of_board(decisions: Decisions, to: str, count: int) -> str:
    register = decisions.meets.get(to)
    day = register.value if register else None
    words = ngettext("{count} beslut ska anmälas till {to}.", "{count} beslut ska anmälas till {to}.", count)
    if day is not None:
        words = ngettext(
            "{count} beslut ska anmälas till {to}, som sammanträder {day}.",
            "{count} beslut ska anmälas till {to}, som sammanträder {day}.",
            count,
        )
    return words.format(count=count, to=to, day=day)
