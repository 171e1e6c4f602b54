"""The delegation table in the plan (delegation): who may decide what, until when, and which templates."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.checks import Stage
from krisapp.domain.delegation import holds_on
from krisapp.domain.delegation_rows import Delegation, PreApproval
from krisapp.domain.words import N_, _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.plan.page.organisation_pages import line_detail, line_title
from krisapp.ui.views.plan.table.delegation_dialog import DelegationDialog, PreApprovalDialog
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

Line = Delegation | PreApproval


class Delegations(QWidget):
    """Lists the lines of the table; Enter opens one to be changed, Ctrl+Shift+Z takes a change back."""

    def __init__(self, live: Live, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._changes = live, changes
        self._about = label("", self, "quiet", wrap=True)
        columns = (Column[Line](N_("Rad"), self._title, mark=self._mark, detail=self._detail),)
        self.model = RowsModel[Line](columns, _key, self)
        self.list = WrappedList(self.model, "", self)
        self.add = Button("", self.add_line, self, icon="plus")
        self.add_template = Button("", self.add_pre_approval, self)
        self.open = Button("", self.open_chosen, self)
        self.remove = Button("", self.remove_chosen, self, "bare")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        tools = Flow()
        for part in (self.add, self.add_template, self.open, self.remove):
            tools.addWidget(part)
        column.addLayout(tools)
        column.addWidget(self._about)
        column.addWidget(self.list, 1)
        self.list.opened.connect(self._open)

    def refresh(self) -> None:
        """Show the plan as it stands."""
        plan = self._live.workplace.plan
        self.model.feed(self._lines())
        if self.model.rows and self.list.current is None:
            self.list.choose(_key(self.model.rows[0]))
        for button in (self.open, self.remove):
            button.setEnabled(bool(self.model.rows))
        words = _("Bara den som står här får godkänna. Politiska texter godkänns av förtroendevalda (P49).")
        if not plan.delegations:
            words = _(
                "Tabellen är tom. Då får de roller godkänna som planen säger får godkänna texter. Lägg till en rad."
            )
        self._about.setText(words)

    def retranslate(self) -> None:
        """Set every word."""
        self.list.setAccessibleName(_("Delegationer och mallar som är godkända i förväg"))
        self.add.say(_("Ny delegation …"))
        self.add_template.say(_("Godkänn mall i förväg …"))
        self.open.say(_("Ändra …"))
        self.remove.say(_("Ta bort"))
        tooltip(self.open, _("Öppnar den valda raden (Enter)"))
        self.model.retranslate()

    def show_line(self, id: str) -> None:
        """Go to a line."""
        self.refresh()
        self.list.choose(id)
        self.list.setFocus()

    def add_line(self) -> None:
        """Add a line to the table of delegation."""
        self._edit(Delegation(id=self._next("D"), rank=self._rank(), kind="official", role="", decision=""))

    def add_pre_approval(self) -> None:
        """Approve a template in advance."""
        self._edit(
            PreApproval(
                id=self._next("F"),
                rank=self._rank(),
                channel="",
                stage=Stage.FIRST,
                role="",
                person="",
                decision="",
                valid_to="",
            )
        )

    def open_chosen(self) -> None:
        """Open the chosen line."""
        self._open(self.list.current)

    def remove_chosen(self) -> None:
        """Take the chosen line away; it can be undone."""
        line = self.list.current
        if isinstance(line, Line):
            self._changes.change(self, _("Raden är borttagen."), partial(_delete, line.id))

    def _open(self, line: object) -> None:
        if isinstance(line, Line):
            self._edit(line)

    def _edit(self, line: Line) -> None:
        plan, today = self._live.workplace.plan, self._today().isoformat()
        kind = DelegationDialog if isinstance(line, Delegation) else PreApprovalDialog
        dialog = kind(plan, line, today, self._save, self)
        dialog.run()
        dialog.deleteLater()

    def _save(self, near: QWidget, line: Line) -> bool:
        return self._changes.change(near, _("Sparat i planen."), partial(_put, line))

    def _next(self, letter: str) -> str:
        taken = {line.id for line in self._lines()}
        return next(f"{letter}{number}" for number in range(1, len(taken) + 2) if f"{letter}{number}" not in taken)

    def _rank(self) -> int:
        return max((line.rank for line in self._lines()), default=0) + 1

    def _lines(self) -> list[Line]:
        plan = self._live.workplace.plan
        return [*plan.delegations, *plan.pre_approvals]

    def _today(self) -> date:
        return self._live.now().date()

    def _title(self, line: Line) -> str:
        return line_title(self._live.workplace.plan, line)

    def _detail(self, line: Line) -> str:
        return line_detail(self._live.workplace.plan, line)

    def _mark(self, line: Line) -> Mark:
        today = self._today()
        if holds_on(line.valid_from, line.valid_to, today):
            return Mark(_("gäller"), Tone.GOOD, Shape.CHECK)
        if line.valid_to and line.valid_to < today.isoformat():
            return Mark(_("har gått ut"), Tone.ALARM, Shape.CROSS)
        return Mark(_("gäller inte än"), Tone.WAIT, Shape.CLOCK)


def _put(line: Line, editing: PlanEditing) -> Edit:
    return editing.save_delegation(line)


def _delete(id: str, editing: PlanEditing) -> Edit:
    return editing.delete_delegation(id)


def _key(line: Line) -> str:
    return line.id
