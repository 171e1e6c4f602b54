"""Bemanning: who works in which role and for how long, handing over, being away, and the shifts to come (AC4, AC5)."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.leading.staff import handovers, shift_planning
from krisapp.domain.leading.staff.handovers import Handover
from krisapp.domain.leading.staff.shifts import Shift
from krisapp.domain.leading.staff.staffing import Absent, Spell
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.lead.staff.shift_chart import ShiftChart, lines
from krisapp.ui.views.lead.staff.staffing_acts import StaffingActs
from krisapp.ui.views.lead.staff.staffing_rows import COLUMNS, StaffRow, row_key, staff_rows, summary
from krisapp.ui.views.questions.beside import beside
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live


RULES = N_(
    "Grönt är i tjänst, blått är planerat, streckat rött är en lucka. Avlösning ska ske efter 10 timmar och senast "
    "efter 12. Dygnsvilan är 11 timmar."
)
NOBODY = N_(
    "Ingen är inskriven i tjänst ännu. Välj en roll och tryck Ctrl+N, eller tryck P under Larm när någon har kommit. "
    "Sedan räknas timmarna, och här syns vem som avlöser vem."
)


class StaffingPage(TabPage):
    """The list of everything about the manning, and beside it the shift plan; each act is a key and a button."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self._summary = label("", self, "strong", wrap=True)
        self._minute: datetime | None = None
        self.model = RowsModel[StaffRow](COLUMNS, row_key, self)
        self.list = WrappedList(self.model, "", self)
        self._card, self.chart = Card("", self), ShiftChart(self)
        self._rules = label("", self, "quiet", wrap=True)
        self.print_button = Button("", self.print_list, self, icon="print")
        self._card.head(self.print_button)
        self.buttons = {
            "duty": Button("", self.go_on_duty, self, "primary", "plus"),
            "brief": Button("", self.read_brief, self, icon="document"),
            "hand": Button("", self.hand_over, self, icon="arrow-right"),
            "confirm": Button("", self.confirm, self, icon="check"),
            "change": Button("", self.change_shift, self, icon="people"),
            "shift": Button("", self.plan_shift, self, icon="calendar"),
            "away": Button("", self.note_away, self),
            "end": Button("", self.end, self),
        }
        self.doing = StaffingActs(live, self)
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.command(N_("Gå i tjänst"), "Ctrl+N;Ins", self.go_on_duty)
        self.command(N_("Lämna över rollen"), "L", self.hand_over, self.list)
        self.command(N_("Passbyte: alla som avlöses nu"), "Y", self.change_shift, self.list)
        self.command(N_("Bekräfta överlämningen"), "B", self.confirm, self.list)
        self.command(N_("Planera eller ändra pass"), "F4", self.plan_shift)
        self.command(N_("Frånvaro"), "F", self.note_away, self.list)
        self.command(N_("Skriv ut bemanningslistan"), "Ctrl+P", self.print_list)
        self.command(N_("Gå av, stryk pass, ta tillbaka"), "Del", self.end)

    def _lay_out(self) -> None:
        head, acts = Flow(first_wide=True), Flow()
        head.addWidget(self._summary)
        head.addWidget(self.buttons["brief"])
        for key, button in self.buttons.items():
            if key != "brief":
                acts.addWidget(button)
        left = QWidget(self)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.list, 1)
        self._card.body.addWidget(self.chart)
        self._card.body.addWidget(self._rules)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addLayout(acts)
        column.addWidget(TwoPanes(left, beside(self._card, self), self, narrow=760, stretch=(1, 1)), 1)

    def start(self) -> None:
        """Begin in the list, at what waits."""
        if self.model.rows:
            self.list.choose(self.model.rows[0].key)
            self.list.scrollToTop()
        self.list.setFocus()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        self._feed()
        if self.model.rows and self.list.current is None:
            self.list.choose(self.model.rows[0].key)
        self._choose(self.list.current)

    def tick(self) -> None:
        """Let the hours pass: nothing here tells less than a minute."""
        if _minute(self.live.now()) != self._minute:
            self._feed()

    def _feed(self) -> None:
        incident, now = self.live.incident, self.live.now()
        self._minute = _minute(now)
        rows = staff_rows(incident, now)
        if tuple(rows) != self.model.rows:
            self.model.feed(rows)
        self._summary.setText(summary(rows, incident, now))
        shown = lines(incident, now)
        self.chart.show_lines(shown, now)
        self.chart.setVisible(bool(shown))
        self.buttons["change"].setVisible(bool(shift_planning.changing_now(incident, now)))
        self._rules.setText(_(RULES if shown else NOBODY))

    def retranslate(self) -> None:
        """Set every word."""
        self.list.setAccessibleName(_("Bemanning: i tjänst, obemannade roller, pass och frånvaro"))
        self._card.say(_("Passplan"), _("kan omfattas av sekretess, OSL 18:13"))
        self.print_button.say(_("Skriv ut …"))
        for key, words in (
            ("brief", _("Överlämningsblad (F9)")),
            ("hand", _("Lämna över (L)")),
            ("confirm", _("Bekräfta (B)")),
            ("change", _("Passbyte (Y)")),
            ("shift", _("Planera pass (F4)")),
            ("away", _("Frånvaro (F)")),
        ):
            self.buttons[key].say(words)
        self.model.retranslate()
        self._choose(self.list.current)

    def show_item(self, key: str) -> None:
        """Read the handover sheet, or go to a row."""
        if key == "brief":
            self.read_brief()
            return
        self._feed()
        strained = [
            row.key for row in self.model.rows if isinstance(row.about, Spell) and row.mark.tone is not Tone.GOOD
        ]
        self.list.choose(strained[0] if key == "relief" and strained else key)
        self.list.setFocus()

    def go_on_duty(self) -> None:
        """Put somebody on duty, in the chosen role if it is empty."""
        from krisapp.ui.views.lead.staff.staffing_dialogs import (
            DutyDialog,  # here and below: built when first asked for
        )

        about = self._about
        if isinstance(about, Spell) and self.doing.contested(about):
            self.doing.settle(about)
            return
        before = set(self.doing.staffing.spells)
        if self._run(DutyDialog(self.live, self, about if isinstance(about, str) else "")):
            for id in set(self.doing.staffing.spells) - before:
                self.doing.tell_taken(self.doing.staffing.spells[id])

    def read_brief(self) -> None:
        """Read the handover sheet over the whole window."""
        from krisapp.ui.views.lead.staff.handover_dialog import ReadDialog

        self._run(ReadDialog(self.live, self))

    def hand_over(self) -> None:
        """Hand the chosen role over."""
        from krisapp.ui.views.lead.staff.handover_dialog import OfferDialog

        row, about = self.list.current, self._about
        if isinstance(about, Spell):
            proposed = row.relief.planned.person if row.relief and row.relief.planned else ""
            self._run(OfferDialog(self.live, self, about, proposed or (row.relief.proposed if row.relief else "")))

    def confirm(self) -> None:
        """Confirm the chosen handover, or the only one that waits."""
        from krisapp.ui.views.lead.staff.handover_dialog import ConfirmDialog

        waiting = self.live.incident.part(handovers.Handovers).waiting()
        about = self._about if isinstance(self._about, Handover) else next(iter(waiting), None)
        if about is not None:
            self._run(ConfirmDialog(self.live, self, about))

    def change_shift(self) -> None:
        """Let everybody whose relief is here hand over in one go."""
        from krisapp.ui.views.lead.staff.shift_change_dialog import ShiftChangeDialog

        if shift_planning.changing_now(self.live.incident, self.live.now()):
            self._run(ShiftChangeDialog(self.live, self))

    def plan_shift(self) -> None:
        """Change the chosen shift, or plan one: the relief of who works, or for an empty role."""
        from krisapp.ui.views.lead.staff.staffing_dialogs import ShiftDialog

        row, about = self.list.current, self._about
        if isinstance(about, Shift):
            self._run(ShiftDialog(self.live, self, shift=about))
        elif isinstance(about, Spell):
            self._run(ShiftDialog(self.live, self, relief=row.relief))
        else:
            self._run(ShiftDialog(self.live, self, role=about if isinstance(about, str) else ""))

    def print_list(self) -> None:
        """Show who is on duty and who comes, to be printed or saved."""
        from krisapp.documents.paper import Paper
        from krisapp.documents.shift_list import shift_list
        from krisapp.ui.views.paper_saving import show_paper

        incident = self.live.incident
        name = _("{incident} bemanning.pdf").format(incident=incident.id)
        paper = shift_list(incident, self.live.now())
        show_paper(self, lambda: Paper(title=str(paper["title"]), file_name=name, data=paper))

    def note_away(self) -> None:
        """Note that somebody is away."""
        from krisapp.ui.views.lead.staff.staffing_dialogs import AwayDialog

        self._run(AwayDialog(self.live, self, self.doing.last_relieved()))

    def end(self) -> None:
        """Go off duty, drop a shift, take a handover back, or come back: whatever ends the chosen row."""
        self.doing.end(self._about)

    @property
    def _about(self) -> object:
        row = self.list.current
        return row.about if isinstance(row, StaffRow) else None

    def _open(self, row: StaffRow) -> None:
        match row.about:
            case Handover():
                self.confirm()
            case Spell():
                self.hand_over()
            case Shift():
                self.plan_shift()
            case str():
                self.go_on_duty()

    def _choose(self, _row: object) -> None:
        """Offer what can be done with the chosen row."""
        about = self._about
        contested = self.doing.contested(about)
        self.buttons["duty"].say(_("Den här gäller (Ctrl+N)") if contested else _("Gå i tjänst (Ctrl+N)"))
        self.buttons["hand"].setEnabled(isinstance(about, Spell))
        self.buttons["confirm"].setVisible(bool(self.live.incident.part(handovers.Handovers).waiting()))
        words = ""
        match about:
            case Spell():
                words = _("Gå av (Del)")
            case Shift():
                words = _("Stryk passet (Del)")
            case Handover():
                words = _("Ta tillbaka (Del)")
            case Absent():
                words = _("Tillbaka (Del)")
        self.buttons["end"].say(words)
        self.buttons["end"].setVisible(bool(words))
        self.buttons["shift"].say(_("Ändra pass (F4)") if isinstance(about, Shift) else _("Planera pass (F4)"))

    def _run(self, dialog: Dialog) -> bool:
        done = dialog.run()
        dialog.deleteLater()
        return done


def _minute(now: datetime) -> datetime:
    return now.replace(second=0, microsecond=0)
