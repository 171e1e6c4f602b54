"""Starting a clock of law (starta lagens klocka): which, and since when the municipality has known."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from krisapp.domain.leading.law.legal_clocks import ClockRule
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.log_line import read_time
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.plain import label

Start = Callable[[Sequence[ClockRule], datetime, str], None]
"""Starts clocks from a time, and why; may refuse."""


def read_day_and_time(text: str, now: datetime) -> datetime:
    """Return a time that has been: "14.10", or with its day "10/6 14.10". Raises `Refused` for anything else."""
    day, _space, clock = text.strip().partition(" ")
    if "/" not in day:
        return read_time(text, now)
    number, _slash, month = day.partition("/")
    if not (number.isdigit() and month.isdigit() and clock.strip()):
        raise Refused(N_("Skriv tiden som 14.10, eller med dag som 10/6 14.10."))
    moment = read_time(clock, now.replace(hour=23, minute=59))
    try:
        moment = moment.replace(month=int(month), day=int(number))
    except ValueError:
        raise Refused(N_("Skriv tiden som 14.10, eller med dag som 10/6 14.10.")) from None
    return moment.replace(year=moment.year - 1) if moment > now + timedelta(days=1) else moment


class ClockDialog(Dialog):
    """Asks which clock and since when. With one group of clocks to choose from the question is not asked."""

    def __init__(
        self,
        title: str,
        groups: Sequence[tuple[str, Sequence[ClockRule]]],
        since: datetime,
        now: datetime,
        start: Start,
        parent: QWidget,
    ) -> None:
        super().__init__(title, parent, _("Starta klockan"))
        self._groups, self._now, self._start = dict(groups), now, start
        self.which = Choice("", self)
        self.which.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(30)
        self.which.fill([(name, name) for name, _rules in groups])
        which = Field(_("Vad gäller det?"), self.which, self)
        which.setVisible(len(groups) > 1)
        self.since = text_field("", self)
        local = since.astimezone(now.tzinfo)
        self.since.setText(at(local) if local.date() == now.date() else f"{local.day}/{local.month} {at(local)}")
        self.since_field = Field(_("Sedan när?"), self.since, self, "")
        self.because = text_field("", self)
        self._due = label("", self, "strong", wrap=True)
        self.body.addWidget(which)
        self.body.addWidget(self.since_field)
        self.body.addWidget(Field(_("Vad har hänt?"), self.because, self, _("Kort, utan personuppgifter.")))
        self.body.addWidget(self._due)
        self.which.chose.connect(self._explain)
        self.since.textChanged.connect(self._explain)
        self._explain()
        (self.which if len(groups) > 1 else self.since).setFocus()

    def decide(self) -> None:
        """Start, or say beside the time what is wrong with it."""
        self.since_field.clear_fault()
        try:
            began = read_day_and_time(self.since.text(), self._now)
        except Refused as no:
            self.since_field.refuse(str(no))
            raise
        self._start(self._groups[self.which.key], began, self.because.text())

    def _explain(self, *_what: object) -> None:
        """Say when it is due, before it is started."""
        rules = self._groups[self.which.key]
        self.since_field.say(
            _("Sedan när?"),
            _("Tiden räknas från att {starts}. Skriv 14.10, eller med dag som 10/6 14.10.").format(
                starts=rules[0].starts
            ),
        )
        try:
            began = read_day_and_time(self.since.text(), self._now)
        except Refused:
            self._due.setText("")
            return
        dues = [(rule.name, rule.due(began)) for rule in rules]
        words = [_("{name}: senast {time}").format(name=name, time=when(due, self._now)) for name, due in dues if due]
        self._due.setText("\n".join(words))
