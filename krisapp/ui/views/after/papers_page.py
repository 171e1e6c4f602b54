"""The page Pappersblad: print numbered forms, see which are out, and enter what stands on them."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.documents.blank_forms import BLANK, blank_forms
from krisapp.domain.incident import Incident
from krisapp.domain.records import papers
from krisapp.domain.records.papers import FORM_NAMES, Form, HandedOut, Paper, Papers
from krisapp.domain.words import N_, Refused, _
from krisapp.store.paper_series import paper_series
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.after.sheet_pane import HOMES, SheetPane
from krisapp.ui.views.log_words import when
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.questions.beside import beside
from krisapp.ui.views.saving import Saving, ask_path
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class PaperRow(NamedTuple):
    """A paper as the list shows it."""

    number: str
    paper: Paper
    detail: str
    mark: Mark


class PapersPage(TabPage):
    """To the left what is printed and out, to the right the paper that is being entered."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.form, self.count = Choice("", self), text_field("", self)
        self.print_button = Button("", self.print_forms, self, icon="print")
        self._print_label, self._sum = label("", self, "strong"), label("", self, "quiet", wrap=True)
        self.model = RowsModel[PaperRow](COLUMNS, _number, self)
        self.list = WrappedList(self.model, "", self)
        self._empty = Empty(self, "document")
        self.pane = SheetPane(live, self)
        self.saving = Saving(self)
        self._lay_out()
        self.list.opened.connect(self._open)
        self.pane.entered.connect(self._tell_entered)
        self.pane.wanted.connect(self._go_to_lead)
        self.saving.saved.connect(self._tell_saved)
        self.saving.moved.connect(self._say_busy)
        self.count.returnPressed.connect(self.print_forms)
        self.command(N_("Skriv in ett papper"), "Ctrl+N;Ins", self._begin)
        self.command(N_("Spara papperet"), "Ctrl+Return;Ctrl+Enter", self.pane.save)
        self.command(N_("Ändra raden"), "F4", self.pane.change_line)
        self.command(N_("Ta bort raden"), "Del", self._remove)
        self.command(N_("Skriv ut blanketter"), "Ctrl+P", self.print_forms)

    def _lay_out(self) -> None:
        left = QWidget(self)
        row = Flow()
        self.count.setFixedWidth(current().px(56))
        for part in (self._print_label, self.form, self.count, self.print_button):
            row.addWidget(part)
        self._print_label.setBuddy(self.form)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addWidget(self._sum)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.M, 0, 0)
        whole.addWidget(TwoPanes(left, beside(self.pane, self), self, narrow=760, stretch=(3, 5)))

    def start(self) -> None:
        """Begin with the next paper that waits."""
        self._begin()

    def refresh(self) -> None:
        """Show which papers are out."""
        rows = paper_rows(self.live.incident, self.live)
        self.model.feed(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        waiting = len(papers.waiting(self.live.incident))
        self._sum.setText(_("{count} blad är ute. Ringlistan skrivs ut under Stab, Larm.").format(count=waiting))
        self._sum.setVisible(bool(rows))
        if not self.count.text():
            self.count.setText("10")
        self.pane.refresh()

    def retranslate(self) -> None:
        """Set every word."""
        self._print_label.setText(_("Skriv ut"))
        self.form.setAccessibleName(_("Slag av blankett"))
        self.form.fill((form.value, _(FORM_NAMES[form])) for form in BLANK)
        self.count.setAccessibleName(_("Antal blad"))
        self._say_busy()
        self.list.setAccessibleName(_("Numrerade papper, de som är ute först"))
        self._empty.say(
            _("Inga blanketter är utskrivna"),
            _("Skriv ut numrerade blad innan strömmen går. De skrivs in här under sitt nummer när den är tillbaka."),
        )
        self.pane.retranslate()
        self.model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a paper by its number."""
        self.list.choose(key)

    def print_forms(self) -> None:
        """Ask where to save, make the pages, and give the numbers out once they are made."""
        if self.saving.busy:
            return
        attempt(self, self._print)

    def _print(self) -> None:
        live = self.live
        if not self.count.text().strip().isdigit():
            raise Refused(N_("Skriv hur många blad, till exempel 10."))
        series = paper_series(live.desk.journal, live.incident.levels[0][2].stream)
        out = papers.hand_out(live.incident, Form(self.form.key), int(self.count.text()), series)
        form, numbers, now, incident = out.form, out.numbers, live.now(), live.incident
        path = ask_path(self, _("Spara blanketterna"), f"{incident.id} {_(FORM_NAMES[form])} {numbers[0]}.pdf")
        if path is not None:
            self._out = out
            self.saving.begin(path, lambda: blank_forms(incident, form, numbers, now), self._give_out)

    def _give_out(self, _content: bytes) -> None:
        self.live.do(self._out)

    _out: HandedOut

    def _tell_saved(self, path: object, _content: object) -> None:
        told(self, _("Blanketterna ligger i {file}.").format(file=getattr(path, "name", path)))

    def _tell_entered(self, number: papers.Number) -> None:
        live = self.live
        use = live.incident.part(Papers).paper(number).use

        def undo() -> None:
            if use is not None:
                attempt(self, lambda: live.do(*papers.take_back(live.incident, number, use.stamp.id)))

        told(self, _("Papper nr {number} är inskrivet.").format(number=number), undo)

    def _say_busy(self) -> None:
        self.print_button.setEnabled(not self.saving.busy)
        self.print_button.say(_("Gör sidorna …") if self.saving.busy else _("Skriv ut …"))

    def _go_to_lead(self, tab: str) -> None:
        self.live.shown.emit("lead", tab)

    def _begin(self) -> None:
        self.pane.begin()

    def _remove(self) -> None:
        if self.pane.list.hasFocus():
            self.pane.remove_line()

    def _open(self, row: PaperRow) -> None:
        home = HOMES.get(row.paper.number.form)
        if row.paper.uses:
            self.live.shown.emit("log", next(iter(row.paper.uses)))
        elif home is not None:
            self.live.shown.emit("lead", home)
        else:
            self.pane.begin(row.paper.number)


def paper_rows(incident: Incident, live: "Live") -> list[PaperRow]:
    """Return the papers of an incident: conflicts first, then those that are out, then those that are entered."""
    now = live.now()
    rows = []
    for paper in incident.part(Papers).by_number.values():
        use = paper.use
        if len(paper.uses) > 1:
            mark = Mark(_("inskrivet två gånger"), Tone.ALARM, Shape.TRIANGLE)
        elif len(paper.handed) > 1:
            mark = Mark(_("utdelat två gånger"), Tone.ALARM, Shape.TRIANGLE)
        elif use:
            mark = Mark(_("inskrivet"), Tone.GOOD, Shape.CHECK)
        else:
            mark = Mark(_("ute"), Tone.WAIT, Shape.RING)
        uses = [
            _("{person} {time}").format(person=incident.name_of(one.stamp.person), time=when(one.stamp.at, now))
            for one in paper.uses.values()
        ]
        given = [_("utskrivet {time}").format(time=when(stamp.at, now)) for stamp in paper.handed]
        rows.append(PaperRow(str(paper.number), paper, ", ".join(uses or given or [_("från annat håll")]), mark))
    order = {Tone.ALARM: 0, Tone.WAIT: 1}
    return sorted(rows, key=lambda row: (order.get(row.mark.tone, 2), papers.in_order(row.paper)))


def _number(row: PaperRow) -> str:
    return row.number


def _name(row: PaperRow) -> str:
    return f"{row.number}  {_(FORM_NAMES[row.paper.number.form])}"


def _detail(row: PaperRow) -> str:
    return row.detail


def _mark(row: PaperRow) -> Mark:
    return row.mark


COLUMNS = (Column[PaperRow](N_("Papper"), _name, mark=_mark, detail=_detail),)
