"""What media ask (Medier): a line to enter it, the list, the pane to answer in, and the next press time."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.answering import press
from krisapp.domain.situation import set_fields
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.log_words import when
from krisapp.ui.views.questions.beside import beside
from krisapp.ui.views.questions.entry_line import EntryLine, read_due, say_field
from krisapp.ui.views.questions.listed import COLUMNS, Listed, row_key
from krisapp.ui.views.questions.media_pane import MediaPane
from krisapp.ui.views.questions.media_rows import media_rows
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Tick, text_field
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList


class MediaPage(TabPage):
    """Enter, answer, and say when media are met next."""

    def __init__(self, live: Live, view: TabbedView) -> None:
        super().__init__(live, view)
        self.entry = EntryLine(self._receive, self)
        self.medium, self.who, self.telephone, self.question, self.deadline = (
            text_field("", self.entry) for _number in range(5)
        )
        self.political = Tick("", self.entry)
        self.model = RowsModel[Listed](COLUMNS, row_key, self)
        self.list = WrappedList(self.model, "", self)
        self.pane = MediaPane(live, self)
        self._empty = Empty(self, "phone")
        self._press = label("", self, "strong")
        self._standing = label("", self, "quiet", wrap=True)
        self.press_time, self.press_place = text_field("", self), text_field("", self)
        self._set_press = Button("", self._set_press_time, self, icon="calendar")
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        for field in (self.press_time, self.press_place):
            field.returnPressed.connect(self._set_press_time)

    def _lay_out(self) -> None:
        self.entry.lay(
            (
                ((self.medium, 170), (self.question, 0)),
                ((self.who, 150), (self.telephone, 140), (self.deadline, 150), (self.political, 1)),
            )
        )
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._press)
        row.addWidget(self.press_time, 1)
        row.addWidget(self.press_place, 2)
        row.addWidget(self._set_press)
        self._press.setBuddy(self.press_time)
        column.addLayout(row)
        column.addWidget(self._standing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.M)
        whole.addWidget(self.entry)
        whole.addWidget(TwoPanes(left, beside(self.pane, self), self, narrow=760, stretch=(1, 1)), 1)

    def start(self) -> None:
        """Begin where something new is entered."""
        self.entry.begin()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        self.tick()
        rows = self.model.rows
        if rows and self.list.current is None:
            self.list.choose(rows[0].id)
        self._show(self.list.current)
        sheet, now = self.live.incident.sheet, self.live.now()
        if sheet.next_press is None:
            self._standing.setText(_("Ingen presstid är satt. När den är satt står den i texterna till medier."))
        else:
            words = (
                _("Nästa presstid är kl. {time}, {place}.") if sheet.press_place else _("Nästa presstid är kl. {time}.")
            )
            self._standing.setText(words.format(time=when(sheet.next_press, now), place=sheet.press_place))

    def tick(self) -> None:
        """Let the enquiries grow older."""
        self.model.feed(media_rows(self.live.incident, self.live.now()))
        self.list.setVisible(bool(self.model.rows))
        self._empty.setVisible(not self.model.rows)
        self.pane.tick()

    def retranslate(self) -> None:
        """Set every word."""
        say_field(self.medium, _("Medium"))
        say_field(self.who, _("Vem"))
        say_field(self.telephone, _("Telefon"))
        say_field(self.question, _("Vad frågar de? Enter sparar"))
        say_field(self.deadline, _("Svar senast, 16.30"))
        self.political.say(_("Politisk fråga"))
        self.entry.save_button.say(_("Ny mediefråga"))
        self.list.setAccessibleName(_("Mediefrågor, de som väntar först"))
        self._empty.say(_("Inga mediefrågor ännu"), _("Skriv medium och fråga i raden ovanför. Enter sparar."))
        self._press.setText(_("Presstid"))
        say_field(self.press_time, _("kl. 16.00"))
        self.press_time.setAccessibleName(_("Nästa presstid"))
        say_field(self.press_place, _("Plats"))
        self._set_press.say(_("Sätt"))
        self.pane.retranslate()
        self.model.retranslate()

    def choose(self, id: str) -> None:
        """Go to an enquiry."""
        self.list.choose(id)

    def _receive(self) -> None:
        now = self.live.now()
        self.live.do(
            press.receive(
                medium=self.medium.text(),
                question=self.question.text(),
                now=now,
                who=self.who.text(),
                telephone=self.telephone.text(),
                deadline=read_due(self.deadline.text(), now),
                political=self.political.isChecked(),
            )
        )
        self.political.setChecked(False)

    def _set_press_time(self) -> None:
        def act() -> None:
            due = read_due(self.press_time.text(), self.live.now())
            if due is None:
                raise Refused(N_("Skriv när nästa presstid är, till exempel 16.00."))
            values = {"next_press": due, "press_place": self.press_place.text().strip()}
            self.live.do(set_fields(self.live.incident, values))

        if attempt(self, act):
            self.press_time.clear()
            self.press_place.clear()

    def _show(self, row: object) -> None:
        self.pane.show_enquiry(row.id if isinstance(row, Listed) else "")

    def _open(self, _row: Listed) -> None:
        self.pane.answer.setFocus()
