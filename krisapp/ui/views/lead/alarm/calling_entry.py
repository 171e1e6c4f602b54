"""Entering a call list from paper (skriv in ringlista): row, answer, time and arrival, one line and Enter."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.leading.alarm.call_sheet import Noted, SheetRow, enter_calls, rows_of, take_back_calls
from krisapp.domain.leading.alarm.calling import OUTCOME_NAMES, Ended, Outcome
from krisapp.domain.leading.alarm.posts import role_of
from krisapp.domain.records import papers
from krisapp.domain.records.papers import Form
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.after.sheet_times import read_day, read_sheet_time, say_day
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.questions.entry_line import EntryLine, say_field
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, Tick, text_field
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live

LETTERS = {"N": Outcome.REACHED, "V": Outcome.ON_WAY, "S": Outcome.NO_ANSWER, "K": Outcome.UNABLE}
"""The letters on the paper, the same as the keys."""


class NotedRow(NamedTuple):
    """A line that has been typed, as the list shows it."""

    number: int
    title: str
    detail: str


class CallEntryDialog(Dialog):
    """Takes the paper's number and day, then its rows; all is saved at once, and can be taken back."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(_("Skriv in ringlista från papper"), parent, _("Spara papperet"))
        self._live, self._near = live, parent
        self.setMinimumWidth(min(current().px(640), parent.window().width()))
        self.confirm.setDefault(False)  # Enter adds a row here; Ctrl+Enter saves the paper
        self.noted: list[Noted] = []
        self.number, self.day = text_field("", self, "R-001"), text_field("", self)
        self._number = Field(_("Papper nr"), self.number, self)
        self.elsewhere = Tick(_("Papperet är utskrivet någon annanstans"), self)
        self.entry = EntryLine(self._add, self)
        self.entry.save_button.setProperty("kind", "quiet")
        self.entry.save_button.say(_("Lägg till raden"))
        self.row, self.answer, self.time, self.eta = (text_field("", self.entry) for _number in range(4))
        self.entry.lay((((self.row, 60), (self.answer, 80), (self.time, 80), (self.eta, 0)),))
        for field, words in (
            (self.row, _("Rad")),
            (self.answer, _("N, V, S, K")),
            (self.time, _("Ringd kl.")),
            (self.eta, _("Framme kl., vid V")),
        ):
            say_field(field, words)
        self.model = RowsModel[NotedRow](COLUMNS, _row_number, self)
        self.list = WrappedList(self.model, _("Rader från papperet"), self)
        self.list.setMinimumHeight(current().px(150))
        self._lay_out()
        waiting = [paper for paper in papers.waiting(live.incident) if paper.number.form is Form.CALLS]
        self.number.setText(str(waiting[0].number) if waiting else "")
        self.day.setText(say_day(live.now()))
        (self.row if waiting else self.number).setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self._number)
        top.addWidget(Field(_("Papperets dag"), self.day, self))
        top.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self.elsewhere)
        hint = _("Radens nummer, svaret som bokstav, klockslaget och Enter. Ctrl+Enter sparar hela papperet.")
        self.body.addWidget(label(hint, self, "quiet", wrap=True))
        self.body.addWidget(self.entry)
        self.body.addWidget(self.list, 1)

    def decide(self) -> None:
        """Save the paper with all its rows."""
        live = self._live
        if self.row.text().strip():
            self._add()
            for field in (self.row, self.answer, self.time, self.eta):
                field.clear()
        number = papers.read_number(self.number.text())
        elsewhere = self.elsewhere.isChecked()
        events = enter_calls(live.incident, number, self.noted, live.now(), elsewhere=elsewhere)
        stamps = live.desk.do(*events)
        calls = [stamp.id for stamp, one in zip(stamps, events, strict=True) if isinstance(one, Ended)]
        near = self._near

        def undo() -> None:
            attempt(near, lambda: live.do(*take_back_calls(stamps[0].id, calls)))

        told(near, _("Papper nr {number} är inskrivet.").format(number=number), undo)

    def _add(self) -> None:
        now = self._live.now()
        row = self._row()
        letter = self.answer.text().strip().upper()[:1]
        if letter not in LETTERS:
            raise Refused(N_("Skriv svaret som N, V, S eller K."))
        before = self.noted[-1].at if self.noted else None
        moment = read_sheet_time(self.time.text(), read_day(self.day.text(), now), before)
        eta = read_sheet_time(self.eta.text(), read_day(self.day.text(), now), moment) if self.eta.text() else None
        self.noted.append(Noted(row, LETTERS[letter], moment, eta))
        self.model.feed([self._told(place, one) for place, one in enumerate(self.noted, 1)])
        self.list.choose(len(self.noted))

    def _row(self) -> SheetRow:
        number = papers.read_number(self.number.text())
        rows = {str(one.number): one for one in rows_of(self._live.incident, number)}
        found = rows.get(self.row.text().strip().rstrip("."))
        if found is None:
            raise Refused(N_("Skriv radens nummer, 1–{last}."), last=len(rows))
        return found

    def _told(self, place: int, one: Noted) -> NotedRow:
        name = self._live.incident.name_of(one.row.person)
        words = _("{row}. {name} ({role})").format(row=one.row.number, name=name, role=role_of(one.row.post) or "–")
        detail = f"{_(OUTCOME_NAMES[one.outcome])} {at(one.at)}"
        if one.eta is not None:
            detail = _("{detail}, framme {time}").format(detail=detail, time=at(one.eta))
        return NotedRow(place, words, detail)


def _row_number(row: NotedRow) -> int:
    return row.number


def _title(row: NotedRow) -> str:
    return row.title


def _detail(row: NotedRow) -> str:
    return row.detail


COLUMNS = (Column[NotedRow](N_("Rad"), _title, detail=_detail),)
