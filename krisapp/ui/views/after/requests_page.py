"""The page Utlämning: the register of requests for public records, each with the clock of the same day (rule P30)."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.incident import Incident
from krisapp.domain.records import record_requests
from krisapp.domain.records.record_copies import Copies
from krisapp.domain.records.record_requests import OUTCOME_NAMES, Request, Requests, Urgency
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.after.request_dialogs import AnswerDialog, AskedDialog
from krisapp.ui.views.log_words import when
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class RequestRow(NamedTuple):
    """A request as the list shows it."""

    id: str
    title: str
    detail: str
    mark: Mark


class RequestsPage(TabPage):
    """To the left the requests, those that wait first; to the right the chosen one with its answer."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.model = RowsModel[RequestRow](COLUMNS, _id, self)
        self.list = WrappedList(self.model, "", self)
        self._empty = Empty(self, "document")
        self.new_button = Button("", self.register, self, "primary", "plus")
        self.answer_button = Button("", self.answer, self, icon="check")
        self._pane = QWidget(self)
        self._title, self._about = label("", self._pane, "heading", wrap=True), label("", self._pane, wrap=True)
        self._told = label("", self, "quiet", wrap=True)
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self.command(N_("Ny begäran"), "Ctrl+N;Ins", self.register)
        self.command(N_("Svara på begäran"), "F7", self.answer)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        buttons = Flow()
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.answer_button)
        column.addWidget(self._told)
        column.addLayout(buttons)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        pane = QVBoxLayout(self._pane)
        pane.setContentsMargins(0, 0, 0, 0)
        pane.setSpacing(Space.S)
        pane.addWidget(self._title)
        pane.addWidget(self._about)
        pane.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.M, 0, 0)
        whole.addWidget(TwoPanes(left, self._pane, self, narrow=760, stretch=(1, 1)))

    def start(self) -> None:
        """Begin in the list, or with what begins it."""
        (self.list if self.model.rows else self.new_button).setFocus()

    def refresh(self) -> None:
        """Show the register as it stands."""
        self.tick()
        rows = self.model.rows
        if rows and self.list.current is None:
            self.list.choose(rows[0].id)
        self._show(self.list.current)

    def tick(self) -> None:
        """Let the requests grow older."""
        now = self.live.now()
        incident = self.live.incident
        self.model.feed([_row(one, now) for one in record_requests.in_order(incident, now)])
        self.list.setVisible(bool(self.model.rows))
        self._empty.setVisible(not self.model.rows)
        self._pane.setVisible(bool(self.model.rows))
        self.answer_button.setEnabled(bool(self.model.rows))

    def retranslate(self) -> None:
        """Set every word."""
        self._told.setText(_("En begäran besvaras normalt samma dag. Vem som frågar och varför behövs inte."))
        self.new_button.say(_("Ny begäran …"))
        self.answer_button.say(_("Svara …"))
        self.list.setAccessibleName(_("Begäran om allmän handling, de som väntar först"))
        self._empty.say(
            _("Ingen har begärt någon handling"), _("Registrera en begäran när den kommer. Klockan börjar gå då.")
        )
        self.model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a request."""
        self.list.choose(key)

    def register(self) -> None:
        """Ask what was requested."""
        dialog = AskedDialog(self.live, self)
        if dialog.run():
            self.list.choose(list(self.live.incident.part(Requests).by_id)[-1])
            self.list.setFocus()
        dialog.deleteLater()

    def answer(self) -> None:
        """Ask what was answered to the chosen request."""
        row = self.list.current
        request = self.live.incident.part(Requests).by_id.get(row.id) if isinstance(row, RequestRow) else None
        if request is None:
            return
        dialog = AnswerDialog(self.live, request, self)
        dialog.run()
        dialog.deleteLater()

    def _open(self, _row: RequestRow) -> None:
        self.answer()

    def _show(self, row: object) -> None:
        request = self.live.incident.part(Requests).by_id.get(row.id) if isinstance(row, RequestRow) else None
        if request is None:
            return
        self._title.setText(_("Begäran {number}").format(number=request.number))
        self._about.setText(_in_full(self.live.incident, request, self.live.now()))


def _row(request: Request, now: datetime) -> RequestRow:
    asked = request.asked
    received = _("inkom {time}").format(time=when(asked.received_at, now))
    detail = ", ".join(
        part for part in (_("Begäran {number}").format(number=request.number), received, asked.how) if part
    )
    return RequestRow(request.id, asked.what, detail, _mark_of(request, now))


def _mark_of(request: Request, now: datetime) -> Mark:
    urgency, value = request.urgency(now), request.answer.value
    if request.answer.contested:
        return Mark(_("två svar"), Tone.ALARM, Shape.TRIANGLE)
    if value is not None:
        return Mark(_(OUTCOME_NAMES[value.outcome]).lower(), Tone.GOOD, Shape.CHECK)
    if urgency is Urgency.OVERDUE:
        return Mark(_("mer än ett dygn"), Tone.ALARM, Shape.TRIANGLE)
    if urgency is Urgency.LATE:
        return Mark(_("dagen är slut"), Tone.ALARM, Shape.CLOCK)
    left = _("{time} kvar i dag").format(time=span(request.due - now))
    return Mark(left, Tone.WAIT if urgency is Urgency.SOON else Tone.NEUTRAL, Shape.CLOCK)


def _in_full(incident: Incident, request: Request, now: datetime) -> str:
    """Return everything about a request, a line each."""
    asked = request.asked
    lines = [
        asked.what,
        "",
        _("Inkom {time}. Registrerad av {person}.").format(
            time=when(asked.received_at, now), person=incident.name_of(request.stamp.person)
        ),
        _("Svaret skickas till {where}.").format(where=asked.reply_to) if asked.reply_to else "",
    ]
    names = {copy.sha256: copy.name for copy, _stamp in incident.part(Copies).made}
    for value, stamp in request.answer.claims:
        lines += [
            "",
            _("{outcome} {time}, beslutat av {person}.").format(
                outcome=_(OUTCOME_NAMES[value.outcome]),
                time=when(value.at, now),
                person=incident.name_of(value.decided_by or stamp.person),
            ),
            _("Lagrum: {grounds}").format(grounds=", ".join(value.grounds)) if value.grounds else "",
            _("Skäl: {reason}").format(reason=value.reason) if value.reason else "",
        ]
        for digest in value.copies:
            lines.append(
                _("Kopia: {name}, kontrollsumma {sum}").format(name=names.get(digest, ""), sum=_grouped(digest))
            )
        if value.appeal:
            lines += ["", value.appeal]
    return "\n".join(line for at, line in enumerate(lines) if line or (at and lines[at - 1])).strip()


def _grouped(digest: str) -> str:
    """Return a checksum in groups of eight, so that it can be read out and breaks where a line ends."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def _id(row: RequestRow) -> str:
    return row.id


def _title(row: RequestRow) -> str:
    return row.title


def _detail(row: RequestRow) -> str:
    return row.detail


def _mark(row: RequestRow) -> Mark:
    return row.mark


COLUMNS = (Column[RequestRow](N_("Begäran"), _title, mark=_mark, detail=_detail),)
