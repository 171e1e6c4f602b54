"""The facts beside the fields: the list of them, what can be done with one, and its history."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain import situation
from krisapp.domain.facts import Fact, Status
from krisapp.domain.log import Line
from krisapp.domain.words import N_, _
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.situation.conflict import Conflict
from krisapp.ui.views.situation.fact_dialog import FactDialog, StatusDialog
from krisapp.ui.views.situation.fact_rows import FactRow, facts_model
from krisapp.ui.views.situation.form import changed_words
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class FactsPanel(QWidget):
    """Shows the facts of the sheet. `users` asks for the texts that use one."""

    users = Signal(str)

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self.model = facts_model(self)
        self._title = label("", self, "heading")
        self.new = Button("", self.add, self, icon="plus")
        self.banner = Banner(self)
        self.list = WrappedList(self.model, "", self)
        self.conflict = Conflict(self._name_of, self)
        self.empty = Empty(self, "situation")
        self._acts = {
            "confirm": Button("", self.confirm, self),
            "refute": Button("", self.refute, self),
            "outdate": Button("", self.outdate, self),
            "edit": Button("", self.edit, self),
            "users": Button("", self._ask_users, self, "bare"),
        }
        self._chosen = label("", self, wrap=True)
        self._past_title = label("", self, "caption")
        self.past = RowsModel[Line](
            (Column(N_("Historik"), lambda line: line.text, None, self._who, _time),), lambda line: line.number, self
        )
        self.history = RowList(self.past, "", self)
        self._lay_out()
        self.list.opened.connect(self.edit)
        self.list.chosen.connect(self._choose)
        self.conflict.chose.connect(self._settle)

    @property
    def fact(self) -> Fact | None:
        """Return the chosen fact."""
        row = self.list.current
        return row.fact if isinstance(row, FactRow) else None

    def refresh(self, users: Mapping[str, int]) -> None:
        """Show the facts as the desk holds them."""
        rows = []
        for id, register in self._live.incident.facts.items():
            if register.value is not None:
                rows.append(FactRow(register.value, users.get(f"facts.{id}", 0), register.contested))
        self.model.feed(rows)
        if rows and self.fact is None:
            self.list.choose(rows[0].fact.id)
        for part in (self.list, self.history, self._chosen, self._past_title, *self._acts.values()):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._show_chosen()

    def retranslate(self) -> None:
        """Set every word."""
        self._title.setText(_("Uppgifter"))
        self.list.setAccessibleName(_("Uppgifter med status"))
        self.history.setAccessibleName(_("Uppgiftens historik"))
        self._past_title.setText(_("Vad som har hänt med uppgiften"))
        self.new.say(_("Ny uppgift (Ctrl+N)"))
        words = {
            "confirm": _("Bekräfta …"),
            "refute": _("Dementera …"),
            "outdate": _("Inaktuell …"),
            "edit": _("Ändra …"),
            "users": _("Vilka texter?"),
        }
        for act, word in words.items():
            self._acts[act].say(word)
        self.empty.say(
            _("Inga uppgifter än"),
            _("Skriv det ni vet, ett påstående i taget, med källa. Rykten skrivs också, med status Rykte."),
        )
        self.model.retranslate()

    def go_to(self, id: str) -> None:
        """Choose a fact."""
        self.list.choose(id)
        self.list.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say above the list why something was refused."""
        self.banner.say(sentence)

    def add(self) -> None:
        """State a new fact."""
        before = set(self._live.incident.facts)
        if FactDialog(self._live, None, self).run():
            self.go_to(next(iter(set(self._live.incident.facts) - before), ""))

    def edit(self, _row: object = None) -> None:
        """Reword the chosen fact."""
        if self.fact is not None and FactDialog(self._live, self.fact, self).run():
            told(self, changed_words(self._live))

    def confirm(self) -> None:
        """Confirm the chosen fact."""
        self._set(Status.CONFIRMED)

    def refute(self) -> None:
        """Refute the chosen fact."""
        self._set(Status.REFUTED)

    def outdate(self) -> None:
        """Say that the chosen fact was true and is no longer."""
        self._set(Status.OUTDATED)

    def _set(self, status: Status) -> None:
        if self.fact is not None and StatusDialog(self._live, self.fact, status, self).run():
            told(self, changed_words(self._live))

    def _settle(self, value: object) -> None:
        if isinstance(value, Fact):
            live = self._live
            attempt(self, lambda: live.do(situation.state_fact(live.incident, value, live.desk.person)))

    def _ask_users(self) -> None:
        if self.fact is not None:
            self.users.emit(f"facts.{self.fact.id}")

    def _choose(self, _row: object) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        fact = self.fact
        lines = self._live.incident.log if fact and self._live.has_incident else []
        found = [line for line in lines if fact and line.values.get("id") == fact.id and "ground" in line.values]
        self.past.feed(tuple(reversed(found)))
        register = self._live.incident.facts.get(fact.id) if fact else None
        self.conflict.show_claims(register.claims if register else ())
        if fact is not None:
            self._chosen.setText(f"{fact.id}  {fact.text}")
            self._acts["confirm"].setEnabled(fact.status in (Status.UNCONFIRMED, Status.RUMOUR))
            self._acts["refute"].setEnabled(fact.status not in (Status.REFUTED, Status.OUTDATED))
            self._acts["outdate"].setEnabled(fact.status is not Status.OUTDATED)

    def _who(self, line: Line) -> str:
        return self._name_of(line.stamp.person)

    def _name_of(self, person: str) -> str:
        return self._live.incident.name_of(person)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, 0, 0, 0)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.new)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self.empty, 1)
        column.addWidget(self.list, 4)
        column.addWidget(self._chosen)
        column.addWidget(self.conflict)
        acts = Flow()
        for button in self._acts.values():
            acts.addWidget(button)
        column.addLayout(acts)
        column.addWidget(self._past_title)
        column.addWidget(self.history, 1)


def _time(line: Line) -> str:
    return at(line.stamp.at)
