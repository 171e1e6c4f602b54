"""Choosing what a copy of the record holds (kopia av handlingar): parts, time, writer, covered or not, PDF or text."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.records.record_copies import PART_NAMES, Part, Selection
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.after.sheet_times import read_day, say_day
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live

PDF, TEXT = "pdf", "txt"


class CopyDialog(Dialog):
    """`selection` and `form` are what was chosen, once it is confirmed. It is masked unless somebody says otherwise."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(_("Gör en kopia"), parent, _("Gör kopian …"))
        self._live = live
        self.selection = Selection(())
        self.parts = {part: Tick(_(name), self) for part, name in PART_NAMES.items()}
        self.parts[Part.LOG].setChecked(True)
        self.since, self.until = text_field("", self), text_field("", self)
        self.writer, self.form_choice = Choice("", self), Choice("", self)
        self.masked = Tick(_("Maska det som är hemligt"), self, self._say_warning)
        self._warning = label("", self, "fault", wrap=True)
        self.masked.setChecked(True)
        names = {line.stamp.person: live.incident.name_of(line.stamp.person) for line in live.incident.log}
        people = sorted(((id, name) for id, name in names.items() if id), key=lambda pair: pair[1])
        self.writer.fill([("", _("Alla")), *people])
        self.form_choice.fill([(PDF, _("PDF, läsbar med skärmläsare")), (TEXT, _("Text"))])
        self.body.addWidget(label(_("Vad ska vara med?"), self, "strong"))
        for part in (Part.LOG, Part.DECISIONS, Part.TEXTS, Part.FACTS):
            self.body.addWidget(self.parts[part])
        alarm = live.incident.sheet.alarm_at
        help = _("Som {example}. Tomt betyder allt.").format(example=f"{say_day(alarm)} {at(alarm)}")
        self._since, self._until = Field(_("Från"), self.since, self, help), Field(_("Till"), self.until, self, help)
        self._row(self._since, self._until)
        self._row(Field(_("Skrivet av"), self.writer, self), Field(_("Form"), self.form_choice, self))
        self.body.addWidget(self.masked)
        self.body.addWidget(self._warning)
        self.setMinimumWidth(current().px(560))

    @property
    def form(self) -> str:
        """Return the ending of the file that was chosen."""
        return self.form_choice.key

    def decide(self) -> None:
        """Take what was chosen. Raises `Refused` for nothing, and for a time that cannot be read."""
        parts = tuple(part for part, tick in self.parts.items() if tick.isChecked())
        if not parts:
            raise Refused(N_("Välj minst en del som ska vara med."))
        now = self._live.now()
        times = [read_moment(field.text(), now) for field in (self.since, self.until)]
        since, until = times
        if since and until and since > until:
            raise Refused(N_("Från ligger efter Till. Byt plats på dem."))
        self.selection = Selection(parts, self.masked.isChecked(), since, until, self.writer.key)

    def _row(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        for field in fields:
            row.addWidget(field, 1)
        self.body.addLayout(row)

    def _say_warning(self, on: bool) -> None:
        self._warning.setText(
            "" if on else _("Kopian får med allt som är hemligt. Den är bara för den som har rätt att se det.")
        )
        self._warning.setVisible(not on)


def read_moment(text: str, now: datetime) -> datetime | None:
    """Return a moment: "11/6 14.10", "14.10", or None for nothing. Raises `Refused` for anything else."""
    day, gap, hour = text.strip().partition(" ")
    if not day:
        return None
    if not gap and "/" in day:
        raise Refused(N_("Skriv klockslaget också, som 11/6 14.10."))
    return read_time(hour, read_day(day, now)) if gap else read_time(day, now)
