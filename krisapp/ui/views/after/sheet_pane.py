"""Entering one paper (skriv in papper): its number, then line by line by the keyboard, then all of it at once."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.log import KIND_NAMES, LONGEST_LINE, WRITTEN_BY_HAND, Kind
from krisapp.domain.records import papers
from krisapp.domain.records.papers import FORM_NAMES, KINDS, Form, Number, SheetLine
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.after.sheet_times import read_day, read_sheet_time, say_day
from krisapp.ui.views.questions.entry_line import EntryLine, say_field
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class Typed(NamedTuple):
    """A line typed from the paper, and its place on it from 1."""

    place: int
    line: SheetLine


HOMES = {Form.DECISION: "decisions", Form.CALLS: "alarm"}
"""The tabs of Stab where what stands on a form becomes more than lines of the log."""


class SheetPane(QWidget):
    """`entered` brings the number of a paper that was saved, `wanted` the tab of Stab where it is better entered."""

    entered = Signal(object)
    wanted = Signal(str)

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._form = Form.LOG
        self.number, self.day = text_field("", self, "L-014"), text_field("", self)
        self._number, self._day = Field("", self.number, self), Field("", self.day, self)
        self.elsewhere = Tick("", self)
        self.home_button = Button("", self._go_home, self, icon="arrow-right")
        self.entry = EntryLine(self._add, self)
        self.entry.save_button.setProperty("kind", "quiet")
        self.time, self.text, self.source = (text_field("", self.entry) for _number in range(3))
        self.kind = Choice("", self.entry)
        self.kind.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(8)
        self.entry.lay((((self.time, 56), (self.kind, 110), (self.text, 0)), ((self.source, 0),)))
        self.model = RowsModel[Typed](COLUMNS, _place, self)
        self.list = WrappedList(self.model, "", self)
        self.save_button = Button("", self.save, self, "primary", "save")
        self.change_button = Button("", self.change_line, self, icon="pencil")
        self.remove_button = Button("", self.remove_line, self, icon="trash")
        self._title, self._hint = label("", self, "heading"), label("", self, "quiet", wrap=True)
        self._lay_out()
        self.number.returnPressed.connect(self._begin_lines)
        self.day.returnPressed.connect(self._begin_lines)
        self.number.editingFinished.connect(self._take_form)
        self.list.opened.connect(self._open)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        for field, width in ((self._number, 130), (self._day, 130)):
            field.setMaximumWidth(current().px(width) * 2)
            top.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.home_button, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        foot = Flow()
        for button in (self.save_button, self.change_button, self.remove_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addLayout(top)
        column.addWidget(self.elsewhere)
        column.addWidget(self.entry)
        column.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 4)
        column.addLayout(foot)

    def begin(self, number: Number | None = None) -> None:
        """Begin with a paper, the next that waits unless one is given; lines already typed stay."""
        if number is not None or not self.number.text():
            waiting = papers.waiting(self._live.incident)
            same = [paper.number for paper in waiting if paper.number.form is self._form]
            chosen = number or next(iter(same or [paper.number for paper in waiting]), None)
            self.number.setText(str(chosen or ""))
            self._take_form()
        self.number.setFocus()
        self.number.selectAll()

    def refresh(self) -> None:
        """Show what has been typed."""
        count = len(self.model.rows)
        self.list.setVisible(bool(count))
        self._hint.setVisible(not count)
        for button in (self.save_button, self.change_button, self.remove_button):
            button.setEnabled(bool(count))
        self.save_button.say(
            ngettext("Spara papperet, {count} rad", "Spara papperet, {count} rader", count).format(count=count)
            if count
            else _("Spara papperet")
        )
        if not self.day.text():
            self.day.setText(say_day(self._live.now()))

    def retranslate(self) -> None:
        """Set every word."""
        self._title.setText(_("Skriv in ett papper"))
        self._number.say(_("Papper nr"))
        self._day.say(_("Papperets dag"))
        self.elsewhere.say(_("Papperet är utskrivet någon annanstans"))
        self.entry.save_button.say(_("Lägg till"))
        say_field(self.time, _("14.10"))
        self.time.setAccessibleName(_("Klockslag på papperet"))
        self.kind.setAccessibleName(_("Slag"))
        self.kind.fill((kind.value, _(KIND_NAMES[kind])) for kind in WRITTEN_BY_HAND)
        say_field(self.text, _("Vad står på raden? Enter lägger till"))
        say_field(self.source, _("Källa, om den står"))
        self._hint.setText(
            _("Klockslag, text och Enter för varje rad. Utan klockslag gäller det på raden före. Ctrl+Enter sparar.")
        )
        self.list.setAccessibleName(_("Rader från papperet"))
        self.change_button.say(_("Ändra raden"))
        self.remove_button.say(_("Ta bort raden"))
        self.model.retranslate()
        self._say_home()
        self.refresh()

    def save(self) -> None:
        """Save the paper with all its lines, and begin with the next."""
        self._number.clear_fault()
        if attempt(self._number, self._save):
            self.begin()

    def change_line(self) -> None:
        """Take the chosen line up again, to be written anew."""
        row = self.list.current
        if isinstance(row, Typed):
            self.time.setText(at(row.line.happened))
            self.kind.choose(row.line.about.value)
            self.text.setText(row.line.text)
            self.source.setText(row.line.source)
            self._feed([one.line for one in self.model.rows if one is not row])
            self.text.setFocus()

    def remove_line(self) -> None:
        """Throw the chosen line away; nothing of it is saved yet."""
        row = self.list.current
        if isinstance(row, Typed):
            self._feed([one.line for one in self.model.rows if one is not row])

    def _save(self) -> None:
        live = self._live
        if self.text.text().strip():
            self._add()
            self._empty_line()
        number = papers.read_number(self.number.text())
        lines = [one.line for one in self.model.rows]
        live.do(*papers.enter(live.incident, number, lines, live.now(), elsewhere=self.elsewhere.isChecked()))
        self._feed([])
        self.number.clear()
        self.elsewhere.setChecked(False)
        self.entered.emit(number)

    def _add(self) -> None:
        now = self._live.now()
        text = self.text.text().strip()
        if not text:
            raise Refused(N_("Skriv vad som står på raden."))
        if len(text) > LONGEST_LINE:
            raise Refused(N_("Raden är för lång. Dela upp den."))
        rows = self.model.rows
        before = rows[-1].line.happened if rows else None
        happened = read_sheet_time(self.time.text(), read_day(self.day.text(), now), before)
        if happened > now + papers.AHEAD:
            raise Refused(N_("Klockslaget har inte varit än. Ändra det, eller papperets dag."))
        line = SheetLine(happened, Kind(self.kind.key), text, self.source.text().strip())
        self._feed([*(one.line for one in rows), line])

    def _feed(self, lines: list[SheetLine]) -> None:
        self.model.feed([Typed(place, line) for place, line in enumerate(lines, 1)])
        if lines:
            self.list.choose(len(lines))
        self.refresh()

    def _empty_line(self) -> None:
        for field in (self.time, self.text, self.source):
            field.clear()

    def _begin_lines(self) -> None:
        self._number.clear_fault()
        incident = self._live.incident
        if attempt(self._number, lambda: papers.check_unused(incident, papers.read_number(self.number.text()))):
            self._take_form()
            self.entry.begin()

    def _take_form(self) -> None:
        try:
            number = papers.read_number(self.number.text())
        except Refused:
            return  # said when the paper is to be used
        self._form = number.form
        self.number.setText(str(number))
        self.kind.choose(KINDS[number.form].value)
        self._say_home()
        self._title.setText(
            _("Skriv in {form} {number}").format(form=_(FORM_NAMES[number.form]).lower(), number=number)
        )

    def _say_home(self) -> None:
        decision = self._form is Form.DECISION
        self.home_button.setVisible(self._form in HOMES)
        self.home_button.say(_("Skriv in under Beslut") if decision else _("Skriv in under Larm"))

    def _go_home(self) -> None:
        self.wanted.emit(HOMES[self._form])

    def _open(self, _row: Typed) -> None:
        self.change_line()


def _place(row: Typed) -> int:
    return row.place


def _title(row: Typed) -> str:
    return f"{at(row.line.happened)}  {row.line.text}"


def _detail(row: Typed) -> str:
    return ", ".join(part for part in (_(KIND_NAMES[row.line.about]), row.line.source) if part)


def _note(row: Typed) -> str:
    moment: datetime = row.line.happened
    return say_day(moment)


COLUMNS = (Column[Typed](N_("Rad"), _title, detail=_detail, note=_note),)
