"""The krisledningsnämnd in function (nämnden): what it took over, who was told, what is due, and the way out again."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from krisapp.domain.incident import Incident
from krisapp.domain.leading.decision.crisis_board import CrisisBoard, Takeover, Term, review_due
from krisapp.domain.words import N_, _
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.decision import board_dialogs as dialogs
from krisapp.ui.views.lead.decision.standing_line import board_mark
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList


class BoardCard(Card):
    """Shown with the decision that the board entered by; Enter on what was taken over says it was told or is back."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__("", parent)
        self._live, self._id = live, ""
        self._chip = Chip(board_mark(on=True), self)
        self.head(self._chip)
        self._about = label("", self, wrap=True)
        self._none = label("", self, "quiet", wrap=True)
        self.model = RowsModel[TakenRow](_COLUMNS, _key, self)
        self.list = WrappedList(self.model, "", self)
        self.take_button = Button("", self.take_over, self, icon="plus")
        self.tell_button = Button("", self.tell_board, self, "primary", icon="phone")
        self.back_button = Button("", self.give_back, self, icon="arrow-left")
        self.keep_button = Button("", self.keep_on, self, icon="refresh")
        self.end_button = Button("", self.end, self, icon="cross")
        acts = Flow()
        for button in (self.tell_button, self.take_button, self.back_button, self.keep_button, self.end_button):
            acts.addWidget(button)
        for part in (self._about, self._none, self.list):
            self.body.addWidget(part)
        self.body.addLayout(acts)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._offer)

    @property
    def term(self) -> Term | None:
        """Return the time in function that is shown."""
        return self._live.incident.part(CrisisBoard).by_id.get(self._id) if self._live.has_incident else None

    def show_decision(self, id: str) -> None:
        """Show the board with the decision it entered by; nothing with any other."""
        self._id = id
        term = self.term
        self.setVisible(term is not None and term.since is not None)
        if term is None:
            return
        on = term.ended.value is None
        self._chip.show_mark(board_mark(on=on))
        rows = taken_rows(self._live.incident, term, self._live.now())
        self.model.feed(rows)
        if rows and self.list.current is None:
            self.list.choose(rows[0].id)
        high = sum(self.list.sizeHintForRow(at) for at in range(len(rows)))
        self.list.setFixedHeight(min(high + 2, current().px(180)))
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        for button in (self.take_button, self.keep_button, self.end_button):
            button.setVisible(on)
        self._offer(self.list.current)
        self.tick()

    def tick(self) -> None:
        """Let what is due come due."""
        term = self.term
        if term is None or term.since is None:
            return
        now, incident = self._live.now(), self._live.incident
        parts = [_("I funktion sedan {time}, beslutat av {who}.").format(
            time=when(term.since, now), who=incident.name_of(term.chair)
        )]  # fmt: skip
        due = review_due(term)
        if due is not None:
            sentence = _("Behovet skulle ha prövats {due}.") if due <= now else _("Behovet prövas senast {due}.")
            parts.append(sentence.format(due=when(due, now)))
        if term.ended.value is not None:
            parts.append(_("Avvecklad {time}.").format(time=when(term.ended.value, now)))
        words = " ".join(parts)
        if words != self._about.text():
            self._about.setText(words)

    def retranslate(self) -> None:
        """Set every word."""
        self.say(_("Krisledningsnämnden"))
        self._none.setText(_("Nämnden har inte tagit över några uppgifter."))
        self.list.setAccessibleName(_("Uppgifter som nämnden har tagit över"))
        self.take_button.say(_("Ta över uppgifter …"))
        self.tell_button.say(_("Nämnden är underrättad …"))
        self.back_button.say(_("Återlämna …"))
        self.keep_button.say(_("Behövs fortfarande …"))
        self.end_button.say(_("Avveckla …"))
        self.model.retranslate()

    def take_over(self) -> None:
        """Ask what is taken over from which board."""
        self._run(dialogs.TakeOverDialog(self._live, self))

    def tell_board(self) -> None:
        """Ask who in the other board was told, and when."""
        row = self.list.current
        if isinstance(row, TakenRow):
            self._run(dialogs.TellBoardDialog(self._live, row.id, row.board, self))

    def give_back(self) -> None:
        """Ask who decided that the tasks go back."""
        row = self.list.current
        if isinstance(row, TakenRow):
            self._run(dialogs.GiveBackDialog(self._live, row.id, row.board, self))

    def keep_on(self) -> None:
        """Ask why the board is still needed."""
        self._run(dialogs.KeepOnDialog(self._live, self))

    def end(self) -> None:
        """Ask who ends it and why."""
        self._run(dialogs.EndDialog(self._live, self))

    def _open(self, row: "TakenRow") -> None:
        if not row.told:
            self.tell_board()
        elif not row.back:
            self.give_back()

    def _offer(self, row: object) -> None:
        taken = row if isinstance(row, TakenRow) else None
        self.tell_button.setVisible(taken is not None and not taken.told)
        self.back_button.setVisible(taken is not None and not taken.back)

    def _run(self, dialog: Dialog) -> None:
        dialog.run()
        dialog.deleteLater()


class TakenRow(NamedTuple):
    """What was taken over: from which board, what, whether it was told, and whether it is back."""

    id: str
    board: str
    tasks: str
    told: str
    back: str


def taken_rows(incident: Incident, term: Term, now: datetime) -> list[TakenRow]:
    """Return what was taken over, the first first."""
    board = incident.part(CrisisBoard)

    def row(one: Takeover) -> TakenRow:
        told, back = one.told.value, board.returned_at(one)
        return TakenRow(
            one.id,
            one.board,
            one.tasks,
            _("{board} underrättad {time}, {whom}").format(board=one.board, time=when(told.at, now), whom=told.whom)
            if told
            else "",
            _("återlämnat {time}").format(time=when(back, now)) if back else "",
        )

    return [row(one) for one in board.takeovers(term)]


def _key(row: TakenRow) -> str:
    return row.id


def _title(row: TakenRow) -> str:
    return f"{row.board}: {row.tasks}"


def _detail(row: TakenRow) -> str:
    return " · ".join(part for part in (row.told, row.back) if part)


def _mark(row: TakenRow) -> Mark:
    if not row.told:
        return Mark(_("inte underrättad"), Tone.ALARM, Shape.TRIANGLE)
    if row.back:
        return Mark(_("återlämnat"), Tone.NEUTRAL, Shape.CHECK)
    return Mark(_("övertaget"), Tone.INFO, Shape.SQUARE)


_COLUMNS = (Column[TakenRow](N_("Uppgifter"), _title, mark=_mark, detail=_detail),)
